"""Rules on reviews, and on the plan that rolls on with them (STP-2, STP-7, SES-1)."""

from datetime import date

import pytest

from waypost.method.checks import Severity, reviews
from waypost.method.month import Month
from waypost.method.plan import PlanningSession, Review, Settings, ShortTermPlan
from waypost.method.tests.build import found, plan

TODAY = date(2026, 11, 24)
AHEAD = tuple(Month(2026, 12).plus(n) for n in range(3))
LAST_THURSDAY = Settings(review_day="last Thursday of the month")


def of(rule, months=AHEAD, planned_on=None, **parts):
    held = ShortTermPlan(months=months, planned_on=planned_on)
    parts.setdefault("settings", LAST_THURSDAY)
    return found(rule, plan(short_term_plan=held, **parts), TODAY)


def held(*days):
    return tuple(Review(date=date.fromisoformat(day), held=True) for day in days)


def session(on):
    return PlanningSession(id="SE1", date=date.fromisoformat(on))


@pytest.mark.parametrize(
    ("first", "message"),
    [
        (
            Month(2026, 10),
            "The months planned for began on 1 Oct 2026; it is time to plan the next ones.",
        ),
        (Month(2026, 7), "The months planned for ended on 30 Sep 2026."),
    ],
)
def test_not_rolled_on_when_the_months_are_over(first, message):
    months = tuple(first.plus(n) for n in range(3))
    assert of(reviews.not_rolled_on, months) == [("months", "", Severity.WARNING, message)]


@pytest.mark.parametrize("months", [AHEAD, (Month(2026, 11),), ()])
def test_not_rolled_on_is_silent(months):
    assert of(reviews.not_rolled_on, months) == []


@pytest.mark.parametrize("status", [False, None])
def test_review_left_out_is_found_where_it_was_set(status):
    left = Review(date=date(2026, 10, 29), held=status)
    assert of(reviews.review_left_out, reviews=(*held("2026-09-24"), left)) == [
        ("reviews[1]", "", Severity.ADVICE, "The review of 29 Oct 2026 has not been held.")
    ]


def test_review_left_out_is_found_at_the_months_where_nobody_set_it():
    assert of(reviews.review_left_out, reviews=held("2026-09-24")) == [
        ("months", "", Severity.ADVICE, "The review of 29 Oct 2026 has not been held.")
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {"reviews": (*held("2026-10-29"), Review(date=date(2026, 11, 26)))},
        {},
        {"reviews": held("2026-09-24"), "months": (Month(2026, 10),)},
        {"planned_on": date(2026, 9, 22)},
    ],
)
def test_review_left_out_is_silent(parts):
    assert of(reviews.review_left_out, **parts) == []


@pytest.mark.parametrize(
    "parts",
    [
        {"sessions": (session("2026-09-22"),)},
        {"planned_on": date(2026, 9, 22)},
        {
            "sessions": (session("2026-09-22"),),
            "reviews": (Review(date=date(2026, 10, 29), held=False),),
        },
    ],
)
def test_never_reviewed_two_months_after_planning_began(parts):
    assert of(reviews.never_reviewed, **parts) == [
        ("account", "review", Severity.WARNING, "This plan has never been reviewed.")
    ]
    assert of(reviews.untouched, **parts) == []


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"sessions": (session("2026-09-23"),)},
        {"planned_on": date(2026, 1, 2), "reviews": held("2026-10-29")},
    ],
)
def test_never_reviewed_is_silent(parts):
    assert of(reviews.never_reviewed, **parts) == []


def test_untouched_for_two_months():
    assert of(reviews.untouched, reviews=held("2026-08-27", "2026-09-22")) == [
        (
            "short_term_plan",
            "untouched",
            Severity.WARNING,
            "Nobody has gone through the short-term plan since 22 Sep 2026.",
        )
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {"reviews": held("2026-09-23")},
        {"reviews": held("2026-08-27"), "planned_on": date(2026, 10, 1)},
        {"reviews": held("2026-08-27"), "sessions": (session("2026-10-01"),)},
        {"sessions": (session("2026-06-10"),)},
        {},
    ],
)
def test_untouched_is_silent(parts):
    assert of(reviews.untouched, **parts) == []


def test_untouched_does_not_count_what_is_to_come():
    ahead = {"planned_on": date(2026, 11, 26), "reviews": held("2026-09-22")}
    assert [at for at, *_ in of(reviews.untouched, **ahead)] == ["short_term_plan"]
