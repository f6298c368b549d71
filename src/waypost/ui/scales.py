"""What charts are drawn with: scales, ticks, and labels that do not cover each other.

Pure functions of their arguments. Lengths are units of the chart's viewBox.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from waypost.method.month import Month

MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
ASCENT, DESCENT = 11, 4  # of a line of 13 px around its base line
NARROW, WIDE = frozenset(" .,:;'il|!()"), frozenset("mwMW%€@—")


@dataclass(frozen=True, slots=True)
class Scale:
    """Puts ``low`` at ``start`` and ``high`` at ``end``, which may lie before it."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies; values beyond the ends lie on the ends."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0
        return self.start + min(max(share, 0), 1) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label may stand: its base line from ``x``, or to or around it by ``anchor``."""

    x: float
    y: float
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label, the spots it may stand at, the best one first, and the class it is drawn with."""

    text: str
    spots: tuple[Spot, ...]
    css: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its place."""

    text: str
    x: str
    y: str
    anchor: str
    css: str
    box: Box


def nice_ticks(low: Decimal, high: Decimal, limit: int = 6) -> tuple[Decimal, ...]:
    """Round values around ``low`` and ``high``, evenly spaced by 1, 2 or 5 of a power of ten.

    Two at least, ``limit`` at most; where there is no span, one is made around the value.
    """
    if high <= low:
        around = max(abs(low) / 10, Decimal(1))
        low, high = low - around, high + around
    power = Decimal(10) ** ((high - low).adjusted() - 1)
    for step in (power * factor for factor in (1, 2, 5, 10, 20, 50, 100)):
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if last - first < limit:
            break
    return tuple((first + number) * step for number in range(int(last - first) + 1))


def month_ticks(first: Month, last: Month, limit: int = 8) -> tuple[Month, ...]:
    """Months from ``first`` to ``last``, evenly spaced, as many as the limit allows."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in MONTH_STEPS if months // step < limit), months + 1)
    return tuple(first.plus(number) for number in range(0, months + 1, step))


def days_on(first: date, last: date, start: float, end: float) -> Scale:
    """The scale of the days; ``at`` takes their ordinals."""
    return Scale(first.toordinal(), last.toordinal(), start, end)


def text_width(text: str) -> float:
    """About how wide a text of 13 px is, bold and rather too wide than too narrow."""
    return sum(_advance(character) for character in text)


def place(
    wanted: Iterable[Wanted], width: float, height: float, taken: Iterable[Box] = ()
) -> tuple[Label, ...]:
    """The labels at the first spots where they cover nothing; what finds no spot is left out.

    The first label chooses first. ``taken`` is what is drawn already.
    """
    boxes, placed = list(taken), []
    whole = Box(0, 0, width, height)
    for label in wanted:
        for spot in label.spots:
            box = box_of(label.text, spot)
            if _within(box, whole) and not any(box.covers(other) for other in boxes):
                boxes.append(box)
                x, y = figure(spot.x), figure(spot.y)
                placed.append(Label(label.text, x, y, spot.anchor, label.css, box))
                break
    return tuple(placed)


def box_of(text: str, spot: Spot) -> Box:
    """What a text covers at a spot."""
    width = text_width(text)
    left = spot.x - {"start": 0, "middle": width / 2, "end": width}[spot.anchor]
    return Box(left, spot.y - ASCENT, left + width, spot.y + DESCENT)


def figure(length: float) -> str:
    """A length in the drawing, to a tenth: 292.6, 40."""
    return f"{length:.1f}".removesuffix(".0")


def _within(box: Box, whole: Box) -> bool:
    return (
        box.left >= whole.left
        and box.right <= whole.right
        and box.top >= whole.top
        and box.bottom <= whole.bottom
    )


def _advance(character: str) -> float:
    if character in NARROW:
        return 4.6
    if character in WIDE or unicodedata.east_asian_width(character) in "WF":
        return 13.5
    return 9.5 if character.isupper() else 8
