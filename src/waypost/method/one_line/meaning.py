"""What is understood of a line, and what is asked back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from waypost.method.month import Month
from waypost.method.words import Words

Value = str | date | Month | Decimal


class Meaning(StrEnum):
    """What some words of a line stand for."""

    OWNER = "owner"
    DAY = "day"
    MONTH = "month"
    HOURS = "hours"
    WEIGHT = "weight"
    ACHIEVES = "achieves"
    COLOUR = "colour"
    ON = "on"
    TOUCHES = "touches"
    ABOUT = "about"


class Weight(StrEnum):
    """``!`` is important and not urgent, what a plan forgets first (STP-4); ``!!`` is urgent."""

    IMPORTANT = "important, not urgent"
    URGENT = "urgent"


class Span(NamedTuple):
    """Words as they stand in the line, and what they were taken for."""

    kind: Meaning
    words: str
    value: Value


class Someone(NamedTuple):
    """Somebody a line may name: one of us, or a person at the customer with a title."""

    code: str
    name: str
    initials: str
    ours: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A date with the day and the month in either order."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Found:
    """What words stand for, before it is known whether the line has it already."""

    meaning: Meaning
    value: Value


@dataclass(frozen=True, slots=True)
class Asked:
    """The words could stand for several things: they stay text, and a person is asked."""

    question: Words


Reading = Found | Asked
