from datetime import date

import pytest

from waypost.method.horizon import NextReview, Window, WindowReason, next_review, window
from waypost.method.month import Month
from waypost.method.plan import Review, Settings, ShortTermPlan
from waypost.method.tests.build import plan

LAST_THURSDAY = Settings(review_day="last Thursday of the month")


def months(*written):
    return tuple(Month.parse(month) for month in written)


def reviewed(*reviews, planned_on=None):
    return plan(
        settings=LAST_THURSDAY,
        reviews=tuple(Review(date=date.fromisoformat(day), held=held) for day, held in reviews),
        short_term_plan=ShortTermPlan(planned_on=planned_on),
    )


@pytest.mark.parametrize(
    ("today", "first", "reason"),
    [
        (date(2026, 4, 29), "2026-04", "The review day is 30 Apr 2026; until then this"),
        (date(2026, 4, 30), "2026-05", "The review day of this month is 30 Apr 2026, so next"),
        (date(2026, 5, 29), "2026-06", "The review day of this month is 29 May 2026, so next"),
    ],
)
def test_window_without_months_begins_with_the_next_month_from_the_review_day(today, first, reason):
    found = window(plan(), today)
    assert found.months[0] == Month.parse(first)
    assert str(found.words) == f"{reason} month comes first."


def test_window_is_three_months_late_in_april():
    found = window(plan(), date(2026, 4, 30))
    assert found.months == months("2026-05", "2026-06", "2026-07")
    assert (found.stored, found.overdue) == (False, False)
    assert found.reason is WindowReason.REVIEW_DAY_HAS_COME


def test_window_follows_the_settings_of_the_account():
    settings = Settings(review_day="day 10", window_months=2)
    assert window(plan(settings=settings), date(2026, 12, 9)).months == months("2026-12", "2027-01")
    assert window(plan(settings=settings), date(2026, 12, 10)).months == months(
        "2027-01", "2027-02"
    )


def test_window_given_overrides_the_computed_one():
    given = ShortTermPlan(months=months("2027-02", "2026-12", "2027-01", "2026-12"))
    found = window(plan(settings=LAST_THURSDAY, short_term_plan=given), date(2026, 11, 24))
    assert found == Window(
        months=months("2026-12", "2027-01", "2027-02"),
        reason=WindowReason.GIVEN,
        words=found.words,
        stored=True,
        overdue=False,
    )
    assert str(found.words) == "The months were set for this plan."


def test_window_given_is_overdue_once_the_computed_one_has_moved_on():
    given = ShortTermPlan(months=months("2026-12", "2027-01", "2027-02"))
    overdue = [
        window(plan(settings=LAST_THURSDAY, short_term_plan=given), day).overdue
        for day in (date(2026, 12, 30), date(2026, 12, 31))
    ]
    assert overdue == [False, True]


def test_next_review_is_the_earliest_one_set():
    found = next_review(
        reviewed(("2026-12-31", None), ("2026-10-29", True), ("2026-11-26", None)),
        date(2026, 11, 24),
    )
    assert found == NextReview(
        on=date(2026, 11, 26),
        scheduled=True,
        overdue_since=None,
        last_held=date(2026, 10, 29),
    )
    assert found.overdue is False


def test_next_review_set_for_today_is_not_overdue():
    found = next_review(reviewed(("2026-11-26", None)), date(2026, 11, 26))
    assert (found.on, found.overdue) == (date(2026, 11, 26), False)


def test_next_review_set_for_the_past_is_overdue():
    found = next_review(reviewed(("2026-10-29", None)), date(2026, 11, 3))
    assert found == NextReview(
        on=date(2026, 10, 29),
        scheduled=True,
        overdue_since=date(2026, 10, 29),
        last_held=None,
    )
    assert found.overdue is True


def test_next_review_left_out_is_settled_by_a_later_one():
    found = next_review(reviewed(("2026-10-20", None), ("2026-10-29", True)), date(2026, 11, 3))
    assert (found.on, found.scheduled, found.overdue) == (date(2026, 11, 26), False, False)


@pytest.mark.parametrize(
    ("held", "next_on"),
    [("2026-10-27", "2026-11-26"), ("2026-11-02", "2026-11-26"), ("2026-11-20", "2026-12-31")],
)
def test_next_review_without_a_day_follows_the_review_day_held_for(held, next_on):
    found = next_review(reviewed((held, True)), date(2026, 11, 21))
    assert (str(found.on), found.overdue) == (next_on, False)


def test_next_review_is_overdue_when_its_day_has_passed_unheld():
    found = next_review(reviewed(("2026-09-24", True), ("2026-10-29", False)), date(2026, 11, 3))
    assert found == NextReview(
        on=date(2026, 10, 29),
        scheduled=False,
        overdue_since=date(2026, 10, 29),
        last_held=date(2026, 9, 24),
    )


def test_next_review_can_be_overdue_and_have_a_day():
    found = next_review(reviewed(("2026-09-24", True), ("2026-11-05", None)), date(2026, 11, 3))
    assert (found.on, found.overdue_since) == (date(2026, 11, 5), date(2026, 10, 29))


def test_next_review_counts_from_the_day_of_planning():
    found = next_review(reviewed(planned_on=date(2026, 9, 24)), date(2026, 11, 3))
    assert (found.on, found.overdue) == (date(2026, 10, 29), True)


@pytest.mark.parametrize(
    ("today", "on"),
    [(date(2026, 11, 26), date(2026, 11, 26)), (date(2026, 11, 27), date(2026, 12, 31))],
)
def test_next_review_of_a_new_plan_is_the_next_review_day(today, on):
    found = next_review(reviewed(planned_on=date(2027, 1, 1)), today)
    assert found == NextReview(on=on, scheduled=False, overdue_since=None, last_held=None)


def test_next_review_looks_at_the_last_one_held_be_it_today():
    found = next_review(reviewed(("2026-10-29", True), ("2026-09-24", True)), date(2026, 10, 29))
    assert found == NextReview(
        on=date(2026, 11, 26),
        scheduled=False,
        overdue_since=None,
        last_held=date(2026, 10, 29),
    )


def test_next_review_counts_from_planning_after_the_last_one_held():
    planned = reviewed(("2026-09-24", True), planned_on=date(2026, 10, 29))
    assert next_review(planned, date(2026, 10, 29)).on == date(2026, 11, 26)
    assert next_review(planned, date(2026, 11, 3)).overdue is False


def test_next_review_set_for_a_day_of_planning_is_settled_by_it():
    found = next_review(
        reviewed(("2026-10-29", None), planned_on=date(2026, 10, 29)), date(2026, 11, 3)
    )
    assert (found.on, found.scheduled, found.overdue) == (date(2026, 11, 26), False, False)


def test_next_review_set_for_today_comes_before_later_ones():
    found = next_review(reviewed(("2026-11-20", None), ("2026-12-01", None)), date(2026, 11, 20))
    assert (found.on, found.scheduled, found.overdue) == (date(2026, 11, 20), True, False)


def test_next_review_is_overdue_since_the_first_day_that_was_left_out():
    found = next_review(reviewed(("2026-11-05", None), ("2026-10-20", None)), date(2026, 11, 9))
    assert (found.on, found.overdue_since) == (date(2026, 10, 20), date(2026, 10, 20))
