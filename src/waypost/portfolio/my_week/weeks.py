"""Weeks from Monday to Sunday, as ISO 8601 numbers them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from waypost.method.month import Month
from waypost.method.shape import FIRST_DAY, LAST_DAY
from waypost.ui.formats import month_name

WRITTEN = re.compile("([0-9]{4})-W([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its first day; written ``2026-W50``."""

    monday: date

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def read(cls, text: str, today: date) -> Self:
        """The week that an address names; that of ``today`` where it names none of our time."""
        written = WRITTEN.fullmatch(text)
        try:
            found = date.fromisocalendar(int(written[1]), int(written[2]), 1) if written else today
        except ValueError:
            found = today
        return cls.of(found if FIRST_DAY <= found <= LAST_DAY else today)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    def __str__(self) -> str:
        year, week, _day = self.monday.isocalendar()
        return f"{year:04d}-W{week:02d}"

    def __contains__(self, day: date) -> bool:
        return self.monday <= day <= self.sunday

    def plus(self, weeks: int) -> Self:
        return type(self)(self.monday + timedelta(weeks=weeks))

    def month(self, today: date) -> Month:
        """The month that most of the week lies in; of the week of ``today``, today's."""
        return Month.of(today if today in self else self.monday + timedelta(days=3))

    def in_words(self, today: date) -> str:
        """Week 50, Monday 7 to Sunday 13 December."""
        same = self.monday.month == self.sunday.month
        words = {
            "number": self.number,
            "first": weekday_and_day(self.monday) if same else long_date(self.monday, today),
            "last": long_date(self.sunday, today),
        }
        return _("Week %(number)s, %(first)s to %(last)s") % words


def weekday_and_day(day: date) -> str:
    words = {"weekday": WEEKDAYS[day.weekday()], "day": day.day}
    # Translators: a day of a month that is named after it, such as Monday 7
    return _("%(weekday)s %(day)s") % words


def long_date(day: date, today: date) -> str:
    """Tuesday 8 December, with the year if it is not today's."""
    words = {"weekday": WEEKDAYS[day.weekday()], "day": day.day, "month": month_name(day)}
    # Translators: a date in the current year in full, such as Tuesday 8 December
    written = _("%(weekday)s %(day)s %(month)s") % words
    return written if day.year == today.year else f"{written} {day.year}"


def today_in_words(today: date) -> str:
    return _("Today, %(day)s") % {"day": long_date(today, today)}
