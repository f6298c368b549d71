from decimal import Decimal

import pytest

from waypost.method.plan import EightQuestions, Opportunity, Tier
from waypost.method.roti import (
    Because,
    Level,
    average_per_hour,
    expected,
    hours_of,
    level,
    per_hour,
    ratings,
    unanswered,
)

GOOD = {"need": "high", "importance_to_them": "high", "profitable": "yes", "part": "growing"}


def opportunity(margin=None, chance=None, hours=None, **answers):
    def decimal(value):
        return None if value is None else Decimal(value)

    return Opportunity(
        id="OP1",
        name="Seal water",
        margin=decimal(margin),
        chance=decimal(chance),
        hours=decimal(hours),
        q=EightQuestions(**answers),
    )


def rating(one, *others):
    """Among a high and a low one: 100 and 10 an hour, and what an hour brings together is 55."""
    beside = (opportunity("1000", "1", "10"), opportunity("100", "1", "10"))
    return ratings((one, *beside, *others))[0]


@pytest.mark.parametrize(
    ("figures", "result"),
    [
        (("1900", "0.5", "190"), "5"),
        (("-100", "0.5", "10"), "-5"),
        (("100", "0", "10"), "0"),
        ((None, "0.5", "10"), None),
        (("100", None, "10"), None),
        (("100", "0.5", None), None),
        (("100", "0.5", "0"), None),
    ],
)
def test_per_hour_is_margin_times_chance_by_hours(figures, result):
    assert per_hour(opportunity(*figures)) == (None if result is None else Decimal(result))


def test_expected_is_unknown_without_margin_or_chance():
    assert expected(opportunity("100", "0.25")) == 25
    assert expected(opportunity("100")) is None
    assert expected(opportunity(None, "0.25")) is None


def test_hours_are_those_planned_else_those_answered():
    answered = Decimal(5)
    assert hours_of(opportunity(hours="7")) == 7
    asked = Opportunity(id="OP1", name="Stock", q=EightQuestions(hours=answered))
    assert hours_of(asked) == 5
    both = Opportunity(id="OP1", name="Stock", hours=Decimal(0), q=EightQuestions(hours=answered))
    assert hours_of(both) == 0


def test_average_counts_only_what_is_expected_to_earn_anything():
    having = (
        opportunity("100", "1", "10"),
        opportunity("200", "0.5", "40"),
        opportunity("-900", "1", "10"),
        opportunity("900", "0", "10"),
        opportunity("900", "1", "0"),
        opportunity("900", "1"),
        opportunity("900"),
    )
    assert average_per_hour(having) == 4
    assert average_per_hour(having[2:]) is None


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("high", Level.HIGH),
        (" High – they said so.", Level.HIGH),
        ("very  high", Level.HIGH),
        ("Highly seasonal", Level.OTHER),
        ("urgent", Level.HIGH),
        ("medium", Level.MEDIUM),
        ("some", Level.MEDIUM),
        ("low, for now", Level.LOW),
        ("very low", Level.LOW),
        ("none", Level.LOW),
        ("no", Level.LOW),
        ("not much", Level.LOW),
        ("lowest of all", Level.OTHER),
        ("nothing like it", Level.OTHER),
        ("11 years of call-offs", Level.OTHER),
        ("unknown", Level.UNKNOWN),
        ("Not known yet", Level.UNKNOWN),
        ("no idea", Level.UNKNOWN),
        ("don’t know", Level.UNKNOWN),
        ("don't know", Level.UNKNOWN),
        ("n/a", Level.UNKNOWN),
        ("TBD", Level.UNKNOWN),
        ("?", Level.UNKNOWN),
        ("–", Level.UNKNOWN),
        ("", Level.UNKNOWN),
        (None, Level.UNKNOWN),
    ],
)
def test_level_is_how_the_answer_begins(answer, found):
    assert level(answer) is found


def test_unanswered_names_the_questions():
    assert unanswered(EightQuestions()) == (
        "current need",
        "growing, static or declining",
        "where and how large",
        "profitable",
        "importance to their business",
        "our history",
        "how well we know those who decide",
    )
    asked = EightQuestions(
        need="high", part="static", where="L1", profitable="no", history="none",
        importance_to_them="low", knowledge="?",
    )  # fmt: skip
    assert unanswered(asked) == ("how well we know those who decide",)


def test_rank_counts_from_the_highest_and_equals_are_alike():
    having = [
        ("10", "1", "1"),
        ("30", "1", "1"),
        (None, "1", "1"),
        ("10", "1", "1"),
        ("5", "1", "1"),
    ]
    found = ratings([opportunity(*figures) for figures in having])
    assert [one.rank for one in found] == [2, 1, None, 2, 4]
    assert {one.rated for one in found} == {4}
    assert found[1].per_hour == 30


@pytest.mark.parametrize(
    ("an_hour", "brings"),
    [("56", Level.HIGH), ("55", Level.HIGH), ("54", Level.MEDIUM), ("28", Level.MEDIUM),
     ("20", Level.LOW), ("0", Level.LOW), ("-1", Level.LOW)],
)  # fmt: skip
def test_return_is_high_from_the_average_and_low_below_its_half(an_hour, brings):
    # One that takes next to no time leaves the average where it is.
    one = opportunity(str(Decimal(an_hour) / 1000), "1", "0.001")
    assert rating(one).brings is brings


def test_return_of_half_the_average_is_not_low():
    half = (opportunity("30", "1", "1"), opportunity("10", "1", "1"), opportunity("20", "1", "1"))
    assert [one.brings for one in ratings(half)] == [Level.HIGH, Level.MEDIUM, Level.HIGH]
    assert ratings((opportunity("-5", "1", "1"),))[0].brings is Level.LOW


@pytest.mark.parametrize(
    ("need", "importance", "value"),
    [
        ("high", "high", Level.HIGH),
        ("high", "medium", Level.MEDIUM),
        ("medium", "medium", Level.MEDIUM),
        ("low", "high", Level.LOW),
        ("high", "none", Level.LOW),
        ("low", None, Level.LOW),
        ("high", None, Level.UNKNOWN),
        (None, "medium", Level.UNKNOWN),
        ("growing", "high", Level.OTHER),
        ("growing", "medium", Level.OTHER),
        ("growing", None, Level.UNKNOWN),
        ("growing", "low", Level.LOW),
    ],
)
def test_value_to_them_is_that_of_need_and_importance(need, importance, value):
    assert rating(opportunity(need=need, importance_to_them=importance)).value is value


HIGH, MEDIUM, LOW = ("60", "1", "1"), ("40", "1", "1"), ("20", "1", "1")


@pytest.mark.parametrize(
    ("figures", "answers", "tier"),
    [
        (HIGH, {}, Tier.A),
        (HIGH, {"profitable": "Yes, well"}, Tier.A),
        (HIGH, {"part": "static"}, Tier.A),
        (HIGH, {"part": None}, Tier.A),
        (HIGH, {"need": "medium"}, Tier.B),
        (MEDIUM, {}, Tier.B),
        (LOW, {}, Tier.C),
        (HIGH, {"need": "low"}, Tier.C),
        (HIGH, {"profitable": "break-even"}, Tier.B),
        (HIGH, {"profitable": "unknown"}, Tier.B),
        (HIGH, {"profitable": "not known"}, Tier.B),
        (HIGH, {"profitable": None}, Tier.B),
        (HIGH, {"profitable": "no"}, Tier.C),
        (HIGH, {"profitable": "Not at list price"}, Tier.C),
        (HIGH, {"part": "Declining"}, Tier.B),
        (HIGH, {"need": None}, None),
        (HIGH, {"need": "seasonal"}, None),
        ((None, "1", "1"), {}, None),
        ((None, "1", "1"), {"importance_to_them": "low"}, Tier.C),
        ((None, "1", "1"), {"profitable": "no"}, Tier.C),
    ],
)
def test_class_is_suggested_from_return_and_value(figures, answers, tier):
    assert rating(opportunity(*figures, **{**GOOD, **answers})).suggested is tier


def test_suggestion_gives_its_reasons():
    found = rating(opportunity(*LOW, **{**GOOD, "profitable": "no", "part": "shrinking"}))
    assert [(reason.because, str(reason.words)) for reason in found.reasons] == [
        (Because.RETURN, "Its return an hour is low: number 2 of 3 that are rated."),
        (
            Because.VALUE,
            "Our value to them is high: their need is high, the importance to their business high.",
        ),
        (Because.NOT_PROFITABLE, "It is not profitable."),
        (Because.DECLINES, "That part of their business declines."),
    ]
    found = rating(opportunity(need="seasonal"))
    assert [(reason.because, str(reason.words)) for reason in found.reasons] == [
        (Because.NOT_RATED, "Its return an hour is unknown: a figure is missing."),
        (
            Because.VALUE,
            "Our value to them is unknown: their need is seasonal, the importance to their "
            "business unknown.",
        ),
        (Because.PROFIT_OPEN, "Whether it is profitable is not answered with a yes."),
    ]
    assert (found.need, found.importance) == (Level.OTHER, Level.UNKNOWN)


def test_average_counts_what_earns_less_than_one():
    assert average_per_hour((opportunity("1", "0.5", "2"),)) == Decimal("0.25")
