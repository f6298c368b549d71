from datetime import date
from decimal import Decimal

import pytest

from waypost.method.goals import Because, Progress, State
from waypost.method.objectives import direction, reds_on, standing
from waypost.method.plan import Colour, TrafficLight
from waypost.method.tests.build import objective, plan

TODAY = date(2026, 11, 24)
STOPS = {
    "stages": "2026-12-31 50, 2027-03-31 38, 2027-06-30 25",
    "baseline": "61",
    "target": "25",
    "due": date(2027, 6, 30),
}
MACHINES = {
    "stages": "2026-10-30 3, 2027-03-31 4, 2027-09-30 5",
    "baseline": "2",
    "target": "5",
    "due": date(2027, 12, 31),
}


def states(found):
    return [(goal.at, goal.state, goal.signal) for goal in (*found.stages, found.target)]


def test_standing_foresees_a_narrow_and_a_clear_miss_of_a_falling_metric():
    found = standing(objective("2026-09-24 58, 2026-10-29 55, 2026-11-19 54", **STOPS), TODAY)
    assert states(found) == [
        ("B1a", State.AT_RISK, Colour.AMBER),
        ("B1b", State.WILL_BE_MISSED, Colour.RED),
        ("B1c", State.WILL_BE_MISSED, Colour.RED),
        ("B1", State.WILL_BE_MISSED, Colour.RED),
    ]
    assert [goal.short for goal in found.stages] == [1, 7, 13]
    assert (found.state, found.signal) == (State.WILL_BE_MISSED, Colour.RED)
    assert found.decided_by == "B1b"
    assert (found.now, found.checked_on) == (Decimal(54), date(2026, 11, 19))
    assert found.next_stage is not None
    assert (found.next_stage.id, found.reaches) == ("B1a", Decimal(51))
    assert [str(reason.words) for reason in found.reasons] == [
        "At the pace so far it is 45, not 38, on 31 Mar 2027."
    ]
    assert str(found.stages[0].reasons[0].words) == (
        "At the pace so far it is 51 on 31 Dec 2026, which narrowly misses 50."
    )


def test_standing_of_a_missed_stage_is_red_until_it_is_reached():
    missed = standing(objective("2026-08-27 2, 2026-10-29 2", **MACHINES), TODAY)
    assert (missed.state, missed.signal, missed.decided_by) == (State.MISSED, Colour.RED, "B1a")
    assert missed.stages[0].short == 1
    assert str(missed.reasons[0].words) == (
        "3 was due on 30 Oct 2026; the last check-in, on 29 Oct 2026, says 2."
    )
    late = standing(objective("2026-08-27 2, 2026-11-12 3, 2026-11-20 3", **MACHINES), TODAY)
    assert late.stages[0].state is State.REACHED
    assert late.stages[0].reached_on == date(2026, 11, 12)


def test_standing_of_a_stage_stays_reached_when_the_metric_comes_back():
    found = standing(objective("2026-10-01 3, 2026-10-29 3, 2026-11-20 2", **MACHINES), TODAY)
    assert found.stages[0].state is State.REACHED
    assert found.stages[0].reached_on == date(2026, 10, 1)


def test_standing_on_the_due_day_is_not_missed_yet():
    found = standing(objective("2026-08-27 2, 2026-10-29 2", **MACHINES), date(2026, 10, 30))
    assert found.stages[0].state is State.WILL_BE_MISSED


def test_standing_is_on_track_when_the_pace_reaches_every_stage():
    found = standing(objective("2026-10-01 58, 2026-11-20 46", **STOPS), TODAY)
    assert (found.state, found.signal) == (State.ON_TRACK, Colour.GREEN)
    assert found.reasons[0].because is Because.PACE_REACHES
    assert found.stages[0].state is State.REACHED
    assert found.reaches is None


def test_standing_is_at_risk_when_the_faster_half_of_the_pace_would_do():
    values = "2026-06-01 0, 2026-07-01 10, 2026-08-01 12, 2026-11-01 40"
    found = standing(objective(values, "2026-11-30 54, 2026-12-31 57", baseline="0"), TODAY)
    stage = found.stages[1]
    assert stage.forecast is not None
    assert (stage.forecast.value, stage.forecast.high) == (Decimal(55), Decimal(58))
    assert (stage.short, stage.state) == (Decimal(2), State.AT_RISK)


def test_standing_is_at_risk_when_nobody_checked_in_for_long():
    goal = objective("2026-09-01 58, 2026-10-09 51", **STOPS)
    assert standing(goal, date(2026, 11, 23)).state is State.ON_TRACK
    old = standing(goal, TODAY)
    assert (old.state, old.signal) == (State.AT_RISK, Colour.AMBER)
    assert [reason.because for reason in old.reasons] == [
        Because.PACE_REACHES,
        Because.OLD_CHECK_IN,
    ]


def test_standing_that_will_be_missed_stays_red_when_the_check_in_is_old():
    found = standing(objective("2026-07-01 61, 2026-08-01 61", **STOPS), TODAY)
    assert found.state is State.WILL_BE_MISSED
    assert [reason.because for reason in found.reasons] == [
        Because.PACE_MISSES,
        Because.OLD_CHECK_IN,
    ]


def test_standing_after_one_check_in_has_no_trend_and_no_colour():
    found = standing(objective("2026-11-19 58", **STOPS), TODAY)
    assert (found.state, found.signal, found.reaches) == (State.NO_TREND, None, None)
    assert str(found.reasons[0].words) == "One check-in, on 19 Nov 2026, tells no pace yet."


def test_standing_without_check_in_has_no_colour_until_a_date_has_passed():
    found = standing(objective(**STOPS), TODAY)
    assert (found.state, found.signal, found.now) == (State.NO_CHECK_IN, None, None)
    passed = standing(objective(**MACHINES), TODAY)
    assert (passed.state, passed.signal) == (State.NO_CHECK_IN, Colour.AMBER)
    assert passed.decided_by == "B1a"


def test_standing_with_the_target_reached_is_reached_whatever_its_stages():
    found = standing(objective("2026-11-01 2, 2026-11-20 5", **MACHINES), TODAY)
    assert (found.state, found.signal, found.decided_by) == (State.REACHED, Colour.GREEN, "B1")
    assert str(found.reasons[0].words) == "5 was reached on 20 Nov 2026."


def test_standing_without_target_or_date_is_not_measured():
    no_target = standing(objective(due=date(2027, 6, 30)), TODAY)
    no_date = standing(objective("2026-11-01 2", target="5"), TODAY)
    assert (no_target.state, no_target.signal) == (State.NOT_MEASURED, None)
    assert no_target.reasons[0].because is Because.NO_TARGET
    assert no_date.reasons[0].because is Because.NO_DATE
    assert (no_date.target, no_date.now, no_date.decided_by) == (None, Decimal(2), "B1")


def test_standing_without_target_is_that_of_its_stages():
    found = standing(objective("2026-10-01 1, 2026-11-01 1", "2026-12-31 4"), TODAY)
    assert (found.state, found.decided_by) == (State.WILL_BE_MISSED, "B1a")
    assert found.target is None


def test_standing_of_a_value_to_be_held_is_reached_while_it_holds():
    held = {"baseline": "0", "target": "0", "due": date(2026, 12, 31)}
    assert standing(objective("2026-10-01 0, 2026-11-20 0", **held), TODAY).state is State.REACHED
    lost = standing(objective("2026-11-01 0, 2026-11-20 2", **held), TODAY)
    assert lost.state is State.WILL_BE_MISSED


def test_standing_looks_at_no_check_in_after_today():
    found = standing(objective("2026-11-19 58, 2026-12-10 25", **STOPS), TODAY)
    assert (found.state, found.now) == (State.NO_TREND, Decimal(58))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"baseline": "2", "target": "5"}, 1),
        ({"baseline": "61", "target": "25"}, -1),
        ({"baseline": "98", "target": "98"}, 0),
        ({"baseline": "4", "stages": "2026-12-31 6", "target": "3"}, -1),
        ({"stages": "2026-12-31 40, 2027-03-31 30"}, -1),
        ({"values": "2026-11-01 12, 2026-10-01 8", "target": "10"}, 1),
        ({"values": "2026-10-01 8", "baseline": "98", "target": "98"}, 0),
        ({"target": "10"}, 0),
        ({}, 0),
    ],
)
def test_direction_is_read_from_what_is_written(fields, expected):
    assert direction(objective(**fields)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keep on-time delivery at 98 % or more", 1),
        ("At least 98 % of deliveries on time", 1),
        ("Delivery on time stays ≥ 98 %", 1),
        ("Never below 98 % on time", 1),
        ("No less than 98 % on time", 1),
        ("Keep rejects at 2 % or less", -1),
        ("Rejects stay below 2 %", -1),
        ("At most 2 % rejects", -1),
        ("Rejects <= 2 %", -1),
        ("Not more than 2 % rejects", -1),
        ("Keep the share at 30 %", 0),
        ("Keep the floor and the moreover", 0),
    ],
)
def test_direction_of_what_is_held_is_read_from_its_words(text, expected):
    held = objective("2026-10-01 3", baseline="2", target="2", text=text)
    assert direction(held) == expected
    assert direction(objective(text=text)) == expected
    assert direction(objective(baseline="1", target="2", text=text)) == 1
    assert direction(objective(baseline="3", target="2", text=text)) == -1


def test_standing_of_what_is_held_on_the_right_side_is_reached():
    held = {"baseline": "98", "target": "98", "due": date(2026, 12, 31)}
    better = objective("2026-10-01 98.5, 2026-11-20 99", **held, text="At least 98 % on time")
    assert standing(better, TODAY).state is State.REACHED
    worse = objective("2026-10-01 98.5, 2026-11-20 97", **held, text="At least 98 % on time")
    assert standing(worse, TODAY).state is State.WILL_BE_MISSED


def test_standing_without_check_in_has_no_colour_on_the_due_day():
    found = standing(objective(**MACHINES), date(2026, 10, 30))
    assert (found.state, found.signal) == (State.NO_CHECK_IN, None)


def test_standing_of_a_stage_reached_on_its_very_day_stays_reached():
    found = standing(objective("2026-10-01 2, 2026-10-30 3, 2026-11-20 2", **MACHINES), TODAY)
    assert (found.stages[0].state, found.stages[0].reached_on) == (
        State.REACHED,
        date(2026, 10, 30),
    )


def test_standing_of_a_pace_that_just_reaches_the_goal_is_on_track():
    goal = {"baseline": "0", "target": "40", "due": date(2026, 12, 1)}
    found = standing(objective("2026-11-01 10, 2026-11-11 20", **goal), date(2026, 11, 12)).target
    assert found is not None
    assert (found.state, found.short, found.miss) == (State.ON_TRACK, Decimal(0), None)


def test_standing_of_what_is_held_lacks_the_distance_either_way():
    held = Progress(today=TODAY, known=(), trend=None, direction=0, fastest=Decimal(0))
    assert held.lacks(Decimal(2), Decimal(5)) == 3
    assert held.lacks(Decimal(9), Decimal(5)) == 4


def test_foreseen_miss_says_what_could_still_turn_it():
    found = standing(objective("2026-09-24 58, 2026-10-29 55, 2026-11-19 54", **STOPS), TODAY)
    misses = [goal.miss for goal in (*found.stages, found.target) if goal]
    assert [(m.short, m.forecast.value, m.needed, m.change_by) for m in misses if m] == [
        (Decimal(1), Decimal(51), Decimal("-2.9"), date(2026, 12, 17)),
        (Decimal(7), Decimal(45), Decimal("-3.6"), date(2026, 12, 29)),
        (Decimal(13), Decimal(38), Decimal("-3.9"), date(2026, 12, 29)),
        (Decimal(13), Decimal(38), Decimal("-3.9"), date(2026, 12, 29)),
    ]


@pytest.mark.parametrize(
    "values", ["", "2026-11-19 54", "2026-09-24 58, 2026-11-19 30", "2026-09-24 58, 2026-11-19 24"]
)
def test_goals_have_no_foreseen_miss_without_a_pace_that_misses(values):
    found = standing(objective(values, **STOPS), TODAY)
    assert [goal.miss for goal in (*found.stages, found.target) if goal] == [None] * 4


def test_standing_without_baseline_is_judged_by_the_way_from_the_first_check_in():
    goal = {"target": "10", "due": date(2026, 12, 31)}
    found = standing(objective("2026-10-01 4, 2026-11-20 8", **goal), TODAY)
    assert (found.state, found.reaches) == (State.ON_TRACK, Decimal("11.3"))


def test_standing_reaches_what_is_due_today():
    found = standing(objective("2026-10-01 1, 2026-10-20 2", **MACHINES), date(2026, 10, 30))
    assert found.reaches == Decimal("2.5")


@pytest.mark.parametrize("goal", [{"stages": "2026-12-01 7.1"}, {"target": "7.1"}])
def test_standing_without_a_way_behind_it_misses_a_goal_by_little(goal):
    having = objective("2026-11-01 1, 2026-11-11 3", due=date(2026, 12, 1), **goal)
    assert standing(having, date(2026, 11, 12)).state is State.WILL_BE_MISSED


def test_reds_on_an_objective_are_those_on_it_and_on_its_stages():
    red, amber = Colour.RED, Colour.AMBER
    lights = tuple(
        TrafficLight(id=f"L{n}", colour=colour, on=on, text="Freeze")
        for n, (colour, on) in enumerate(
            [(red, "B1"), (amber, "B1"), (red, "B1b"), (red, "B2"), (red, "account"), (red, "V1")]
        )
    )
    found = plan(business=(objective(**STOPS), objective(id="B2")), traffic_lights=lights)
    assert [light.id for light in reds_on(found, "B1")] == ["L0", "L2"]
    assert [light.id for light in reds_on(found, "V1")] == ["L5"]
