"""Where a metric is heading, from its check-ins alone (OBJ-5)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise
from statistics import median, quantiles

from waypost.method.plan import BusinessObjective, CheckIn

DAYS_OF_A_MONTH = 30
DAYS_OF_A_PACE = 14  # a pace between check-ins nearer to each other is mostly chance
FINENESS = 20  # an expected value is rounded to between a 20th and a 200th of the metric's span


@dataclass(frozen=True, kw_only=True, slots=True)
class Forecast:
    """What the metric is expected to be on a day, in its own unit, at the pace so far (OBJ-5).

    ``low`` and ``high`` span the slower and the faster half of the pace seen; ``points`` is the
    number of days with a check-in it rests on; ``per_month`` is the change in 30 days.
    """

    on: date
    value: Decimal
    low: Decimal
    high: Decimal
    points: int
    per_month: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Trend:
    """The pace of a metric a day: the middle one, and the quartiles around it."""

    last: CheckIn
    points: int
    pace: Decimal
    least: Decimal
    most: Decimal
    unit: Decimal
    floor: Decimal | None

    def on(self, day: date) -> Forecast:
        """The forecast for a day on or after the last check-in."""
        days = (day - self.last.on).days
        return Forecast(
            on=day,
            value=self._after(days, self.pace),
            low=self._after(days, self.least),
            high=self._after(days, self.most),
            points=self.points,
            per_month=self.per_month(self.pace),
        )

    def needed(self, value: Decimal, by: date) -> Decimal:
        """The change in 30 days that leads from the last check-in to a value by a day after it;
        on the day of the check-in as if there were one more."""
        return self.per_month((value - self.last.value) / max(1, (by - self.last.on).days))

    def change_by(self, value: Decimal, by: date, fastest: Decimal) -> date | None:
        """The latest day on which the pace has to change from that so far to the ``fastest`` one
        a day for the metric to be at a value by a later day; None when it could not be there even
        if the pace had changed with the last check-in."""
        days, way = (by - self.last.on).days, value - self.last.value
        gained, spare = fastest - self.pace, fastest * days - way
        if gained * way <= 0 or spare * way < 0:
            return None
        return self.last.on + timedelta(days=int(spare / gained))

    def per_month(self, pace: Decimal) -> Decimal:
        """A pace a day as the change in 30 days, rounded to what the pace can tell."""
        return rounded(pace * DAYS_OF_A_MONTH, self.unit / 10)

    def _after(self, days: int, pace: Decimal) -> Decimal:
        value = rounded(self.last.value + days * pace, self.unit)
        return value if self.floor is None else max(value, self.floor)


def forecast(objective: BusinessObjective, on: date) -> Forecast | None:
    """The metric of a business objective on a day, at the pace of its check-ins (OBJ-5).

    The median of the slopes between all pairs of check-ins, carried on from the last one; the
    range comes from the quartiles of the slopes. Works for rising and for falling metrics, knows
    only check-ins up to ``on``, and is None while they lie on fewer than two days. Values are
    rounded to what the pace can tell; a metric that was never negative is not expected to be.
    """
    found = trend(objective, on)
    return None if found is None else found.on(on)


def trend(objective: BusinessObjective, until: date) -> Trend | None:
    """The pace of the check-ins up to a day (OBJ-5); None while they lie on fewer than two days."""
    known = check_ins(objective, until)
    if len(known) < 2:
        return None
    slopes = [(b.value - a.value) / (b.on - a.on).days for a, b in combinations(known, 2)]
    quarters = quantiles(slopes, n=4, method="inclusive") if len(slopes) > 1 else slopes
    values = _values(objective, known)
    return Trend(
        last=known[-1],
        points=len(known),
        pace=median(slopes),
        least=quarters[0],
        most=quarters[-1],
        unit=unit_of(max(values) - min(values)),
        floor=Decimal(0) if min(values) >= 0 else None,
    )


def fastest_pace(objective: BusinessObjective, until: date, direction: int) -> Decimal:
    """The fastest change a day towards the target (OBJ-5): that between two check-ins up to a
    day, two weeks apart or more, or that which the plan asks for from one goal to the next.

    ``direction`` is 1 for a metric to rise and -1 to fall; zero when nothing changed that way.
    """
    made = [(check.on, check.value) for check in check_ins(objective, until)]
    planned = sorted((stage.due, stage.value) for stage in objective.stages)
    if objective.due and objective.target is not None:
        planned.append((objective.due, objective.target))
    steps = [*combinations(made, 2), *pairwise(planned)]
    paces = [
        (last - first) / (ends - starts).days
        for (starts, first), (ends, last) in steps
        if (ends - starts).days >= DAYS_OF_A_PACE
    ]
    return max((pace * direction for pace in paces), default=Decimal(0)).max(0) * direction


def check_ins(objective: BusinessObjective, until: date) -> tuple[CheckIn, ...]:
    """The check-ins up to a day, oldest first; of several on one day the last written counts."""
    known = sorted((made for made in objective.check_ins if made.on <= until), key=lambda m: m.on)
    return tuple({made.on: made for made in known}.values())


def unit_of(span: Decimal) -> Decimal:
    """The power of ten that a metric of this span is rounded to; 1 where nothing moves."""
    return Decimal(10) ** (span / FINENESS).adjusted() if span else Decimal(1)


def rounded(value: Decimal, unit: Decimal) -> Decimal:
    """The value to the nearest whole ``unit``."""
    return (value / unit).to_integral_value() * unit


def _values(objective: BusinessObjective, known: tuple[CheckIn, ...]) -> list[Decimal]:
    written = (objective.baseline, objective.target, *(stage.value for stage in objective.stages))
    return [*(value for value in written if value is not None), *(made.value for made in known)]
