"""Rules on what is known of the account, on its people and on opportunities."""

from datetime import date
from decimal import Decimal

from waypost.method.checks import Severity, decision_groups, opportunities, profile
from waypost.method.checks import people as people_checks
from waypost.method.plan import (
    Action,
    ActionStatus,
    DecisionGroup,
    EightQuestions,
    Fact,
    Membership,
    Opportunity,
    Person,
    Profile,
    Role,
    ShortTermPlan,
)
from waypost.method.tests.build import found, plan

TODAY = date(2026, 11, 24)


def of_profile(rule, actions=(), **lists):
    held = ShortTermPlan(actions=actions)
    return found(rule, plan(profile=Profile(**lists), short_term_plan=held), TODAY)


def of_people(rule, *groups, people):
    return found(rule, plan(decision_groups=groups, people=people), TODAY)


def person(code, **fields):
    return Person(id=code, name=f"Person {code}", **fields)


def group(code, **roles):
    members = tuple(Membership(person=who, roles=has) for who, has in roles.items())
    return DecisionGroup(id=code, decision="Seals for line 1", people=members)


def test_unsourced_fact_is_found_for_source_and_date():
    goals = (
        Fact(text="Less water"),
        Fact(text="More uptime", source="Annual report", as_of=date(2026, 3, 12)),
        Fact(text="Less waste", source="Annual report"),
        Fact(text="More board", as_of=date(2026, 3, 12)),
    )
    assert of_profile(profile.unsourced_fact, company_goals=goals) == [
        (
            "company_goals[0]",
            "source",
            Severity.ADVICE,
            "“Less water” has neither source nor date.",
        ),
        ("company_goals[2]", "date", Severity.ADVICE, "“Less waste” has no date."),
        ("company_goals[3]", "source", Severity.ADVICE, "“More board” has no source."),
    ]


def test_unsourced_fact_about_a_competitor_is_not_quoted():
    rivals = (
        Fact(text="A new machine", id="F7"),
        Fact(text="A new mill", id="F8", source="press"),
        Fact(text="A new price", id="F9", as_of=date(2026, 3, 12)),
    )
    assert of_profile(profile.unsourced_fact, competitors=rivals) == [
        ("F7", "source", Severity.ADVICE, "A fact about a competitor has neither source nor date."),
        ("F8", "date", Severity.ADVICE, "A fact about a competitor has no date."),
        ("F9", "source", Severity.ADVICE, "A fact about a competitor has no source."),
    ]


def test_old_fact_is_older_than_twelve_months():
    markets = (
        Fact(text="Number two", as_of=date(2025, 11, 23)),
        Fact(text="Growing", as_of=date(2025, 11, 24)),
        Fact(text="Undated"),
    )
    assert of_profile(profile.old_fact, markets_and_positioning=markets) == [
        (
            "markets_and_positioning[0]",
            "age",
            Severity.ADVICE,
            "“Number two” is of 23 Nov 2025.",
        )
    ]


def test_open_gap_without_an_action_that_stands():
    actions = (
        Action(id="A1", what="Ask", from_gap=0, status=ActionStatus.DONE),
        Action(id="A2", what="Ask", from_gap=1, status=ActionStatus.DROPPED),
    )
    gaps = ("Who signs?", "Which budget?")
    assert of_profile(profile.open_gap, actions, gaps=gaps) == [
        ("gaps[1]", "", Severity.ADVICE, "No action fills this gap: “Which budget?”")
    ]


def test_economic_buyer_is_asked_for_when_there_is_none_or_more_than_one():
    economic, user = (Role.ECONOMIC,), (Role.USER,)
    groups = (
        group("D1", P1=economic, P2=(Role.COACH, Role.ECONOMIC)),
        group("D2", P1=economic, P3=user),
        group("D3", P3=user, P4=economic),
    )
    people = (person("P1"), person("P2"), person("P3"), person("P4", left_company=True))
    assert of_people(decision_groups.economic_buyer, *groups, people=people) == [
        ("D1", "", Severity.QUESTION, "D1 has 2 economic buyers: Person P1, Person P2."),
        ("D3", "", Severity.QUESTION, "D3 has no economic buyer: “Seals for line 1”"),
    ]


def test_no_role_of_somebody_who_is_still_there():
    people = (person("P1"), person("P2"), person("P3", left_company=True))
    groups = (group("D1", P1=(), P2=(Role.USER,), P3=()), group("D2", P1=()))
    assert of_people(decision_groups.no_role, *groups, people=people) == [
        ("P1", "D1", Severity.QUESTION, "Person P1 has no buying role in D1."),
        ("P1", "D2", Severity.QUESTION, "Person P1 has no buying role in D2."),
    ]


def test_unknown_person_is_a_warning_for_an_economic_buyer():
    people = (
        person("P1"),
        person("P2"),
        person("P3", known_by=("T1",)),
        person("P4"),
        person("P5", left_company=True),
    )
    groups = (
        group("D1", P1=(Role.USER,), P2=(Role.ECONOMIC,), P3=(), P5=()),
        group("D2", P1=()),
    )
    assert of_people(people_checks.unknown_person, *groups, people=people) == [
        ("P1", "", Severity.ADVICE, "Nobody of us knows Person P1."),
        ("P2", "", Severity.WARNING, "Nobody of us knows Person P2."),
    ]


def test_unknown_hours_where_neither_place_has_them():
    having = (
        Opportunity(id="OP1", name="Stock"),
        Opportunity(id="OP2", name="Pumps", hours=Decimal(40)),
        Opportunity(id="OP3", name="Training", q=EightQuestions(hours=Decimal(8))),
    )
    assert found(opportunities.unknown_hours, plan(opportunities=having), TODAY) == [
        ("OP1", "", Severity.ADVICE, "The hours for OP1, Stock, are not known.")
    ]
