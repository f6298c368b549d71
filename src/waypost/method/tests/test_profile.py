"""How fresh a fact is, what to ask about next, and what a customer can carry (PRO-2, CRI-5)."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.checks import Severity, circumstances
from waypost.method.plan import Account, BusinessObjective, Objectives, Profile, YearFigures
from waypost.method.profile import (
    Freshness,
    Room,
    freshness,
    room_to_invest,
    worth_asking,
)
from waypost.method.tests.build import found, plan

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("as_of", "age"),
    [
        (date(2026, 11, 24), Freshness.FRESH),
        (date(2026, 8, 24), Freshness.FRESH),
        (date(2026, 8, 23), Freshness.AGEING),
        (date(2025, 11, 24), Freshness.AGEING),
        (date(2025, 11, 23), Freshness.OLD),
        (None, Freshness.UNDATED),
    ],
)
def test_fact_is_fresh_for_three_months_and_old_after_twelve(as_of, age):
    assert freshness(as_of, TODAY) is age


@pytest.mark.parametrize(
    ("as_of", "uses", "worth"),
    [
        (date(2026, 10, 1), 9, 0),
        (None, 9, 0),
        (date(2026, 5, 1), 0, 6),
        (date(2026, 5, 1), 2, 18),
        (date(2025, 5, 1), 0, 18),
    ],
)
def test_asking_anew_is_worth_more_the_older_and_the_more_used_a_fact_is(as_of, uses, worth):
    assert worth_asking(as_of, uses, TODAY) == worth


def figures(year, room):
    return YearFigures(year=year, investment_room_k=None if room is None else Decimal(room))


@pytest.mark.parametrize(
    ("known", "room"),
    [
        ([], None),
        ([figures(2027, None)], None),
        ([figures(2027, 9), figures(2026, 5)], Room(year=2027, value=Decimal(9000))),
        ([figures(2026, 5), figures(2025, 4)], Room(year=2026, value=Decimal(5000))),
        ([figures(2024, 4), figures(2028, 4)], None),
    ],
)
def test_room_to_invest_is_that_of_the_year_or_of_the_latest_of_two_before(known, room):
    assert room_to_invest(Profile(figures=tuple(known)), 2027) == room


def asked(*known, **fields):
    """What is asked about an objective for a customer with these figures."""
    values = {"baseline": Decimal(2_000_000), "target": Decimal(5_000_000), "unit": "NOK"}
    goal = BusinessObjective(
        id="B1", text="Grow", **{**values, "due": date(2027, 12, 31), **fields}
    )
    having = plan(objectives=Objectives(business=(goal,)), profile=Profile(figures=known))
    account = Account(name="Dunmore Mills", currency="NOK")
    having = having.__class__(
        supplier=having.supplier,
        account=account,
        objectives=having.objectives,
        profile=having.profile,
    )
    return found(circumstances.beyond_means, having, TODAY)


def test_objective_that_asks_for_more_than_they_can_invest_is_asked_about():
    assert asked(figures(2027, 2_999)) == [
        (
            "B1",
            "",
            Severity.QUESTION,
            "B1 asks for 3000000 NOK; in 2027 the customer has room for 2999000.",
        )
    ]
    assert asked(figures(2027, 3_000)) == []


def test_objective_is_asked_about_whatever_it_is_measured_in_where_there_is_no_room():
    said = "Who pays for B1? The customer has no room to invest in 2027."
    assert asked(figures(2027, 0), unit="machines") == [("B1", "", Severity.QUESTION, said)]
    assert asked(figures(2027, 1), unit="machines") == []


def test_figures_of_a_year_are_something_known_of_their_finances():
    assert asked(figures(2020, None)) == []
    [(_at, _subject, _severity, said)] = asked()
    assert said == "Can the customer afford B1? Nothing is known of their finances."
