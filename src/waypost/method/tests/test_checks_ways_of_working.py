"""Rules on what a strategy is (STR-1, STR-2), and one on its answers (STR-3)."""

from datetime import date

import pytest

from waypost.method.checks import Severity, strategies, ways_of_working
from waypost.method.checks.ways_of_working import is_single_call
from waypost.method.plan import Commitment, Person, Strategy
from waypost.method.tests.build import found, member, objective, plan

TODAY = date(2026, 11, 24)
PEOPLE = {"Strand", "Haugland"}


def of_statement(statement):
    people = (Person(id="P1", name="Anders Strand"),)
    held = plan(people=people, strategies=(Strategy(id="S1", statement=statement),))
    return found(ways_of_working.sales_call, held, TODAY)


def test_sales_call():
    assert of_statement("Call Anders Strand on Tuesday and offer 3 % off") == [
        (
            "S1",
            "",
            Severity.ADVICE,
            "S1 reads like a single call, not a way of working: “Call Anders Strand on Tuesday and "
            "offer 3 % off”",
        )
    ]
    assert of_statement("Every visit leaves one new name on the contact map.") == []


@pytest.mark.parametrize(
    "statement",
    [
        "Present the offer at the meeting on 12 March",
        "Phone the buyer about the renewal",
        "Take the finance director to lunch",
        "Offer a 5 % discount at the next call",
        "Follow up with purchasing",
        "Visit Strand and close the frame agreement",
        "In the meeting on 3 December, show the payback slide first",
        "Send the quote by 2026-12-03",
        "We will book a demo with the maintenance team",
        "At the next visit we show them the new sensor",
        "Ask Haugland for a reference",
        "Meet the new buyer on Thursday",
        "Send the price list next week",
    ],
)
def test_single_call_is_told_by_its_day_or_person(statement):
    assert is_single_call(statement, PEOPLE) is True


@pytest.mark.parametrize(
    "statement",
    [
        "No proposal leaves us before the people who run the machine have corrected it.",
        "One agreement, priced per machine-month, instead of call-off prices per seal.",
        "We talk about the cost of a cubic metre, never about the price of a machine.",
        "Finance sees every saving in the month in which it appears.",
        "Meet the people who run the machine where the machine is",
        "Show today’s losses in money, on their own meters",
        "Bring two ideas to the quarterly meeting",
        "Visit plants, not offices",
        "Call on Strand before each order",
        "Offer service by outcome",
        "Haugland sees our figures first",
    ],
)
def test_way_of_working_is_no_single_call(statement):
    assert is_single_call(statement, PEOPLE) is False


def test_no_strategy_is_asked_for_once_there_is_a_business_objective():
    strategy = Strategy(id="S1", statement="One price a machine")
    assert found(ways_of_working.no_strategy, plan(), TODAY) == []
    assert found(ways_of_working.no_strategy, plan(business=[objective()]), TODAY) == [
        ("strategies", "", Severity.WARNING, "The plan has no strategy.")
    ]
    held = plan(business=[objective()], strategies=(strategy,))
    assert found(ways_of_working.no_strategy, held, TODAY) == []


@pytest.mark.parametrize(
    ("told", "places"),
    [(date(2026, 11, 9), ["S1"]), (date(2026, 11, 10), []), (None, [])],
)
def test_no_answer_two_weeks_after_the_member_was_told(told, places):
    answer = Commitment(who="T1", told=told, doubts=None, version=1)
    strategy = Strategy(id="S1", statement="One price", members=(answer,))
    held = plan(team=(member("T1"),), strategies=(strategy,))
    assert [at for at, *_ in found(strategies.no_answer, held, TODAY)] == places


def test_no_answer_names_the_member():
    answer = Commitment(who="T1", told=date(2026, 9, 1), version=1)
    strategy = Strategy(id="S1", statement="One price", members=(answer,))
    held = plan(team=(member("T1"),), strategies=(strategy,))
    assert found(strategies.no_answer, held, TODAY) == [
        (
            "S1",
            "T1",
            Severity.ADVICE,
            "Member T1 was told of S1 on 1 Sep 2026 and has not answered.",
        )
    ]
    (finding,) = strategies.no_answer.apply(held, TODAY)
    assert (finding.fix.member, str(finding.fix)) == ("T1", "Ask Member T1 whether that is a yes.")
