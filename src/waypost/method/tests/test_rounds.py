"""SES-1: the order of answers, their ranking, and how far people are apart."""

from fractions import Fraction

import pytest

from waypost.method import rounds
from waypost.method.rounds import (
    COLOURS,
    DISPOSITIONS,
    MOST_ON_ONE,
    Ranked,
    Spread,
    ballots_apart,
    can_spend,
    differs,
    disagreement,
    leader_last,
    most_apart_first,
    on_line,
    ranking,
    spread,
)

light = on_line(COLOURS)


def test_leader_comes_last_and_chance_stays():
    """SES-1"""
    assert leader_last((3, 1, 4, 2, 5), {3, 4}) == (1, 2, 5, 3, 4)
    assert leader_last((), {3}) == ()


def test_ranking_shows_ties():
    """SES-1"""
    assert ranking({"a": 1, "b": 4, "c": 2, "d": 4, "e": 0}) == (
        Ranked(key="b", dots=4, place=1, is_tied=True),
        Ranked(key="d", dots=4, place=1, is_tied=True),
        Ranked(key="c", dots=2, place=3, is_tied=False),
        Ranked(key="a", dots=1, place=4, is_tied=False),
        Ranked(key="e", dots=0, place=5, is_tied=False),
    )
    assert ranking({}) == ()


@pytest.mark.parametrize(
    ("ballot", "may"),
    [
        ({}, True),
        ({"a": 2, "b": 2}, True),
        ({"a": MOST_ON_ONE}, False),
        ({"a": MOST_ON_ONE - 1}, True),
        ({"a": 2, "b": 3}, False),
    ],
)
def test_dot_can_be_spent(ballot, may):
    assert can_spend(ballot, "a", 5) is may


@pytest.mark.parametrize(
    ("answers", "apart"),
    [
        ((), None),
        (("red",), None),
        (("red", "red", "red"), 0),
        (("green", "amber"), Fraction(1, 2)),
        (("green", "red"), 1),
        (("green", "green", "red"), Fraction(2, 3)),
        (("green", "amber", "red"), Fraction(2, 3)),
    ],
)
def test_disagreement_about_a_light(answers, apart):
    """SES-1"""
    assert disagreement(answers, light) == apart


def test_disagreement_about_a_disposition_is_by_steps():
    assert disagreement(("wary", "ally"), on_line(DISPOSITIONS)) == Fraction(3, 4)


def test_disagreement_about_a_role_is_the_same_or_not():
    assert disagreement(("economic", "user", "user"), differs) == Fraction(2, 3)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({1: 3, 2: 2}, {1: 3, 2: 2}, 0),
        ({1: 5}, {2: 5}, 1),
        ({1: 3, 2: 2}, {1: 2, 3: 3}, Fraction(3, 5)),
        ({1: 1}, {1: 4, 2: 1}, Fraction(1, 5)),
    ],
)
def test_ballots_are_apart_by_the_dots_that_lie_elsewhere(one, other, apart):
    assert ballots_apart(one, other) == ballots_apart(other, one) == apart


@pytest.mark.parametrize(
    ("apart", "word"),
    [
        (Fraction(), Spread.AGREED),
        (Fraction(1, 100), Spread.CLOSE),
        (rounds.CLOSE, Spread.CLOSE),
        (Fraction(26, 100), Spread.APART),
        (rounds.APART, Spread.APART),
        (Fraction(51, 100), Spread.FAR),
        (Fraction(1), Spread.FAR),
    ],
)
def test_spread(apart, word):
    assert spread(apart) is word


def test_agenda_begins_where_people_are_most_apart():
    """SES-1"""
    topics = [
        ("a", None),
        ("b", Fraction(1, 4)),
        ("c", Fraction(1)),
        ("d", Fraction()),
        ("e", Fraction(1, 4)),
        ("f", None),
    ]
    assert most_apart_first(topics) == ("c", "b", "e", "d", "a", "f")
