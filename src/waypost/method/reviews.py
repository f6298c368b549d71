"""The monthly review: what it closes, what it plans next, and which ones were left out (STP-2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from waypost.method.checks.short_term import is_definite
from waypost.method.horizon import WINDOW_MONTHS, review_day_of, reviewed_month, window
from waypost.method.month import Month
from waypost.method.plan import Action, ActionStatus, Plan
from waypost.method.short_term import is_important_not_urgent, is_open, month_of

# The share of the hours of a month that belongs to what is important and not urgent (STP-4).
QUOTA = Decimal("0.2")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rolling:
    """What a review does to the window: the months ``now``, and those ``after`` it (STP-2)."""

    now: tuple[Month, ...]
    after: tuple[Month, ...]

    @property
    def coming(self) -> Month:
        """The month that becomes the one in detail."""
        return self.after[0]

    @property
    def closed(self) -> tuple[Month, ...]:
        """The months that are over with this review."""
        return tuple(month for month in self.now if month < self.coming)


def rolling(plan: Plan, held: date) -> Rolling:
    """The months before and after a review held on this day (STP-2).

    Late in April one plans May, June and July: the review that counts for a month plans from the
    next month on, as many months as the setting says. A window never goes back, so that a second
    review for the same month leaves it as it is.
    """
    now = window(plan, held).months
    first = max(reviewed_month(plan, held).plus(1), now[0])
    length = plan.account.settings.window_months or WINDOW_MONTHS
    return Rolling(now=now, after=tuple(first.plus(n) for n in range(length)))


def to_settle(plan: Plan, coming: Month) -> tuple[Action, ...]:
    """The open actions of the months before: each is done, carried or dropped (STP-7)."""
    return tuple(action for action in _before(plan, coming) if is_open(action))


def settled(plan: Plan, rolls: Rolling) -> tuple[Action, ...]:
    """What is done or dropped of the months that this review closes, of the last one at least."""
    closed = {*rolls.closed, rolls.coming.plus(-1)}
    return tuple(
        action
        for action in _before(plan, rolls.coming)
        if not is_open(action) and month_of(action) in closed
    )


def open_in(plan: Plan, month: Month) -> tuple[Action, ...]:
    """The open actions of a month, in the order of the plan."""
    actions = plan.short_term_plan.actions
    return tuple(action for action in actions if is_open(action) and month_of(action) == month)


@dataclass(frozen=True, kw_only=True, slots=True)
class Readiness:
    """Whether an action can stand in the month in detail: owner, exact date, definite (STP-3)."""

    owner: bool
    date: bool
    definite: bool

    @property
    def ready(self) -> bool:
        return self.owner and self.date and self.definite


def readiness(plan: Plan, action: Action) -> Readiness:
    """What an action has of a definite one; an owner who left the plan is none (STP-3)."""
    known = {member.id for member in plan.team} | {person.id for person in plan.people}
    return Readiness(
        owner=action.owner in known,
        date=action.due is not None,
        definite=is_definite(action.what),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """What a review has not come to yet: actions without an answer, actions that cannot be done as
    they stand."""

    unsettled: tuple[Action, ...] = ()
    not_ready: tuple[Action, ...] = ()


def missing(plan: Plan, rolls: Rolling) -> Missing:
    """The actions of the months before that are still open, and those of the coming month without
    owner, exact date or definite words (STP-3, STP-7)."""
    coming = open_in(plan, rolls.coming)
    return Missing(
        unsettled=to_settle(plan, rolls.coming),
        not_ready=tuple(action for action in coming if not readiness(plan, action).ready),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Quota:
    """The hours of a month, those of them important and not urgent, and how many of them should be
    (STP-4). Without hours the number of actions counts."""

    planned: Decimal
    important: Decimal
    in_hours: bool

    @property
    def least(self) -> Decimal:
        return self.planned * QUOTA

    @property
    def kept(self) -> bool:
        return self.important > 0 and self.important >= self.least


def quota(plan: Plan, month: Month) -> Quota:
    """How much room a month leaves for what is important and not urgent (STP-4)."""
    actions = [
        action
        for action in plan.short_term_plan.actions
        if month_of(action) == month and action.status is not ActionStatus.DROPPED
    ]
    in_hours = any(action.hours for action in actions)

    def worth(action: Action) -> Decimal:
        return (action.hours or Decimal(0)) if in_hours else Decimal(1)

    important = [action for action in actions if is_important_not_urgent(action)]
    return Quota(
        planned=sum(map(worth, actions), Decimal(0)),
        important=sum(map(worth, important), Decimal(0)),
        in_hours=in_hours,
    )


def missed(plan: Plan, today: date) -> tuple[date, ...]:
    """The review days that are over without a review that counts for their month (STP-2).

    They are counted from the first review held, or the day the plan was first made, on; newest
    first.
    """
    return tuple(reversed(list(_missed(plan, today))))


def _missed(plan: Plan, today: date) -> Iterator[date]:
    held = [review.date for review in plan.reviews if review.held and review.date <= today]
    planned_on = plan.short_term_plan.planned_on
    began = min(
        [*held, *([planned_on] if planned_on and planned_on <= today else [])], default=None
    )
    if began is None:
        return
    counted = {reviewed_month(plan, day) for day in held}
    month = reviewed_month(plan, began).plus(1)
    while (day := review_day_of(plan, month)) < today:
        if month not in counted:
            yield day
        month = month.plus(1)


def _before(plan: Plan, month: Month) -> Iterator[Action]:
    for action in plan.short_term_plan.actions:
        planned = month_of(action)
        if planned is not None and planned < month:
            yield action
