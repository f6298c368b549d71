"""Whose a metric is by the words beside it, and the forms of the words that are looked for."""

import pytest

from waypost.method.critic.belonging import (
    AFTER_SALES,
    customer_owns,
    is_ours,
    is_theirs,
    named_after,
    owned_after,
)
from waypost.method.critic.lexicon.forms import gerund, inflections, plurals, spellings
from waypost.method.critic.reader import read


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("Castell's scrap", True),
        ("their scrap", True),
        ("our scrap", False),
        ("today's scrap", False),
    ],
)
def test_possessive_is_theirs_unless_it_is_a_day_or_us(text, theirs):
    assert is_theirs(read(text), 0) is theirs


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("Our four plants in scrap", True),
        ("Our four plants in Norway scrap", False),
        ("Scrap in the plants our", True),
        ("Scrap in the north plants our", False),
    ],
)
def test_metric_is_ours_with_our_at_most_four_words_away(text, ours):
    reading = read(text)
    assert is_ours(reading, reading.terms[0]) is ours


def test_their_behind_our_owns_nothing():
    reading = read("Cut scrap of our plants, their plants")
    assert customer_owns(reading, 4, 8) is True
    assert customer_owns(reading, 2, 8) is False


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("Scrap of their plants", True),
        ("Scrap of the clerks", True),
        ("Scrap of new orders", False),
        ("Scrap of a big new clerk", False),
        ("Scrap in the big of their plants", True),
        ("Scrap in the big north of their plants", False),
    ],
)
def test_metric_is_of_whoever_is_named_close_behind_it(text, owned):
    reading = read(text)
    found = owned_after(reading, reading.terms[0], len(reading.tokens), AFTER_SALES)
    assert found is owned


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Scrap at Tamsin", True),
        ("Scrap at the rink", True),
        ("Scrap at their rink", True),
        ("Scrap at our rink", False),
        ("Scrap at", False),
        ("Scrap in March", False),
        ("Scrap here and now at Tamsin", True),
        ("Scrap here and now too at Tamsin", False),
    ],
)
def test_metric_is_at_whoever_has_a_name_close_behind_it(text, named):
    reading = read(text)
    assert named_after(reading, reading.terms[0], len(reading.tokens)) is named


def test_phrase_is_spelled_as_in_america_and_in_britain():
    assert set(spellings("digitize a program")) == {
        "digitize a program",
        "digitise a program",
        "digitize a programme",
        "digitise a programme",
    }
    assert set(spellings("scrap")) == {"scrap"}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("supply", {"supply", "supplies", "supplying", "supplied"}),
        ("deploy", {"deploy", "deploys", "deploying", "deployed"}),
        ("reach out", {"reach out", "reaches out", "reaching out", "reached out"}),
        ("plan", {"plan", "plans", "planning", "planned"}),
        ("close", {"close", "closes", "closing", "closed"}),
        ("agree", {"agree", "agrees", "agreeing", "agreed"}),
        ("see", {"see", "sees", "seeing", "saw", "seen"}),
    ],
)
def test_verb_stands_in_a_goal_in_all_its_forms(verb, forms):
    assert set(inflections(verb)) == forms


def test_verb_in_ing():
    assert [gerund(verb) for verb in ("carry", "make", "win")] == ["carrying", "making", "winning"]


def test_noun_is_singular_or_plural():
    assert set(plurals("point of sale")) == {"point of sale", "points of sale", "point of sales"}
    assert set(plurals("policy")) == {"policy", "policies"}
    assert set(plurals("delay")) == {"delay", "delays"}
    assert set(plurals("loss")) == {"loss", "losses"}
