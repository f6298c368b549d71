"""What the customer earns, year by year, and what of it can be for us (CRI-5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from waypost.accounts.models import YearFigures
from waypost.accounts.profile.entered import Entered
from waypost.accounts.profile.fields import MILLION
from waypost.accounts.profile.lines import MARKS, NOBODY
from waypost.method.profile import Freshness, freshness
from waypost.ui.formats import money, short_date, with_unit

WIDTH, STEP, BAR = 358, 58, 36
TOP, FLOOR = 22.0, 130.0


@dataclass(frozen=True, kw_only=True, slots=True)
class YearLine:
    """The figures of one year; ``expected`` while the year is not over."""

    key: int
    anchor: str
    year: int
    expected: bool
    turnover: str
    margin: str
    room: str
    share: str
    source: str
    said: str
    mark: str
    word: str
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """The turnover of a year in the drawing."""

    x: int
    middle: int
    y: str
    height: str
    label: str
    year: int
    expected: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Finances:
    years: tuple[YearLine, ...]
    bars: tuple[Bar, ...]
    description: str
    width: int = WIDTH


def finances(
    rows: Sequence[YearFigures], written: Mapping[int, Entered], currency: str, today: date
) -> Finances:
    """Latest year last; the drawing shows the last six with a turnover."""
    lines = []
    for row in rows:
        age = freshness(row.as_of, today)
        lines.append(
            YearLine(
                key=row.pk,
                anchor=f"figures-{row.pk}",
                year=row.year,
                expected=row.year >= today.year,
                turnover=_money(row.turnover_k, currency),
                margin=with_unit(row.margin, "%"),
                room=_money(row.investment_room_k, currency),
                share=with_unit(row.our_share, "%"),
                source=row.source,
                said=short_date(row.as_of, today),
                mark=MARKS[age],
                word=_("No date") if age is Freshness.UNDATED else "",
                by=written.get(row.pk, NOBODY).by,
            )
        )
    bars = _bars([row for row in rows if row.turnover_k is not None][-6:], today)
    said = (f"{bar.year}: {bar.label}" for bar in bars)
    return Finances(years=tuple(lines), bars=bars, description=", ".join(said))


def _bars(rows: Sequence[YearFigures], today: date) -> tuple[Bar, ...]:
    """None for less than two years: there is nothing to compare."""
    most = max((row.turnover_k or Decimal(0) for row in rows), default=Decimal(0))
    if len(rows) < 2 or not most:
        return ()
    bars = []
    for place, row in enumerate(rows):
        height = float((row.turnover_k or Decimal(0)) / most) * (FLOOR - TOP)
        bars.append(
            Bar(
                x=8 + place * STEP,
                middle=8 + place * STEP + BAR // 2,
                y=f"{FLOOR - height:g}",
                height=f"{height:g}",
                label=_money(row.turnover_k, ""),
                year=row.year,
                expected=row.year >= today.year,
            )
        )
    return tuple(bars)


def _money(value: Decimal | None, currency: str) -> str:
    return "" if value is None else money(value * MILLION, currency)
