"""Rules on the words of objectives, and on whether they can be reached by this customer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from waypost.method.checks import Severity, circumstances, critique
from waypost.method.plan import (
    Action,
    Agreed,
    BusinessObjective,
    Colour,
    Fact,
    Location,
    Objectives,
    Opportunity,
    Prerequisite,
    Profile,
    RelationshipObjective,
    Settings,
    ShortTermPlan,
    Strategy,
    TrafficLight,
    Vision,
)
from waypost.method.tests.build import found, objective, plan

TODAY = date(2026, 11, 24)
FAR, NEAR = date(2027, 9, 30), date(2027, 1, 29)
KNOWN = Profile(
    company_goals=(Fact(text="Cut water use", id="G1"),),
    financial_performance=(Fact(text="EBITDA 11.4 %"),),
)


def of(rule, *business, **parts):
    return found(rule, plan(business=business, **parts), TODAY)


def business(text, **fields):
    return BusinessObjective(**{"id": "B1", "text": text, **fields})


def test_vague_words_are_named():
    assert of(critique.vague_words, business("Grow our presence significantly")) == [
        (
            "B1",
            "",
            Severity.WARNING,
            "B1 is vague: “Grow”, “presence”, “significantly”.",
        )
    ]


def test_vague_words_beside_a_figure_are_advice():
    goal = business("Win 3 innovative orders from the Leeds site by May 2027")
    assert [severity for *_, severity, _ in of(critique.vague_words, goal)] == [Severity.ADVICE]


def test_vague_words_are_silent_about_a_metric_with_a_target():
    goal = business("Grow our presence", metric="sites served", target=Decimal(5))
    assert of(critique.vague_words, goal) == []
    assert of(critique.vague_words, business("Win 3 orders from the Leeds site")) == []


def test_vague_words_are_silent_about_names():
    opportunities = (Opportunity(id="OP1", name="Presence at Leeds"),)
    goal = business("Grow our presence")
    only_the_verb = [("B1", "", Severity.WARNING, "B1 is vague: “Grow”.")]
    assert of(critique.vague_words, goal, opportunities=opportunities) == only_the_verb
    having = plan(business=[goal])
    sites = (Location(id="L1", name="Leeds", lines=("Presence",)),)
    having = replace(having, account=replace(having.account, locations=sites))
    assert found(critique.vague_words, having, TODAY) == only_the_verb


def test_vague_words_are_silent_about_the_customers_own_terms():
    having = plan(business=[business("Grow our presence")])
    settings = Settings(own_terms=("Grow",))
    having = replace(having, account=replace(having.account, settings=settings))
    said = [("B1", "", Severity.WARNING, "B1 is vague: “presence”.")]
    assert found(critique.vague_words, having, TODAY) == said


@pytest.mark.parametrize(
    ("text", "fields", "message"),
    [
        (
            "Grow our presence",
            {},
            "B1 has neither a measure nor a date: “Grow our presence”",
        ),
        (
            "Grow our presence by May 2027",
            {},
            "No figure and no event tells when B1 is reached: “Grow our presence by May 2027”",
        ),
        (
            "Grow our presence",
            {"due": FAR},
            "No figure and no event tells when B1 is reached: “Grow our presence”",
        ),
        (
            "Five machines run on our bearings",
            {},
            "B1 has no date: “Five machines run on our bearings”",
        ),
        (
            "Grow our presence",
            {"target": Decimal(5)},
            "B1 has no date: “Grow our presence”",
        ),
    ],
)
def test_unmeasured_says_what_is_missing(text, fields, message):
    assert of(critique.unmeasured, business(text, **fields)) == [
        ("B1", "", Severity.WARNING, message)
    ]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Five machines run on our bearings by May 2027", {}),
        ("Five machines run on our bearings", {"due": FAR}),
        ("Grow our presence", {"target": Decimal(5), "due": FAR}),
    ],
)
def test_unmeasured_is_silent_with_measure_and_date(text, fields):
    assert of(critique.unmeasured, business(text, **fields)) == []


def test_unmeasured_fix_names_the_field_to_fill_in():
    def field(text):
        (finding,) = critique.unmeasured.apply(plan(business=[business(text)]), TODAY)
        return finding.fix.field

    assert field("Win 3 orders from the Leeds site") == "due"
    assert field("Grow our presence") == "target"


def test_about_ourselves_asks_what_the_customer_gains():
    assert of(critique.about_ourselves, business("Sell €2m of seals")) == [
        (
            "B1",
            "",
            Severity.WARNING,
            "B1 is about our own result; what does the customer gain from it? “Sell €2m of seals”",
        )
    ]


def test_about_ourselves_asks_whether_the_customer_wants_its_own_result():
    goal = business("Cut downtime on line 4 from 61 to 25 hours", serves=("V1",))
    assert of(critique.about_ourselves, goal) == [
        (
            "B1",
            "",
            Severity.QUESTION,
            "Does the customer want B1? It serves none of their goals, nor is it agreed.",
        )
    ]


@pytest.mark.parametrize("agreed", [True, ("P1",)])
def test_about_ourselves_is_silent_when_the_customer_agreed(agreed):
    goal = business("Sell €2m of seals", agreed=Agreed(customer=agreed))
    assert of(critique.about_ourselves, goal) == []


def test_about_ourselves_is_silent_for_what_serves_a_company_goal():
    goal = business("Sell €2m of seals", serves=("B2",))
    further = business("Equip 5 lines", id="B2", serves=("B1", "V1", "G1"))
    assert of(critique.about_ourselves, goal, further, profile=KNOWN) == []
    assert len(of(critique.about_ourselves, goal, business("Equip 5 lines", id="B2"))) == 2


def soft(*visions, voices=()):
    held = Objectives(
        visionary=tuple(Vision(id="V1", horizon_years=3, text=text) for text in visions),
        relationship=tuple(RelationshipObjective(id="R1", text=text) for text in voices),
    )
    return plan(objectives=held)


def test_hedged_vision_is_asked_about():
    having = soft("We run all three sites, if the budget allows")
    assert found(critique.hedged_vision, having, TODAY) == [
        (
            "V1",
            "",
            Severity.QUESTION,
            "“if the budget” lets history or today’s obstacles in: what if everything went well?",
        )
    ]
    assert found(critique.hedged_vision, soft("One standard on all machines"), TODAY) == []


def test_sentence_that_no_customer_says_is_asked_about():
    having = soft(voices=["Become their trusted advisor"])
    assert found(critique.not_said, having, TODAY) == [
        (
            "R1",
            "",
            Severity.QUESTION,
            "Customers do not say “trusted advisor” of their suppliers.",
        )
    ]
    assert found(critique.not_said, soft(voices=["They always bring ideas."]), TODAY) == []


def test_soft_levels_are_never_asked_for_figures():
    having = soft("A better world", voices=["We trust them completely"])
    for rule in (critique.vague_words, critique.unmeasured, critique.about_ourselves):
        assert found(rule, having, TODAY) == []
    assert found(circumstances.unrealistic, having, TODAY) == []


def test_unrealistic_when_the_pace_is_out_of_reach():
    fast = objective(baseline="2", target="40", due=NEAR)
    assert of(circumstances.unrealistic, fast) == [
        (
            "B1",
            "",
            Severity.WARNING,
            "B1 asks for a change of 44 % each month until 29 Jan 2027.",
        )
    ]
    begun = objective("2026-01-29 2", baseline="2", target="5", due=NEAR)
    assert of(circumstances.unrealistic, begun) == []


@pytest.mark.parametrize("due", [FAR, None])
def test_unrealistic_when_nothing_supports_it(due):
    bare = objective(target="5", due=due)
    assert of(circumstances.unrealistic, bare) == [
        (
            "B1",
            "",
            Severity.QUESTION,
            "B1 is not broken down: no stage goals, no condition, no hours set aside.",
        )
    ]


def test_unrealistic_when_one_goal_holds_several():
    several = business("Raise NPS to 60 and cut churn to 4% by May 2027")
    assert of(circumstances.unrealistic, several) == [
        (
            "B1",
            "",
            Severity.QUESTION,
            "It holds 2 targets; one may be reached without the other.",
        )
    ]


def test_unrealistic_is_silent_without_a_sign():
    bare = {"target": "5", "due": FAR}
    assert of(circumstances.unrealistic, objective(target="5", due=NEAR)) == []
    assert of(circumstances.unrealistic, objective(stages="2027-03-31 4", **bare)) == []
    awaited = (Prerequisite(text="Purchasing decides"),)
    assert of(circumstances.unrealistic, objective(depends_on=awaited, **bare)) == []
    assert of(circumstances.unrealistic, business("Grow our presence", due=FAR)) == []
    worked = Action(id="A1", what="Trial", achieves="S1", hours=Decimal(4))
    assert (
        of(
            circumstances.unrealistic,
            objective(**bare),
            strategies=(Strategy(id="S1", statement="One price", serves=("B1",)),),
            short_term_plan=ShortTermPlan(actions=(worked,)),
        )
        == []
    )


def light(on, text="Capex freeze until June", **fields):
    return TrafficLight(**{"id": "L1", "colour": Colour.RED, "on": on, "text": text, **fields})


def bitten(*lights, profile=KNOWN, opportunities=(), business=()):
    having = plan(
        business=business, profile=profile, opportunities=opportunities, traffic_lights=lights
    )
    return [(at, subject) for at, subject, *_ in found(circumstances.beyond_means, having, TODAY)]


def test_beyond_means_asks_the_opportunity_that_a_red_light_bites():
    opportunities = (
        Opportunity(id="OP1", name="Line 1", serves=("B1a",)),
        Opportunity(id="OP2", name="Line 2"),
    )
    goal = objective(stages="2027-03-31 4", target="5", due=FAR)
    having = plan(
        business=[goal], profile=KNOWN, opportunities=opportunities, traffic_lights=(light("B1"),)
    )
    assert found(circumstances.beyond_means, having, TODAY) == [
        (
            "OP1",
            "L1",
            Severity.QUESTION,
            "Does OP1 fall under L1? “Capex freeze until June” Nothing is planned about it.",
        )
    ]
    assert bitten(light("OP2"), opportunities=opportunities) == [("OP2", "L1")]
    assert bitten(light("B2"), opportunities=opportunities, business=[goal]) == [("B2", "L1")]


def test_beyond_means_is_silent_about_what_is_answered_or_no_matter_of_means():
    assert bitten(light("B1", response="Lease instead")) == []
    assert bitten(light("B1", colour=Colour.AMBER)) == []
    assert bitten(light("B1", text="Rival has the frame agreement")) == []


def test_beyond_means_asks_once_when_the_finances_are_unknown():
    goals = [objective(target="5"), objective(id="B2"), objective(id="B3", target="4")]
    assert bitten(profile=Profile(), business=goals) == [("B1", ""), ("B3", "")]
    assert bitten(light("B1"), profile=Profile(), business=goals) == [("B1", "L1"), ("B3", "")]
