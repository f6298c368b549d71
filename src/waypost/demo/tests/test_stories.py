"""Each sample account tells its story on whatever day it is loaded."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from waypost import planfile
from waypost.demo.operations import PLANS, sample_plan
from waypost.method.checks import check
from waypost.method.horizon import next_review, window
from waypost.method.lights import Heading, Response, count_lights, read_lights
from waypost.method.objectives import standing
from waypost.method.short_term import short_term
from waypost.method.strategies import commitment

DAYS = st.dates(date(2024, 1, 1), date(2090, 12, 31))


def on_any_day(test):
    """A test of ``today`` on generated days and on those where calendars go wrong."""
    for day in ("2028-02-29", "2027-02-28", "2026-12-31", "2027-01-01", "2026-10-31", "2026-11-26"):
        test = example(today=date.fromisoformat(day))(test)
    return settings(max_examples=12)(given(today=DAYS)(test))


def findings(name, today):
    return {
        (found.rule, found.at, found.subject) for found in check(sample_plan(name, today), today)
    }


def states(name, today):
    plan = sample_plan(name, today)
    return {
        goal.at: goal.state.value
        for objective in plan.objectives.business
        for goal in standing(objective, today).stages
    }


@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=12)
@given(today=DAYS)
def test_plan_is_written_and_read_again_unchanged(name, today):
    plan = sample_plan(name, today)

    assert planfile.read(planfile.write_yaml(plan)) == plan


class TestHealthyAccount:
    @on_any_day
    def test_nearly_nothing_is_found(self, today):
        assert findings("quillmere", today) == {
            ("STR-3", "S2", "T6"),
            ("STR-3", "S4", "T5"),
            ("PRO-2", "gaps[2]", ""),
        }

    @on_any_day
    def test_stage_goals_come(self, today):
        assert states("quillmere", today) == {
            "B1a": "reached",
            "B1b": "reached",
            "B1c": "on track",
            "B1d": "on track",
            "B2a": "reached",
            "B2b": "on track",
            "B2c": "on track",
            "B2d": "on track",
            "B3a": "reached",
            "B3b": "on track",
            "B3c": "on track",
        }

    @on_any_day
    def test_reviews_are_held_and_the_months_are_current(self, today):
        plan = sample_plan("quillmere", today)
        months = window(plan, today)
        review = next_review(plan, today)

        assert (len(months.months), months.overdue, review.overdue) == (3, False, False)
        assert review.last_held is not None
        assert review.last_held <= today < review.on

    @on_any_day
    def test_no_action_is_late_or_carried_over(self, today):
        plan = sample_plan("quillmere", today)
        shown = short_term(plan, window(plan, today), today)

        assert [len(month.actions) for month in shown.months] == [6, 3, 2]
        assert not any(
            action.late or action.carried for month in shown.months for action in month.actions
        )

    def test_one_page_is_full(self):
        plan = sample_plan("quillmere", date(2026, 11, 20))
        lights = read_lights(plan, date(2026, 11, 20))

        assert [len(level) for level in (
            plan.objectives.visionary, plan.objectives.relationship, plan.objectives.business
        )] == [3, 3, 3]  # fmt: skip
        assert [commitment(plan, strategy).committed for strategy in plan.strategies] == [
            6,
            5,
            6,
            5,
        ]
        assert [light.heading for light in lights] == [
            Heading.STEADY,
            Heading.STEADY,
            Heading.WORSENING,
            Heading.IMPROVING,
            Heading.STEADY,
            Heading.IMPROVING,
        ]
        assert {light.response for light in lights} == {Response.GIVEN}
        assert plan.acceptance.senior is not None
        assert plan.acceptance.senior.accepted
        assert plan.acceptance.sponsor is not None
        assert plan.acceptance.sponsor.presented


class TestAccountInTrouble:
    @on_any_day
    def test_everything_that_is_wrong_is_found(self, today):
        assert findings("drexholm", today) == {
            ("OBJ-5", "B1a", ""),
            ("OBJ-5", "B1", "check-in"),
            ("OBJ-5", "B2a", ""),
            ("OBJ-5", "B2b", ""),
            ("OBJ-3", "B3", "agreed"),
            ("OBJ-4", "B1c", ""),
            ("OBJ-7", "B3", ""),
            ("OBJ-7", "S2", ""),
            ("OBJ-7", "A7", ""),
            ("CRI-1", "B3", ""),
            ("CRI-2", "B3", ""),
            ("CRI-4", "B1", ""),
            ("CRI-4", "B3", ""),
            ("OBJ-7", "OP2", ""),
            ("STR-3", "S1", "T1"),
            ("STR-3", "S1", "T2"),
            ("STR-3", "S1", "T3"),
            ("STR-3", "S2", "communicate"),
            ("STR-3", "S2", "told"),
            ("STP-2", "months", ""),
            ("STP-4", "short_term_plan", ""),
            ("STP-5", "A3", ""),
            ("STP-8", "OP2", ""),
            ("STP-7", "short_term_plan", "untouched"),
            ("STP-7", "A1", ""),
            ("STP-7", "A2", ""),
            ("STP-7", "A3", ""),
            ("STP-7", "A4", ""),
            ("TL-4", "L-1", ""),
            ("TL-4", "L-3", "stale"),
            ("TL-4", "L-4", ""),
            ("PRO-1", "value_chain", ""),
            ("PRO-2", "G1", "age"),
            ("PRO-2", "markets_and_positioning[0]", "age"),
            ("PRO-2", "structure[0]", "age"),
            ("PRO-2", "competitors[0]", "source"),
            ("PRO-2", "gaps[1]", ""),
            ("PRO-2", "gaps[2]", ""),
            ("DMG-1", "D1", ""),
            ("DMG-2", "P1", ""),
            ("DMG-2", "P2", ""),
            ("DMG-3", "D1", ""),
            ("DMG-4", "P2", ""),
            ("ROTI-2", "OP2", "answers"),
            ("ROTI-3", "OP2", "return"),
            ("ROTI-3", "OP2", "value"),
            ("SES-1", "SE1", "documented"),
            ("SES-1", "SE1", "actions"),
            ("SES-2", "SE1", "T3"),
            ("SES-3", "SE1", ""),
            ("SES-4", "acceptance", ""),
            ("SES-5", "SE1", "opening"),
            ("SES-6", "A4", "T3"),
            ("SES-8", "resources_requested[0]", ""),
        }

    @on_any_day
    def test_one_stage_goal_is_missed_and_the_next_ones_are_foreseen_to_be(self, today):
        assert states("drexholm", today) == {
            "B1a": "missed",
            "B1b": "will be missed",
            "B1c": "will be missed",
            "B2a": "will be missed",
            "B2b": "will be missed",
        }

    @on_any_day
    def test_months_and_review_are_overdue(self, today):
        plan = sample_plan("drexholm", today)

        assert window(plan, today).overdue
        assert next_review(plan, today).overdue

    @on_any_day
    def test_red_lights_have_no_response_or_a_late_one(self, today):
        reds = read_lights(sample_plan("drexholm", today), today)[:2]

        assert [(red.light.id, red.response, red.heading) for red in reds] == [
            ("L-1", Response.MISSING, Heading.WORSENING),
            ("L-2", Response.LATE, Heading.WORSENING),
        ]

    def test_nobody_is_committed_to_a_strategy(self):
        plan = sample_plan("drexholm", date(2026, 11, 20))

        assert [commitment(plan, strategy).committed for strategy in plan.strategies] == [0, 0]


class TestNewAccount:
    @on_any_day
    def test_its_gaps_are_found(self, today):
        assert findings("tarnwell", today) == {
            ("OBJ-6", "visionary", ""),
            ("OBJ-6", "relationship", ""),
            ("OBJ-6", "business", ""),
            ("PRO-1", "account", ""),
            ("PRO-2", "gaps[0]", ""),
            ("PRO-2", "gaps[1]", ""),
            ("PRO-2", "gaps[2]", ""),
            ("DMG-1", "D1", ""),
            ("DMG-1", "P2", "D1"),
            ("DMG-2", "P1", ""),
            ("DMG-4", "P2", ""),
        }

    @on_any_day
    def test_first_session_is_to_come(self, today):
        plan = sample_plan("tarnwell", today)

        assert [session.date > today for session in plan.sessions] == [True]
        assert next_review(plan, today).overdue is False

    def test_most_of_the_plan_is_empty(self):
        plan = sample_plan("tarnwell", date(2026, 11, 20))

        assert plan.objectives == planfile.read(EMPTY).objectives
        assert (plan.strategies, plan.short_term_plan.actions, plan.traffic_lights) == ((), (), ())


EMPTY = "format: waypost-plan/1\nsupplier: {name: We}\naccount: {name: They}"


def test_lights_of_the_three_accounts():
    today = date(2026, 11, 20)
    counts = [count_lights(sample_plan(name, today).traffic_lights) for name in PLANS]

    assert [(c.green, c.amber, c.red) for c in counts] == [(3, 2, 1), (1, 2, 2), (0, 0, 0)]
