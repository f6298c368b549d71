from datetime import date
from decimal import Decimal

import pytest

from waypost.method.horizon import window
from waypost.method.month import Month
from waypost.method.plan import Action, ActionStatus, ShortTermPlan
from waypost.method.short_term import (
    is_important_not_urgent,
    is_late,
    is_open,
    month_of,
    short_term,
)
from waypost.method.tests.build import plan

TODAY = date(2026, 11, 24)
WINDOW = (Month(2026, 12), Month(2027, 1), Month(2027, 2))


def action(code="A1", month=None, due=None, hours=None, **fields):
    return Action(
        id=code,
        what="Call",
        month=Month.parse(month) if month else None,
        due=date.fromisoformat(due) if due else None,
        hours=Decimal(hours) if hours else None,
        **fields,
    )


def planned(*actions):
    found = plan(short_term_plan=ShortTermPlan(months=WINDOW, actions=actions))
    return short_term(found, window(found, TODAY), TODAY)


def ids(actions):
    return [found.action.id for found in actions]


def test_short_term_groups_actions_by_month_first_due_first():
    found = planned(
        action("A1", "2026-12"),
        action("A2", "2026-12", "2026-12-31"),
        action("A3", due="2026-12-03"),
        action("A4", "2027-01", "2026-12-20"),
        action("A5", "2027-02", "2027-02-18", status=ActionStatus.DONE),
    )
    assert [(month.month, ids(month.actions), month.in_detail) for month in found.months] == [
        (WINDOW[0], ["A3", "A2", "A1"], True),
        (WINDOW[1], ["A4"], False),
        (WINDOW[2], ["A5"], False),
    ]


def test_short_term_carries_open_actions_from_before_into_the_first_month():
    found = planned(
        action("A1", "2026-12", "2026-12-03"),
        action("A2", "2026-11", "2026-11-13"),
        action("A3", "2026-11"),
        action("A4", "2026-11", status=ActionStatus.DONE),
        action("A5", "2026-11", status=ActionStatus.DROPPED),
    )
    first = found.months[0]
    assert [(a.action.id, a.late, a.carried) for a in first.actions] == [
        ("A2", True, True),
        ("A3", False, True),
        ("A1", False, False),
    ]


def test_short_term_shows_open_actions_of_other_months_and_of_none():
    found = planned(
        action("A1", "2027-06"),
        action("A2", due="2027-03-01"),
        action("A3"),
        action("A4", "2027-06", status=ActionStatus.DONE),
        action("A5", status=ActionStatus.DONE),
    )
    assert ids(found.other) == ["A2", "A1"]
    assert ids(found.undated) == ["A3"]


def test_short_term_adds_up_the_hours_of_a_month():
    (first, *_) = planned(
        action("A1", "2026-12", hours="6.5", important=True, urgent=False),
        action("A2", "2026-12", hours="2", important=True, urgent=True),
        action("A3", "2026-12", important=True),
        action("A4", "2026-12", hours="9", status=ActionStatus.DROPPED),
    ).months
    assert (first.hours, first.important_hours, first.unknown_hours) == (
        Decimal("8.5"),
        Decimal("6.5"),
        1,
    )


@pytest.mark.parametrize(
    ("found", "late"),
    [
        (action(due="2026-11-23"), True),
        (action(due="2026-11-24"), False),
        (action(month="2026-10"), True),
        (action(month="2026-11"), False),
        (action(month="2026-10", due="2026-11-24"), False),
        (action(), False),
        (action(due="2026-11-23", status=ActionStatus.DONE), False),
        (action(due="2026-11-23", status=ActionStatus.OPEN), True),
    ],
)
def test_is_late_when_open_after_its_date_or_month(found, late):
    assert is_late(found, TODAY) is late


def test_is_open_until_done_or_dropped():
    statuses = (None, ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.DROPPED)
    assert [is_open(action(status=status)) for status in statuses] == [True, True, False, False]


def test_month_of_an_action_is_the_planned_one_else_that_of_its_date():
    assert month_of(action(month="2027-01", due="2026-12-20")) == Month(2027, 1)
    assert month_of(action(due="2026-12-20")) == Month(2026, 12)
    assert month_of(action()) is None


@pytest.mark.parametrize(
    ("important", "urgent", "expected"),
    [(True, False, True), (True, None, True), (True, True, False), (None, False, False)],
)
def test_is_important_not_urgent(important, urgent, expected):
    assert is_important_not_urgent(action(important=important, urgent=urgent)) is expected
