"""The rolling short-term plan, month by month (STP)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from waypost.method.horizon import Window
from waypost.method.month import Month
from waypost.method.plan import Action, ActionStatus, Plan


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedAction:
    """An action as it stands in a month; ``carried`` was planned for a month before the window."""

    action: Action
    late: bool
    carried: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthPlan:
    """One month of the window: its actions, first due first, and their hours of work.

    ``hours`` counts all but dropped actions, ``important_hours`` those important and not urgent
    among them; ``unknown_hours`` is the number of actions whose hours nobody has written down.
    """

    month: Month
    in_detail: bool
    actions: tuple[PlannedAction, ...]
    hours: Decimal
    important_hours: Decimal
    unknown_hours: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortTerm:
    """The months of the window, then the open actions for other months and those for none."""

    months: tuple[MonthPlan, ...]
    other: tuple[PlannedAction, ...]
    undated: tuple[PlannedAction, ...]


def short_term(plan: Plan, window: Window, today: date) -> ShortTerm:
    """The actions of the window by month, the first month in detail (STP-1 to STP-4).

    An action belongs to its month, else to the month of its due date. Open actions from before the
    window stand in its first month as carried. Dropped actions and older done ones are left out.
    """
    first = window.months[0]
    placed: dict[Month, list[PlannedAction]] = {month: [] for month in window.months}
    other: list[PlannedAction] = []
    undated: list[PlannedAction] = []
    for action in plan.short_term_plan.actions:
        if action.status is ActionStatus.DROPPED:
            continue
        month = month_of(action)
        carried = month is not None and month < first
        planned = PlannedAction(action=action, late=is_late(action, today), carried=carried)
        if month in placed:
            placed[month].append(planned)
        elif not is_open(action):
            continue
        elif month is None:
            undated.append(planned)
        elif carried:
            placed[first].append(planned)
        else:
            other.append(planned)
    return ShortTerm(
        months=tuple(_month_plan(month, placed[month], first) for month in window.months),
        other=_by_date(other),
        undated=tuple(undated),
    )


def month_of(action: Action) -> Month | None:
    """The month an action belongs to: the one planned, else that of its due date (STP-3)."""
    if action.month is None and action.due is not None:
        return Month.of(action.due)
    return action.month


def is_open(action: Action) -> bool:
    """Neither done nor dropped (STP-5); an action without a status is open."""
    return action.status not in (ActionStatus.DONE, ActionStatus.DROPPED)


def is_late(action: Action, today: date) -> bool:
    """Open although its due date, or without one its month, is over (STP-7)."""
    last_day = action.due or (action.month.last_day if action.month else None)
    return is_open(action) and last_day is not None and last_day < today


def is_important_not_urgent(action: Action) -> bool:
    """Important, and not known to be urgent: what a plan forgets first (STP-4)."""
    return action.important is True and action.urgent is not True


def _month_plan(month: Month, planned: list[PlannedAction], first: Month) -> MonthPlan:
    actions = [found.action for found in planned]
    return MonthPlan(
        month=month,
        in_detail=month == first,
        actions=_by_date(planned),
        hours=_hours(actions),
        important_hours=_hours(filter(is_important_not_urgent, actions)),
        unknown_hours=sum(action.hours is None for action in actions),
    )


def _hours(actions: Iterable[Action]) -> Decimal:
    return sum((action.hours or Decimal(0) for action in actions), Decimal(0))


def _by_date(planned: list[PlannedAction]) -> tuple[PlannedAction, ...]:
    """First due first, actions with a month only after those of their month with a day."""
    return tuple(sorted(planned, key=lambda found: _last_day(found.action)))


def _last_day(action: Action) -> tuple[date, bool]:
    if action.due:
        return action.due, False
    return (action.month.last_day if action.month else date.max), True
