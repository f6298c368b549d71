"""The post: what each level says, from the plan alone."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.plan import (
    Account,
    Agreed,
    CheckIn,
    Colour,
    Heard,
    Objectives,
    Plan,
    Prerequisite,
    RelationshipObjective,
    Supplier,
    TrafficLight,
    Vision,
)
from waypost.method.tests.build import member, objective, plan
from waypost.plans.queries.objectives import Horizon, post
from waypost.plans.queries.wording import Reader, RedLight

TODAY = date(2026, 11, 24)
STOPS = {
    "stages": "2026-12-31 50, 2027-03-31 38, 2027-06-30 25",
    "baseline": "61",
    "target": "25",
    "due": date(2027, 6, 30),
    "unit": "hours",
    "metric": "stops of PM4",
    "agreed": Agreed(team=True),
}
MONEY = "€0.62\u00a0m → €1.10\u00a0m, no date yet"
MONEY = "€0.62\u00a0m → €1.10\u00a0m, no date yet"
CHECKED_IN = "2026-09-24 58, 2026-10-29 55, 2026-11-19 54"


def read(having):
    return post(Reader(having, TODAY))


def read_objective(values="", **fields):
    (line,) = read(plan(business=[objective(values, **fields)])).business
    return line


def test_visions_stand_farthest_first():
    visions = [
        Vision(id="V1", horizon_years=1, text="Next year"),
        Vision(id="V5", horizon_years=5, text="In five"),
    ]
    found = read(plan(objectives=Objectives(visionary=tuple(visions)))).visions
    assert [(line.code, line.text, line.horizon) for line in found] == [
        ("V5", "In five", Horizon(year="2031", distance="in 5 years")),
        ("V1", "Next year", Horizon(year="2027", distance="in 1 year")),
    ]


def test_relationship_says_what_was_heard_from_whom_and_when():
    heard = (
        Heard(on=date(2026, 10, 14), who="Ingrid Dahl", text="You knew before I did."),
        Heard(on=date(2025, 10, 14), text="It took four days."),
        Heard(text="Good."),
    )
    sentence = RelationshipObjective(id="R1", text="They already know why.", heard=heard)
    found = read(plan(objectives=Objectives(relationship=(sentence,))))
    assert found.relationship_horizon == Horizon(year="2028", distance="in 2 years")
    assert found.relationship[0].heard == (
        ("You knew before I did.", "Ingrid Dahl, 14 Oct"),
        ("It took four days.", "14 Oct 2025"),
        ("Good.", ""),
    )


def test_red_lights_show_on_the_objective_they_stop():
    lights = (
        TrafficLight(
            id="L-1", colour=Colour.RED, on="B1a", text="Frozen", since=date(2026, 10, 29)
        ),
        TrafficLight(id="L-2", colour=Colour.RED, on="V1", text="Sold"),
        TrafficLight(id="L-3", colour=Colour.AMBER, on="B1", text="New director"),
    )
    levels = Objectives(
        visionary=(Vision(id="V1", horizon_years=2, text="One standard"),),
        business=(objective(**STOPS),),
    )
    found = read(plan(objectives=levels, traffic_lights=lights))
    assert found.business[0].reds == (RedLight(code="L-1", text="Frozen", since="since 29 Oct"),)
    assert found.visions[0].reds == (RedLight(code="L-2", text="Sold", since=""),)


def test_objective_foreseen_to_miss_says_which_step():
    line = read_objective(CHECKED_IN, **STOPS)
    assert (line.signal, line.state) == ("red", "Will be missed")
    assert line.facts == ("61 → 25 by 30 Jun 2027", "now 54, trend misses step 2")


def test_objective_that_missed_a_step_says_so():
    line = read_objective("2026-09-24 58", **{**STOPS, "stages": "2026-10-30 50, 2027-03-31 38"})
    assert line.facts == ("61 → 25 by 30 Jun 2027", "now 58, step 1 was missed")


def test_objective_on_track_says_what_it_reaches():
    line = read_objective("2026-09-30 58, 2026-10-31 50, 2026-11-20 45", **STOPS)
    assert (line.signal, line.state) == ("green", "On track")
    assert line.facts[-1] == "now 45, trend reaches 12"


def test_objective_with_an_old_check_in_says_how_old():
    line = read_objective(
        "2026-08-01 56, 2026-08-31 47",
        **{**STOPS, "stages": ""},
    )
    assert (line.signal, line.facts[-1]) == ("amber", "now 47, last check-in 85 days ago")


@pytest.mark.parametrize(
    ("values", "facts"),
    [
        ("", ("61 → 25 by 30 Jun 2027", "no check-in yet")),
        ("2026-11-19 54", ("61 → 25 by 30 Jun 2027", "now 54, no trend yet")),
        ("2026-11-01 30, 2026-11-19 25", ("61 → 25 by 30 Jun 2027", "now 25, reached")),
    ],
)
def test_objective_says_what_its_check_ins_allow(values, facts):
    assert read_objective(values, **STOPS).facts == facts


@pytest.mark.parametrize(
    ("fields", "way"),
    [
        ({}, "no target yet, no date yet"),
        ({"target": "25"}, "25, no date yet"),
        ({"due": date(2026, 12, 31)}, "no target yet by 31 Dec"),
        ({"target": "25", "due": date(2026, 12, 31)}, "25 by 31 Dec"),
        ({"baseline": "12.5", "target": "1100", "unit": "%"}, "12.5% → 1,100%, no date yet"),
        ({"baseline": "620000", "target": "1100000", "unit": "EUR"}, MONEY),
    ],
)
def test_way_is_written_as_far_as_it_is_known(fields, way):
    having = Plan(
        supplier=Supplier(name="Larkhill Bearings"),
        account=Account(name="Dunmore Mills", currency="EUR"),
        objectives=Objectives(business=(objective(**fields),)),
    )
    assert read(having).business[0].facts[:1] == (way,)


def test_terms_say_condition_agreement_purpose_owner_and_what_comes_first():
    written = objective(
        condition="margin >= 34 %",
        agreed=Agreed(team=False, customer=True),
        serves=("V1", "R1"),
        owner="T1",
        depends_on=(Prerequisite(text="A second sensor.", by=date(2027, 1, 30), owner="T2"),),
    )
    found = read(plan(business=[written], team=(member("T1"), member("T2"))))
    assert found.business[0].terms == (
        "while margin >= 34 %",
        "not agreed in the team yet",
        "for V1, R1",
        "owner Member T1",
        "needs first: A second sensor, 30 Jan 2027, Member T2",
    )


def test_condition_says_how_it_was_at_the_last_check_in():
    looked = [("2026-10-01", "33 %"), ("2026-11-01", "35 %"), ("2026-12-24", "90 %")]
    written = objective(condition="margin >= 34 %", agreed=Agreed(team=("T1",)))
    check_ins = tuple(
        CheckIn(on=date.fromisoformat(day), value=Decimal(1), condition_value=value)
        for day, value in looked
    )
    written = type(written)(id="B1", text="t", condition=written.condition, check_ins=check_ins)
    (line,) = read(plan(business=[written])).business
    assert line.terms[0] == "while margin >= 34 %, last 35 %"


@pytest.mark.parametrize(
    ("agreed", "words"),
    [
        (Agreed(team=True, customer=True), ()),
        (Agreed(team=("T1",)), ()),
        (Agreed(), ("not agreed in the team yet",)),
        (Agreed(team=True, customer=False), ("not agreed with the customer",)),
        (Agreed(team=False, customer=False), ("agreed by nobody yet",)),
    ],
)
def test_agreement_is_mentioned_where_it_is_missing(agreed, words):
    assert read_objective(agreed=agreed).terms == words


def test_stage_goals_are_the_next_of_each_objective_first_due_first():
    machines = objective(
        "2026-08-27 2, 2026-10-29 2",
        stages="2026-10-30 3, 2027-03-31 4",
        id="B2",
        unit="machine",
        metric="machines under agreement",
        baseline="2",
    )
    found = read(plan(business=[machines, objective(CHECKED_IN, **STOPS), objective(id="B3")]))
    assert found.stages_distance == "4 months"
    assert [(line.code, line.text, line.signal, line.facts) for line in found.stages] == [
        ("B1", "50 hours, stops of PM4", "amber", ("due 31 Dec, now 54, trend reaches 51",)),
        (
            "B2",
            "4 machines under agreement",
            "red",
            ("due 31 Mar 2027, now 2, trend reaches 2",),
        ),
    ]


def test_stage_goal_reached_before_its_date_says_when():
    found = read(plan(business=[objective("2026-10-01 55, 2026-11-01 49", **STOPS)]))
    assert found.stages[0].facts == ("due 31 Dec, now 49, reached on 1 Nov",)


def test_stage_goal_without_check_in_has_no_colour():
    found = read(plan(business=[objective(**STOPS)]))
    assert (found.stages[0].signal, found.stages[0].state) == ("", "No check-in yet")
    assert found.stages[0].facts == ("due 31 Dec, no check-in yet",)


@pytest.mark.parametrize(
    ("dates", "horizon"),
    [
        ([], Horizon(year="No date", distance="")),
        ([date(2027, 9, 30)], Horizon(year="2027", distance="10 months")),
        (
            [date(2027, 6, 30), date(2027, 12, 31)],
            Horizon(year="2027", distance="7 to 13 months"),
        ),
        ([date(2026, 11, 30)], Horizon(year="2026", distance="this month")),
        ([date(2026, 1, 31)], Horizon(year="2026", distance="date passed")),
        ([date(2026, 1, 31), date(2027, 1, 31)], Horizon(year="2027", distance="0 to 2 months")),
    ],
)
def test_business_hangs_at_its_last_date(dates, horizon):
    goals = [objective(id=f"B{number}", due=day) for number, day in enumerate(dates)]
    assert read(plan(business=goals)).business_horizon == horizon


def test_post_without_objectives_is_empty():
    assert read(plan()).is_empty
    assert not read(plan(business=[objective()])).is_empty
