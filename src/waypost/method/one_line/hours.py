"""How much work it is, in hours: 2h, 1,5 hours, 30 min, 2h30 (STP-5)."""

import re
from decimal import Decimal
from typing import get_args

from waypost.method.one_line import english
from waypost.method.shape import DIGITS_AFTER_POINT, Hours, Range

LIMITS: Range = get_args(Hours)[1]
MINUTES_IN_HOUR = 60
SMALLEST = Decimal(1).scaleb(-DIGITS_AFTER_POINT)

_HOURS = "|".join(english.HOURS)
_MINUTES = "|".join(english.MINUTES)
IN_HOURS = re.compile(f"([0-9]{{1,6}}(?:[.,][0-9]{{1,{DIGITS_AFTER_POINT}}})?) ?(?:{_HOURS})")
IN_MINUTES = re.compile(f"([0-9]{{1,6}}) ?(?:{_MINUTES})")
IN_BOTH = re.compile(f"([0-9]{{1,6}}) ?(?:{_HOURS}) ?([0-5]?[0-9]) ?(?:{_MINUTES})?")


def read_hours(words: tuple[str, ...]) -> Decimal | None:
    """The hours that all of the words together say; None when they say none or too many."""
    text = " ".join(words).rstrip(".")
    if match := IN_HOURS.fullmatch(text):
        return _within_limits(Decimal(match[1].replace(",", ".")))
    if match := IN_MINUTES.fullmatch(text):
        return _within_limits(_hours(match[1]))
    if match := IN_BOTH.fullmatch(text):
        return _within_limits(int(match[1]) + _hours(match[2]))
    return None


def _hours(minutes: str) -> Decimal:
    hours = (Decimal(minutes) / MINUTES_IN_HOUR).quantize(SMALLEST)
    return hours.normalize() + 0  # 10, not 1E+1


def _within_limits(hours: Decimal) -> Decimal | None:
    return hours if LIMITS.most is None or hours <= LIMITS.most else None
