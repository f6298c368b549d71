"""Rules on agreement, and on the condition of a business objective (OBJ-3)."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.checks import Severity, agreement
from waypost.method.checks.agreement import is_broken
from waypost.method.plan import Agreed, CheckIn
from waypost.method.tests.build import found, member, objective, plan

TODAY = date(2026, 11, 24)
TEAM = (
    member("T1", in_planning=True),
    member("T2", in_planning=True),
    member("T3", in_planning=False),
    member("M1", "first-line manager", in_planning=True),
)


def of_agreed(**agreed):
    held = objective(agreed=Agreed(**agreed))
    return found(agreement.not_agreed, plan(team=TEAM, business=[held]), TODAY)


def of_condition(rule, *values, condition="gross margin >= 34 %"):
    held = objective(condition=condition)
    made = tuple(
        CheckIn(on=date(2026, month, 1), value=Decimal(2), condition_value=value)
        for month, value in enumerate(values, start=1)
    )
    return found(rule, plan(business=[_with(held, made)]), date(2026, 6, 1))


def _with(held, made):
    return type(held)(id=held.id, text=held.text, condition=held.condition, check_ins=made)


@pytest.mark.parametrize("team", [False, ()])
def test_not_agreed(team):
    assert of_agreed(team=team) == [
        ("B1", "agreed", Severity.WARNING, "B1 is not agreed in the team.")
    ]


def test_not_agreed_is_a_question_when_nobody_has_said():
    assert of_agreed(customer=True) == [
        ("B1", "agreed", Severity.QUESTION, "Whether the team agrees to B1 is not known.")
    ]


def test_not_agreed_names_who_of_the_planning_is_missing():
    assert of_agreed(team=("T1",)) == [
        (
            "B1",
            "agreed",
            Severity.QUESTION,
            "B1 is not agreed by everybody in the planning: Member T2.",
        )
    ]


@pytest.mark.parametrize("agreed", [{"team": True, "customer": False}, {"team": ("T1", "T2")}])
def test_not_agreed_is_silent(agreed):
    assert of_agreed(**agreed) == []


def test_condition_unchecked_when_no_check_in_tells():
    assert of_condition(agreement.condition_unchecked, None, None) == [
        (
            "B1",
            "condition",
            Severity.WARNING,
            "B1 has a condition, and no check-in has ever said whether it holds.",
        )
    ]


@pytest.mark.parametrize(("values", "condition"), [((), "x"), ((None, "35 %"), "x"), (("",), None)])
def test_condition_unchecked_is_silent(values, condition):
    assert of_condition(agreement.condition_unchecked, *values, condition=condition) == []


def test_condition_broken_at_the_last_check_in_that_tells():
    assert of_condition(agreement.condition_broken, "35 %", "31.5 %", None) == [
        (
            "B1",
            "broken",
            Severity.SERIOUS,
            "At the check-in of 1 Feb 2026 the condition of B1 did not hold.",
        )
    ]


@pytest.mark.parametrize(("values", "condition"), [((), "x"), (("31 %", "34 %"), "≥ 34 %")])
def test_condition_broken_is_silent(values, condition):
    assert of_condition(agreement.condition_broken, *values, condition=condition) == []


def test_condition_broken_needs_a_condition():
    assert of_condition(agreement.condition_broken, "no", condition=None) == []


@pytest.mark.parametrize(
    ("condition", "value", "broken"),
    [
        ("gross margin >= 34 %", "33.9 %", True),
        ("gross margin >= 34 %", "34 %", False),
        ("margin of 30 % or more", "31,5", False),
        ("margin of 30 % or more", "29,5", True),
        ("our margin stays at 34 %", "31 %", True),
        ("at least 4 visits a month", "3", True),
        ("does not fall below 30 %", "29 %", True),
        ("does not fall below 30 %", "31 %", False),
        ("no more than 5 complaints", "6", True),
        ("no more than 5 complaints", "5", False),
        ("at most 5 complaints", "6 this month", True),
        ("stays below 5 %", "6 %", True),
        ("above 90 points", "89", True),
        ("complaints <= 5", "4", False),
        ("margin of 30 %", "no", True),
        ("no new headcount", "Not held", True),
        ("no new headcount", "yes", False),
        ("no new headcount", "2", False),
        ("between 30 and 34 %", "20 %", False),
        ("quality of 98", "97", False),
        ("at least 4 visits", "as agreed", False),
    ],
)
def test_condition_is_read_by_its_words_and_figures(condition, value, broken):
    assert is_broken(condition, value) is broken


@pytest.mark.parametrize("team", [True, ("T1", "T2", "T3")])
def test_not_agreed_looks_at_objectives_after_one_that_is(team):
    business = [objective(agreed=Agreed(team=team)), objective(id="B2")]
    (left,) = found(agreement.not_agreed, plan(team=TEAM, business=business), TODAY)
    assert left[0] == "B2"


def test_condition_broken_goes_by_the_last_check_in_that_speaks_of_it():
    broken = agreement.condition_broken
    assert of_condition(broken, "36 %", "35 %", "31 %") == [
        (
            "B1",
            "broken",
            Severity.SERIOUS,
            "At the check-in of 1 Mar 2026 the condition of B1 did not hold.",
        )
    ]
    assert of_condition(broken, "36 %", "31 %", "35 %") == []


def test_condition_broken_looks_at_objectives_after_one_without():
    held = objective(condition="gross margin >= 34 %", id="B2")
    made = (CheckIn(on=date(2026, 1, 1), value=Decimal(2), condition_value="31 %"),)
    business = [objective(), _with(held, made)]
    (left,) = found(agreement.condition_broken, plan(business=business), TODAY)
    assert left[0] == "B2"
