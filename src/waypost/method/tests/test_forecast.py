from datetime import date
from decimal import Decimal

import pytest

from waypost.method.forecast import Forecast, check_ins, forecast, rounded, trend, unit_of
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
