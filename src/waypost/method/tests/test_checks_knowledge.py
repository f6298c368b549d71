"""Rules on the profile: what it lacks, and where it contradicts itself (PRO-1, PRO-2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from waypost.method.checks import Severity, knowledge, profile
from waypost.method.plan import Action, Fact, Profile, ShortTermPlan, Swot
from waypost.method.tests.build import found, member, plan

TODAY = date(2026, 11, 24)
FACT = (Fact(text="Something"),)
PARTS = (
    "company_goals",
    "markets_and_positioning",
    "industry_trends",
    "competitors",
    "structure",
    "financial_performance",
    "value_chain",
)


def without(*empty):
    held = Profile() if "swot" in empty else Profile(swot=Swot(threats=("Gas price",)))
    lists: dict[str, Any] = {name: FACT for name in PARTS if name not in empty}
    return plan(profile=replace(held, **lists))


def of_facts(*texts, list_name="financial_performance"):
    held: dict[str, Any] = {list_name: tuple(Fact(text=text) for text in texts)}
    return found(knowledge.contradicting_facts, plan(profile=replace(Profile(), **held)), TODAY)


def test_empty_part_is_found_by_its_name():
    assert found(knowledge.empty_part, without("structure", "swot"), TODAY) == [
        ("structure", "", Severity.ADVICE, "Nothing is known of the customer’s structure."),
        (
            "swot",
            "",
            Severity.ADVICE,
            "Nothing is known of the customer’s strengths, weaknesses, opportunities, threats.",
        ),
    ]
    assert found(knowledge.empty_part, without(), TODAY) == []


@pytest.mark.parametrize("name", [*PARTS, "swot"])
def test_empty_part_has_words_for_each(name):
    assert [at for at, *_ in found(knowledge.empty_part, without(name), TODAY)] == [name]


def test_empty_parts_of_a_profile_just_begun_are_one_finding():
    assert found(knowledge.empty_part, without(*PARTS[:4]), TODAY) == [
        ("account", "", Severity.ADVICE, "Of the 8 parts of the profile 4 are empty.")
    ]
    assert len(found(knowledge.empty_part, without(*PARTS[:3]), TODAY)) == 3
    (finding,) = knowledge.empty_part.apply(without(*PARTS[2:6]), TODAY)
    assert finding.fix is not None
    assert finding.fix.field == "profile.industry_trends"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EBITDA margin 2025: 11.4 %", "The EBITDA margin was 9.8 % in 2025"),
        ("Purchasing of seals is centralised", "Purchasing of seals is decentralised"),
        ("The market for board is growing", "The board market declines"),
        ("400 people work at the mill", "350 people work at the mill"),
        ("Purchasing moved from the mills to group", "The mills still do purchasing, not group"),
        ("Plant A has 400 people at work", "There are 350 people at work"),
        ("The market for board declines", "The board market is growing"),
        (
            "400 people work at the mill",
            "With its power station and the harbour 350 people work at the old mill",
        ),
    ],
)
def test_contradicting_facts(one, other):
    assert of_facts(one, other) == [
        (
            "financial_performance[1]",
            "financial_performance[0]",
            Severity.QUESTION,
            "financial_performance[1] and financial_performance[0] seem to contradict each other.",
        )
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EBITDA margin 2025: 11.4 %", "EBITDA margin 2024: 14.9 %"),
        ("PM3 makes 200 kt of kraft", "PM4 makes 300 kt of kraft"),
        ("Plant A makes 200 kt of board", "Plant B makes 300 kt of board"),
        ("Cut water use by 30 % by 2029", "Lift availability to 94 % by 2027"),
        ("The market for board is growing", "The market for newsprint declines"),
        ("Margin of 11 %", "Margin of 11 %"),
        ("Board grows, newsprint declines in this market", "Market for newsprint declines"),
        ("Number 2", "Number 3"),
        ("Market for newsprint declines", "Board grows, newsprint declines in this market"),
        ("400 people work at the mill", "Many people work at the mill"),
        ("The mills buy spare parts", "The mills do not plan stops"),
    ],
)
def test_contradicting_facts_is_silent(one, other):
    assert of_facts(one, other) == []


def test_contradicting_facts_stand_in_two_lists():
    held = Profile(
        structure=(Fact(text="400 people work there", id="F1"),),
        value_chain=(Fact(text="350 people work there"),),
    )
    having = plan(profile=held)
    assert [
        (at, subject) for at, subject, *_ in found(knowledge.contradicting_facts, having, TODAY)
    ] == [("value_chain[0]", "F1")]


def test_contradicting_facts_are_one_finding_a_fact():
    texts = [f"{count} people work there" for count in (400, 350, 300)]
    assert [(at[-3:], subject[-3:]) for at, subject, *_ in of_facts(*texts)] == [
        ("[1]", "[0]"),
        ("[2]", "[0]"),
    ]


def test_contradicting_facts_are_looked_for_among_the_first_hundred():
    def count(between):
        others = (chr(ord("a") + n % 26) * (3 + n // 26) for n in range(between))
        return len(of_facts("1 of the people works there", *others, "2 of the people works there"))

    assert (count(98), count(99)) == (1, 0)


@pytest.mark.parametrize(
    ("what", "places"),
    [
        ("Find out who signs above NOK 1 m", []),
        ("Ask who signs for the agreement", ["gaps[0]"]),
    ],
)
def test_open_gap_is_filled_by_an_action_that_asks_the_same(what, places):
    held = plan(
        profile=Profile(gaps=("Who signs at group for spend above NOK 1 m?",)),
        short_term_plan=ShortTermPlan(actions=(Action(id="A1", what=what),)),
    )
    assert [at for at, *_ in found(profile.open_gap, held, TODAY)] == places


def test_fix_of_a_gap_drafts_the_question():
    having = plan(profile=Profile(gaps=("Who signs?",)), team=(member("T1", "account lead"),))
    (finding,) = profile.open_gap.apply(having, TODAY)
    draft = finding.fix.action
    assert draft is not None
    assert (str(draft.what), draft.owner, draft.from_gap) == ("Find out: Who signs?", "T1", 0)
