"""Rules on the short-term plan as a whole (STP), and on its reviews (SES-1)."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.checks import Severity, planning
from waypost.method.month import Month
from waypost.method.plan import (
    Action,
    ActionStatus,
    PlanningSession,
    Review,
    Settings,
    ShortTermPlan,
    Strategy,
)
from waypost.method.tests.build import found, member, objective, plan

TODAY = date(2026, 11, 24)
NOVEMBER, DECEMBER, JANUARY = Month(2026, 11), Month(2026, 12), Month(2027, 1)
AHEAD = (DECEMBER, JANUARY, Month(2027, 2))


def of(rule, *actions, months=AHEAD, today=TODAY, planned_on=None, **parts):
    held = ShortTermPlan(months=months, actions=actions, planned_on=planned_on)
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
def test_review_overdue_when_the_months_are_over(first, message):
    months = tuple(first.plus(n) for n in range(3))
    assert of(planning.review_overdue, months=months) == [("months", "", Severity.WARNING, message)]


def test_review_overdue_when_one_was_left_out():
    reviews = (
        Review(date=date(2026, 9, 24), held=True),
        Review(date=date(2026, 10, 29), held=False),
    )
    assert of(planning.review_overdue, reviews=reviews) == [
        ("months", "", Severity.ADVICE, "The review of 30 Oct 2026 has not been held.")
    ]


def test_review_overdue_is_silent():
    settings = Settings(review_day="last Thursday of the month")
    reviews = (Review(date=date(2026, 10, 29), held=True), Review(date=date(2026, 11, 26)))
    assert of(planning.review_overdue, reviews=reviews, settings=settings) == []
    assert of(planning.review_overdue) == []


def test_never_reviewed_two_months_after_planning_began():
    session = PlanningSession(id="SE1", date=date(2026, 9, 22))
    wanted = [("account", "review", Severity.WARNING, "This plan has never been reviewed.")]
    assert of(planning.never_reviewed, sessions=(session,)) == wanted
    assert of(planning.never_reviewed, planned_on=date(2026, 9, 22)) == wanted
    missed = Review(date=date(2026, 10, 29), held=False)
    assert of(planning.never_reviewed, sessions=(session,), reviews=(missed,)) == wanted
    # It is said once.
    assert of(planning.review_overdue, planned_on=date(2026, 9, 22)) == []


def test_never_reviewed_is_silent():
    session = PlanningSession(id="SE1", date=date(2026, 9, 23))
    held = Review(date=date(2026, 10, 29), held=True)
    assert of(planning.never_reviewed) == []
    assert of(planning.never_reviewed, sessions=(session,)) == []
    assert of(planning.never_reviewed, planned_on=date(2026, 1, 2), reviews=(held,)) == []


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
