from datetime import date
from decimal import Decimal

import pytest

from waypost.method.month import Month
from waypost.ui import formats

TODAY = date(2026, 12, 8)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 12, 8), "8 Dec"),
        (date(2026, 9, 30), "30 Sep"),
        (date(2027, 1, 31), "31 Jan 2027"),
        (date(2025, 12, 8), "8 Dec 2025"),
        (None, ""),
    ],
)
def test_short_date_names_the_year_outside_the_current_one(day, text):
    assert formats.short_date(day, TODAY) == text


def test_short_date_without_today_names_the_year():
    assert formats.short_date(date(2026, 12, 8)) == "8 Dec 2026"


@pytest.mark.parametrize(
    ("day", "text"),
    [(date(2026, 12, 17), "Thu 17 Dec"), (date(2027, 1, 7), "Thu 7 Jan 2027"), (None, "")],
)
def test_weekday_date_begins_with_the_weekday(day, text):
    assert formats.weekday_date(day, TODAY) == text


@pytest.mark.parametrize("month", [date(2026, 12, 8), Month(2026, 12)])
def test_month_is_written_in_full_and_short(month):
    assert (formats.month_name(month), formats.short_month(month)) == ("December", "Dec")


def test_month_of_nothing_is_empty():
    assert (formats.month_name(None), formats.short_month(None)) == ("", "")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 12, 9), "today"),
        (date(2026, 12, 8), "today"),
        (date(2026, 12, 7), "yesterday"),
        (date(2026, 12, 6), "2 days"),
        (date(2026, 8, 31), "99 days"),
        (date(2026, 8, 30), "3 months"),
        (date(2026, 8, 8), "4 months"),
        (date(2025, 1, 9), "22 months"),
        (date(2024, 12, 9), "23 months"),
        (date(2024, 12, 8), "2 years"),
        (date(2021, 12, 9), "4 years"),
        (None, ""),
    ],
)
def test_days_ago_grows_from_days_to_years(day, text):
    assert formats.days_ago(day, TODAY) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("3.40"), "3.4"),
        (Decimal("1E+3"), "1,000"),
        (Decimal("1234567.5"), "1,234,567.5"),
        (Decimal("0.00"), "0"),
        (Decimal(-14), "-14"),
        (62, "62"),
        (0.1, "0.1"),
        (None, ""),
    ],
)
def test_number_has_groups_and_no_trailing_zeros(value, text):
    assert formats.number(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Decimal("98.60"), "%", "98.6%"),
        (Decimal(10), "stops", "10\u00a0stops"),
        (Decimal(10), "", "10"),
        (Decimal(10), None, "10"),
        (None, "stops", ""),
    ],
)
def test_unit_stays_beside_its_number(value, unit, text):
    assert formats.with_unit(value, unit) == text


@pytest.mark.parametrize(
    ("value", "text"), [(Decimal("2.50"), "2.5\u00a0h"), (31, "31\u00a0h"), (None, "")]
)
def test_hours(value, text):
    assert formats.hours(value) == text


@pytest.mark.parametrize(
    ("value", "currency", "text"),
    [
        (Decimal(740_000), "EUR", "€0.74\u00a0m"),
        (Decimal(1_100_000), "EUR", "€1.10\u00a0m"),
        (Decimal(100_000), "EUR", "€0.10\u00a0m"),
        (Decimal(12_345_678), "EUR", "€12.3\u00a0m"),
        (Decimal(1_234_567_890), "GBP", "£1,235\u00a0m"),
        (Decimal(99_949), "EUR", "€99.9\u00a0k"),
        (Decimal(74_000), "USD", "$74\u00a0k"),
        (Decimal(7_440), "EUR", "€7.4\u00a0k"),
        (Decimal("740.50"), "EUR", "€740.5"),
        (Decimal(0), "EUR", "€0"),
        (Decimal(-740_000), "EUR", "-€0.74\u00a0m"),
        (Decimal(740_000), "NOK", "NOK\u00a00.74\u00a0m"),
        (Decimal(740_000), "", "0.74\u00a0m"),
        (Decimal(740_000), None, "0.74\u00a0m"),
        (None, "EUR", ""),
    ],
)
def test_money_is_shortened_to_thousands_and_millions(value, currency, text):
    assert formats.money(value, currency) == text


@pytest.mark.parametrize(
    ("count", "noun", "text"),
    [
        (0, "finding", "0 findings"),
        (1, "finding", "1 finding"),
        (3, "finding", "3 findings"),
        (1, "person", "1 person"),
        (2, "person", "2 people"),
        (20_000, "account", "20,000 accounts"),
        (2, "strategy", "2 strategies"),
    ],
)
def test_counted_agrees_in_number(count, noun, text):
    assert formats.counted(count, noun) == text
