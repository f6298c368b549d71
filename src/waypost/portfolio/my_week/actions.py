"""What somebody does in a week: late, today, later, and some time in the month (STP-6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Coalesce
from django.utils import timezone

from waypost.document.statements import USER, Statement, days, write
from waypost.history.models import Change
from waypost.method.month import Month
from waypost.opportunities.models import Opportunity
from waypost.plans.models import Action, Objective, StageGoal, Strategy
from waypost.portfolio.my_week.places import places_by
from waypost.portfolio.my_week.weeks import Week
from waypost.staff.models import User

# Stand for the days and moments of a week in the statement that reads its actions.
MONDAY, SUNDAY, MONTH = (date(1, 1, day) for day in (1, 2, 3))
BEGIN, END = (datetime(1, 1, day, tzinfo=UTC) for day in (4, 5))

OPEN: Final = Q(status__in=["", Action.Status.OPEN])
DONE: Final = Action.Status.DONE


class Doing(NamedTuple):
    """One action of the person's, in the order of `COLUMNS`."""

    account: int
    account_name: str
    role: str
    code: str
    what: str
    month: date | None
    due: date | None
    status: str
    important: bool | None
    urgent: bool | None
    hours: Decimal | None
    achieves: str | None
    kind: str | None
    purpose: str | None
    objective: str | None  # of the stage goal that it achieves
    closed_at: datetime | None

    @property
    def done(self) -> bool:
        return self.status == DONE

    @property
    def last_day(self) -> date:
        """The day it is due, else the end of its month."""
        return self.due or Month.of(self.month or date.max).last_day

    def was_late(self, today: date) -> bool:
        """As `method.short_term.is_late` (STP-7); what is done was late when it was done late."""
        until = today
        if self.done:
            until = timezone.localdate(self.closed_at) if self.closed_at else date.min
        return self.last_day < until

    @property
    def important_not_urgent(self) -> bool:
        """As `method.short_term.is_important_not_urgent` (STP-4)."""
        return self.important is True and self.urgent is not True


COLUMNS: Final = (
    *("account_id", "account__name", "role", "ref__code", "what", "month", "due", "status"),
    *("important", "urgent", "hours", "achieves_code", "achieves__kind", "purpose"),
    *("of_objective", "closed_at"),
)


class Slot(StrEnum):
    """Where in the week an action stands."""

    LATE = "late"
    TODAY = "today"
    LATER = "later"
    SOME_TIME = "some time"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Group:
    """Actions in one place of the week, the first due first."""

    slot: Slot
    actions: Sequence[Doing]


def groups(user: User, week: Week, today: date) -> list[Group]:
    """What the week holds for the person, without places where nothing stands; one query.

    What is ticked off stays where it was until the week is over.
    """
    found: dict[Slot, list[Doing]] = {slot: [] for slot in Slot}
    for action in _actions(user, week, today):
        found[_slot(action, week, today)].append(action)
    return [
        Group(slot, sorted(actions, key=lambda action: action.last_day))
        for slot, actions in found.items()
        if actions
    ]


def _slot(action: Doing, week: Week, today: date) -> Slot:
    """In a week that is not today's there are the days of the week and some time in the month."""
    is_now = today in week
    if is_now and action.was_late(today):
        return Slot.LATE
    if action.due is None:
        return Slot.SOME_TIME
    if is_now and action.due == today:
        return Slot.TODAY
    if action.due in week and (action.due > today or not is_now):
        return Slot.LATER
    return Slot.BEFORE


def _actions(user: User, week: Week, today: date) -> list[Doing]:
    if not user.is_active:
        return []
    asked = {
        MONDAY: week.monday,
        SUNDAY: week.sunday,
        MONTH: week.month(today).first_day,
        BEGIN: _midnight(week.monday),
        END: _midnight(week.plus(1).monday),
    }
    rows = _to_do(today in week).rows({USER: user.pk, **days(asked)})
    return [Doing(*row.values()) for row in rows]


@cache
def _to_do(is_now: bool) -> Statement:
    """What is to be done by the end of the week, and what was done in it."""
    due = Q(due__range=(MONDAY, SUNDAY))
    to_do = due | Q(due=None, month=MONTH)
    if is_now:
        to_do |= Q(due__lt=MONDAY) | Q(due=None, month__lt=MONTH)
    closed = Q(closed_at__gte=BEGIN, closed_at__lt=END)
    own = places_by(USER)
    found = (
        Action.objects.live()
        .filter(owner__in=own.values("ref"))
        .annotate(
            role=Subquery(own.filter(ref=OuterRef("owner")).values("access_role")[:1]),
            closed_at=Subquery(_closings().values("change_set__at")[:1]),
            **_purposes(),
        )
        .filter((OPEN & to_do) | (Q(status=DONE) & (due | closed)))
        .order_by("account__name", "account", "pk")
    )
    return write(found, *COLUMNS)


def _closings() -> QuerySet[Change]:
    """When an action was ticked off, the last time first."""
    changes = Change.objects.filter(table=Action._meta.label_lower, row=OuterRef("pk"))
    opened = ["", Action.Status.OPEN]
    return changes.filter(after__status=DONE, before__status__in=opened).order_by("-pk")


def _purposes() -> dict[str, Any]:
    """What an action is for: the id of the part, its words, and of a stage goal its objective."""
    on = {"ref": OuterRef("achieves")}
    stages = StageGoal.objects.live().filter(**on)
    return {
        "achieves_code": F("achieves__code"),
        "of_objective": Subquery(stages.values("objective__ref__code")[:1]),
        "purpose": Coalesce(
            Subquery(Objective.objects.live().filter(**on).values("text")[:1]),
            Subquery(Strategy.objects.live().filter(**on).values("statement")[:1]),
            Subquery(stages.values("objective__text")[:1]),
            Subquery(Opportunity.objects.live().filter(**on).values("name")[:1]),
            output_field=TextField(),
        ),
    }


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
