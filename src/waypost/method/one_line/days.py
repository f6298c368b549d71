"""Dates in words: a day, or a month where only that is said (STP-1, STP-3)."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from waypost.method.month import Month
from waypost.method.one_line import english
from waypost.method.one_line.meaning import Unclear
from waypost.method.shape import FIRST_DAY, LAST_DAY

When = date | Month
Words = tuple[str, ...]

LONGEST = 7  # words of a day: by the end of the next month
FRIDAY = 4
YEARS_BETWEEN_LEAP_DAYS = 8
ISO = re.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})?")
SLASHED = re.compile("([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?")
DAY = re.compile("([0-9]{1,2})(?:" + "|".join(english.ORDINALS) + ")?")
YEAR = re.compile("[0-9]{4}")
WEEK = re.compile("[0-9]{1,2}")
AHEAD = re.compile(
    rf"(?:\+|(?:{'|'.join(english.AHEAD)}) )"
    rf"(?:([0-9]{{1,3}}) ?|({'|'.join(english.NUMBERS)}) )([a-z]+)"
)


def read_when(words: Words, today: date) -> When | Unclear | None:
    """The day or month that all of the words together say; None when they say none.

    A weekday is the next such day after today, with "next" the one of the following week. A day
    and month without a year is the next one from today on. A week is due on its Friday. With a
    preposition ("by", "before") it is the day named. Unclear is 4/12: April or December.
    """
    words = tuple(_plain(word) for word in words)
    try:
        found = _ahead(words, today) or _dated(_after_preposition(words), today)
        return found if _in_range(found) else None
    except (ValueError, OverflowError):  # no such day in any calendar
        return None


def _plain(word: str) -> str:
    return word if DOTTED.fullmatch(word) else word.rstrip(".")


def _in_range(found: When | Unclear | None) -> bool:
    match found:
        case None:
            return False
        case Month():
            day = found.first_day
        case Unclear(first, last):
            day = max(first, last)
        case _:
            day = found
    return FIRST_DAY <= day <= LAST_DAY


def _after_preposition(words: Words) -> Words:
    """Without "by" and, before a number or "end of", its article: "in the sun" is no day."""
    if words[0] not in english.PREPOSITIONS:
        return words
    rest = _after_article(words[1:])
    return rest if rest[:2] == english.END_OF or DAY.match(" ".join(rest)) else words[1:]


def _after_article(words: Words) -> Words:
    return words[1:] if words[:1] == (english.THE,) else words


def _dated(words: Words, today: date) -> When | Unclear | None:
    if words[:2] == english.END_OF:
        return _end_of(_after_article(words[2:]), today)
    if len(words) > 1 and words[0] in english.WEEKDAYS:
        return _on_weekday(words[0], _dated(words[1:], today))
    readings = (read(words, today) for read in READERS)
    return next((found for found in readings if found is not None), None)


def _on_weekday(name: str, found: When | Unclear | None) -> date | None:
    """ "Fri 4 Dec" only where that day is a Friday."""
    if isinstance(found, date) and found.weekday() == english.WEEKDAYS[name]:
        return found
    return None


def _ahead(words: Words, today: date) -> When | None:
    """In 2 weeks, within 3 days, +3d; a number of months is a month."""
    match = AHEAD.fullmatch(" ".join(words))
    if not match:
        return None
    count = int(match[1]) if match[1] else english.NUMBERS[match[2]]
    unit = match[3]
    if unit in english.MONTHS_IN:
        return Month.of(today).plus(count)
    if unit in english.DAYS_IN:
        return today + timedelta(days=count * english.DAYS_IN[unit])
    return None


def _end_of(words: Words, today: date) -> date | None:
    """The last day of a month, or the Friday of a week."""
    if words in ((english.MONTH,), (english.WEEK,)):
        words = (english.THIS, *words)
    month = _month(words, today)
    return month.last_day if month else _week(words, today)


def _named(words: Words, today: date) -> date | None:
    match words:
        case (word,) if word in english.TODAY:
            return today
        case (word,) if word in english.TOMORROW:
            return today + timedelta(days=1)
        case (word,) if word in english.END_OF_MONTH:
            return Month.of(today).last_day
        case (word,) if word in english.END_OF_WEEK:
            return _friday(_monday(today), today)
    return None


def _weekday(words: Words, today: date) -> date | None:
    if not words or words[-1] not in english.WEEKDAYS:
        return None
    wanted = english.WEEKDAYS[words[-1]]
    match words[:-1]:
        case ():
            return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
        case (english.THIS,):
            return today + timedelta(days=(wanted - today.weekday()) % 7)
        case (english.NEXT,):
            return _monday(today) + timedelta(days=7 + wanted)
    return None


def _week(words: Words, today: date) -> date | None:
    match words:
        case (english.THIS, english.WEEK):
            return _friday(_monday(today), today)
        case (english.NEXT, english.WEEK):
            return _friday(_monday(today) + timedelta(days=7), today)
        case (english.WEEK, number) if WEEK.fullmatch(number):
            monday = date.fromisocalendar(today.isocalendar().year, int(number), 1)
            if monday + timedelta(days=6) < today:
                monday = date.fromisocalendar(today.isocalendar().year + 1, int(number), 1)
            return _friday(monday, today)
    return None


def _month(words: Words, today: date) -> Month | None:
    this = Month.of(today)
    match words:
        case (english.THIS, english.MONTH):
            return this
        case (english.NEXT, english.MONTH):
            return this.plus(1)
        case (name,) | (english.THIS, name) if name in english.MONTHS:
            return this.plus((english.MONTHS[name] - this.month) % 12)
        case (english.NEXT, name) if name in english.MONTHS:
            return this.plus((english.MONTHS[name] - this.month - 1) % 12 + 1)
        case (name, year) if name in english.MONTHS and YEAR.fullmatch(year):
            return Month(int(year), english.MONTHS[name])
    return None


def _day_and_month(words: Words, today: date) -> date | None:
    if len(words) > 1 and words[0] in english.MONTHS:
        words = (words[1], words[0], *words[2:])
    elif words[1:2] == (english.OF,):
        words = (words[0], *words[2:])
    match words:
        case (day, name) if name in english.MONTHS and DAY.fullmatch(day):
            return _next_such(_number(day), english.MONTHS[name], today)
        case (day, name, year) if (
            name in english.MONTHS and DAY.fullmatch(day) and YEAR.fullmatch(year)
        ):
            return date(int(year), english.MONTHS[name], _number(day))
    return None


def _in_digits(words: Words, today: date) -> date | Unclear | None:
    """2026-12-04, 4.12. with the dot at its end, 4/12 either way round."""
    if len(words) != 1 or words[0] in english.NEVER_DAYS:
        return None
    if match := ISO.fullmatch(words[0]):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := DOTTED.fullmatch(words[0]):
        return _day_of(match[1], match[2], match[3], today)
    if match := SLASHED.fullmatch(words[0]):
        return _either(match[1], match[2], match[3], today)
    return None


def _either(one: str, other: str, year: str | None, today: date) -> date | Unclear | None:
    ways = ((one, other), (other, one))
    days = [_day_of(day, month, year, today) for day, month in ways if int(month) <= 12]
    match list(dict.fromkeys(day for day in days if day)):
        case [day]:
            return day
        case [first, last]:
            return Unclear(first, last)
    return None


def _day_of(day: str, month: str, year: str | None, today: date) -> date | None:
    if year:
        return date(int(year), int(month), int(day))
    return _next_such(int(day), int(month), today)


def _next_such(day: int, month: int, today: date) -> date | None:
    """The next such day from today on; 29 February may be years away, 31 April never comes."""
    for year in range(today.year, today.year + YEARS_BETWEEN_LEAP_DAYS + 1):
        exists = 1 <= day <= calendar.monthrange(year, month)[1]
        if exists and date(year, month, day) >= today:
            return date(year, month, day)
    return None


def _number(day: str) -> int:
    return int(day.rstrip("".join(english.ORDINALS)))


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())


def _friday(monday: date, today: date) -> date:
    """The last working day of a week; at its weekend what is left of it is today."""
    return max(monday + timedelta(days=FRIDAY), today)


READERS: tuple[Callable[[Words, date], When | Unclear | None], ...] = (
    _named,
    _weekday,
    _week,
    _month,
    _day_and_month,
    _in_digits,
)
