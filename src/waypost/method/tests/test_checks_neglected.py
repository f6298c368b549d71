"""Rules on what nobody works on although it was chosen or agreed (SES-1, STP-8)."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.checks import Severity, neglected
from waypost.method.plan import (
    Action,
    ActionStatus,
    Colour,
    Opportunity,
    ShortTermPlan,
    Strategy,
    Tier,
    TrafficLight,
)
from waypost.method.tests.build import found, member, objective, plan

TODAY = date(2026, 11, 24)
TARGET = {"target": "5", "due": date(2027, 12, 31)}


def of(rule, *achieved, what="Count the stops", **parts):
    actions = tuple(
        Action(id=f"A{n}", what=what, achieves=code) for n, code in enumerate(achieved, start=1)
    )
    parts.setdefault("short_term_plan", ShortTermPlan(actions=actions))
    return found(rule, plan(**parts), TODAY)


def chosen(code="OP1", name="Seals for the board machine", **fields):
    return Opportunity(id=code, name=name, tier=Tier.A, **fields)


def test_objective_without_actions():
    business = [objective(**TARGET), objective(id="B2", **TARGET)]
    assert of(neglected.objective_without_actions, "B1", business=business) == [
        (
            "B2",
            "actions",
            Severity.WARNING,
            "No open action leads to B2: “Five machines run on our bearings”",
        )
    ]


@pytest.mark.parametrize(
    ("achieved", "fields"),
    [
        ("B1a", {"stages": "2027-06-30 4", **TARGET}),
        ("S1", TARGET),
        ("OP1", TARGET),
        ("R1", {"serves": ("R1",), **TARGET}),
        ("B2", {"due": date(2027, 12, 31)}),
        ("B2", {"target": "5"}),
        ("B2", {"target": "5", "due": date(2026, 11, 23)}),
        (None, TARGET),
    ],
)
def test_objective_without_actions_is_silent(achieved, fields):
    parts = {
        "strategies": (Strategy(id="S1", statement="One price", serves=("B1",)),),
        "opportunities": (Opportunity(id="OP1", name="Seals", serves=("B1",)),),
    }
    rule = neglected.objective_without_actions
    assert of(rule, achieved, business=[objective(**fields)], **parts) == []


def test_fix_of_an_objective_without_actions_asks_its_owner():
    having = plan(
        business=[objective(**TARGET, owner="T2")],
        team=(member("T1", "account lead"), member("T2")),
        short_term_plan=ShortTermPlan(actions=(Action(id="A1", what="Call", achieves="R1"),)),
    )
    (finding,) = neglected.objective_without_actions.apply(having, TODAY)
    draft = finding.fix.action
    assert draft is not None
    assert (str(draft.what), draft.achieves, draft.owner) == (
        "Take the next step towards B1",
        "B1",
        "T2",
    )


def test_opportunity_without_actions():
    assert of(neglected.opportunity_without_actions, "B9", opportunities=(chosen(),)) == [
        (
            "OP1",
            "",
            Severity.WARNING,
            "No open action is for OP1, Seals for the board machine, although it is of class A.",
        )
    ]


@pytest.mark.parametrize("achieved", ["OP1", "S1", "B1", "B1a"])
def test_opportunity_without_actions_follows_links(achieved):
    parts = {
        "business": [objective(stages="2027-06-30 4")],
        "strategies": (Strategy(id="S1", statement="One price", serves=("OP1",)),),
        "opportunities": (chosen(serves=("B1",)),),
    }
    assert of(neglected.opportunity_without_actions, achieved, **parts) == []


def test_opportunity_without_actions_shares_no_objective_with_another_of_its_class():
    both = (chosen(serves=("B1",)), chosen("OP2", "Pumps", serves=("B1",)))
    parts = {"business": [objective()], "opportunities": both}
    assert [at for at, *_ in of(neglected.opportunity_without_actions, "B1", **parts)] == [
        "OP1",
        "OP2",
    ]


@pytest.mark.parametrize(
    ("what", "name", "places"),
    [
        ("Price the seals of the board machine", "Seals for the board machine", []),
        ("Price the seals of the board line", "Seals for the board machine", []),
        ("Price the seals", "Seals for the board machine", ["OP1"]),
        ("Plan the training days", "Training", []),
        ("Plan it", "C1", ["OP1"]),
    ],
)
def test_opportunity_without_actions_reads_its_name_in_actions(what, name, places):
    held = of(
        neglected.opportunity_without_actions, None, what=what, opportunities=(chosen(name=name),)
    )
    assert [at for at, *_ in held] == places


def test_opportunity_without_actions_is_silent_while_one_waits_or_is_not_chosen():
    def light(response):
        return TrafficLight(
            id="L1", colour=Colour.RED, on="OP1", text="Rival has it", response=response
        )

    rule = neglected.opportunity_without_actions
    assert of(rule, opportunities=(chosen(),), traffic_lights=(light("Wait until 2028"),)) == []
    assert len(of(rule, opportunities=(chosen(),), traffic_lights=(light(None),))) == 1
    later = Opportunity(id="OP1", name="Pumps", tier=Tier.B, hours=Decimal(4))
    assert of(rule, opportunities=(later,)) == []


def test_opportunity_without_actions_counts_open_ones_only():
    done = Action(id="A1", what="Call", achieves="OP1", status=ActionStatus.DONE)
    held = {"opportunities": (chosen(),), "short_term_plan": ShortTermPlan(actions=(done,))}
    assert len(of(neglected.opportunity_without_actions, **held)) == 1
