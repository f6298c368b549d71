"""The history day by day, with what divides it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waypost.accounts.timeline.entries import Entry
from waypost.accounts.timeline.milestones import Milestone


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """Entries one below the other, and the milestone after them if there is one."""

    entries: tuple[Entry, ...] = ()
    milestone: Milestone | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """One day; without a heading nothing but a milestone was that day."""

    heading: str
    count: int
    stretches: tuple[Stretch, ...]


def days_of(
    entries: Sequence[Entry],
    milestones: Sequence[Milestone],
    today: date,
    oldest: date | None = None,
) -> list[Day]:
    """The entries by day, newest first, and between them the milestones as far back as ``oldest``:
    the day of the last entry unless given."""
    by_day = {day: list(found) for day, found in groupby(entries, lambda one: one.at.date())}
    if not by_day:
        return []
    newest, last = max(by_day), min(oldest or today, min(by_day))
    between = [one for one in milestones if last <= one.on <= newest and one.change is None]
    files = {one.change: one for one in milestones if one.change is not None}
    return [
        _day(day, by_day.get(day, []), [one for one in between if one.on == day], files, today)
        for day in sorted({*by_day, *(one.on for one in between)}, reverse=True)
    ]


def _day(
    day: date,
    entries: Sequence[Entry],
    ending: Sequence[Milestone],
    files: dict[int, Milestone],
    today: date,
) -> Day:
    stretches: list[Stretch] = []
    pending: list[Entry] = []
    for entry in entries:
        if entry.pk in files:
            stretches.append(Stretch(entries=tuple(pending), milestone=files[entry.pk]))
            pending = []
        else:
            pending.append(entry)
    stretches += [Stretch(entries=tuple(pending))] if pending else []
    stretches += [Stretch(milestone=one) for one in ending]
    heading = _heading(day, today) if entries else ""
    return Day(heading=heading, count=len(entries), stretches=tuple(stretches))


def _heading(day: date, today: date) -> str:
    """Yesterday, Monday 7 December; with the year where it is another one."""
    words = date_format(day, "l j F" if day.year == today.year else "l j F Y")
    if day == today:
        return _("Today, %(day)s") % {"day": words}
    if day == today - timedelta(days=1):
        return _("Yesterday, %(day)s") % {"day": words}
    return words
