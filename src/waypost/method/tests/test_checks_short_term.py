"""Rules on the single action (STP-3, STP-5)."""

from datetime import date

import pytest

from waypost.method.checks import Severity, short_term
from waypost.method.month import Month
from waypost.method.plan import Action, ActionStatus, Person, ShortTermPlan
from waypost.method.tests.build import found, member, plan

TODAY = date(2026, 11, 24)
DECEMBER, JANUARY = Month(2026, 12), Month(2027, 1)
TEAM = (
    member("T1", "account lead", in_planning=True),
    member("T2", in_planning=False),
    member("M1", "first-line manager"),
)


def of(rule, *actions, **parts):
    held = ShortTermPlan(months=(DECEMBER, JANUARY, Month(2027, 2)), actions=actions)
    return found(rule, plan(short_term_plan=held, team=TEAM, **parts), TODAY)


def action(code="A1", what="Count the stops", **fields):
    return Action(id=code, what=what, **fields)


@pytest.mark.parametrize(
    "what",
    [
        "Follow up with purchasing",
        "Follow-up",
        "Keep in touch with the CFO",
        "Work on the relationship",
        "Build a better relationship with finance",
        "Check in with maintenance",
        "To continue the discussion about seals",
        "Look into monitoring",
    ],
)
def test_not_definite_in_the_first_month(what):
    assert of(short_term.not_definite, action(what=what, month=DECEMBER)) == [
        ("A1", "definite", Severity.ADVICE, f"A1 does not say when it is done: “{what}”")
    ]


@pytest.mark.parametrize(
    "what",
    [
        "Agree with M. Haugland the trial: two positions, start date, who measures",
        "Follow up on the trial: get the two signatures",
        "Follow-up visit at Ålsund",
        "Work on the offer until finance has signed it",
        "Call the buyer",
        "Maintain the seals of PM4",
        "Monitor the pump",
    ],
)
def test_not_definite_is_silent_where_an_end_can_be_seen(what):
    assert of(short_term.not_definite, action(what=what, month=DECEMBER)) == []


def test_not_definite_is_silent_in_later_months_and_when_done():
    later = action(what="Follow up", month=JANUARY)
    done = action("A2", what="Follow up", month=DECEMBER, status=ActionStatus.DONE)
    assert of(short_term.not_definite, later, done) == []


def test_on_weekend():
    saturday, sunday = date(2026, 12, 5), date(2026, 12, 6)
    passed = action("A4", due=date(2026, 11, 21))
    assert of(
        short_term.on_weekend,
        action(due=saturday),
        action("A2", due=sunday),
        action("A3", due=date(2026, 12, 7)),
        passed,
    ) == [
        (
            "A1",
            "weekend",
            Severity.QUESTION,
            "A1 is due on a Saturday, 5 Dec 2026: “Count the stops”",
        ),
        (
            "A2",
            "weekend",
            Severity.QUESTION,
            "A2 is due on a Sunday, 6 Dec 2026: “Count the stops”",
        ),
    ]


def test_other_month():
    assert of(
        short_term.other_month,
        action(month=DECEMBER, due=date(2027, 1, 4)),
        action("A2", month=DECEMBER, due=date(2026, 12, 4)),
        action("A3", due=date(2027, 1, 4)),
    ) == [
        (
            "A1",
            "month",
            Severity.QUESTION,
            "A1 is planned for 2026-12 and due on 4 Jan 2027: “Count the stops”",
        )
    ]


def test_owner_outside_the_planning_team():
    assert of(
        short_term.owner_outside,
        action(owner="T2"),
        action("A2", owner="T1"),
        action("A3", owner="M1"),
        action("A4", owner="P1"),
        action("A5"),
        people=(Person(id="P1", name="Ann Vik"),),
    ) == [
        (
            "A1",
            "owner",
            Severity.QUESTION,
            "Member T2 owns A1 and is not in the planning team.",
        )
    ]


def test_owner_outside_has_left_the_customer():
    gone = Person(id="P1", name="Ann Vik", left_company=True)
    assert of(short_term.owner_outside, action(owner="P1"), people=(gone,)) == [
        ("A1", "owner", Severity.WARNING, "Ann Vik owns A1 and has left the customer.")
    ]


def test_no_month():
    assert of(short_term.no_month, action(), action("A2", month=JANUARY)) == [
        (
            "A1",
            "month",
            Severity.ADVICE,
            "A1 has neither a month nor a date: “Count the stops”",
        )
    ]


def test_out_of_order():
    assert of(
        short_term.out_of_order,
        action(due=date(2026, 12, 4), depends_on=("A2", "A3", "A4", "B1", "A1", "A5")),
        action("A2", due=date(2026, 12, 18)),
        action("A3", status=ActionStatus.DROPPED),
        action("A4", due=date(2026, 12, 18), status=ActionStatus.DONE),
        action("A5", month=DECEMBER),
        action("A6", depends_on=("A2", "A7")),
        action("A7"),
    ) == [
        ("A1", "A2", Severity.ADVICE, "A1 is due before A2, which it waits for."),
        ("A1", "A3", Severity.ADVICE, "A1 waits for A3, which was dropped."),
    ]


def test_out_of_order_by_the_months():
    assert of(
        short_term.out_of_order,
        action(month=DECEMBER, depends_on=("A2",)),
        action("A2", month=JANUARY),
    ) == [("A1", "A2", Severity.ADVICE, "A1 is due before A2, which it waits for.")]


def test_fix_of_a_late_action_names_its_owner_in_the_team():
    def asked(owner):
        late = action(due=date(2026, 11, 2), owner=owner)
        having = plan(short_term_plan=ShortTermPlan(actions=(late,)), team=TEAM)
        return next(short_term.late.apply(having, TODAY)).fix.member

    assert [asked(owner) for owner in ("T1", "P1", None)] == ["T1", None, None]


def test_fix_of_an_action_without_owner_asks_the_lead():
    having = plan(short_term_plan=ShortTermPlan(actions=(action(),)), team=TEAM)
    (finding,) = short_term.no_owner.apply(having, TODAY)
    assert (finding.fix.member, finding.fix.field) == ("T1", "owner")
