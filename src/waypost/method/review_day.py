"""The day of a month on which a plan is reviewed, as people write it (STP-2)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from waypost.method.month import Month

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SATURDAY = 5
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
WORDINGS = re.compile(
    r"(?:the |every |each )?(?:"
    r"(?P<working>last (?:working|business) ?day)"
    r"|(?P<last>last day)"
    rf"|(?P<ordinal>{'|'.join(ORDINALS)}|1st|2nd|3rd|4th|5th) (?P<weekday>[a-z]{{3,9}})"
    r"|(?:day )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
    r")(?: (?:of|in) (?:the|each|every|a) month| (?:each|every|a) month| monthly)?"
)
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first, second … or last (-1) weekday of a month; Monday is 0. A fifth may be the last."""

    ordinal: int
    weekday: int


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day by its number; the last one in months that are shorter."""

    day: int


@dataclass(frozen=True, slots=True)
class LastWorkingDay:
    """The last day from Monday to Friday; holidays are not known."""


ReviewRule = NthWeekday | DayOfMonth | LastWorkingDay
DEFAULT_RULE = LastWorkingDay()


@lru_cache(maxsize=256)
def parse_review_day(text: str) -> ReviewRule:
    """The review day written as a weekday, a day number or the last working day (STP-2).

    Understood are "last Thursday of the month", "second Tuesday", "3rd Mon", "15", "day 15",
    "15th", "last day" and "last working day", in any case. Raises ValueError with a sentence for
    anything else.
    """
    wording = WORDINGS.fullmatch(" ".join(text.casefold().split()))
    rule = _rule(wording) if wording else None
    if rule is None:
        raise ValueError(
            "Write the review day as a weekday (last Thursday of the month), "
            "a day number (15), or last working day."
        )
    return rule


def checked_review_day(text: str) -> str:
    """The words as they are, if they say a review day; raises ValueError with a sentence."""
    parse_review_day(text)
    return text


def review_rule(text: str | None) -> ReviewRule:
    """The rule of a plan's setting; the last working day where it is not set or not readable."""
    try:
        return parse_review_day(text) if text else DEFAULT_RULE
    except ValueError:
        return DEFAULT_RULE


def review_day(rule: ReviewRule, month: Month) -> date:
    """The day on which the rule falls in a month (STP-2)."""
    match rule:
        case NthWeekday(ordinal=-1, weekday=weekday):
            return _last_weekday(month, weekday)
        case NthWeekday(ordinal=ordinal, weekday=weekday):
            ahead = (weekday - month.first_day.weekday()) % 7 + 7 * (ordinal - 1)
            day = month.first_day + timedelta(days=ahead)
            return day if day <= month.last_day else _last_weekday(month, weekday)
        case DayOfMonth(day=number):
            return month.first_day.replace(day=min(number, month.last_day.day))
    over = max(0, month.last_day.weekday() - SATURDAY + 1)
    return month.last_day - timedelta(days=over)


def _rule(wording: re.Match[str]) -> ReviewRule | None:
    if wording["working"]:
        return LastWorkingDay()
    if wording["last"]:
        return DayOfMonth(LONGEST_MONTH)
    if wording["day"]:
        day = int(wording["day"])
        return DayOfMonth(day) if 1 <= day <= LONGEST_MONTH else None
    weekday = _weekday(wording["weekday"])
    ordinal = ORDINALS.get(wording["ordinal"]) or int(wording["ordinal"][0])
    return None if weekday is None else NthWeekday(ordinal, weekday)


def _weekday(name: str) -> int | None:
    """The weekday that a name stands for, full or shortened (thu, thurs)."""
    return next((n for n, full in enumerate(WEEKDAYS) if full.startswith(name)), None)


def _last_weekday(month: Month, weekday: int) -> date:
    return month.last_day - timedelta(days=(month.last_day.weekday() - weekday) % 7)
