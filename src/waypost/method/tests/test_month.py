"""Months are written YYYY-MM, sort by time and know their days (STP-2)."""

from datetime import date

import pytest

from waypost.method.month import Month


def test_month_is_written_and_parsed_alike():
    assert str(Month(2026, 3)) == "2026-03"
    assert Month.parse("2026-03") == Month(2026, 3)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-13", "2026-00", "2026-3", "26-03", "2026/03", "2026", "+026-03", " 026-03"),
        *("2026-03-01", "0000-01", "٢٠٢٦-03", "2026-03\n", ""),
    ],
)
def test_anything_else_is_no_month(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller says what to write instead
        Month.parse(text)


def test_month_of_a_day_has_a_first_and_a_last_day():
    month = Month.of(date(2028, 2, 17))
    assert month == Month(2028, 2)
    assert (month.first_day, month.last_day) == (date(2028, 2, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("months", "later"),
    [
        (0, Month(2026, 11)),
        (1, Month(2026, 12)),
        (2, Month(2027, 1)),
        (26, Month(2029, 1)),
        (-10, Month(2026, 1)),
        (-11, Month(2025, 12)),
    ],
)
def test_months_are_counted_over_the_turn_of_the_year(months: int, later: Month):
    assert Month(2026, 11).plus(months) == later


def test_months_sort_by_time():
    assert sorted([Month(2027, 1), Month(2026, 12), Month(2026, 2)]) == [
        Month(2026, 2),
        Month(2026, 12),
        Month(2027, 1),
    ]
