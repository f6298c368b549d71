"""Rules on traffic lights (TL, MOD-1)."""

from datetime import date

import pytest

from waypost.method.checks import Severity, lights
from waypost.method.plan import (
    Action,
    ActionStatus,
    Colour,
    LightChange,
    Person,
    ShortTermPlan,
    TrafficLight,
)
from waypost.method.tests.build import found, member, objective, plan

TODAY = date(2026, 11, 24)
RED, AMBER, GREEN = Colour.RED, Colour.AMBER, Colour.GREEN


def light(code="L-1", colour=RED, on="B1", text="Freeze", **fields):
    return TrafficLight(id=code, colour=colour, on=on, text=text, **fields)


def of(rule, *having, **parts):
    return found(rule, plan(traffic_lights=having, **parts), TODAY)


def test_no_lights_once_there_is_a_business_objective():
    assert of(lights.no_lights, business=[objective()]) == [
        ("account", "", Severity.ADVICE, "The plan has no traffic light.")
    ]
    assert of(lights.no_lights) == []
    assert of(lights.no_lights, light(), business=[objective()]) == []


def test_contradicting_when_red_and_green_are_about_one_matter():
    having = (
        light("L-1", GREEN, text="Our seals are approved by the laboratory"),
        light("L-2", RED, text="The laboratory has not approved our seals"),
        light("L-3", RED, text="Their budget is frozen until June"),
        light("L-4", AMBER, text="Our seals may be approved by the laboratory"),
    )
    assert of(lights.contradicting, *having) == [
        (
            "L-2",
            "L-1",
            Severity.QUESTION,
            "L-2 is red and L-1 green, both on B1 and on one matter.",
        )
    ]


def test_contradicting_when_both_name_one_person():
    people = (Person(id="P1", name="Marit Haugland"),)
    having = (
        light("L-1", GREEN, "account", "Haugland asks us first."),
        light("L-2", RED, "account", "Haugland will not use us again."),
    )
    assert [at for at, *_ in of(lights.contradicting, *having, people=people)] == ["L-2"]


@pytest.mark.parametrize(
    ("green", "red", "on"),
    [
        ("Product approved", "Capex freeze until June", "B1"),
        ("Seals approved by the laboratory", "Laboratory stopped the seals", "B2"),
        ("Seals last longer than theirs", "Seals are bought by the group only", "B1"),
        ("Five machines run well", "Two of the five machines stop", "B1"),
    ],
)
def test_contradicting_is_silent(green, red, on):
    having = light("L-1", GREEN, text=green), light("L-2", on=on, text=red)
    assert of(lights.contradicting, *having, business=[objective()]) == []


def test_fix_of_an_unanswered_light_drafts_an_action():
    def draft(on):
        having = plan(traffic_lights=(light(on=on),), team=(member("T1", "account lead"),))
        (finding,) = lights.unanswered.apply(having, TODAY)
        return finding.fix.action

    assert [(str(d.what), d.achieves, d.owner) for d in (draft("B1"), draft("account"))] == [
        ("Find out what can be done about “Freeze”", "B1", "T1"),
        ("Find out what can be done about “Freeze”", None, "T1"),
    ]


@pytest.mark.parametrize(
    ("response", "places"),
    [
        ("A1", ["L-1"]),
        ("A1, A2", ["L-1"]),
        ("A1, A3", []),
        ("A1, then ask again", []),
        ("Wait", []),
        (None, []),
    ],
)
def test_response_ended_when_all_it_names_is_over(response, places):
    actions = (
        Action(id="A1", what="Ask", status=ActionStatus.DONE),
        Action(id="A2", what="Ask", status=ActionStatus.DROPPED),
        Action(id="A3", what="Ask"),
    )
    held = of(
        lights.response_ended,
        light(response=response),
        light("L-2", GREEN, response="A1"),
        short_term_plan=ShortTermPlan(actions=actions),
    )
    assert [at for at, *_ in held] == places


def test_response_ended_names_the_actions():
    actions = (Action(id="A1", what="Ask", status=ActionStatus.DONE),)
    assert of(
        lights.response_ended,
        light(response="A1"),
        short_term_plan=ShortTermPlan(actions=actions),
    ) == [
        (
            "L-1",
            "ended",
            Severity.ADVICE,
            "L-1 on B1 is answered by nothing that is still to be done: A1.",
        )
    ]


def test_stale_amber_sooner_than_red_and_green():
    having = (
        light("L-1", AMBER, since=date(2026, 5, 27)),
        light("L-2", AMBER, since=date(2026, 5, 28)),
        light("L-3", RED, since=date(2025, 11, 23)),
        light("L-4", GREEN, since=date(2025, 11, 24)),
        light("L-5"),
    )
    assert of(lights.stale, *having) == [
        ("L-1", "stale", Severity.QUESTION, "Nobody has looked at L-1 since 27 May 2026: “Freeze”"),
        ("L-3", "stale", Severity.QUESTION, "Nobody has looked at L-3 since 23 Nov 2025: “Freeze”"),
    ]


def test_stale_counts_from_the_last_look():
    looked = LightChange(on=date(2026, 10, 1), from_colour=AMBER, to_colour=AMBER)
    ahead = LightChange(on=date(2026, 12, 1), to_colour=AMBER)
    assert of(lights.stale, light("L-1", AMBER, since=date(2026, 1, 5), history=(looked,))) == []
    held = of(lights.stale, light("L-1", AMBER, since=date(2026, 1, 5), history=(ahead,)))
    assert [at for at, *_ in held] == ["L-1"]
