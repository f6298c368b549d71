from datetime import date

import pytest

from waypost.method.checks import Severity, objectives, progress
from waypost.method.plan import (
    Action,
    ActionStatus,
    Objectives,
    RelationshipObjective,
    ShortTermPlan,
    Strategy,
    Vision,
)
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


def of(rule, *business, today=TODAY):
    return found(rule, plan(business=business), today)


@pytest.mark.parametrize(("due", "places"), [("06-29", []), ("06-30", ["B1a"]), ("07-01", ["B1a"])])
def test_no_slack_when_the_last_stage_is_on_the_deadline_or_later(due, places):
    staged = objective(stages=f"2027-{due} 5", due=date(2027, 6, 30))
    assert [at for at, *_ in of(objectives.no_slack, staged)] == places


def test_no_slack_names_the_last_stage():
    assert of(objectives.no_slack, objective(**STOPS), objective(id="B2")) == [
        (
            "B1c",
            "",
            Severity.ADVICE,
            "B1c, the last stage goal of B1, leaves no slack: due 30 Jun 2027.",
        )
    ]


def test_missed_stage_names_what_comes_next():
    stages = "2026-10-30 3, 2027-03-31 4, 2027-09-30 5"
    late = objective("2026-08-27 2, 2026-10-29 2", stages, **MACHINES)
    assert of(progress.missed, late) == [
        (
            "B1a",
            "",
            Severity.SERIOUS,
            "B1a was missed: 3 was due on 30 Oct 2026, and the last check-in, on 29 Oct 2026, "
            "says 2. B1b wants 4 by 31 Mar 2027.",
        )
    ]
    assert of(progress.foreseen_miss, late) == []


def test_missed_target_is_named_when_no_stage_says_the_same():
    over = {"baseline": "2", "target": "5", "due": date(2026, 10, 30)}
    assert of(progress.missed, objective("2026-08-27 2, 2026-10-29 4", **over)) == [
        (
            "B1",
            "",
            Severity.SERIOUS,
            "B1 was missed: 5 was due on 30 Oct 2026, and the last check-in, on 29 Oct 2026, "
            "says 4.",
        )
    ]


def test_foreseen_miss_is_a_warning_when_clear_and_advice_when_narrow():
    assert of(progress.foreseen_miss, objective(FALLING, **STOPS)) == [
        (
            "B1a",
            "",
            Severity.ADVICE,
            "B1a will be missed narrowly: at the pace so far it is about 51 on 31 Dec 2026, "
            "not 50.",
        ),
        (
            "B1b",
            "",
            Severity.WARNING,
            "B1b will be missed: at the pace so far it is about 45 on 31 Mar 2027, not 38.",
        ),
        (
            "B1c",
            "",
            Severity.WARNING,
            "B1c will be missed: at the pace so far it is about 38 on 30 Jun 2027, not 25.",
        ),
    ]
    assert of(progress.missed, objective(FALLING, **STOPS)) == []


@pytest.mark.parametrize(
    "values",
    ["", "2026-11-19 58", "2026-10-01 58, 2026-11-20 40", "2026-08-01 58, 2026-09-01 40"],
)
def test_foreseen_miss_is_silent_without_a_pace_that_misses(values):
    assert of(progress.foreseen_miss, objective(values, **STOPS)) == []


def test_unchecked_when_a_stage_came_due_without_any_check_in():
    staged = objective(stages="2026-11-23 3, 2026-11-24 4", **MACHINES)
    assert of(progress.unchecked, staged) == [
        (
            "B1a",
            "",
            Severity.WARNING,
            "B1a was due on 23 Nov 2026, and nobody has checked in.",
        )
    ]


def test_missing_level_is_found_for_each_level():
    assert found(objectives.missing_level, plan(), TODAY) == [
        ("visionary", "", Severity.WARNING, "The plan has no visionary objective."),
        ("relationship", "", Severity.WARNING, "The plan has no relationship objective."),
        ("business", "", Severity.WARNING, "The plan has no business objective."),
    ]


def test_missing_level_counts_stage_goals_over_all_business_objectives():
    vision = Vision(id="V1", horizon_years=3, text="One standard on all machines")
    voice = RelationshipObjective(id="R1", text="They bring ideas.")

    def levels(*business):
        held = Objectives(visionary=(vision,), relationship=(voice,), business=business)
        return found(objectives.missing_level, plan(objectives=held), TODAY)

    assert levels(objective(), objective(id="B2", stages="2027-03-31 4")) == []
    assert levels(objective()) == [
        ("business", "stages", Severity.WARNING, "No business objective has a stage goal.")
    ]


def test_objective_serves_nothing():
    assert of(objectives.objective_serves_nothing, objective(), objective(serves=("V1",))) == [
        (
            "B1",
            "",
            Severity.ADVICE,
            "B1 serves nothing larger: “Five machines run on our bearings”",
        )
    ]


def test_strategy_serves_nothing():
    strategies = (
        Strategy(id="S1", statement="One price a machine", serves=("B1",)),
        Strategy(id="S2", statement="One new name a visit"),
    )
    assert found(objectives.strategy_serves_nothing, plan(strategies=strategies), TODAY) == [
        ("S2", "", Severity.WARNING, "S2 serves no objective: “One new name a visit”")
    ]


def test_action_achieves_nothing_while_it_is_open():
    actions = (
        Action(id="A1", what="Fair dinner"),
        Action(id="A2", what="Fair lunch", status=ActionStatus.DONE),
        Action(id="A3", what="Trial", achieves="B1"),
    )
    having = plan(short_term_plan=ShortTermPlan(actions=actions))
    assert found(objectives.action_achieves_nothing, having, TODAY) == [
        ("A1", "", Severity.ADVICE, "A1 traces to no objective: “Fair dinner”")
    ]
