"""Which figures the critic finds in a goal, of what kind, and what each is a figure of (CRI-2)."""

import pytest

from waypost.method.critic.quantities import Measure, find_figures
from waypost.method.critic.reader import read

NUMBER, PERCENT, MULTIPLE = Measure.NUMBER, Measure.PERCENT, Measure.MULTIPLE
WHOLE, REFERENCE = Measure.WHOLE, Measure.REFERENCE


def figures(text):
    reading = read(text)
    return [
        (reading.span(found.first, found.after).text, found.measure)
        for found in find_figures(reading).quantities
    ]


def bound(text):
    """What the first figure of a goal is bound to."""
    reading = read(text)
    found = find_figures(reading).quantities[0].bound
    return found and reading.span(found.first, found.after).text


def blanks(text):
    reading = read(text)
    return [reading.tokens[place].low for place in find_figures(reading).blanks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cut scrap by __ % by June", ["__"]),
        ("Cut scrap by ?% by June", ["?"]),
        ("Is scrap low ? No", []),
        ("Cut scrap by n % by June", ["n"]),
        ("Cut scrap by y% by June", ["y"]),
        ("Answer y or n in the form", []),
        ("Cut scrap by xx percent", ["xx"]),
        ("Save $xx in scrap", ["xx"]),
        ("Save xx in scrap", []),
        ("Cut scrap by XX by June", ["xx"]),
        ("Keep 5XX errors below 10", []),
    ],
)
def test_blank_is_a_place_left_for_a_figure(text, found):
    assert blanks(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By 1 June 5% less scrap", [("5%", PERCENT)]),
        ("Cut our 10 000 claims by June", [("10 000", NUMBER)]),
        ("Save 10 000 litres", [("10 000", NUMBER)]),
        ("Save 100 000 litres", [("100 000", NUMBER)]),
        ("Save 100 000 000 litres", [("100 000 000", NUMBER)]),
        ("Save 1000 000 litres", [("1000", NUMBER), ("000", NUMBER)]),
        ("Cut scrap by 5 per line", [("5", NUMBER)]),
        ("Grow output 10 x", [("10 x", MULTIPLE)]),
        ("Grow sales from 3 - 4 lines", [("3", NUMBER), ("4", NUMBER)]),
        ("Save $360 per order", [("360", NUMBER)]),
        ("Save EUR 360 per order", [("360", NUMBER)]),
        ("Move between 4 plants", [("4", NUMBER)]),
        ("Move between four plants", []),
        ("Serve those 3 plants", []),
        ("Ship twenty-five lines", [("twenty", NUMBER), ("five", NUMBER)]),
        ("Ship two-million lines", [("two-million", NUMBER)]),
        ("Ship three-digit savings", [("three", NUMBER)]),
    ],
)
def test_number_is_a_figure_unless_it_names_something(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Offer two way radios", []),
        ("Offer three-party calls", []),
        ("Make visits two-day", []),
        ("Play 3 to 3", [("3", NUMBER)]),
        ("Cover 360 views", []),
        ("Cover 24/7 calls", [("7", NUMBER)]),
    ],
)
def test_number_that_says_how_is_no_figure(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cut scrap by 5 per cent", [("5 per cent", PERCENT)]),
        ("Cut scrap by 5 per centre", [("5", NUMBER)]),
        ("Grow output 3-fold", [("3-fold", MULTIPLE)]),
        ("Grow output three-fold", [("three-fold", MULTIPLE)]),
        ("Grow output 3 x", [("3 x", MULTIPLE)]),
    ],
)
def test_words_behind_a_number_say_what_kind_of_figure_it_is(text, found):
    assert figures(text) == found


def test_dash_before_fold_leaves_it_a_multiple():
    assert figures("Grow output 3 -fold")[0] == ("3", MULTIPLE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sell at all levels", []),
        ("Serve all, in 3 plants", [("3", NUMBER)]),
        ("Move all 1,200 orders", [("all", WHOLE), ("1,200", NUMBER)]),
        ("For all plants", [("all", WHOLE)]),
        ("Both grow", []),
        ("Both plants grow", [("Both", WHOLE)]),
    ],
)
def test_all_is_a_figure_where_it_is_all_of_something(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hit quota", [("quota", REFERENCE)]),
        ("Hit quota for scrap", []),
        ("Grow sales to quota", [("quota", REFERENCE)]),
        ("Meet our own big quota", [("quota", REFERENCE)]),
        ("Meet our own very big quota", []),
        ("Meet the plan", [("plan", REFERENCE)]),
        ("Stay on plan", []),
    ],
)
def test_figure_that_stands_elsewhere_is_referred_to_nearby(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Cut claims with 3 orders", "orders"),
        ("Cut scrap to 3 of the orders", "orders"),
        ("Cut scrap by 5% of the orders", "orders"),
        ("Cut scrap on claims to 5% of the orders", "scrap"),
        ("Cut scrap on the contract by 5", "scrap"),
        ("Cut scrap, then contract by 5", "contract"),
        ("Scrap on the contract: 5% fewer", "contract"),
        ("Cut the cost of delays to 5", "cost"),
        ("Cut the cost of delays by 5%", "cost"),
        (
            "Cut downtime by 5%, scrap, claims, returns, errors, delays, stops, complaints,"
            " accidents, injuries, costs, losses, waste, defects, churn, turnover",
            "downtime",
        ),
    ],
)
def test_figure_is_bound_to_what_it_counts_or_moves(text, term):
    assert bound(text) == term
