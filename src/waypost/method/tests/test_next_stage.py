from datetime import date

import pytest

from waypost.method.next_stage import NextStage, next_stage_of
from waypost.method.tests.build import objective, plan

TODAY = date(2026, 11, 24)
STOPS = {"stages": "2026-12-31 50, 2027-03-31 38", "baseline": "61", "target": "25"}


def test_next_stage_of_a_plan_is_the_earliest_of_all_objectives():
    staged = objective(stages="2027-03-31 4, 2026-10-30 3")
    sooner = objective(stages="2027-01-31 1", id="B2")
    found = next_stage_of(plan(business=(staged, sooner, objective())), TODAY)
    assert found == NextStage(objective=sooner, stage=sooner.stages[0])


def test_next_stage_of_a_plan_without_stage_goals_is_none():
    assert next_stage_of(plan(business=(objective(),)), TODAY) is None


@pytest.mark.parametrize(
    ("values", "due"),
    [
        ("2026-11-01 50", date(2027, 3, 31)),  # reached before its date
        ("2026-11-01 49, 2026-11-20 51", date(2026, 12, 31)),  # and lost again
        ("2026-11-25 50", date(2026, 12, 31)),  # only tomorrow
    ],
)
def test_next_stage_of_a_plan_is_one_that_is_not_reached_yet(values, due):
    found = next_stage_of(plan(business=(objective(values, **STOPS),)), TODAY)
    assert found is not None
    assert found.stage.due == due


def test_next_stage_of_a_plan_that_has_reached_them_all_is_none():
    assert next_stage_of(plan(business=(objective("2026-11-01 20", **STOPS),)), TODAY) is None


@pytest.mark.parametrize(("value", "due"), [("50", date(2027, 3, 31)), ("51", date(2026, 12, 31))])
def test_next_stage_of_what_is_to_be_held_is_the_first_that_it_is_off(value, due):
    held = objective(f"2026-11-01 {value}", stages="2026-12-31 50, 2027-03-31 51", target="50")
    found = next_stage_of(plan(business=(held,)), TODAY)
    assert found is not None
    assert found.stage.due == due
