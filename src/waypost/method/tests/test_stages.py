from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from waypost.method.stages import (
    ProposedStage,
    is_countable,
    next_stage,
    propose_for,
    propose_stages,
    slack,
    steps_between,
)
from waypost.method.tests.build import objective

TWO_TO_FIVE: dict[str, Any] = {
    "baseline": Decimal(2),
    "target": Decimal(5),
    "start": date(2026, 4, 1),
    "due": date(2027, 12, 31),
    "stages": 3,
    "whole_units": True,
}
STAGED = objective(
    stages="2027-03-31 4, 2026-10-30 3, 2027-09-30 5", target="5", due=date(2027, 12, 31)
)


def proposed(**changes):
    stages = propose_stages(**{**TWO_TO_FIVE, **changes})
    return [(str(stage.due), str(stage.value)) for stage in stages]


def test_propose_stages_of_whole_units_ends_with_three_months_slack():
    assert propose_stages(**TWO_TO_FIVE) == (
        ProposedStage(due=date(2026, 9, 30), value=Decimal(3)),
        ProposedStage(due=date(2027, 3, 31), value=Decimal(4)),
        ProposedStage(due=date(2027, 9, 30), value=Decimal(5)),
    )


def test_propose_stages_of_a_rate_falls_in_even_steps():
    rate = {"baseline": Decimal(61), "target": Decimal(25), "whole_units": False, "stages": 4}
    assert proposed(**rate) == [
        ("2026-08-31", "52"),
        ("2026-12-31", "43"),
        ("2027-05-31", "34"),
        ("2027-09-30", "25"),
    ]


def test_propose_stages_keeps_a_target_that_is_not_round():
    assert proposed(target=Decimal("4.75"), stages=2, whole_units=False) == [
        ("2026-12-31", "3.4"),
        ("2027-09-30", "4.75"),
    ]


def test_propose_stages_gives_one_stage_a_unit_at_most():
    assert [value for _, value in proposed(stages=7)] == ["3", "4", "5"]


def test_propose_stages_gives_one_stage_a_month_at_most():
    assert proposed(due=date(2026, 9, 30)) == [
        ("2026-04-30", "3"),
        ("2026-05-31", "4"),
        ("2026-06-30", "5"),
    ]
    assert proposed(due=date(2026, 8, 31)) == [("2026-04-30", "4"), ("2026-05-31", "5")]


def test_propose_stages_within_a_month_begins_at_its_start_and_keeps_the_slack():
    mid = {"start": date(2026, 4, 15), "due": date(2027, 12, 15), "stages": 1}
    assert proposed(**mid) == [("2027-08-31", "5")]


def test_propose_stages_from_a_month_end_begins_with_the_next_month():
    assert proposed(start=date(2026, 4, 30), stages=1, due=date(2026, 8, 31)) == [
        ("2026-05-31", "5")
    ]


def test_propose_stages_takes_slack_from_a_long_month_to_a_short_one():
    assert proposed(due=date(2027, 5, 30), stages=1) == [("2027-02-28", "5")]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"target": Decimal(2)},
            "The target is where you are today, so there are no steps to plan.",
        ),
        ({"stages": 0}, "Plan one stage goal or more."),
        (
            {"due": date(2026, 7, 29)},
            "There is no month end between the start and the slack before the date.",
        ),
    ],
)
def test_propose_stages_refuses_what_cannot_be_planned(changes, sentence):
    with pytest.raises(ValueError, match=sentence):
        proposed(**changes)


NO_ROOM = "There is no month end between the start and the slack before the date."


@pytest.mark.parametrize("slack_months", [21, 1200, 10**9])
def test_propose_stages_with_an_impossible_slack_says_why(slack_months):
    with pytest.raises(ValueError, match=NO_ROOM):
        proposed(slack_months=slack_months, due=date(2027, 12, 30))


def test_propose_stages_with_a_slack_after_the_date_says_why():
    with pytest.raises(ValueError, match="zero months or more"):
        proposed(slack_months=-1)


def test_propose_for_counts_one_stage_a_unit():
    lines = objective(baseline="2", target="5", due=date(2027, 12, 31), unit="product lines")
    assert propose_for(lines, start=date(2026, 4, 1)) == propose_stages(**TWO_TO_FIVE)


def test_propose_for_a_measured_metric_asks_how_many():
    stops = objective(baseline="61.4", target="25", due=date(2027, 12, 31), unit="hours")
    with pytest.raises(ValueError, match="Say how many stages you want"):
        propose_for(stops, start=date(2026, 4, 1))
    found = propose_for(stops, start=date(2026, 4, 1), stages=2)
    assert [(str(stage.due), str(stage.value)) for stage in found] == [
        ("2026-12-31", "43"),
        ("2027-09-30", "25"),
    ]


@pytest.mark.parametrize("missing", ["baseline", "target", "due"])
def test_propose_for_needs_a_start_and_an_end(missing):
    whole = {"baseline": "2", "target": "5", "due": date(2027, 12, 31), "unit": "lines"}
    with pytest.raises(ValueError, match="Write down all three"):
        propose_for(objective(**{**whole, missing: None}), start=date(2026, 4, 1), stages=2)


def test_propose_for_nothing_to_change_says_why():
    held = objective(baseline="5", target="5", due=date(2027, 12, 31), unit="lines")
    with pytest.raises(ValueError, match="there are no steps to plan"):
        propose_for(held, start=date(2026, 4, 1))


def test_steps_between_counts_the_last_part_of_a_step():
    assert steps_between(Decimal(61), Decimal(25), Decimal(10)) == 4
    assert steps_between(Decimal(2), Decimal(5)) == 3


def test_steps_between_refuses_a_step_that_leads_nowhere():
    with pytest.raises(ValueError, match=r"A step is greater than zero."):
        steps_between(Decimal(2), Decimal(5), Decimal(0))


@pytest.mark.parametrize("unit", ["machine", "machines", "product lines", "Verträge"])
def test_is_countable_for_pieces(unit):
    assert is_countable(unit)


@pytest.mark.parametrize(
    "unit", [None, "", "hours", "%", "Percent", "stops per year", "kWh", "NOK k", "m3", "stops/a"]
)
def test_is_countable_not_for_measures(unit):
    assert not is_countable(unit)


def test_next_stage_is_the_first_one_due_today_or_later():
    found = [
        next_stage(STAGED, day)
        for day in (date(2026, 10, 30), date(2026, 10, 31), date(2027, 10, 1))
    ]
    assert [stage and stage.value for stage in found] == [3, 4, None]


def test_slack_is_counted_in_days_to_the_deadline():
    assert slack(STAGED) == 92


def test_slack_is_unknown_without_stages_or_deadline():
    assert slack(objective(due=date(2027, 12, 31))) is None
    assert slack(objective(stages="2027-03-31 4")) is None


def test_propose_stages_without_slack_ends_on_the_date():
    assert proposed(slack_months=0, stages=1) == [("2027-12-31", "5")]


def test_propose_stages_with_the_most_slack_ends_with_the_first_month():
    assert proposed(slack_months=20, stages=3) == [("2026-04-30", "5")]


def test_propose_stages_of_a_measure_may_end_in_parts():
    measured = {name: value for name, value in TWO_TO_FIVE.items() if name != "whole_units"}
    found = propose_stages(**{**measured, "stages": 2})
    assert [str(stage.value) for stage in found] == ["3.5", "5"]
