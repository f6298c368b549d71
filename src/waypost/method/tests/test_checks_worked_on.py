from datetime import date

import pytest

from waypost.method.checks import Remedy, Severity, progress
from waypost.method.month import Month
from waypost.method.plan import Action, ActionStatus, Opportunity, ShortTermPlan, Strategy
from waypost.method.tests.build import found, objective, plan

TODAY = date(2026, 11, 24)
STOPS = {
    "stages": "2026-12-31 50, 2027-03-31 38, 2027-06-30 25",
    "baseline": "61",
    "target": "25",
    "due": date(2027, 6, 30),
}
FALLING = "2026-09-24 58, 2026-10-29 55, 2026-11-19 54"
MACHINES = {"baseline": "2", "target": "5", "due": date(2027, 12, 31)}


def places(rule, *business, **parts):
    having = plan(business=business, **parts)
    return [(f.at, f.severity) for f in rule.apply(having, TODAY)]


def actions(*made):
    return {"short_term_plan": ShortTermPlan(actions=made)}


ELSEWHERE = Action(id="A9", what="Send the report", achieves="R1")


def test_not_worked_on_names_the_next_stage_that_no_action_serves():
    staged = objective("2026-11-19 58", owner="T2", **STOPS)
    having = plan(business=(staged,), **actions(ELSEWHERE))
    assert found(progress.not_worked_on, having, TODAY) == [
        (
            "B1a",
            "action",
            Severity.ADVICE,
            "No action until 31 Jan 2027 serves B1a, due on 31 Dec 2026.",
        )
    ]
    (remedy,) = (f.fix for f in progress.not_worked_on.apply(having, TODAY))
    assert (remedy.kind, str(remedy)) == (Remedy.PLAN_ACTION, "Plan an action that serves it.")
    assert remedy.action is not None
    assert (remedy.action.achieves, remedy.action.owner) == ("B1a", "T2")


def test_not_worked_on_is_a_warning_when_the_objective_is_behind():
    assert places(progress.not_worked_on, objective(FALLING, **STOPS), **actions(ELSEWHERE)) == [
        ("B1a", Severity.WARNING)
    ]
    stages = "2026-10-30 3, 2027-03-31 4"
    missed = objective("2026-10-29 2", stages, **MACHINES)
    assert places(progress.not_worked_on, missed, **actions(ELSEWHERE)) == [
        ("B1b", Severity.WARNING)
    ]


@pytest.mark.parametrize(("due", "is_found"), [("2027-01-31", True), ("2027-02-01", False)])
def test_not_worked_on_looks_at_what_is_due_in_the_window(due, is_found):
    staged = objective(stages=f"{due} 3", **MACHINES)
    assert bool(places(progress.not_worked_on, staged, **actions(ELSEWHERE))) is is_found


SERVING = {
    "the objective": Action(id="A1", what="Trial", achieves="B1"),
    "its stage": Action(id="A1", what="Trial", achieves="B1b"),
    "by a strategy": Action(id="A1", what="Trial", achieves="S1"),
    "by an opportunity": Action(id="A1", what="Trial", achieves="OP1"),
    "in the last month": Action(id="A1", what="Trial", achieves="B1", month=Month(2027, 1)),
    "carried": Action(id="A1", what="Trial", achieves="B1", due=date(2026, 10, 1)),
}
NOT_SERVING = {
    "done": Action(id="A1", what="Trial", achieves="B1", status=ActionStatus.DONE),
    "dropped": Action(id="A1", what="Trial", achieves="B1", status=ActionStatus.DROPPED),
    "later": Action(id="A1", what="Trial", achieves="B1", month=Month(2027, 2)),
    "another strategy": Action(id="A1", what="Trial", achieves="S2"),
    "nothing": Action(id="A1", what="Trial"),
}


@pytest.mark.parametrize(
    ("action", "is_found"),
    [*((one, False) for one in SERVING.values()), *((one, True) for one in NOT_SERVING.values())],
    ids=[*SERVING, *NOT_SERVING],
)
def test_not_worked_on_follows_what_an_action_achieves(action, is_found):
    parts = {
        "strategies": (
            Strategy(id="S1", statement="One price", serves=("B1a",)),
            Strategy(id="S2", statement="One voice"),
        ),
        "opportunities": (Opportunity(id="OP1", name="Seals", serves=("B1",)),),
    }
    staged = objective(FALLING, **STOPS)
    having = places(progress.not_worked_on, staged, **parts, **actions(action, ELSEWHERE))
    assert bool(having) is is_found


@pytest.mark.parametrize(
    "silent",
    [
        objective("2026-10-29 5", "2026-12-31 3", **MACHINES),
        objective("2026-10-29 2", target="5", due=date(2026, 11, 23)),
        objective(),
    ],
    ids=["reached", "over", "not measured"],
)
def test_not_worked_on_is_silent_where_nothing_is_to_come(silent):
    assert places(progress.not_worked_on, silent, **actions(ELSEWHERE)) == []


def test_not_worked_on_is_silent_where_nothing_is_planned_at_all():
    assert places(progress.not_worked_on, objective(FALLING, **STOPS)) == []
