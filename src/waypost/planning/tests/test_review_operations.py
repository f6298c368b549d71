"""Reviews started, finished, taken back: what becomes of the months (STP-2)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from waypost.accounts.models import AccessRole, TeamMember
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan
from waypost.health.models import Finding
from waypost.history.models import ChangeSet
from waypost.history.undo import UndoError
from waypost.method.month import Month
from waypost.planning.models import Review
from waypost.planning.operations.reviews import (
    finish_review,
    note_attendance,
    plan_review,
    start_review,
    take_back_review,
)
from waypost.planning.tests.stored import access_of, planned, set_window, window_of

pytestmark = pytest.mark.django_db

DECEMBER = Month(2026, 12)


def finish(access, review, coming=DECEMBER, anyway=True):
    return finish_review(access=access, review=review, coming=coming, anyway=anyway)


def test_review_that_is_started_is_the_one_of_this_month(access, owner):
    review = start_review(access=access).row
    assert review.date == date(2026, 11, 26)
    assert review.is_under_way
    assert [row.member.user for row in review.attendances.all()] == [owner]


def test_planned_review_of_the_month_is_the_one_that_is_started(access):
    row = plan_review(access=access, on=date(2026, 11, 25)).row
    assert start_review(access=access).row == row
    assert Review.objects.filter(held=None).count() == 1


def test_review_started_by_two_is_one(access, teammate, account):
    first = start_review(access=access)
    second = start_review(access=access_of(teammate, account))
    assert second.row == first.row
    assert second.change_set is None


def test_review_started_after_the_one_of_the_month_is_that_of_the_next(
    access, account, time_machine
):
    time_machine.move_to("2026-11-02T12:00:00Z", tick=False)
    assert start_review(access=access).row.date == date(2026, 11, 26)


def test_november_plan_becomes_december_to_february(access, account, review):
    written = finish(access, review)
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]
    assert written.change_set.what == (
        "Finished the monthly review: December to February are planned"
    )
    plan = load(account.pk)
    assert plan.short_term_plan.planned_on == date(2026, 11, 24)
    assert [(r.date, r.held, r.by) for r in plan.reviews][-1] == (
        date(2026, 11, 24),
        True,
        ("T1",),
    )
    assert not Finding.objects.filter(account=account, rule="STP-2", at="months").exists()


@pytest.mark.parametrize(
    ("length", "months"),
    [
        (2, ["2026-12", "2027-01"]),
        (4, ["2026-12", "2027-01", "2027-02", "2027-03"]),
        (6, ["2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05"]),
        (None, ["2026-12", "2027-01", "2027-02"]),
    ],
)
def test_window_is_as_long_as_the_setting_says(november, owner, length, months):
    account = planned(owner, window_months=length)
    access = access_of(owner, account)
    finish(access, start_review(access=access).row)
    assert window_of(account) == months


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("2026-04-28", "2026-04", ["2026-05", "2026-06", "2026-07"]),
        ("2026-05-29", "2026-05", ["2026-06", "2026-07", "2026-08"]),
        ("2026-06-02", "2026-05", ["2026-06", "2026-07", "2026-08"]),  # late for May
        ("2026-12-31", "2026-12", ["2027-01", "2027-02", "2027-03"]),
        ("2027-01-05", "2026-12", ["2027-01", "2027-02", "2027-03"]),  # late for December
        ("2026-11-24", "2026-07", ["2026-12", "2027-01", "2027-02"]),  # nobody for months
        ("2026-11-24", "2027-01", ["2027-01", "2027-02", "2027-03"]),  # never back
    ],
)
def test_review_plans_the_months_after_the_one_that_it_counts_for(
    owner, time_machine, day, before, after
):
    time_machine.move_to(f"{day}T12:00:00Z", tick=False)
    account = planned(owner)
    Review.objects.filter(account=account).delete()
    first = Month.parse(before)
    set_window(account, *(str(first.plus(n)) for n in range(3)))
    access = access_of(owner, account)
    finish(access, start_review(access=access).row, coming=Month.parse(after[0]))
    assert window_of(account) == after


def test_window_that_was_never_stored_is_stored(access, account, review):
    account.short_term_plan.delete()
    finish(access, review)
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]


def test_finishing_freezes_the_plan_as_it_is_then(access, account, review, owner):
    finish(access, review)
    snapshot = Snapshot.objects.get(review=review)
    assert (snapshot.occasion, snapshot.taken_by) == ("review", owner)
    assert frozen_plan(snapshot) == load(account.pk)


def test_finishing_twice_rolls_once(access, account, review, teammate):
    finish(access, review)
    again = finish(access_of(teammate, account), review)
    assert again.change_set is None
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]
    assert Snapshot.objects.count() == 1


def test_second_review_of_the_month_leaves_the_months(access, account, review):
    finish(access, review)
    finish(access, start_review(access=access).row)
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]


def test_finishing_stops_where_something_is_missing(access, account, review):
    with pytest.raises(ValidationError) as caught:
        finish(access, review, anyway=False)
    assert caught.value.messages == ["Something is missing still."]
    assert window_of(account) == ["2026-11", "2026-12", "2027-01"]


def test_page_that_is_too_old_does_not_finish(access, account, review, time_machine):
    time_machine.move_to("2026-12-29T12:00:00Z", tick=False)
    with pytest.raises(ValidationError, match="The months have changed meanwhile"):
        finish(access, review)
    assert window_of(account) == ["2026-11", "2026-12", "2027-01"]


def test_review_that_was_not_started_is_not_finished(access):
    row = plan_review(access=access, on=date(2026, 11, 26)).row
    with pytest.raises(ValidationError, match="has not been started"):
        finish(access, row)


def test_reviews_left_before_are_noted_as_not_held(access, account, review):
    left = Review.objects.create(account=account, date=date(2026, 9, 24))
    finish(access, review)
    left.refresh_from_db()
    assert left.held is False


def test_review_that_is_taken_back_is_under_way_again(access, account, review):
    before = load(account.pk)
    finish(access, review)
    assert take_back_review(access=access, review=review).row.is_under_way
    assert ChangeSet.objects.latest("pk").what == "Took back the monthly review of 24 Nov 2026"
    assert load(account.pk) == before
    assert not Snapshot.objects.exists()
    finish(access, review)
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]


def test_review_is_taken_back_once(access, review):
    finish(access, review)
    take_back_review(access=access, review=review)
    assert take_back_review(access=access, review=review).change_set is None


def test_review_can_be_taken_back_for_a_day(access, account, review, time_machine):
    finish(access, review)
    time_machine.move_to("2026-11-25T12:00:00Z", tick=False)
    with pytest.raises(PermissionDenied):
        take_back_review(access=access, review=review)
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]


def test_review_is_not_taken_back_after_the_months_were_changed(access, account, review):
    finish(access, review)
    set_window(account, "2027-03")
    with pytest.raises(UndoError):
        take_back_review(access=access, review=review)
    assert window_of(account) == ["2027-03"]


def test_finished_review_is_no_entry_that_undo_takes_back(access, review):
    finish(access, review)
    done = ChangeSet.objects.latest("pk")
    assert done.is_final


def test_who_takes_part_is_kept(access, review, teammate):
    note_attendance(access=access, review=review, members=["T2"], stood=["T1"])
    assert [row.member.user for row in review.attendances.all()] == [teammate]
    assert note_attendance(access=access, review=review, members=["T2"]).change_set is None


def test_next_review_is_moved_not_doubled(access, review):
    plan_review(access=access, on=date(2026, 12, 17))
    plan_review(access=access, on=date(2026, 12, 18))
    days = Review.objects.filter(held=None, started_at=None).values_list("date", flat=True)
    assert list(days) == [date(2026, 12, 18)]
    assert plan_review(access=access, on=date(2026, 12, 18)).change_set is None


def test_next_review_is_not_in_the_past(access):
    with pytest.raises(ValidationError):
        plan_review(access=access, on=date(2026, 11, 23))


def test_who_may_only_see_the_plan_reviews_nothing(access, account, review, teammate):
    TeamMember.objects.filter(user=teammate).update(access_role=AccessRole.VIEWER)
    viewer = access_of(teammate, account)
    for operation, facts in (
        (start_review, {}),
        (plan_review, {"on": date(2026, 12, 1)}),
        (note_attendance, {"review": review, "members": []}),
        (finish_review, {"review": review, "coming": DECEMBER}),
        (take_back_review, {"review": review}),
    ):
        with pytest.raises(PermissionDenied):
            operation(access=viewer, **facts)
