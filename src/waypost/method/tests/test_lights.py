from dataclasses import replace
from datetime import date

import pytest

from waypost.method.lights import (
    Heading,
    LightCounts,
    Response,
    colour_on,
    count_lights,
    heading,
    last_change,
    read_lights,
    response,
    weeks,
)
from waypost.method.plan import (
    Action,
    ActionStatus,
    Colour,
    LightChange,
    ShortTermPlan,
    TrafficLight,
)
from waypost.method.tests.build import plan

TODAY = date(2026, 11, 24)
RED, AMBER, GREEN = Colour.RED, Colour.AMBER, Colour.GREEN


def light(code="L1", colour=RED, response=None, history=()):
    return TrafficLight(
        id=code, colour=colour, on="account", text="Freeze", response=response, history=history
    )


def change(on, was, now):
    return LightChange(on=on, from_colour=was, to_colour=now)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], Heading.STEADY),
        ([change(date(2026, 11, 1), None, RED)], Heading.STEADY),
        ([change(date(2026, 11, 1), RED, RED)], Heading.STEADY),
        ([change(date(2026, 11, 1), AMBER, RED)], Heading.WORSENING),
        ([change(date(2026, 11, 1), RED, GREEN)], Heading.IMPROVING),
        ([change(date(2026, 8, 26), AMBER, RED)], Heading.WORSENING),
        ([change(date(2026, 8, 25), AMBER, RED)], Heading.STEADY),
        ([change(date(2026, 12, 1), AMBER, RED)], Heading.STEADY),
        (
            [change(date(2026, 11, 10), RED, AMBER), change(date(2026, 10, 1), AMBER, RED)],
            Heading.IMPROVING,
        ),
    ],
)
def test_heading_is_that_of_the_last_change(changes, expected):
    assert heading(light(history=tuple(changes)), TODAY) is expected


def test_last_change_is_none_for_a_light_that_never_changed():
    assert last_change(light(), TODAY) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, Response.MISSING),
        ("  ", Response.MISSING),
        ("Ask her to open the session.", Response.GIVEN),
        ("A1, A9", Response.GIVEN),
        ("A1 and A2.", Response.LATE),
        ("A3", Response.GIVEN),
    ],
)
def test_response_is_late_with_an_action_it_names(text, expected):
    actions = (
        Action(id="A1", what="Call", due=date(2026, 11, 24)),
        Action(id="A2", what="Write", due=date(2026, 11, 23)),
        Action(id="A3", what="Meet", due=date(2026, 11, 1), status=ActionStatus.DONE),
    )
    answered = plan(short_term_plan=ShortTermPlan(actions=actions))
    assert response(answered, light(response=text), TODAY) is expected


def test_read_lights_puts_the_worst_first_and_the_unanswered_before_the_answered():
    late = Action(id="A2", what="Write", due=date(2026, 11, 23))
    worse = change(date(2026, 11, 1), AMBER, RED)
    lights = (
        light("L1", GREEN, "Use it"),
        light("L2", RED, "Wait"),
        light("L3", AMBER),
        light("L4", RED, "A2"),
        light("L5", RED, history=(worse,)),
        light("L6", RED, "Wait too"),
    )
    readings = read_lights(
        plan(traffic_lights=lights, short_term_plan=ShortTermPlan(actions=(late,))), TODAY
    )
    assert [reading.light.id for reading in readings] == ["L5", "L4", "L2", "L6", "L3", "L1"]
    assert (readings[0].heading, readings[0].changed) == (Heading.WORSENING, worse)
    assert (readings[1].response, readings[1].actions) == (Response.LATE, (late,))


def test_count_lights_keeps_a_zero():
    counted = count_lights([light(colour=RED), light(colour=GREEN), light(colour=RED)])
    assert counted == LightCounts(green=1, amber=0, red=2)


def test_still_true_changes_nothing():
    worse = change(date(2026, 11, 1), AMBER, RED)
    confirmed = light(history=(worse, change(date(2026, 11, 20), RED, RED)))
    assert last_change(confirmed, TODAY) == worse
    assert heading(confirmed, TODAY) is Heading.WORSENING


def test_last_of_two_changes_on_a_day_is_the_one_noted_last():
    day = date(2026, 11, 1)
    changes = (change(day, GREEN, RED), change(day, RED, AMBER))
    assert last_change(light(colour=AMBER, history=changes), TODAY) == changes[1]
    assert colour_on(light(colour=AMBER, history=changes), day) is AMBER


@pytest.mark.parametrize(
    ("since", "changes", "day", "expected"),
    [
        (None, (), date(2020, 1, 1), RED),
        (date(2026, 11, 1), (), date(2026, 10, 31), None),
        (date(2026, 11, 1), (), date(2026, 11, 1), RED),
        (None, (change(date(2026, 11, 1), AMBER, RED),), date(2026, 10, 31), AMBER),
        (None, (change(date(2026, 11, 1), AMBER, RED),), date(2026, 11, 1), RED),
        (None, (change(date(2026, 11, 1), None, RED),), date(2026, 10, 31), None),
        (date(2026, 10, 1), (change(date(2026, 11, 1), None, RED),), date(2026, 10, 31), RED),
        (date(2026, 10, 1), (change(date(2026, 11, 1), AMBER, RED),), date(2026, 9, 30), None),
        (
            None,
            (change(date(2026, 11, 1), GREEN, AMBER), change(date(2026, 11, 9), AMBER, RED)),
            date(2026, 11, 8),
            AMBER,
        ),
    ],
)
def test_colour_of_a_day_is_read_from_the_history(since, changes, day, expected):
    assert colour_on(replace(light(history=changes), since=since), day) is expected


def test_weeks_are_the_last_twelve_with_today_last():
    changes = (change(date(2026, 11, 10), AMBER, RED), change(date(2026, 10, 20), GREEN, AMBER))
    found = weeks(replace(light(history=changes), since=date(2026, 9, 15)), TODAY)
    assert found == (None, *(GREEN,) * 5, *(AMBER,) * 3, *(RED,) * 3)
