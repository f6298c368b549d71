"""Days of the sample fall where its story needs them, whenever it is loaded."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.demo.dates import REVIEW_DAY, render
from waypost.demo.operations import PLANS, sample_plan

DAYS = st.dates(date(2024, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("token", "written"),
    [
        ("{{today-7d}}", "2026-11-13"),
        ("{{today+1d}}", "2026-11-20"),  # a Saturday
        ("{{today+2d}}", "2026-11-20"),  # a Sunday
        ("{{today+3d}}", "2026-11-23"),
        ("{{review}}", "2026-10-29"),
        ("{{review-1}}", "2026-09-24"),
        ("{{review+1}}", "2026-11-26"),
        ("{{window}}", "2026-11"),
        ("{{window+2}}", "2027-01"),
        ("{{window end}}", "2026-11-30"),
        ("{{window+3 end}}", "2027-02-28"),
        ("{{window-2 end}}", "2026-09-30"),
        ("{{window day 9}}", "2026-11-09"),
        ("{{window day 8}}", "2026-11-06"),  # a Sunday
        ("{{window day 1}}", "2026-11-02"),  # a Sunday that begins the month
        ("{{window+4 end in words}}", "31 March 2027"),
        ("{{window day 19 kept}}", "due: 2026-11-19, status: done"),
        ("{{window day 20 kept}}", "due: 2026-11-20, status: open"),
    ],
)
def test_token_stands_for_a_day(token, written):
    assert render(token, date(2026, 11, 20)) == written


@pytest.mark.parametrize(
    ("today", "reviewed", "window"),
    [
        (date(2026, 11, 25), "2026-10-29", "2026-11"),
        (date(2026, 11, 26), "2026-11-26", "2026-12"),
        (date(2026, 12, 31), "2026-12-31", "2027-01"),
        (date(2027, 1, 1), "2026-12-31", "2027-01"),
        (date(2028, 2, 29), "2028-02-24", "2028-03"),
    ],
)
def test_window_begins_after_the_month_last_reviewed(today, reviewed, window):
    assert render("{{review}} {{window}}", today) == f"{reviewed} {window}"


def test_unknown_token_is_left_for_the_reader_to_refuse():
    assert render("{{yesterday}}", date(2026, 11, 20)) == "{{yesterday}}"


@given(today=DAYS, days=st.integers(-500, 500))
def test_day_is_never_on_a_weekend(today, days):
    token = f"{{{{today{days:+}d}}}}"
    found = date.fromisoformat(render(token, today))

    assert found.weekday() < 5
    assert timedelta(0) <= today + timedelta(days=days) - found <= timedelta(days=2)


@given(today=DAYS, months=st.integers(-5, 15), number=st.integers(1, 28))
def test_day_of_the_window_is_a_working_day_of_its_month(today, months, number):
    month, day = render(
        f"{{{{window{months:+}}}}} {{{{window{months:+} day {number}}}}}", today
    ).split()

    assert day.startswith(month)
    assert date.fromisoformat(day).weekday() < 5


@pytest.mark.parametrize("name", PLANS)
def test_plan_is_reviewed_on_the_day_that_its_dates_are_made_from(name):
    plan = sample_plan(name, date(2026, 11, 20))

    assert plan.account.settings.review_day == REVIEW_DAY
