"""What the critic takes for a name, for a title, and for how long something takes (CRI-1)."""

import pytest

from waypost.method.critic.reader import read


def names(text):
    reading = read(text)
    return [token.low for place, token in enumerate(reading.tokens) if reading.is_name(place)]


def terms(text):
    reading = read(text)
    return [reading.span(found.first, found.after).text for found in reading.terms]


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("Acme Retail", False),
        ("Acme Retail Cuts", True),
        ("Acme Retail Cuts scrap", True),
        ("Acme Retail cuts scrap", False),
        ("Acme 3 4 5 Cuts", False),
        ("A B C D E F G h i j", False),
        ("A B C D E F G H i j", True),
    ],
)
def test_title_has_more_than_two_words_and_most_in_capitals(text, titled):
    assert read(text).titled is titled


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The day at Acme Foods renewal", ["acme", "foods"]),
        ("Acme Foods cut their scrap", []),
        ("They use Renewal Partners of oslo now", ["renewal", "partners"]),
        ("We use ERP Renewal there now", ["renewal"]),
        ("Ask tom. Renewal Time is up now", ["renewal"]),
        ("The big Renewal deal", []),
        ("We ask in 3 Oslo plants", []),
        ("They met Acme 3 times", []),
        ("They all met Acme", []),
    ],
)
def test_name_has_capitals_side_by_side(text, found):
    assert names(text) == found


def test_term_inside_a_name_or_a_day_is_none():
    assert terms("The day at Acme Renewal Partners") == ["day"]
    assert terms("The day at the renewal") == ["day", "renewal"]


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("Cut ironing time by 5", True),
        ("Cut dough resting times by 5", True),
        ("Cut oven time in March", True),
        ("Cut short time by 5", False),
        ("Cut oven's time by 5", False),
        ("Cut 5 time there", False),
        ("Grow time by 5", False),
        ("Time cut by 5", False),
    ],
)
def test_time_behind_a_thing_is_how_long_it_takes_them(text, theirs):
    reading = read(text)
    found_whose = [found.term.whose for found in reading.terms if found.term.words[0][:4] == "time"]
    assert [whose is not None for whose in found_whose] == [theirs]
