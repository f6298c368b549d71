"""What a review closes, plans next, and which ones were left out (STP-2, STP-3, STP-4, STP-7)."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.month import Month
from waypost.method.plan import Action, ActionStatus, Review, Settings, ShortTermPlan
from waypost.method.reviews import (
    Missing,
    Readiness,
    missed,
    missing,
    open_in,
    quota,
    readiness,
    rolling,
    settled,
    to_settle,
)
from waypost.method.tests.build import member, plan

NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)
LAST_THURSDAY = "last Thursday of the month"
DEFINITE = "Send the list of pumps to Marit Berg"


def rolls(day, *, months=(), length=None, review_day=LAST_THURSDAY):
    settings = Settings(window_months=length, review_day=review_day)
    given = tuple(Month.parse(month) for month in months)
    found = rolling(
        plan(settings=settings, short_term_plan=ShortTermPlan(months=given)),
        date.fromisoformat(day),
    )
    return [str(month) for month in found.after], [str(month) for month in found.closed]


@pytest.mark.parametrize(
    ("day", "months", "after", "closed"),
    [
        # Late in April one plans May, June and July; late in May June, July and August.
        ("2026-04-30", ["2026-04", "2026-05", "2026-06"], ["2026-05", "2026-06", "2026-07"], 1),
        ("2026-05-28", ["2026-05", "2026-06", "2026-07"], ["2026-06", "2026-07", "2026-08"], 1),
        # Two days early and a week late count for the same month.
        ("2026-11-24", ["2026-11"], ["2026-12", "2027-01", "2027-02"], 1),
        ("2026-12-03", ["2026-11"], ["2026-12", "2027-01", "2027-02"], 1),
        # Nearer to the review day of December.
        ("2026-12-15", ["2026-11"], ["2027-01", "2027-02", "2027-03"], 1),
        # Nobody for months; once more for the same month; planned further ahead.
        ("2026-11-26", ["2026-08", "2026-09"], ["2026-12", "2027-01", "2027-02"], 2),
        ("2026-11-27", ["2026-12"], ["2026-12", "2027-01", "2027-02"], 0),
        ("2026-11-26", ["2027-03"], ["2027-03", "2027-04", "2027-05"], 0),
        # Months that were never stored begin with the one that it is.
        ("2026-11-24", [], ["2026-12", "2027-01", "2027-02"], 1),
    ],
)
def test_review_plans_from_the_month_after_the_one_that_it_counts_for(day, months, after, closed):
    found, over = rolls(day, months=months)
    assert found == after
    assert len(over) == closed


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5, 6])
def test_window_is_as_long_as_the_setting(length):
    after, _closed = rolls("2026-11-26", months=["2026-11"], length=length)
    assert len(after) == length
    assert (after[0], after[-1]) == ("2026-12", str(DECEMBER.plus(length - 1)))


def action(code, month=None, **fields):
    fields = {"what": DEFINITE, "status": ActionStatus.OPEN, **fields}
    return Action(id=code, month=month, **fields)


def having(*actions, **parts):
    parts.setdefault("settings", Settings(review_day=LAST_THURSDAY))
    months = parts.pop("months", (NOVEMBER, DECEMBER))
    return plan(
        team=(member("T1"),),
        short_term_plan=ShortTermPlan(months=months, actions=actions),
        **parts,
    )


def ids(actions):
    return [one.id for one in actions]


ACTIONS = (
    action("A1", NOVEMBER),
    action("A2", Month(2026, 9)),
    action("A3", NOVEMBER, status=ActionStatus.DONE),
    action("A4", Month(2026, 9), status=ActionStatus.DROPPED, reason="They have it"),
    action("A5", DECEMBER),
    action("A6"),
    action("A7", due=date(2026, 11, 30)),
    action("A8", DECEMBER, status=ActionStatus.DONE),
)


def test_open_actions_of_earlier_months_are_to_settle():
    assert ids(to_settle(having(*ACTIONS), DECEMBER)) == ["A1", "A2", "A7"]
    assert ids(open_in(having(*ACTIONS), DECEMBER)) == ["A5"]


def test_settled_are_those_of_the_months_that_are_closed():
    found = having(*ACTIONS)
    assert ids(settled(found, rolling(found, date(2026, 11, 26)))) == ["A3"]
    rolled = having(*ACTIONS, months=(DECEMBER,))
    assert ids(settled(rolled, rolling(rolled, date(2026, 11, 26)))) == ["A3"]
    longer = having(*ACTIONS, months=(Month(2026, 9), Month(2026, 10)))
    assert ids(settled(longer, rolling(longer, date(2026, 11, 26)))) == ["A3", "A4"]


@pytest.mark.parametrize(
    ("fields", "owner", "day", "definite"),
    [
        ({"owner": "T1", "due": date(2026, 12, 4)}, True, True, True),
        ({"owner": "T9", "due": date(2026, 12, 4)}, False, True, True),
        ({"owner": "T1"}, True, False, True),
        ({"owner": "T1", "what": "Follow up with purchasing"}, True, False, False),
    ],
)
def test_definite_action_has_an_owner_a_date_and_an_end(fields, owner, day, definite):
    found = readiness(having(), action("A1", **fields))
    assert found == Readiness(owner=owner, date=day, definite=definite)
    assert found.ready is (owner and day and definite)


def test_missing_is_what_is_open_before_and_not_definite_then():
    found = having(*ACTIONS)
    lacks = missing(found, rolling(found, date(2026, 11, 26)))
    assert (ids(lacks.unsettled), ids(lacks.not_ready)) == (["A1", "A2", "A7"], ["A5"])
    done = having(ACTIONS[2], action("A5", DECEMBER, owner="T1", due=date(2026, 12, 4)))
    assert missing(done, rolling(done, date(2026, 11, 26))) == Missing()


def test_quota_is_a_fifth_of_the_hours_of_the_month():
    calm = {"important": True, "urgent": False}
    found = quota(
        having(
            action("A1", DECEMBER, hours=Decimal(8)),
            action("A2", DECEMBER, hours=Decimal(2), **calm),
            action("A3", DECEMBER, hours=Decimal(9), status=ActionStatus.DROPPED),
            action("A4", NOVEMBER, hours=Decimal(9)),
        ),
        DECEMBER,
    )
    assert (found.planned, found.important, found.least) == (Decimal(10), Decimal(2), Decimal(2))
    assert found.kept
    assert found.in_hours


def test_quota_counts_actions_where_no_hours_are_known():
    calm = {"important": True, "urgent": None}
    others = [action(f"A{n}", DECEMBER) for n in range(2, 7)]
    found = quota(having(action("A1", DECEMBER, **calm), *others), DECEMBER)
    assert (found.planned, found.important) == (Decimal(6), Decimal(1))
    assert not found.kept
    assert not found.in_hours


def test_quota_of_an_empty_month_is_not_kept():
    assert not quota(having(), DECEMBER).kept


def reviewed(*days, planned_on=None):
    return plan(
        settings=Settings(review_day=LAST_THURSDAY),
        short_term_plan=ShortTermPlan(planned_on=planned_on),
        reviews=tuple(Review(date=date.fromisoformat(day), held=True) for day in days),
    )


@pytest.mark.parametrize(
    ("days", "today", "left"),
    [
        (["2026-08-27", "2026-10-29"], "2026-11-24", ["2026-09-24"]),
        (["2026-08-27", "2026-10-06"], "2026-11-24", ["2026-10-29"]),  # late for September
        (["2026-08-27"], "2026-11-26", ["2026-10-29", "2026-09-24"]),  # today is not over
        (["2026-08-27"], "2026-11-27", ["2026-11-26", "2026-10-29", "2026-09-24"]),
        (["2026-12-01"], "2026-11-27", []),
        ([], "2026-11-27", []),
    ],
)
def test_missed_are_the_review_days_without_a_review(days, today, left):
    found = missed(reviewed(*days), date.fromisoformat(today))
    assert [str(day) for day in found] == left


def test_missed_are_counted_from_the_day_the_plan_was_made():
    found = missed(reviewed(planned_on=date(2026, 9, 24)), date(2026, 11, 24))
    assert found == (date(2026, 10, 29),)
