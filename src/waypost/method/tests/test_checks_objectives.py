from datetime import date

import pytest

from waypost.method.checks import Severity, objectives
from waypost.method.plan import (
    Action,
    ActionStatus,
    Objectives,
    Opportunity,
    RelationshipObjective,
    ShortTermPlan,
    Strategy,
    Tier,
    Vision,
)
from waypost.method.tests.build import found, objective, plan

TODAY = date(2026, 11, 24)


def of(rule, *business, today=TODAY):
    return found(rule, plan(business=business), today)


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
    assert of(
        objectives.objective_serves_nothing, objective(), objective(id="B2", serves=("V1",))
    ) == [
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


@pytest.mark.parametrize(
    ("serves", "places"),
    [
        ({"B1": ("B2",), "B2": ("V1",)}, []),
        ({"B1": ("B2",), "B2": ("B1",)}, ["B1", "B2"]),
        ({"B1": ("B1",)}, ["B1"]),
        ({"B1": ("B2", "B3"), "B2": (), "B3": ("G1",)}, ["B2"]),
    ],
)
def test_objective_serves_nothing_when_it_serves_only_its_like(serves, places):
    business = [objective(id=code, serves=ids) for code, ids in serves.items()]
    assert [at for at, *_ in of(objectives.objective_serves_nothing, *business)] == places


def test_opportunity_serves_nothing_although_it_is_chosen():
    having = (
        Opportunity(id="OP1", name="Stock", tier=Tier.A),
        Opportunity(id="OP2", name="Pumps", tier=Tier.A, serves=("B1",)),
        Opportunity(id="OP3", name="Training", tier=Tier.B),
    )
    assert found(objectives.opportunity_serves_nothing, plan(opportunities=having), TODAY) == [
        ("OP1", "", Severity.ADVICE, "OP1, Stock, is of class A and serves no objective.")
    ]
