"""The page of a week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.method.month import Month
from waypost.portfolio.my_week.actions import Doing, Group, Slot, groups
from waypost.portfolio.my_week.ask import Ask
from waypost.portfolio.my_week.asks import asks_of
from waypost.portfolio.my_week.changes import Changed, lights_changed
from waypost.portfolio.my_week.places import Places, places_of
from waypost.portfolio.my_week.rows import Section, planned_hours, sections
from waypost.portfolio.my_week.stage_goals import StagesDue, stages_due
from waypost.portfolio.my_week.weeks import Week
from waypost.staff.models import User
from waypost.ui.formats import counted, hours


@dataclass(frozen=True, kw_only=True, slots=True)
class Doings:
    """What to do in the week; the meter shows the hours planned of those set aside."""

    note: str
    planned: Decimal
    set_aside: Decimal | None
    sections: Sequence[Section]

    @property
    def meter(self) -> str:
        """What the meter says to whoever does not see it."""
        words = {"planned": hours(self.planned), "set_aside": hours(self.set_aside)}
        return _("%(planned)s of %(set_aside)s planned") % words


@dataclass(frozen=True, kw_only=True, slots=True)
class MyWeek:
    """Everything that the page shows."""

    week: Week
    is_now: bool
    lede: str
    here: str
    last: str
    next: str
    month: Month
    places: Places
    doings: Doings
    asks: Sequence[Ask]
    stages: StagesDue
    all_stages: str
    changed: Changed


def address(week: Week, today: date) -> str:
    """Of the page of a week; today's needs no parameter."""
    page = reverse("portfolio:my-week")
    return page if today in week else f"{page}?week={week}"


def my_week(user: User, week: Week, today: date, *, all_stages: bool = False) -> MyWeek:
    """``all_stages``: every stage goal that comes due, not the first ones only."""
    places = places_of(user)
    found = groups(user, week, today)
    here = address(week, today)
    return MyWeek(
        week=week,
        is_now=today in week,
        lede=lede(found, week, today),
        here=here,
        last=address(week.plus(-1), today),
        next=address(week.plus(1), today),
        month=week.month(today),
        places=places,
        doings=Doings(
            note=note(found, places),
            planned=sum((a.hours or Decimal(0) for a in of_the_week(found)), Decimal(0)),
            set_aside=places.hours,
            sections=sections(found, week, today, here),
        ),
        asks=asks_of(user, today),
        stages=stages_due(user, today, all_of_them=all_stages),
        all_stages=f"{here}{'&' if '?' in here else '?'}stages=all#due",
        changed=lights_changed(user, today),
    )


def of_the_week(found: Sequence[Group]) -> list[Doing]:
    """All but what has its month and no day: that may be any week's."""
    return [
        action for group in found if group.slot is not Slot.SOME_TIME for action in group.actions
    ]


def lede(found: Sequence[Group], week: Week, today: date) -> str:
    """Week 50, Monday 7 to Sunday 13 December. 9 actions across 4 accounts."""
    actions = [action for group in found for action in group.actions]
    words = {
        "week": week.in_words(today),
        "actions": counted(len(actions), "action"),
        "accounts": counted(len({action.account for action in actions}), "account"),
    }
    if not actions:
        return _("%(week)s.") % words
    return _("%(week)s. %(actions)s across %(accounts)s.") % words


def note(found: Sequence[Group], places: Places) -> str:
    """14.5 h planned, 16 h set aside for key accounts, 2 actions without hours."""
    actions = of_the_week(found)
    planned = planned_hours(actions)
    unknown = sum(action.hours is None and not action.done for action in actions)
    said = [
        _("%(hours)s planned") % {"hours": planned} if planned else "",
        _("%(hours)s set aside for key accounts") % {"hours": hours(places.hours)}
        if places.hours
        else "",
        _("%(actions)s without hours") % {"actions": counted(unknown, "action")} if unknown else "",
    ]
    return ", ".join(words for words in said if words)
