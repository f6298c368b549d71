from datetime import date

import pytest

from waypost.method.lights import (
    Heading,
    LightCounts,
    Response,
    count_lights,
    heading,
    last_change,
    read_lights,
    response,
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
