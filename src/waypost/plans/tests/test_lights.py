"""Lights as lines: worst first, with trend, place and what is done about them."""

from datetime import date

from waypost.method.plan import Action, Colour, LightChange, ShortTermPlan, TrafficLight
from waypost.method.tests.build import member, plan
from waypost.plans.queries.lights import light_lines
from waypost.plans.queries.wording import Reader

ACTIONS = (
    Action(id="A2", what="Answer the offer", owner="T1", due=date(2026, 12, 4)),
    Action(id="A3", what="Ask who signs", due=date(2026, 11, 2)),
)


def read(*lights):
    having = plan(
        traffic_lights=lights,
        short_term_plan=ShortTermPlan(actions=ACTIONS),
        team=(member("T1"),),
    )
    return light_lines(Reader(having, date(2026, 11, 24)))


def light(colour, response=None, on="account", **fields):
    return TrafficLight(
        id="L-1", colour=colour, on=on, text="Capex freeze", response=response, **fields
    )


def test_lights_stand_worst_first():
    found = read(light(Colour.GREEN, "Ask her"), light(Colour.AMBER, "Wait"), light(Colour.RED))
    assert [(line.colour, line.use, line.response) for line in found] == [
        ("red", "Response", "none yet"),
        ("amber", "Response", "Wait"),
        ("green", "Use it", "Ask her"),
    ]


def test_light_says_where_it_is_heading_where_it_stands_and_since_when():
    change = LightChange(on=date(2026, 11, 1), from_colour=Colour.RED, to_colour=Colour.AMBER)
    (line,) = read(light(Colour.AMBER, on="B1", since=date(2025, 9, 3), history=(change,)))
    assert (line.fact, line.trend, line.on, line.since) == (
        "Capex freeze",
        "up",
        "B1",
        "since 3 Sep 2025",
    )
    assert read(light(Colour.AMBER))[0].on == ""


def test_response_that_only_names_actions_says_what_they_are():
    (line,) = read(light(Colour.RED, "A2, A3"))
    assert line.response == "Answer the offer, Member T1, 4 Dec; Ask who signs, 2 Nov"
    assert line.late


def test_response_in_words_stays_as_it_is():
    (line,) = read(light(Colour.RED, "Prices first (A2)"))
    assert (line.response, line.late) == ("Prices first (A2)", False)
