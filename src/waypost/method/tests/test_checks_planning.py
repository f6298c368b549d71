"""Rules on the short-term plan as a whole (STP), and on who owns it (SES-1)."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.checks import Severity, planning
from waypost.method.month import Month
from waypost.method.plan import (
    Action,
    ActionStatus,
    ShortTermPlan,
    Strategy,
)
from waypost.method.tests.build import found, member, objective, plan

TODAY = date(2026, 11, 24)
NOVEMBER, DECEMBER, JANUARY = Month(2026, 11), Month(2026, 12), Month(2027, 1)
AHEAD = (DECEMBER, JANUARY, Month(2027, 2))


def of(rule, *actions, months=AHEAD, today=TODAY, **parts):
    held = ShortTermPlan(months=months, actions=actions)
    return found(rule, plan(short_term_plan=held, **parts), today)


def action(code="A1", **fields):
    return Action(id=code, what="Count the stops", **fields)


def test_nothing_planned_towards_an_objective():
    wanted = [("short_term_plan", "", Severity.WARNING, "Nothing is planned from 1 Dec 2026 on.")]
    late = action(month=NOVEMBER)
    done = action("A2", month=DECEMBER, status=ActionStatus.DONE)
    strategy = Strategy(id="S1", statement="One price")
    assert of(planning.nothing_planned, business=[objective()]) == wanted
    assert of(planning.nothing_planned, late, done, business=[objective()]) == wanted
    assert of(planning.nothing_planned, strategies=(strategy,)) == wanted


def test_nothing_planned_is_silent():
    aims = {"business": [objective()]}
    assert of(planning.nothing_planned) == []
    assert of(planning.nothing_planned, action(), **aims) == []
    assert of(planning.nothing_planned, action(month=JANUARY), **aims) == []


def test_fix_of_nothing_planned_drafts_the_first_action():
    having = plan(business=[objective()], team=(member("T1", "account lead"),))
    (finding,) = planning.nothing_planned.apply(having, TODAY)
    draft = finding.fix.action
    assert draft is not None
    assert (str(draft.what), draft.achieves, draft.owner, draft.from_gap) == (
        "Take the first step towards B1",
        "B1",
        "T1",
        None,
    )


def test_nothing_done_of_three_that_were_due():
    late = [action(f"A{n}", due=date(2026, 11, n)) for n in (2, 3, 4)]
    assert of(planning.nothing_done, *late) == [
        (
            "short_term_plan",
            "done",
            Severity.WARNING,
            "None of the 3 actions that were due has been done.",
        )
    ]
    assert of(planning.nothing_done, *late[:2]) == []
    assert of(planning.nothing_done, *late, action("A9", status=ActionStatus.DONE)) == []


def test_hardly_owned():
    nobody = [action(f"A{n}") for n in range(1, 4)]
    owned = [action(f"A{n}", owner="T1") for n in range(4, 7)]
    done = action("A9", status=ActionStatus.DONE)
    assert of(planning.hardly_owned, *nobody, *owned[:2], done) == [
        ("short_term_plan", "owners", Severity.WARNING, "3 of 5 open actions have no owner.")
    ]
    assert of(planning.hardly_owned, *nobody, *owned) == []
    assert of(planning.hardly_owned, *nobody[:2]) == []


def test_empty_first_month():
    assert of(planning.empty_first_month, action(month=JANUARY)) == [
        (
            "short_term_plan",
            "",
            Severity.ADVICE,
            "Nothing is planned for the first month, which begins on 1 Dec 2026.",
        )
    ]


@pytest.mark.parametrize(
    "actions",
    [
        (),
        (action(),),
        (action(month=NOVEMBER),),
        (action(month=JANUARY), action("A2", month=DECEMBER, status=ActionStatus.DONE)),
    ],
)
def test_empty_first_month_is_silent(actions):
    assert of(planning.empty_first_month, *actions) == []


def test_empty_first_month_is_silent_when_it_is_nearly_over():
    later = action(month=JANUARY)
    assert of(planning.empty_first_month, later, today=date(2026, 12, 18)) == []
    assert len(of(planning.empty_first_month, later, today=date(2026, 12, 17))) == 1


def test_only_urgent():
    pressing = [action(f"A{n}", month=DECEMBER, urgent=True, important=True) for n in (1, 2)]
    idle = action("A3", urgent=False, important=False)
    assert of(planning.only_urgent, *pressing, idle) == [
        (
            "short_term_plan",
            "",
            Severity.ADVICE,
            "No open action is important without being urgent.",
        )
    ]
    important = action("A4", urgent=False, important=True)
    unknown = action("A5", urgent=True)
    over = action("A6", month=NOVEMBER, urgent=False, important=True)
    assert of(planning.only_urgent, *pressing) == []
    assert of(planning.only_urgent, *pressing, idle, important) == []
    assert of(planning.only_urgent, *pressing, idle, unknown) == []
    assert len(of(planning.only_urgent, *pressing, idle, over)) == 1


def test_too_many_hours_for_one_member_in_one_month():
    team = (member("T1", hours_per_week=Decimal(2)), member("T2"))
    asked = [
        action("A1", owner="T1", month=DECEMBER, hours=Decimal(9)),
        action("A2", owner="T1", due=date(2026, 12, 4), hours=Decimal("0.5")),
        action("A3", owner="T1", month=JANUARY, hours=Decimal(8)),
        action("A4", owner="T2", month=DECEMBER, hours=Decimal(90)),
        action("A5", owner="T1", month=DECEMBER),
        action("A6", owner="T1", month=Month(2026, 10), hours=Decimal(90)),
        action("A7", owner="T1", hours=Decimal(90)),
        action("A8", month=DECEMBER, hours=Decimal(90)),
    ]
    assert of(planning.too_many_hours, *asked, team=team) == [
        (
            "short_term_plan",
            "2026-12 T1",
            Severity.QUESTION,
            "Member T1 has 9.5 hours of actions in the month that begins on 1 Dec 2026, and about "
            "9 for this account.",
        )
    ]
