"""The actions of a week in words, with the addresses that a row leads to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from waypost.method.shape import Kind
from waypost.portfolio.my_week.actions import Doing, Group, Slot
from waypost.portfolio.my_week.places import DOERS
from waypost.portfolio.my_week.weeks import Week, today_in_words
from waypost.ui.formats import counted, excerpt, hours, month_name, weekday_date
from waypost.ui.memory import remembered

# The page of what an action achieves; all else is on the one-page plan.
PLACES = {
    Kind.VISION: "plans:objective",
    Kind.RELATIONSHIP: "plans:objective",
    Kind.BUSINESS: "plans:objective",
    Kind.STAGE: "plans:objective",
    Kind.STRATEGY: "plans:strategy",
}


class Row(NamedTuple):
    """One action. Equal rows look the same, so they are drawn once."""

    key: str
    what: str
    short: str
    url: str
    account: str
    account_url: str
    purpose: str
    purpose_url: str
    important_not_urgent: bool
    hours: str
    day: str
    late: bool
    done: bool
    tick: str
    change: str


@dataclass(frozen=True, slots=True)
class Section:
    """A group with its heading and what it comes to."""

    title: str
    total: str
    rows: Sequence[Row]


def sections(groups: Iterable[Group], week: Week, today: date, here: str) -> list[Section]:
    """The groups in words; ``here`` is where a change of a date comes back to."""
    return [
        Section(
            title=_title(group.slot, week, today),
            total=total(group.actions),
            rows=[_row(action, group.slot, today, here) for action in group.actions],
        )
        for group in groups
    ]


def total(actions: Sequence[Doing]) -> str:
    """3 actions, 4.5 h."""
    planned = planned_hours(actions)
    count = counted(len(actions), "action")
    # Translators: how many actions, and how many hours they take
    return _("%(actions)s, %(hours)s") % {"actions": count, "hours": planned} if planned else count


def planned_hours(actions: Iterable[Doing]) -> str:
    found = sum((action.hours or Decimal(0) for action in actions), Decimal(0))
    return hours(found) if found else ""


def _title(slot: Slot, week: Week, today: date) -> str:
    is_now = today in week
    match slot:
        case Slot.LATE:
            return _("Late")
        case Slot.TODAY:
            return today_in_words(today)
        case Slot.LATER:
            return _("Later this week") if is_now else _("Due in this week")
        case Slot.SOME_TIME:
            month = {"month": month_name(week.month(today))}
            return _("Some time this month") if is_now else _("Some time in %(month)s") % month
    return _("Done this week") if is_now else _("Done in this week, due in another")


@remembered
def _row(action: Doing, slot: Slot, today: date, here: str) -> Row:
    account, code = action.account, action.code
    may = action.role in DOERS
    tick = "plans:action-closure-removal" if action.done else "plans:action-closure"
    change = reverse("plans:action-change", args=[account, code])
    purpose, purpose_url = _purpose(action)
    return Row(
        key=f"{account}-{code}",
        what=action.what,
        short=excerpt(action.what, 60),
        url=reverse("plans:action", args=[account, code]),
        account=action.account_name,
        account_url=reverse("plans:one-page", args=[account]),
        purpose=purpose,
        purpose_url=purpose_url,
        important_not_urgent=action.important_not_urgent,
        hours=str(hours(action.hours)),
        day=_day(action, slot, today),
        late=not action.done and action.was_late(today),
        done=action.done,
        tick=reverse(tick, args=[account, code]) if may else "",
        change=f"{change}?{urlencode({'field': 'due', 'next': here})}" if may else "",
    )


def _purpose(action: Doing) -> tuple[str, str]:
    """B1, product lines in use, and where that is."""
    if not action.achieves or action.purpose is None:
        return "", ""
    words = f"{action.achieves}, {excerpt(action.purpose, 60)}"
    page = PLACES.get(Kind(action.kind)) if action.kind else None
    if page is None:
        return words, reverse("plans:one-page", args=[action.account])
    return words, reverse(page, args=[action.account, action.objective or action.achieves])


def _day(action: Doing, slot: Slot, today: date) -> str:
    """today, Wed 9, or the date in full where the heading does not say the week."""
    if action.due is None:
        return ""
    if action.due == today:
        return _("today")
    if slot is Slot.LATER:
        words = {"weekday": WEEKDAYS_ABBR[action.due.weekday()], "day": action.due.day}
        # Translators: a day of a week that the heading names, such as Wed 9
        return _("%(weekday)s %(day)s") % words
    return weekday_date(action.due, today)
