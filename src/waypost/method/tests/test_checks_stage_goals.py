"""Rules on the steps to a business objective (OBJ-4)."""

from datetime import date

import pytest

from waypost.method.checks import Severity, stage_goals
from waypost.method.tests.build import found, objective, plan

TODAY = date(2026, 11, 24)
MACHINES = {"baseline": "2", "target": "5", "due": date(2027, 12, 31), "unit": "machine"}
HOURS = {"baseline": "61", "target": "25", "due": date(2027, 12, 31), "unit": "hours"}


def of(rule, stages="", **fields):
    return found(rule, plan(business=[objective(stages=stages, **fields)]), TODAY)


@pytest.mark.parametrize(
    ("due", "places"),
    [("06-16", []), ("06-17", ["B1a"]), ("06-30", ["B1a"]), ("07-01", [])],
)
def test_no_slack_in_the_last_two_weeks_before_the_deadline(due, places):
    found_at = of(stage_goals.no_slack, f"2027-{due} 5", due=date(2027, 6, 30))
    assert [at for at, *_ in found_at] == places


def test_no_slack_names_the_last_stage():
    stages = "2026-12-31 50, 2027-06-30 25"
    assert of(stage_goals.no_slack, stages, due=date(2027, 6, 30)) == [
        (
            "B1b",
            "",
            Severity.ADVICE,
            "B1b, the last stage goal of B1, leaves no slack: due 30 Jun 2027.",
        )
    ]
    assert of(stage_goals.no_slack, stages, due=date(2027, 7, 5)) == [
        (
            "B1b",
            "",
            Severity.ADVICE,
            "B1b, the last stage goal of B1, is due 5 days before the deadline: hardly any slack.",
        )
    ]


@pytest.mark.parametrize("fields", [{}, {"due": date(2027, 6, 30)}])
def test_no_slack_is_silent_without_stages_or_deadline(fields):
    assert of(stage_goals.no_slack, "" if fields else "2027-06-30 5", **fields) == []


def test_after_deadline_finds_each_stage():
    stages = "2027-06-30 3, 2028-01-01 4, 2028-03-31 5"
    assert of(stage_goals.after_deadline, stages, **MACHINES) == [
        (
            "B1b",
            "deadline",
            Severity.WARNING,
            "B1b is due on 1 Jan 2028, after B1 itself: 31 Dec 2027.",
        ),
        (
            "B1c",
            "deadline",
            Severity.WARNING,
            "B1c is due on 31 Mar 2028, after B1 itself: 31 Dec 2027.",
        ),
    ]
    assert of(stage_goals.after_deadline, "2027-12-31 5", **MACHINES) == []
    assert of(stage_goals.after_deadline, "2027-12-31 5") == []


def test_no_step_when_a_value_stands_or_goes_back():
    stages = "2026-12-31 3, 2027-03-31 3, 2027-06-30 4, 2027-09-30 3"
    assert of(stage_goals.no_step, stages, **MACHINES) == [
        ("B1b", "order", Severity.WARNING, "B1b asks for 3, as B1a did before it."),
        (
            "B1d",
            "order",
            Severity.WARNING,
            "B1d goes back: it asks for 3, and B1c before it for 4.",
        ),
    ]


def test_no_step_reads_the_direction_of_the_metric():
    assert of(stage_goals.no_step, "2026-12-31 50, 2027-03-31 38", **HOURS) == []
    assert [at for at, *_ in of(stage_goals.no_step, "2026-12-31 38, 2027-03-31 50", **HOURS)] == [
        "B1b"
    ]


def test_no_step_is_silent_on_a_figure_to_be_held():
    held = {"baseline": "98", "target": "98", "due": date(2027, 12, 31)}
    assert of(stage_goals.no_step, "2026-12-31 98, 2027-03-31 98", **held) == []


def test_dates_out_of_order():
    stages = "2027-03-31 3, 2026-12-31 4, 2027-09-30 5"
    assert of(stage_goals.dates_out_of_order, stages, **MACHINES) == [
        (
            "B1b",
            "dates",
            Severity.WARNING,
            "B1b is due on 31 Dec 2026, before B1a, which is a step less.",
        )
    ]
    assert of(stage_goals.no_step, stages, **MACHINES) == []


@pytest.mark.parametrize(
    ("stages", "fields"),
    [
        ("2026-12-31 3, 2027-03-31 4", MACHINES),
        ("2027-03-31 4, 2026-12-31 3", MACHINES),
        ("2027-03-31 98, 2026-12-31 98", {"baseline": "98", "target": "98"}),
    ],
)
def test_dates_out_of_order_is_silent(stages, fields):
    assert of(stage_goals.dates_out_of_order, stages, **fields) == []


def test_beyond_target():
    assert of(stage_goals.beyond_target, "2026-12-31 5, 2027-03-31 6", **MACHINES) == [
        ("B1b", "target", Severity.ADVICE, "B1b goes beyond B1: it asks for 6, the target is 5."),
    ]
    assert of(stage_goals.beyond_target, "2027-03-31 20", **HOURS) == [
        ("B1a", "target", Severity.ADVICE, "B1a goes beyond B1: it asks for 20, the target is 25."),
    ]
    assert of(stage_goals.beyond_target, "2027-03-31 20") == []


def test_not_whole_is_found_where_the_unit_is_counted():
    assert of(stage_goals.not_whole, "2026-12-31 3.5, 2027-03-31 4", **MACHINES) == [
        (
            "B1a",
            "whole",
            Severity.ADVICE,
            "B1a asks for 3.5, and only whole ones can be counted.",
        ),
    ]


@pytest.mark.parametrize(
    "fields",
    [HOURS, {"baseline": "1.5", "target": "4", "unit": "machine"}, {"target": "4"}],
)
def test_not_whole_is_silent_where_it_is_measured(fields):
    assert of(stage_goals.not_whole, "2026-12-31 3.5", **fields) == []


def test_same_date():
    assert of(stage_goals.same_date, "2026-12-31 3, 2026-12-31 4, 2027-03-31 5", **MACHINES) == [
        ("B1b", "date", Severity.ADVICE, "B1b is due on the same day as B1a: 31 Dec 2026."),
    ]
