from datetime import date

import pytest

from waypost.method.month import Month
from waypost.method.review_day import (
    DayOfMonth,
    LastWorkingDay,
    NthWeekday,
    checked_review_day,
    parse_review_day,
    review_day,
    review_rule,
)

NOVEMBER = Month(2026, 11)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("last Thursday of the month", NthWeekday(-1, 3)),
        ("the second Tuesday", NthWeekday(2, 1)),
        ("3rd  Monday of each month", NthWeekday(3, 0)),
        ("FIRST fri", NthWeekday(1, 4)),
        ("every fourth Wed monthly", NthWeekday(4, 2)),
        ("5th Sunday in a month", NthWeekday(5, 6)),
        ("15", DayOfMonth(15)),
        ("day 15", DayOfMonth(15)),
        ("15th", DayOfMonth(15)),
        ("the 1st of every month", DayOfMonth(1)),
        ("31.", DayOfMonth(31)),
        ("last day of the month", DayOfMonth(31)),
        ("last working day", LastWorkingDay()),
        ("last business day of the month", LastWorkingDay()),
    ],
)
def test_parse_review_day_understands(text, rule):
    assert parse_review_day(text) == rule


@pytest.mark.parametrize(
    "text", ["", "soon", "last foo", "sixth Monday", "0", "32", "Thursday", "last Thursday, 10:00"]
)
def test_parse_review_day_says_what_to_write(text):
    with pytest.raises(ValueError, match=r"^Write the review day as a weekday \(last Thursday"):
        parse_review_day(text)


@pytest.mark.parametrize("text", [None, "", "when we meet"])
def test_review_rule_is_the_last_working_day_by_default(text):
    assert review_rule(text) == LastWorkingDay()


@pytest.mark.parametrize(
    ("rule", "month", "day"),
    [
        (NthWeekday(-1, 3), NOVEMBER, date(2026, 11, 26)),
        (NthWeekday(1, 6), NOVEMBER, date(2026, 11, 1)),
        (NthWeekday(2, 1), NOVEMBER, date(2026, 11, 10)),
        (NthWeekday(5, 0), NOVEMBER, date(2026, 11, 30)),
        (NthWeekday(5, 3), NOVEMBER, date(2026, 11, 26)),
        (DayOfMonth(15), NOVEMBER, date(2026, 11, 15)),
        (DayOfMonth(31), Month(2028, 2), date(2028, 2, 29)),
        (LastWorkingDay(), NOVEMBER, date(2026, 11, 30)),
        (LastWorkingDay(), Month(2026, 10), date(2026, 10, 30)),
        (LastWorkingDay(), Month(2027, 1), date(2027, 1, 29)),
    ],
)
def test_review_day_falls_on(rule, month, day):
    assert review_day(rule, month) == day


def test_words_of_a_review_day_are_kept_as_they_are():
    assert checked_review_day("Last Thursday of the month") == "Last Thursday of the month"


def test_words_that_say_no_review_day_are_refused():
    with pytest.raises(ValueError, match="Write the review day as a weekday"):
        checked_review_day("when we feel like it")
