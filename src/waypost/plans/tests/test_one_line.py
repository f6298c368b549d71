"""A line typed under a month of the plan: which day it means, and what is said of that."""

from datetime import date

import pytest

from waypost.method.month import Month
from waypost.method.parts import named_parts
from waypost.method.tests.build import plan
from waypost.plans.queries.one_line import read_line
from waypost.plans.queries.wording import Reader

TODAY = date(2026, 11, 24)  # a Tuesday
IN = {11: "in November", 12: "in December"}


def read(line, month, today=TODAY):
    found = read_line(Reader(plan(), today), line, Month.parse(month), named_parts(plan()))
    return found.values["due"], str(found.values["month"]), found.facts


@pytest.mark.parametrize(
    ("words", "day", "said"),
    [
        ("today", date(2026, 11, 24), "Tue 24 Nov"),
        ("tomorrow", date(2026, 11, 25), "Wed 25 Nov"),
        ("this fri", date(2026, 11, 27), "Fri 27 Nov"),
        ("by next fri", date(2026, 12, 4), "Fri 4 Dec"),
        ("in 3 days", date(2026, 11, 27), "Fri 27 Nov"),
        ("eow", date(2026, 11, 27), "Fri 27 Nov"),
        ("27 nov", date(2026, 11, 27), "Fri 27 Nov"),
    ],
)
def test_named_day_wins_over_the_month_and_is_said_to_be_in_another(words, day, said):
    assert read(f"Call Marit, {words}", "2027-01") == (
        day,
        str(Month.of(day)),
        (said, IN[day.month]),
    )


@pytest.mark.parametrize(
    ("words", "month", "day", "said"),
    [
        ("fri", "2026-12", date(2026, 12, 4), "Fri 4 Dec"),
        ("by friday", "2026-12", date(2026, 12, 4), "Fri 4 Dec"),
        ("fri", "2027-01", date(2027, 1, 1), "Fri 1 Jan 2027"),  # its first day
        ("fri", "2026-11", date(2026, 11, 27), "Fri 27 Nov"),
        ("eom", "2026-12", date(2026, 12, 31), "Thu 31 Dec"),
        ("by end of month", "2026-12", date(2026, 12, 31), "Thu 31 Dec"),
    ],
)
def test_weekday_and_end_of_month_are_those_of_the_month(words, month, day, said):
    assert read(f"Call Marit, {words}", month) == (day, month, (said,))


def test_weekday_of_a_month_that_has_ended_but_for_days_past_is_in_the_next():
    found = read("Call Marit, thu", "2026-11", today=date(2026, 11, 30))
    assert found == (date(2026, 12, 3), "2026-12", ("Thu 3 Dec", "in December"))
