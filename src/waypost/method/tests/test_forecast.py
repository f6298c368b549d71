from datetime import date
from decimal import Decimal

import pytest

from waypost.method.forecast import (
    Forecast,
    check_ins,
    fastest_pace,
    forecast,
    rounded,
    trend,
    unit_of,
)
from waypost.method.tests.build import objective

FALLING = objective(
    "2026-09-24 58, 2026-10-29 55, 2026-11-19 54",
    "2026-12-31 50, 2027-03-31 38, 2027-06-30 25",
    baseline="61",
    target="25",
)


@pytest.mark.parametrize(
    ("on", "value", "low", "high"),
    [
        (date(2026, 12, 31), 51, 51, 52),
        (date(2027, 3, 31), 45, 44, 46),
        (date(2027, 6, 30), 38, 36, 41),
    ],
)
def test_forecast_carries_a_falling_metric_on(on, value, low, high):
    assert forecast(FALLING, on) == Forecast(
        on=on,
        value=Decimal(value),
        low=Decimal(low),
        high=Decimal(high),
        points=3,
        per_month=Decimal("-2.1"),
    )


def test_forecast_carries_a_rising_metric_on():
    rising = objective("2026-03-01 2, 2026-11-12 3", baseline="2", target="5")
    assert forecast(rising, date(2027, 3, 31)) == Forecast(
        on=date(2027, 3, 31),
        value=Decimal("3.5"),
        low=Decimal("3.5"),
        high=Decimal("3.5"),
        points=2,
        per_month=Decimal("0.12"),
    )


def test_forecast_is_not_moved_by_one_odd_check_in():
    steady = "2026-01-01 10, 2026-02-01 20, 2026-03-01 29, 2026-04-01 39, 2026-05-01 {}"
    fair, odd = (
        forecast(objective(steady.format(last), target="100"), date(2026, 5, 1))
        for last in ("49", "90")
    )
    assert fair is not None
    assert odd is not None
    assert (fair.per_month, odd.per_month) == (Decimal("9.7"), Decimal("9.7"))


def test_forecast_does_not_go_below_zero_where_nothing_was():
    nearly_none = objective("2026-01-01 8, 2026-02-01 2", baseline="10", target="0")
    found = forecast(nearly_none, date(2026, 6, 1))
    assert found is not None
    assert found.value == 0


def test_forecast_goes_below_zero_where_something_was():
    losing = objective("2026-01-01 8, 2026-02-01 -2", baseline="10", target="12")
    found = forecast(losing, date(2026, 3, 1))
    assert found is not None
    assert found.value == -11


def test_forecast_of_a_metric_that_does_not_move_is_its_value():
    flat = forecast(objective("2026-01-01 7, 2026-02-01 7"), date(2026, 6, 1))
    assert flat is not None
    assert (flat.value, flat.per_month) == (Decimal(7), Decimal(0))


@pytest.mark.parametrize("values", ["", "2026-01-01 2", "2026-01-01 2, 2026-01-01 3"])
def test_forecast_is_unknown_without_check_ins_on_two_days(values):
    assert forecast(objective(values, target="5"), date(2026, 6, 1)) is None


def test_forecast_knows_only_check_ins_up_to_its_day():
    assert forecast(FALLING, date(2026, 10, 28)) is None


def test_trend_tells_the_change_in_30_days_that_a_value_needs():
    found = trend(FALLING, date(2026, 11, 24))
    assert found is not None
    assert found.needed(Decimal(38), date(2027, 3, 31)) == Decimal("-3.6")
    assert found.needed(Decimal(53), date(2026, 11, 20)) == Decimal(-30)
    assert found.needed(Decimal(53), date(2026, 11, 19)) == Decimal(-30)
    assert found.needed(Decimal(55), date(2026, 11, 29)) == Decimal(3)


@pytest.mark.parametrize(
    ("value", "fastest", "until"),
    [
        ("20", "2", "2026-01-11"),  # at 2 a day from the first day on, just in time
        ("15", "2", "2026-01-16"),  # 5 days at 1, then 5 at 2
        ("15", "3", "2026-01-18"),  # 7.5 days at 1, and only whole days count
        ("20.1", "2", None),  # not even at once
        ("15", "1", None),  # no faster than so far
        ("15", "0.5", None),
        ("15", "0", None),
        ("15", "-2", None),
        ("10", "2", "2026-01-21"),  # the pace so far is enough
        ("0", "2", None),  # it is there already
        ("-10", "-2", "2026-01-14"),  # turns back in time: 3 days up, 7 days down
    ],
)
def test_trend_tells_until_when_the_pace_has_to_change(value, fastest, until):
    """From 10 on 11 Jan at 1 a day; where to be ten days later, counted from 10."""
    found = trend(objective("2026-01-01 0, 2026-01-11 10"), date(2026, 2, 1))
    assert found is not None
    by = date(2026, 1, 21)
    day = found.change_by(10 + Decimal(value), by, Decimal(fastest))
    assert day == (None if until is None else date.fromisoformat(until))


@pytest.mark.parametrize(
    ("values", "stages", "fields", "up", "down"),
    [
        ("", "", {}, "0", "0"),
        ("2026-01-01 0, 2026-01-15 14", "", {}, "1", "0"),
        ("2026-01-01 14, 2026-01-15 0", "", {}, "0", "-1"),
        ("2026-01-01 0, 2026-01-14 13", "", {}, "0", "0"),  # too near to tell a pace
        ("2026-01-01 0, 2026-01-10 9, 2026-01-31 15", "", {}, "0.5", "0"),
        ("2026-01-01 0, 2026-02-15 90", "", {}, "0", "0"),  # not known yet
        ("", "2026-03-01 1, 2026-03-21 21", {}, "1", "0"),
        ("", "2026-03-21 21, 2026-03-01 1", {}, "1", "0"),
        ("", "2026-03-01 1", {"target": "61", "due": date(2026, 3, 31)}, "2", "0"),
        ("", "2026-03-01 1", {"target": "61"}, "0", "0"),
        ("", "2026-03-01 1", {"due": date(2026, 3, 31)}, "0", "0"),
        ("", "2026-03-01 1", {"target": "61", "due": date(2026, 2, 1)}, "0", "0"),
        ("2026-01-01 0, 2026-01-15 14", "2026-03-01 9, 2026-03-21 49", {}, "2", "0"),
        ("2026-01-01 0, 2026-01-15 42", "2026-03-01 9, 2026-03-21 49", {}, "3", "0"),
    ],
)
def test_fastest_pace_is_what_was_seen_or_planned(values, stages, fields, up, down):
    having = objective(values, stages, **fields)
    paces = [fastest_pace(having, date(2026, 2, 1), way) for way in (1, -1, 0)]
    assert paces == [Decimal(up), Decimal(down), 0]


def test_trend_rests_on_days_not_on_check_ins():
    found = trend(objective("2026-01-01 9, 2026-01-01 1, 2026-01-11 2"), date(2026, 2, 1))
    assert found is not None
    assert (found.points, found.pace) == (2, Decimal("0.1"))


def test_check_ins_are_in_order_and_the_last_written_of_a_day_counts():
    mixed = objective("2026-02-01 3, 2026-01-01 1, 2026-02-01 4, 2026-03-01 5")
    assert [(made.on.month, made.value) for made in check_ins(mixed, date(2026, 2, 1))] == [
        (1, Decimal(1)),
        (2, Decimal(4)),
    ]


@pytest.mark.parametrize(
    ("span", "unit"),
    [("0", "1"), ("0.48", "0.01"), ("3", "0.1"), ("36", "1"), ("100", "1"), ("2000000", "1E5")],
)
def test_unit_of_is_between_a_20th_and_a_200th_of_the_span(span, unit):
    assert unit_of(Decimal(span)) == Decimal(unit)


def test_rounded_is_written_without_exponent():
    assert str(rounded(Decimal(3_449_000), Decimal(100_000))) == "3400000"
