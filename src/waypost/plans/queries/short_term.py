"""The short-term plan: the first month in detail, the others in outline (STP)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from waypost.method.horizon import window
from waypost.method.month import Month
from waypost.method.plan import ActionStatus
from waypost.method.short_term import (
    MonthPlan,
    PlannedAction,
    is_important_not_urgent,
    month_of,
    short_term,
)
from waypost.plans.queries.wording import Owner, Reader, first, listed
from waypost.ui.formats import counted, hours, month_name

SHOWN_IN_DETAIL = 7
SHOWN_IN_OUTLINE = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionLine:
    """One action; ``day`` is its day in the month it stands in, ``note`` what that does not say."""

    what: str
    owner: Owner
    code: str
    day: str = ""
    note: str = ""
    late: bool = False
    done: bool = False
    important_not_urgent: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthLines:
    """A month with its first actions, and the rest of them under one line."""

    name: str
    shown: tuple[ActionLine, ...]
    rest: tuple[ActionLine, ...]
    has_days: bool
    summary: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortTermLines:
    """The months, then what is planned outside them; ``overdue`` when they should have moved."""

    months: tuple[MonthLines, ...]
    outside: tuple[ActionLine, ...]
    outside_summary: str
    overdue: bool

    @property
    def is_empty(self) -> bool:
        return not self.outside and not any(month.shown for month in self.months)


def short_term_lines(reader: Reader) -> ShortTermLines:
    """The actions of the window, month by month."""
    planned = window(reader.plan, reader.today)
    found = short_term(reader.plan, planned, reader.today)
    outside = tuple(_line(entry, None, reader) for entry in (*found.other, *found.undated))
    return ShortTermLines(
        months=tuple(_month(month, reader) for month in found.months),
        outside=outside,
        outside_summary=_("%(actions)s outside these months")
        % {"actions": counted(len(outside), "action")},
        overdue=planned.overdue,
    )


def _month(found: MonthPlan, reader: Reader) -> MonthLines:
    lines = tuple(_line(entry, found.month, reader) for entry in found.actions)
    limit = first(lines, SHOWN_IN_DETAIL if found.in_detail else SHOWN_IN_OUTLINE)
    return MonthLines(
        name=month_in_words(found.month, reader),
        shown=lines[:limit],
        rest=lines[limit:],
        has_days=found.in_detail or any(line.day for line in lines),
        summary=_summary(found, len(lines) - limit),
    )


def _summary(found: MonthPlan, more: int) -> str:
    """and 4 more, 31 h in all."""
    unknown = {"actions": counted(found.unknown_hours, "action")}
    return listed(
        _("and %(count)s more") % {"count": more} if more > 0 else "",
        _("%(hours)s in all") % {"hours": hours(found.hours)} if found.hours else "",
        _("%(actions)s without hours") % unknown if found.hours and found.unknown_hours else "",
    )


def _line(entry: PlannedAction, month: Month | None, reader: Reader) -> ActionLine:
    action = entry.action
    in_month = action.due is not None and Month.of(action.due) == month
    return ActionLine(
        what=action.what,
        owner=reader.owner(action.owner),
        code=action.achieves or "",
        day=str(action.due.day) if action.due and in_month else "",
        note="" if in_month else when(entry, month, reader),
        late=entry.late,
        done=action.status is ActionStatus.DONE,
        important_not_urgent=is_important_not_urgent(action),
    )


def when(entry: PlannedAction, month: Month | None, reader: Reader) -> str:
    """When it is planned for, where the month it stands in does not say so."""
    due, planned = entry.action.due, month_of(entry.action)
    if due is not None:
        words = _("was due %(day)s") if entry.late else _("due %(day)s")
        return words % {"day": reader.day(due)}
    if planned is None or planned == month:
        return ""
    return (_("from %(month)s") if entry.carried else "%(month)s") % {
        "month": month_in_words(planned, reader)
    }


def month_in_words(month: Month, reader: Reader) -> str:
    """January, with the year where another month of that name is nearer."""
    name = month_name(month)
    this_month = Month.of(reader.today)
    near = this_month.plus(-6) < month < this_month.plus(12)
    return name if near else f"{name} {month.year}"
