"""Plans that wait for the person on their way to acceptance, and conditions that they are to meet
once it is accepted (SES-3, SES-4)."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Final

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole
from waypost.document.among import among
from waypost.document.statements import USER, Row, Statement, write
from waypost.method.acceptance import RULES, Step
from waypost.planning.models import AcceptanceCondition, Challenge, Submission, SubmissionStep
from waypost.planning.queries.acceptance_standing import lines_of
from waypost.portfolio.my_week.ask import Ask
from waypost.portfolio.my_week.places import places_by
from waypost.ui.formats import short_date

MOST: Final = 20
State = Submission.State
ANSWERERS: Final = sorted(RULES[Step.ANSWER].by)


@cache
def to_accept() -> Statement:
    """Open rounds: of lead and members those with challenges that nobody answered, of the
    first-line manager the others that are not confirmed, of the senior reviewer the confirmed."""
    own = places_by(USER).filter(account=OuterRef("account"))
    open_ = Challenge.objects.filter(submission=OuterRef("pk"), answer="")
    counted = open_.order_by().values("submission").annotate(n=Count("pk")).values("n")
    steps = SubmissionStep.objects.filter(submission=OuterRef("pk")).order_by("-pk")
    asked = Q(state=State.SUBMITTED)
    found = (
        Submission.objects.filter(among("account", places_by(USER).values("account")))
        .filter(state__in=Submission.OPEN)
        .annotate(
            role=Subquery(own.values("access_role")[:1]),
            unanswered=Subquery(counted),
            asker=Subquery(open_.order_by("-pk").values("by__name")[:1]),
            asked_at=Subquery(open_.order_by("pk").values("at")[:1]),
            moved_at=Subquery(steps.values("at")[:1]),
        )
        .filter(
            asked & Q(role__in=ANSWERERS, unanswered__isnull=False)
            | asked & Q(role=AccessRole.FIRST_LINE, unanswered=None)
            | Q(state=State.CONFIRMED, role=AccessRole.SENIOR)
        )
        .order_by("submitted_at", "pk")
    )
    names = ("account_id", "account__name", "role", "unanswered", "asker", "asked_at", "moved_at")
    return write(found[:MOST], *names)


@cache
def to_meet() -> Statement:
    """Conditions of acceptances in force that they see to and that are not met, the first due
    first. Of one that came with a plan file the words may be gone: `conditions` looks."""
    answer = "account__senior_acceptance"
    same = Q(submission=F(f"{answer}__submission"))
    by_file = Q(submission=None, **{f"{answer}__submission": None})
    found = (
        AcceptanceCondition.objects.filter(among("owner", places_by(USER).values("pk")))
        .filter(same | by_file, met_on=None, **{f"{answer}__accepted": True})
        .order_by(F("due").asc(nulls_last=True), "account__name", "pk")
    )
    names = ("account_id", "account__name", "text", "due", f"{answer}__who__name")
    return write(found[:MOST], *names, f"{answer}__conditions")


def conditions(rows: Iterable[Row], today: date) -> Iterator[Ask]:
    """What the person sees to, so that an acceptance holds."""
    for row in rows:
        if row["text"] not in lines_of(row["account__senior_acceptance__conditions"]):
            continue
        by, due = row["account__senior_acceptance__who__name"] or "", row["due"]
        late = due is not None and due < today
        when = _("overdue since %(day)s") if late else _("due on %(day)s")
        yield Ask(
            who=by,
            words=_("accepted the plan on the condition:")
            if by
            else _("The plan was accepted on the condition:"),
            text=row["text"].strip().removesuffix("."),
            url=f"{reverse('planning:acceptance', args=[row['account_id']])}#terms",
            account=row["account__name"],
            when=when % {"day": short_date(due, today)} if due else "",
        )
