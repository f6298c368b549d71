"""The months: which actions stand where, and what is said of the others."""

from datetime import date
from decimal import Decimal

from waypost.method.month import Month
from waypost.method.plan import (
    Action,
    ActionStatus,
    DecisionGroup,
    Person,
    ShortTermPlan,
)
from waypost.method.tests.build import member, plan
from waypost.plans.queries.short_term import short_term_lines
from waypost.plans.queries.wording import Owner, Reader

TODAY = date(2026, 11, 24)
NOVEMBER, DECEMBER, JANUARY = Month(2026, 11), Month(2026, 12), Month(2027, 1)


def read(*actions, months=(DECEMBER, JANUARY), **parts):
    having = plan(short_term_plan=ShortTermPlan(months=months, actions=actions), **parts)
    return short_term_lines(Reader(having, TODAY))


def action(code, what="Walk the line", **fields):
    return Action(id=code, what=what, **fields)


def test_months_hold_their_actions_with_day_owner_and_purpose():
    found = read(
        action("A1", month=DECEMBER, due=date(2026, 12, 9), owner="T1", achieves="B1"),
        action("A2", month=JANUARY, important=True, urgent=False),
        team=(member("T1"),),
    )
    assert [month.name for month in found.months] == ["December", "January"]
    (first,) = found.months[0].shown
    assert (first.what, first.day, first.code, first.note) == ("Walk the line", "9", "B1", "")
    assert first.owner == Owner(name="Member T1", initials="MT")
    assert (first.late, first.done, first.important_not_urgent) == (False, False, False)
    (second,) = found.months[1].shown
    assert (second.day, second.owner) == ("", Owner(name="No owner", initials="?"))
    assert second.important_not_urgent
    assert [month.has_days for month in found.months] == [True, False]


def test_owner_at_the_customer_is_named_with_the_customer():
    found = read(
        action("A1", month=DECEMBER, owner="P1"),
        people=(Person(id="P1", name="Marit Haugland"),),
        decision_groups=(DecisionGroup(id="D1", decision="x"),),
    )
    assert found.months[0].shown[0].owner == Owner(
        name="Marit Haugland, Dunmore Mills", initials="MH"
    )


def test_actions_from_before_the_window_say_when_they_were_due():
    found = read(
        action("A1", due=date(2026, 11, 13)),
        action("A2", month=NOVEMBER),
        action("A3", month=DECEMBER, due=date(2027, 2, 3)),
    )
    assert [(line.note, line.day, line.late) for line in found.months[0].shown] == [
        ("was due 13 Nov", "", True),
        ("from November", "", False),
        ("due 3 Feb 2027", "", False),
    ]


def test_done_action_is_marked():
    found = read(action("A1", month=DECEMBER, status=ActionStatus.DONE))
    assert found.months[0].shown[0].done


def test_more_actions_than_a_month_shows_are_counted_with_all_hours():
    many = [
        action(f"A{number}", month=DECEMBER, hours=Decimal("2.5") if number else None)
        for number in range(12)
    ]
    month = read(*many).months[0]
    assert (len(month.shown), len(month.rest)) == (7, 5)
    assert month.summary == "and 5 more, 27.5\u00a0h in all, 1 action without hours"


def test_one_action_more_than_a_month_shows_is_shown_as_well():
    month = read(*(action(f"A{number}", month=JANUARY) for number in range(5))).months[1]
    assert (len(month.shown), month.rest, month.summary) == (5, (), "")


def test_actions_outside_the_window_are_kept():
    found = read(
        action("A1", month=Month(2027, 3)),
        action("A2", due=date(2027, 4, 9)),
        action("A3"),
        action("A4", month=Month(2028, 5)),
    )
    assert found.outside_summary == "4 actions outside these months"
    assert [line.note for line in found.outside] == ["March", "due 9 Apr 2027", "May 2028", ""]
    assert not found.is_empty


def test_months_that_should_have_moved_on_are_noticed():
    assert read(months=(Month(2026, 9),)).overdue
    assert not read(months=(DECEMBER,)).overdue


def test_plan_without_actions_is_empty():
    assert read().is_empty
