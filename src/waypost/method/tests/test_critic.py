"""What the critic says of one goal: verdicts with their places, reasons and rewrites (CRI, OBJ)."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.critic import Criterion, Facts, Level, Met, critique

VAGUE = "Grow our presence"
CLEAR = "Cut late deliveries to the Leeds depot from 12 to 4 by 30 June 2027"


def verdict(text, criterion, *, level=Level.BUSINESS, **facts):
    found = critique(text, level=level, facts=Facts(**facts)).verdict(criterion)
    assert found is not None
    span = found.span and found.span.text
    return found.met, span, str(found.why), found.suggestion and str(found.suggestion)


def test_verdict_that_the_level_does_not_give_is_none():
    assert critique(CLEAR, level=Level.VISION).verdict(Criterion.MEASURABLE) is None
    stage = critique(CLEAR, level=Level.STAGE)
    assert [each.criterion for each in stage.verdicts] == ["measurable", "time_bound"]


def test_specific_names_the_vague_words_and_leaves_a_blank_behind_the_first():
    assert verdict(VAGUE, Criterion.SPECIFIC) == (
        Met.NOT_MET,
        "Grow",
        "“Grow”, “presence” can be read in many ways.",
        "Grow [that is: …] our presence",
    )
    settled = verdict(VAGUE, Criterion.SPECIFIC, metric="sites served")
    assert settled[0] is Met.CANNOT_TELL
    assert verdict(CLEAR, Criterion.SPECIFIC)[0] is Met.MET


def test_specific_asks_which_part_when_no_word_is_vague():
    assert verdict("Gain revenue", Criterion.SPECIFIC) == (
        Met.NOT_MET,
        None,
        "It does not say which part of it will change, or how.",
        "Gain revenue: [which part of it, and what about it]",
    )
    assert verdict("Gain revenue", Criterion.SPECIFIC, metric="seals")[0] is Met.MET


def test_own_terms_of_the_customer_are_not_vague():
    assert [span.text for span in critique(VAGUE, own_terms=frozenset({"presence"})).vague] == [
        "Grow"
    ]


@pytest.mark.parametrize(
    ("text", "facts", "answer"),
    [
        (CLEAR, {}, (Met.MET, "12", "Two people would agree whether it was reached.", None)),
        (
            "Publish the case study",
            {},
            (Met.MET, "case study", "Two people would agree whether it was reached.", None),
        ),
        (
            VAGUE,
            {"metric": "sites", "target": Decimal(5)},
            (Met.MET, None, "Measured by sites.", None),
        ),
        (
            "Grow sales by X%",
            {},
            (Met.NOT_MET, "X", "The figure is still to be filled in.", None),
        ),
        (
            "Increase revenue",
            {},
            (
                Met.NOT_MET,
                None,
                "No figure and no event tells when it is reached.",
                "Increase revenue from [today] to [target]",
            ),
        ),
        (
            VAGUE,
            {},
            (
                Met.NOT_MET,
                None,
                "No figure and no event tells when it is reached.",
                "Grow our presence, measured by [what is counted], from [today] to [target]",
            ),
        ),
    ],
)
def test_measurable(text, facts, answer):
    assert verdict(text, Criterion.MEASURABLE, **facts) == answer


def test_time_bound_by_its_words_else_by_its_date():
    found = verdict(CLEAR, Criterion.TIME_BOUND)
    assert found == (Met.MET, "30 June 2027", "It says by when, or how often.", None)
    assert verdict(VAGUE, Criterion.TIME_BOUND, due=date(2027, 6, 30)) == (
        Met.MET,
        None,
        "Due on 30 Jun 2027.",
        None,
    )


@pytest.mark.parametrize(
    ("text", "facts", "answer"),
    [
        (VAGUE, {"serves_customer": True}, (Met.MET, "It serves one of the customer’s own goals.")),
        (VAGUE, {"customer_agreed": True}, (Met.MET, "The customer agreed to it.")),
        (VAGUE, {"customer_benefit": "Less water"}, (Met.MET, "It says what the customer gains.")),
        (CLEAR, {}, (Met.MET, "It is about a result of the customer.")),
        (
            VAGUE,
            {},
            (
                Met.CANNOT_TELL,
                "It is about our own result; what does the customer gain from it?",
            ),
        ),
        (
            VAGUE,
            {"serves_customer": False, "customer_agreed": False},
            (Met.NOT_MET, "It is about our own result; what does the customer gain from it?"),
        ),
    ],
)
def test_relevant_looks_at_links_before_words(text, facts, answer):
    met, _span, why, _suggestion = verdict(text, Criterion.RELEVANT, **facts)
    assert (met, why) == answer


def test_outcome_asks_what_work_will_change():
    assert verdict("We will publish the case study", Criterion.OUTCOME) == (
        Met.NOT_MET,
        "publish",
        "It names work to be done; what will be different afterwards?",
        "We will publish the case study, so that [what] goes from [today] to [target]",
    )
    assert verdict("Session on recycling", Criterion.OUTCOME)[:2] == (Met.NOT_MET, None)


WEEKS = {"today": date(2026, 11, 24), "due": date(2027, 1, 24)}


@pytest.mark.parametrize(
    ("text", "facts", "span", "why"),
    [
        ("Reach a 100% win rate", {}, "100% win rate", "Nobody reaches this every time."),
        (
            "Double orders this month",
            {},
            "Double",
            "That is a multiple in a matter of weeks.",
        ),
        (
            VAGUE,
            {"baseline": Decimal(2), "target": Decimal(40), **WEEKS},
            None,
            "It asks for a change of 47 % each month.",
        ),
        (
            "Raise NPS to 60 and cut churn to 4%",
            {},
            None,
            "It holds 2 targets; one may be reached without the other.",
        ),
        (
            CLEAR,
            {"depends_on": 0, "stages": 0, "hours": Decimal(0)},
            None,
            "It has no stages, nothing it depends on, and no time set aside.",
        ),
    ],
)
def test_realistic_is_not_met_when_a_sign_speaks_against_it(text, facts, span, why):
    assert verdict(text, Criterion.REALISTIC, **facts) == (Met.NOT_MET, span, why, None)


@pytest.mark.parametrize(
    "text",
    [CLEAR, "Raise NPS to 60 and keep the gross margin at 34%", "Double orders this year"],
)
def test_realistic_is_never_met(text):
    assert verdict(text, Criterion.REALISTIC, hours=Decimal(4))[:2] == (Met.CANNOT_TELL, None)


def test_vision_is_asked_about_only_when_it_is_hedged():
    hedged = "All three sites run on one standard, if the budget allows"
    assert verdict(hedged, Criterion.UNLIMITED, level=Level.VISION) == (
        Met.NOT_MET,
        "if the budget",
        "“if the budget” lets history or today’s obstacles in: what if everything went well?",
        "All three sites run on one standard, […] allows",
    )
    free = "Nordfeld tells the other mills how it is done"
    assert verdict(free, Criterion.UNLIMITED, level=Level.VISION)[0] is Met.MET


@pytest.mark.parametrize(
    ("text", "met", "span"),
    [
        ("They always come with two ideas before we ask for one.", Met.MET, None),
        ("They treat us like their best customer.", Met.MET, None),
        ("When it is late, you call first.", Met.MET, None),
        ("They are our trusted advisor.", Met.NOT_MET, "trusted advisor"),
        ("The customer calls them first.", Met.NOT_MET, "the customer"),
        ("Improve how we answer", Met.NOT_MET, "Improve"),
        ("Late is late.", Met.CANNOT_TELL, None),
        ("", Met.CANNOT_TELL, None),
    ],
)
def test_relationship_is_what_the_customer_would_say(text, met, span):
    found = verdict(text, Criterion.CUSTOMERS_VOICE, level=Level.RELATIONSHIP)
    assert (found[0], found[1] and found[1].lower()) == (met, span and span.lower())
