"""Rules on the words of objectives where a plan has several of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from waypost.method.checks import Remedy, circumstances, critique
from waypost.method.plan import (
    Action,
    Agreed,
    BusinessObjective,
    Colour,
    Fact,
    Profile,
    ShortTermPlan,
    Strategy,
    TrafficLight,
)
from waypost.method.tests.build import found, objective, plan

TODAY = date(2026, 11, 24)
FAR, NEAR = date(2027, 9, 30), date(2027, 1, 29)
KNOWN = Profile(company_goals=(Fact(text="Cut water use", id="G1"),))

ROOM = Profile(financial_performance=(Fact(text="EBITDA 11.4 %"),))


def business(text, **fields):
    return BusinessObjective(**{"id": "B1", "text": text, **fields})


def of(rule, *objectives, **parts):
    return found(rule, plan(business=objectives, **parts), TODAY)


def test_about_ourselves_takes_objectives_that_serve_each_other_for_no_goal_of_theirs():
    ring = (
        business("Sell €2m of seals", serves=("B2",)),
        business("Sell 5 lines", id="B2", serves=("B1",)),
    )
    assert [at for at, *_ in of(critique.about_ourselves, *ring, profile=KNOWN)] == ["B1", "B2"]


@pytest.mark.parametrize(
    ("rule", "settled"),
    [
        (critique.vague_words, {"metric": "sites served", "target": Decimal(5)}),
        (critique.vague_words, {"text": "Win 3 orders from the Leeds site"}),
        (critique.unmeasured, {"target": Decimal(5), "due": FAR}),
        (critique.about_ourselves, {"agreed": Agreed(customer=True)}),
    ],
)
def test_objective_after_one_that_is_settled_is_judged(rule, settled):
    first = business(**{"text": "Grow our presence", **settled})
    second = business("Grow our presence", id="B2")
    assert [at for at, *_ in of(rule, first, second)] == ["B2"]


def test_vague_words_are_named_up_to_three_and_beside_a_metric_without_target():
    goal = business("Grow our strong presence significantly and sustainably", metric="sites")
    assert [message for *_, message in of(critique.vague_words, goal)] == [
        "B1 is vague: “Grow”, “strong”, “presence”."
    ]


def test_vague_words_are_to_be_said_in_other_words():
    (finding,) = critique.vague_words.apply(plan(business=[business("Grow our presence")]), TODAY)
    assert finding.fix is not None
    assert (finding.fix.kind, finding.fix.field) == (Remedy.REWORD, "text")
    assert str(finding.fix.words) == "Say what exactly, in words that can be checked."


def test_unrealistic_looks_at_objectives_after_one_that_measures_nothing():
    vague = business("Grow our presence", due=FAR)
    bare = objective(id="B2", target="5", due=FAR)
    assert [at for at, *_ in of(circumstances.unrealistic, vague, bare)] == ["B2"]


@pytest.mark.parametrize(("due", "asked"), [(date(2027, 2, 24), 0), (date(2027, 2, 25), 1)])
def test_unrealistic_asks_for_steps_on_what_is_due_in_more_than_three_months(due, asked):
    assert len(of(circumstances.unrealistic, objective(target="5", due=due))) == asked


def test_unrealistic_reckons_from_the_first_check_in():
    slow = objective("2026-01-29 2, 2026-11-12 3", baseline="2", target="5", due=NEAR)
    assert of(circumstances.unrealistic, slow) == []


@pytest.mark.parametrize(
    "action",
    [
        Action(id="A1", what="Trial", achieves="S1"),
        Action(id="A1", what="Trial", achieves="S2", hours=Decimal(4)),
    ],
)
def test_unrealistic_takes_no_work_for_hours_set_aside_unless_they_are_for_it(action):
    strategies = (
        Strategy(id="S1", statement="One price", serves=("B1",)),
        Strategy(id="S2", statement="One standard", serves=("B7",)),
    )
    bare = objective(target="5", due=FAR)
    work = ShortTermPlan(actions=(action,))
    assert [
        at
        for at, *_ in of(
            circumstances.unrealistic, bare, strategies=strategies, short_term_plan=work
        )
    ] == ["B1"]


def test_beyond_means_asks_about_lights_after_one_that_is_answered():
    red = TrafficLight(id="L1", colour=Colour.RED, on="B1", text="Capex freeze until June")
    lights = (replace(red, response="Lease instead"), replace(red, id="L2"))
    asked = of(circumstances.beyond_means, profile=ROOM, traffic_lights=lights)
    assert [subject for _, subject, *_ in asked] == ["L2"]
