"""The chart of margin against time: where each opportunity lies, the area of a circle its chance.

All geometry is worked out here, in the units of the viewBox; the table of the page has the figures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.method.plan import Tier
from waypost.method.roti import HALF, Rating, average_per_hour, expected, hours_of
from waypost.opportunities.queries.bubble_words import an_hour, meaning
from waypost.ui.formats import excerpt, money, number
from waypost.ui.scales import Box, Label, Scale, Spot, Wanted, figure, nice_ticks, place, text_width

WIDTH, HEIGHT = 760, 358
TOP, BOTTOM, LEFT, RIGHT = 20.0, 310.0, 50.0, 640.0  # LEFT at the least
WIDEST = 160  # what the figures on the left may take of the drawing
RADIUS = 21.3  # of a certain one
FEW = 40  # more circles than these are drawn smaller
NUMBERED = 9.0  # a circle of this radius has room for its number
NAMED, NAME = 40, 28  # so many of the best have a name, of so many characters
ZERO = Decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Circle:
    x: str
    y: str
    r: str
    css: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BubbleChart:
    """The drawing and its words; a path is empty where there is nothing of its kind."""

    width: int
    height: int
    area: str
    grid: str
    lines: tuple[str, ...]
    axis: str
    circles: tuple[Circle, ...]
    labels: tuple[Label, ...]
    title: str
    description: str
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Bubble:
    rating: Rating
    x: float
    y: float
    r: float

    @property
    def box(self) -> Box:
        return Box(self.x - self.r, self.y - self.r, self.x + self.r, self.y + self.r)


def bubble_chart(rated: Sequence[Rating], currency: str | None) -> BubbleChart | None:
    """The chart of those with hours and an expected margin; None without any."""
    drawn = [rating for rating in rated if rating.rank is not None]
    return _Drawing(drawn, currency).chart() if drawn else None


class _Drawing:
    def __init__(self, rated: Sequence[Rating], currency: str | None) -> None:
        self.currency = currency
        self.average = average_per_hour([rating.opportunity for rating in rated])
        worth = [expected(rating.opportunity) or ZERO for rating in rated]
        takes = [hours_of(rating.opportunity) or ZERO for rating in rated]
        self.across = nice_ticks(ZERO, max(takes))
        self.up = nice_ticks(min(ZERO, *worth), max(ZERO, *worth))
        widest = max(text_width(self._amount(tick)) for tick in self.up)
        self.left = max(LEFT, min(widest, WIDEST) + 16)
        self.x = Scale(0, float(self.across[-1]), self.left, RIGHT)
        self.y = Scale(float(self.up[0]), float(self.up[-1]), BOTTOM, TOP)
        full = RADIUS * min(1.0, sqrt(FEW / len(rated)))
        self.bubbles = [
            _Bubble(
                rating=rating,
                x=self.x.at(float(hours)),
                y=self.y.at(float(value)),
                r=max(2.0, full * sqrt(float(rating.opportunity.chance or 0))),
            )
            for rating, hours, value in zip(rated, takes, worth, strict=True)
        ]

    def chart(self) -> BubbleChart:
        rates = [self.average, self.average * HALF] if self.average else []
        ends = [self._end(rate) for rate in rates]
        start = f"M{figure(self.left)} {figure(self.y.at(0))}"
        lines = tuple(f"{start} {figure(x)} {figure(y)}" for x, y in ends)
        return BubbleChart(
            width=WIDTH,
            height=HEIGHT,
            area=f"{lines[0]}V{figure(TOP)}H{figure(self.left)}Z" if lines else "",
            grid="".join(
                f"M{figure(self.left)} {figure(self.y.at(float(tick)))}H{figure(RIGHT)}"
                for tick in self.up
            ),
            lines=lines,
            axis=f"{start}H{figure(RIGHT)}",
            circles=tuple(self._circles()),
            labels=(*self._scales(), *self._names(list(zip(rates, ends, strict=True)))),
            title=_("Opportunities by hours and expected margin"),
            description=self._description(),
            notes=meaning([bubble.rating for bubble in self.bubbles]),
        )

    def _amount(self, tick: Decimal) -> str:
        """With the currency at the top."""
        return money(tick, self.currency if tick == self.up[-1] else None)

    def _end(self, rate: Decimal) -> tuple[float, float]:
        """Where the line of what brings so much an hour leaves the drawing."""
        top, last = self.up[-1], self.across[-1]
        hours = min(last, top / rate)
        return self.x.at(float(hours)), self.y.at(float(hours * rate))

    def _circles(self) -> Iterator[Circle]:
        """The large ones first, so that none is hidden."""
        for bubble in sorted(self.bubbles, key=lambda one: -one.r):
            tier = bubble.rating.opportunity.tier or bubble.rating.suggested
            css = {Tier.A: "bub bub-a", Tier.C: "bub bub-c"}.get(tier, "bub") if tier else "bub"
            yield Circle(x=figure(bubble.x), y=figure(bubble.y), r=figure(bubble.r), css=css)

    def _scales(self) -> Iterator[Label]:
        for tick in self.up:
            y = self.y.at(float(tick))
            yield _label(self._amount(tick), Spot(self.left - 8, y + 4, "end"))
        for tick in self.across:
            last = tick == self.across[-1]
            text = _("%(hours)s hours") % {"hours": number(tick)} if last else number(tick)
            yield _label(text, Spot(self.x.at(float(tick)), BOTTOM + 20, "middle"))

    def _names(self, lines: Sequence[tuple[Decimal, tuple[float, float]]]) -> Iterator[Label]:
        """The numbers of the ranking in the circles, then the names beside them."""
        for bubble in self.bubbles:
            if bubble.r >= NUMBERED:
                spot = Spot(bubble.x, bubble.y + 4.5, "middle")
                yield _label(str(bubble.rating.rank), spot, "t-strong")
        rates = [self._rate(*line) for line in lines]
        taken = [bubble.box for bubble in self.bubbles]
        best = [self._name(bubble) for bubble in self.bubbles[:NAMED]]
        yield from place([*rates, *best], WIDTH, HEIGHT, taken)

    def _rate(self, rate: Decimal, end: tuple[float, float]) -> Wanted:
        x, y = end
        text = _("%(money)s an hour") % {"money": an_hour(rate, self.currency)}
        outside = Spot(min(x, RIGHT - 8), y - 6, "middle" if x < RIGHT - 60 else "end")
        spots = (Spot(RIGHT + 8, y + 4),) if x >= RIGHT else (outside,)
        return Wanted(text, (*spots, outside))

    def _name(self, bubble: _Bubble) -> Wanted:
        name = excerpt(bubble.rating.opportunity.name, NAME)
        text = name if bubble.r >= NUMBERED else f"{bubble.rating.rank} {name}"
        beside, y = bubble.r + 5, bubble.y + 4
        return Wanted(
            text,
            (
                Spot(bubble.x - beside, y, "end"),
                Spot(bubble.x + beside, y),
                Spot(bubble.x, bubble.y - bubble.r - 6, "middle"),
                Spot(bubble.x, bubble.y + bubble.r + 14, "middle"),
            ),
        )

    def _description(self) -> str:
        count = len(self.bubbles)
        drawn = ngettext(
            "%(count)s opportunity is drawn, the larger its circle the better its chance.",
            "%(count)s opportunities are drawn, the larger the circle the better the chance.",
            count,
        ) % {"count": count}
        table = _("The table below holds all figures.")
        if not self.average:
            return f"{drawn} {table}"
        levels = [bubble.rating.per_hour or ZERO for bubble in self.bubbles]
        words = {
            "money": an_hour(self.average, self.currency),
            "above": sum(one >= self.average for one in levels),
            "below": sum(one < self.average * HALF for one in levels),
        }
        average = _(
            "An hour brings %(money)s on average: %(above)s lie above that, %(below)s below half."
        )
        return f"{drawn} {average % words} {table}"


def _label(text: str, spot: Spot, css: str = "") -> Label:
    x, y = figure(spot.x), figure(spot.y)
    return Label(text, x, y, spot.anchor, css, Box(spot.x, spot.y, spot.x, spot.y))
