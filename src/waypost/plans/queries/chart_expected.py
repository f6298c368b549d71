"""What is expected in the step chart: the line at the pace so far, and its range (OBJ-5)."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from waypost.method.forecast import Forecast
from waypost.method.plan import CheckIn

At = Callable[[date, Decimal], str]  # where a value of a day lies in the drawing, as "x y"


def expected_line(last: CheckIn, ahead: Iterable[Forecast], at: At) -> str:
    """The path from the last check-in through what is expected."""
    points = [(last.on, last.value), *((seen.on, seen.value) for seen in ahead)]
    return "M" + "L".join(at(day, value) for day, value in points)


def range_area(last: CheckIn, ahead: list[Forecast], at: At) -> str:
    """The outline of the range, along its one side and back along the other; empty without one."""
    if all(seen.low == seen.high for seen in ahead):
        return ""
    there = [at(seen.on, seen.low) for seen in ahead]
    back = [at(seen.on, seen.high) for seen in reversed(ahead)]
    return "M" + "L".join([at(last.on, last.value), *there, *back]) + "Z"


def within_reach(ahead: Iterable[Forecast], low: Decimal, high: Decimal) -> list[Decimal]:
    """What is expected, and its range, no further beyond the values that are known than half of
    what these span: a forecast far away does not flatten them."""
    reach = (high - low) / 2
    return [
        min(max(value, low - reach), high + reach)
        for seen in ahead
        for value in (seen.value, seen.low, seen.high)
    ]
