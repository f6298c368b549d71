"""Marks on the fields of a plan: what a text may hold and what an id points at.

The plan file's reader, writer and JSON Schema, and the property tests all follow these marks, so a
field is described once, in `plan/`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

# Limits of every id, day and number in a plan.
ID_PATTERN = "[A-Za-z][A-Za-z0-9._-]{0,31}"
ACCOUNT = "account"  # stands for the account as a whole where an id is expected; no part's own id
FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2100, 12, 31)
DIGITS_BEFORE_POINT = 11
DIGITS_AFTER_POINT = 4


class Kind(StrEnum):
    """What an id can name. Ids are unique in a plan across all kinds."""

    LOCATION = "location"
    MEMBER = "team member"
    FACT = "fact"
    VISION = "visionary objective"
    RELATIONSHIP = "relationship objective"
    BUSINESS = "business objective"
    STAGE = "stage goal"
    STRATEGY = "strategy"
    ACTION = "action"
    LIGHT = "traffic light"
    GROUP = "decision group"
    PERSON = "person"
    OPPORTUNITY = "opportunity"
    SESSION = "planning session"


OBJECTIVES = (Kind.VISION, Kind.RELATIONSHIP, Kind.BUSINESS)


@dataclass(frozen=True)
class Length:
    """A text of at most ``limit`` characters, in one line unless ``lines`` says otherwise."""

    limit: int
    lines: bool = False


@dataclass(frozen=True)
class Reads:
    """The text is one that ``read`` understands, kept as it gives it; ``words`` say what that is.

    ``read`` raises ValueError with what to write instead.
    """

    read: Callable[[str], str]
    words: str


@dataclass(frozen=True)
class Names:
    """The field is the part's own id, unique in the plan."""

    kind: Kind


@dataclass(frozen=True)
class Refers:
    """The field is the id of a part of one of these kinds, or one of ``words``."""

    kinds: tuple[Kind, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Range:
    """A number or a year count from ``least`` to ``most``; None is open."""

    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True)
class Key:
    """The name of the field in the plan file, where Python's differs."""

    name: str


@dataclass(frozen=True)
class Thousands:
    """Money written in thousands in the plan file, held in whole units of the currency."""


@dataclass(frozen=True)
class PlaceIn:
    """A place, from 0, in a list of the profile; written ``gaps[2]`` in the plan file."""

    list_name: str


@dataclass(frozen=True)
class Once:
    """No two parts of one list have the same value here: a member commits once to a strategy."""


@dataclass(frozen=True)
class Sorted:
    """The list is in order, whatever the order it was given in."""


@dataclass(frozen=True)
class Upwards:
    """Following the reference from part to part never comes back to where it began."""


@dataclass(frozen=True)
class InFull:
    """The part named may stand here in full in a plan file; the plan holds it in ``list_name``."""

    list_name: str


@dataclass(frozen=True)
class Instead:
    """What a person is told who gives something else than the field holds."""

    sentence: str


Line = Annotated[str, Length(200)]
Prose = Annotated[str, Length(10_000, lines=True)]
Hours = Annotated[Decimal, Range(Decimal(0), Decimal(100_000))]
Share = Annotated[Decimal, Range(Decimal(0), Decimal(1))]

MemberId = Annotated[str, Refers((Kind.MEMBER,))]
PersonId = Annotated[str, Refers((Kind.PERSON,))]
LocationId = Annotated[str, Refers((Kind.LOCATION,))]
