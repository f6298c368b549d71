"""What waits for a manager across accounts: plans to confirm or accept, resources to answer for."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.utils import timezone

from waypost.accounts.models import AccessRole, TeamMember
from waypost.planning.models import Challenge, ResourceRequest, Submission, SubmissionStep
from waypost.plans.models import Objective
from waypost.staff.models import User

State, Status = Submission.State, ResourceRequest.Status
FIRST, SENIOR = AccessRole.FIRST_LINE, AccessRole.SENIOR
UNANSWERED: Final = ("", Status.ASKED)  # a plan file may leave out that it is asked for


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """One thing that waits. The objective at stake: the one that a resource is for, of a plan the
    business objective that is due first, and how many ``more`` there are. ``resource`` is its key,
    and None for a plan; ``to_confirm``: a plan that the first-line manager has, with so many
    challenges that wait for the team."""

    account: int
    account_name: str
    what: str
    why: str
    since: date | None
    objective: str
    objective_text: str
    more: int
    resource: int | None
    to_confirm: bool
    unanswered: int


def has_to_review() -> "ExpressionWrapper[Q]":
    """For users: whether anything waits for them. It costs no query of its own."""
    places = TeamMember.objects.live().filter(user=OuterRef("pk"), account__deleted_at=None)
    plans = Q(access_role=FIRST, account__submissions__state=State.SUBMITTED)
    plans |= Q(access_role=SENIOR, account__submissions__state=State.CONFIRMED)
    asked = Q(access_role__in=(FIRST, SENIOR))
    asked &= Q(account__resource_requests__status__in=UNANSWERED)
    waits = Exists(places.filter(plans)) | Exists(places.filter(asked))
    return ExpressionWrapper(Q(waits), output_field=BooleanField())


def waiting_for(user: User) -> list[Waiting]:
    """All of it, oldest first; two queries however much it is."""
    found = [*_plans(user), *_resources(user)]
    return sorted(found, key=lambda one: (one.since or date.min, one.account_name, one.what))


def _plans(user: User) -> list[Waiting]:
    confirmed = SubmissionStep.objects.filter(submission=OuterRef("pk"), step="confirm")
    goals = Objective.objects.live().filter(
        account=OuterRef("account"), level=Objective.Level.BUSINESS
    )
    first = goals.order_by(F("due").asc(nulls_last=True), "pk")
    counted = goals.order_by().values("account").annotate(n=Count("pk")).values("n")
    asked = Challenge.objects.filter(submission=OuterRef("pk"), answer="").order_by()
    unanswered = asked.values("submission").annotate(n=Count("pk")).values("n")
    mine = Q(state=State.SUBMITTED, account__in=_accounts(user, FIRST))
    mine |= Q(state=State.CONFIRMED, account__in=_accounts(user, SENIOR))
    rows = (
        Submission.objects.filter(mine, account__deleted_at=None)
        .annotate(
            confirmed=Subquery(confirmed.order_by("-pk").values("at")[:1]),
            code=Subquery(first.values("ref__code")[:1]),
            text=Subquery(first.values("text")[:1]),
            goals=Subquery(counted),
            unanswered=Subquery(unanswered),
        )
        .select_related("account")
    )
    return [
        Waiting(
            account=row.account_id,
            account_name=row.account.name,
            what="",
            why="",
            since=timezone.localdate(row.confirmed or row.submitted_at),
            objective=row.code or "",
            objective_text=row.text or "",
            more=max((row.goals or 0) - 1, 0),
            resource=None,
            to_confirm=row.state == State.SUBMITTED,
            unanswered=row.unanswered or 0,
        )
        for row in rows
    ]


def _resources(user: User) -> list[Waiting]:
    rows = ResourceRequest.objects.filter(
        status__in=UNANSWERED,
        account__in=_accounts(user, FIRST, SENIOR),
        account__deleted_at=None,
    ).select_related("account", "objective__ref")
    return [
        Waiting(
            account=row.account_id,
            account_name=row.account.name,
            what=row.what,
            why=row.why,
            since=row.asked_on,
            objective=row.objective.ref.code if row.objective else "",
            objective_text=row.objective.text if row.objective else "",
            more=0,
            resource=row.pk,
            to_confirm=False,
            unanswered=0,
        )
        for row in rows
    ]


def _accounts(user: User, *roles: AccessRole) -> QuerySet[TeamMember, Any]:
    places = TeamMember.objects.live().filter(user=user, access_role__in=roles)
    return places.values("account")
