"""How well the customer is known: how fresh a fact is, and what to find out next (PRO-1, PRO-2)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from waypost.method.month import Month
from waypost.method.plan import Profile

FRESH_FOR_MONTHS = 3
OLD_AFTER_MONTHS = 12


class Freshness(StrEnum):
    """How old a fact is: fresh up to 3 months, ageing up to a year, then old (PRO-2)."""

    FRESH = "fresh"
    AGEING = "ageing"
    OLD = "old"
    UNDATED = "undated"


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """The room to invest in a year, in whole units of the currency."""

    year: int
    value: Decimal


def freshness(as_of: date | None, today: date) -> Freshness:
    """How fresh what was known on a day is today; undated without that day (PRO-2)."""
    if as_of is None:
        return Freshness.UNDATED
    if _older(as_of, today, OLD_AFTER_MONTHS):
        return Freshness.OLD
    return Freshness.AGEING if _older(as_of, today, FRESH_FOR_MONTHS) else Freshness.FRESH


def worth_asking(as_of: date | None, uses: int, today: date) -> int:
    """How much asking anew is worth, oldest and most used first; 0 where there is no need (PRO-2).

    Its age in months, as many times as parts of the plan rest on it, and once more.
    """
    if as_of is None or freshness(as_of, today) is Freshness.FRESH:
        return 0
    months = (today.year - as_of.year) * 12 + today.month - as_of.month
    return months * (1 + uses)


def room_to_invest(profile: Profile, year: int) -> Room | None:
    """What the customer may spend on new things in a year; None where nothing is known (CRI-5).

    By the figures of that year, else by the latest of the two years before.
    """
    known = [
        Room(year=figures.year, value=figures.investment_room_k * 1000)
        for figures in profile.figures
        if figures.investment_room_k is not None and year - 2 <= figures.year <= year
    ]
    return max(known, key=lambda room: room.year, default=None)


def _older(as_of: date, today: date, months: int) -> bool:
    ends = Month.of(as_of).plus(months), as_of.day
    return ends < (Month.of(today), today.day)
