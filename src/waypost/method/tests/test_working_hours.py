from decimal import Decimal

import pytest

from waypost.method.month import Month
from waypost.method.tests.build import member
from waypost.method.working_hours import hours_in_a_year, hours_there_are, working_days

DECEMBER = Month(2026, 12)


@pytest.mark.parametrize(
    ("month", "days"),
    [(DECEMBER, 23), (Month(2027, 1), 21), (Month(2027, 2), 20), (Month(2028, 2), 21)],
)
def test_working_days_of_a_month(month, days):
    assert working_days(month) == days


def test_hours_of_a_month_are_those_of_its_working_days():
    team = (member("T1", hours_per_week=Decimal(5)), member("T2", hours_per_week=Decimal("2.5")))
    assert hours_there_are(team, DECEMBER) == Decimal("34.5")


def test_hours_of_somebody_who_has_not_said_are_not_counted():
    team = (member("T1", hours_per_week=Decimal(0)), member("T2"))
    assert hours_there_are(team, DECEMBER) == 0


def test_hours_are_unknown_where_nobody_has_said():
    assert hours_there_are((member("T1"),), DECEMBER) is None


def test_hours_in_a_year_are_those_of_its_twelve_months():
    team = (member("T1", hours_per_week=Decimal(5)), member("T2"))
    assert hours_in_a_year(team, DECEMBER) == 261
    assert hours_in_a_year((member("T1"),), DECEMBER) is None
