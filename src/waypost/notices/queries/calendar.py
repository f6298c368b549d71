"""What stands in somebody's calendar: their own actions, and the dates of accounts they are in."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.accounts.models import TeamMember
from waypost.accounts.policies import MAY, Capability
from waypost.method.plan import BusinessObjective
from waypost.notices.queries.sessions import sessions_for
from waypost.planning.models import PlanningSession
from waypost.plans.models import Action, StageGoal
from waypost.plans.queries.wording import goal
from waypost.staff.models import User
from waypost.ui.calendar import Event

BACK: Final = timedelta(days=60)
MOST: Final = 500  # of each kind, the next ones first
PLANNERS: Final = MAY[Capability.EDIT_PLAN]
OPEN: Final = ("", Action.Status.OPEN)
OBJECTIVE: Final = ("metric", "unit", "baseline", "target")


def events_of(person: User, today: date) -> list[Event]:
    """Only what the person sees in the teams they are in now; seven queries."""
    own = TeamMember.objects.live().filter(user=person, account__deleted_at=None)
    since = today - BACK
    return [
        *_actions(own, since),
        *_reviews(own, since),
        *_stages(own, since),
        *_sessions(person, own, since),
    ]


def _actions(own: QuerySet[TeamMember], since: date) -> Iterator[Event]:
    """What they have to do by a day, until it is done."""
    found = Action.objects.live().filter(owner__in=own.values("ref"), due__gte=since)
    rows = found.filter(status__in=OPEN).select_related("ref", "account")
    for row in rows.order_by("due", "pk")[:MOST]:
        yield Event(
            key=f"action-{row.ref_id}",
            title=row.what,
            starts=row.due or since,
            text=row.account.name,
            url=reverse("plans:action", args=[row.account_id, row.ref.code]),
        )


def _reviews(own: QuerySet[TeamMember], since: date) -> Iterator[Event]:
    """The next review of each account that they plan for; one that is overdue stays on its day."""
    planners = own.filter(access_role__in=sorted(PLANNERS))
    found = planners.filter(account__summary__next_review__gte=since)
    names = ("account", "account__name", "account__summary__next_review")
    for account, name, on in found.order_by("account").values_list(*names)[:MOST]:
        if on:
            yield Event(
                key=f"review-{account}-{on:%Y-%m}",
                title=_("Review of %(account)s") % {"account": name},
                starts=on,
                url=reverse("planning:reviews", args=[account]),
            )


def _stages(own: QuerySet[TeamMember], since: date) -> Iterator[Event]:
    found = StageGoal.objects.live().filter(objective__deleted_at=None, due__gte=since)
    rows = found.filter(account__in=own.values("account"))
    rows = rows.select_related("ref", "account", "objective__ref")
    for row in rows.order_by("due", "pk")[:MOST]:
        code, of = row.objective.ref.code, row.objective
        objective = BusinessObjective(
            id=code, text=of.text, **{name: getattr(of, name) for name in OBJECTIVE}
        )
        words = {"goal": goal(objective, row.value), "account": row.account.name}
        yield Event(
            key=f"stage-{row.ref_id}",
            title=_("%(goal)s, %(account)s") % words,
            starts=row.due,
            text=of.text,
            url=reverse("plans:objective", args=[row.account_id, code]),
        )


def _sessions(person: User, own: QuerySet[TeamMember], since: date) -> Iterator[Event]:
    """Those they are asked to, held ones too; one that was called off disappears."""
    live = PlanningSession.objects.live().filter(account__in=own.values("account"))
    dated = live.filter(Q(date__gte=since), called_off_at=None).order_by("date", "pk")
    for found in sessions_for([person.pk], dated):
        yield Event(
            key=f"session-{found.ref}",
            title=found.purpose or _("Planning session of %(a)s") % {"a": found.account_name},
            starts=found.starts_at or found.on,
            lasts=found.lasts,
            text=found.account_name,
            place=found.place,
            url=reverse("planning:session", args=[found.account, found.code]),
            sequence=found.sequence,
        )
