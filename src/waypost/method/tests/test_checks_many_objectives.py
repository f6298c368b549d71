"""Rules on the words of objectives where a plan has several of them."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.checks import Remedy, critique
from waypost.method.plan import Agreed, BusinessObjective, Fact, Profile
from waypost.method.tests.build import found, plan

TODAY = date(2026, 11, 24)
FAR = date(2027, 9, 30)
KNOWN = Profile(company_goals=(Fact(text="Cut water use", id="G1"),))


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
