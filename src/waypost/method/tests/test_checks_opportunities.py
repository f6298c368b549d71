from datetime import date
from decimal import Decimal

import pytest

from waypost.method.checks import Remedy, Severity, opportunities
from waypost.method.plan import EightQuestions, Opportunity, Tier
from waypost.method.tests.build import found, plan

TODAY = date(2026, 11, 24)
ANSWERS = {
    "need": "high", "part": "static", "where": "L1", "profitable": "yes",
    "importance_to_them": "high", "history": "good", "knowledge": "high",
}  # fmt: skip


def opportunity(code, tier=None, an_hour=None, **answers):
    """An opportunity of a class that brings so much in each of ten hours."""
    return Opportunity(
        id=code,
        name=f"Seals {code}",
        tier=None if tier is None else Tier(tier),
        margin=None if an_hour is None else 20 * Decimal(an_hour),
        chance=Decimal("0.5"),
        hours=Decimal(10),
        q=EightQuestions(**{**ANSWERS, **answers}),
    )


def of(rule, *having):
    return found(rule, plan(opportunities=having), TODAY)


def places(rule, *having):
    return [at for at, *_ in of(rule, *having)]


def fixes(rule, *having):
    found = rule.apply(plan(opportunities=having), TODAY)
    return [(f.fix.kind, str(f.fix), f.fix.field) for f in found]


BESIDE = (opportunity("OP8", "B", 6), opportunity("OP9", "B", 4))


def test_no_class_asks_when_one_can_be_suggested():
    one = opportunity("OP1", None, 8)
    assert of(opportunities.no_class, one, *BESIDE) == [
        ("OP1", "", Severity.QUESTION, "OP1, Seals OP1, has no class.")
    ]
    assert fixes(opportunities.no_class, one, *BESIDE) == [
        (Remedy.CLASS_OPPORTUNITY, "Give it one: what is known of it suggests A.", "class")
    ]


@pytest.mark.parametrize(
    "silent",
    [
        opportunity("OP1", "C", 8),
        opportunity("OP1", None, None),
        opportunity("OP1", None, None, need="low"),
        opportunity("OP1", None, 8, need=None),
    ],
    ids=["has one", "not rated", "only its value is known", "its value is not known"],
)
def test_no_class_is_silent_without_a_suggestion(silent):
    assert of(opportunities.no_class, silent, *BESIDE) == []


def test_class_too_low_when_class_c_brings_most():
    assert of(opportunities.class_too_low, opportunity("OP1", "C", 8), *BESIDE) == [
        (
            "OP1",
            "",
            Severity.QUESTION,
            "OP1, Seals OP1, is class C, but brings most an hour of 3.",
        )
    ]
    assert fixes(opportunities.class_too_low, opportunity("OP1", "C", 8), *BESIDE) == [
        (Remedy.CLASS_OPPORTUNITY, "Look at its class again: A would fit.", "class")
    ]
    medium = opportunity("OP1", "C", 8, need="medium")
    assert [text for _, text, _ in fixes(opportunities.class_too_low, medium, *BESIDE)] == [
        "Look at its class again: B would fit."
    ]


@pytest.mark.parametrize(
    "having",
    [
        (opportunity("OP1", "B", 8), *BESIDE),
        (opportunity("OP1", "C", 5), *BESIDE),
        (opportunity("OP1", "C", 8), BESIDE[0]),
        (opportunity("OP1", "C", 8, need="low"), *BESIDE),
        (opportunity("OP1", "C", 8, need=None), *BESIDE),
    ],
    ids=["class B", "second", "of two", "no need", "need unknown"],
)
def test_class_too_low_is_silent(having):
    assert of(opportunities.class_too_low, *having) == []


def test_unknown_answers_are_asked_for_what_the_team_goes_after():
    having = [
        opportunity("OP1", "A", need=None, profitable="unknown"),
        opportunity("OP2", "B", importance_to_them="?", knowledge=None),
        opportunity("OP3", "C", profitable=None),
        opportunity("OP4", None, profitable=None),
        opportunity("OP5", "A", importance_to_them=None),
        opportunity("OP6", "B", history="none"),
    ]
    assert of(opportunities.unknown_answers, *having) == [
        ("OP1", "answers", Severity.QUESTION, "Not answered for OP1, Seals OP1: profitable."),
        (
            "OP2",
            "answers",
            Severity.QUESTION,
            "Not answered for OP2, Seals OP2: importance to their business, how well we know "
            "those who decide.",
        ),
    ]
    assert fixes(opportunities.unknown_answers, having[0]) == [
        (Remedy.ANSWER_QUESTIONS, "Answer it, or find out who can.", "q")
    ]


def test_lowest_return_of_class_a():
    having = (opportunity("OP1", "A", 3), *BESIDE)
    assert of(opportunities.lowest_return, *having) == [
        (
            "OP1",
            "return",
            Severity.WARNING,
            "OP1, Seals OP1, is class A, but brings least an hour of 3.",
        )
    ]
    assert fixes(opportunities.lowest_return, *having) == [
        (
            Remedy.CLASS_OPPORTUNITY,
            "Class it lower, or say what makes it worth the time.",
            None,
        )
    ]


@pytest.mark.parametrize(
    ("having", "found_at"),
    [
        ([("A", 3), ("B", 6), ("B", 4)], ["OP1"]),
        ([("A", 3), ("B", 3), ("B", 4)], ["OP1"]),
        ([("A", 3), ("A", 3), ("C", 4)], ["OP1", "OP2"]),
        ([("A", 3), (None, 6), ("A", 4)], ["OP1"]),
        ([("A", -3), ("B", -2), ("B", -2)], ["OP1"]),
        ([("A", 0), ("B", 1), ("B", 1)], ["OP1"]),
        ([("A", 5), ("B", 6), ("B", 4)], []),  # not the last
        ([("B", 3), ("B", 6), ("B", 4)], []),  # not class A
        ([("A", 3), ("A", 6), ("A", 4)], []),  # all are class A
        ([("A", 4), ("B", 5), ("B", 5)], []),  # hardly less
        ([("A", 4), ("B", "5.1"), ("B", 5)], ["OP1"]),
        ([("A", 3), ("B", 6)], []),  # only two are rated
        ([("A", 3), ("B", 6), ("B", None)], []),
        ([("A", None), ("B", 6), ("B", 5), ("B", 4)], []),
    ],
)
def test_lowest_return_needs_others_to_bring_clearly_more(having, found_at):
    made = [opportunity(f"OP{n}", tier, hour) for n, (tier, hour) in enumerate(having, start=1)]
    assert places(opportunities.lowest_return, *made) == found_at


@pytest.mark.parametrize(
    ("answers", "severity", "message"),
    [
        (
            {"need": "low"},
            Severity.WARNING,
            "OP1, Seals OP1, is class A, but they hardly need it or hardly depend on it.",
        ),
        (
            {"importance_to_them": "none", "need": None},
            Severity.WARNING,
            "OP1, Seals OP1, is class A, but they hardly need it or hardly depend on it.",
        ),
        (
            {"importance_to_them": None},
            Severity.QUESTION,
            "OP1, Seals OP1, is class A, but nobody says how much they need it or depend on it.",
        ),
    ],
)
def test_little_value_of_class_a(answers, severity, message):
    one = opportunity("OP1", "A", **answers)
    assert of(opportunities.little_value, one) == [("OP1", "value", severity, message)]


def test_little_value_says_what_to_do():
    low, unknown = opportunity("OP1", "A", need="low"), opportunity("OP2", "A", need=None)
    assert fixes(opportunities.little_value, low, unknown) == [
        (Remedy.CLASS_OPPORTUNITY, "Class it lower, or find a need that it meets.", None),
        (Remedy.ANSWER_QUESTIONS, "Ask them: high, medium or low.", "q"),
    ]


def test_little_value_is_silent_below_class_a_and_from_medium_on():
    silent = (
        opportunity("OP1", "B", need="low"),
        opportunity("OP2", "C", need=None),
        opportunity("OP3", None, need="low"),
        opportunity("OP4", "A", need="medium"),
        opportunity("OP5", "A"),
        opportunity("OP6", "A", need="seasonal, always in autumn", importance_to_them="high"),
    )
    assert of(opportunities.little_value, *silent) == []


def test_loss_is_a_warning_but_for_class_c():
    having = (
        opportunity("OP1", "A", -1),
        opportunity("OP2", "C", -1),
        opportunity("OP3", None, -1),
        opportunity("OP4", "A", 0),
        opportunity("OP5", "A", 1),
        opportunity("OP6", "A"),
    )
    assert of(opportunities.loss, *having) == [
        ("OP1", "loss", Severity.WARNING, "OP1, Seals OP1, costs more than it brings."),
        ("OP2", "loss", Severity.ADVICE, "OP2, Seals OP2, costs more than it brings."),
        ("OP3", "loss", Severity.WARNING, "OP3, Seals OP3, costs more than it brings."),
    ]
    assert fixes(opportunities.loss, having[0]) == [
        (Remedy.CLASS_OPPORTUNITY, "Drop it, or say what it opens the door to.", None)
    ]


def test_not_rated_says_what_is_missing():
    def missing(code, tier, margin, chance):
        return Opportunity(
            id=code,
            name="Seals",
            tier=Tier(tier),
            margin=None if margin is None else Decimal(margin),
            chance=None if chance is None else Decimal(chance),
        )

    having = (
        missing("OP1", "A", None, None),
        missing("OP2", "B", None, "0.5"),
        missing("OP3", "B", 100, None),
        missing("OP4", "B", 100, "0.5"),
        missing("OP5", "C", None, None),
    )
    assert of(opportunities.not_rated, *having) == [
        (
            "OP1",
            "",
            Severity.QUESTION,
            "OP1, Seals, cannot be compared: margin and chance are not known.",
        ),
        ("OP2", "", Severity.QUESTION, "OP2, Seals, cannot be compared: its margin is not known."),
        ("OP3", "", Severity.QUESTION, "OP3, Seals, cannot be compared: its chance is not known."),
    ]
    assert fixes(opportunities.not_rated, *having) == [
        (Remedy.ANSWER_QUESTIONS, "Estimate it, roughly will do.", "margin_k"),
        (Remedy.ANSWER_QUESTIONS, "Estimate it, roughly will do.", "margin_k"),
        (Remedy.ANSWER_QUESTIONS, "Estimate it, roughly will do.", "chance"),
    ]


def test_unknown_hours_offer_the_field():
    one = Opportunity(id="OP1", name="Seals")
    assert fixes(opportunities.unknown_hours, one) == [
        (Remedy.ESTIMATE_HOURS, "Estimate the hours, roughly will do.", "hours")
    ]
