"""Rules on who takes part in the planning (SES-1 to SES-6)."""

from datetime import date

import pytest

from waypost.method.checks import Severity, participants, session_guests, sessions
from waypost.method.plan import (
    Action,
    CustomerOpening,
    Person,
    PlanningSession,
    SecondLevel,
    ShortTermPlan,
)
from waypost.method.tests.build import found, member, objective, plan

TODAY = date(2026, 11, 24)
JUNE, NOVEMBER = date(2026, 6, 10), date(2026, 11, 5)
TEAM = (
    member("T1", "account lead"),
    member("T2"),
    member("T3"),
    member("M1", "first-line manager"),
    member("M2", "second-level management"),
)


def session(code="SE1", on=JUNE, *there, **fields):
    return PlanningSession(id=code, date=on, participants=there, **fields)


def of(rule, *having, team=TEAM, **parts):
    return found(rule, plan(team=team, sessions=having, **parts), TODAY)


def person(code, level, *known_by, **fields):
    return Person(id=code, name=f"Person {code}", level=level, known_by=known_by, **fields)


def test_no_session_although_there_are_business_objectives():
    old, last = session(on=date(2024, 3, 1)), session("SE2", date(2025, 11, 22))
    assert of(sessions.no_session, business=[objective()]) == [
        ("account", "session", Severity.ADVICE, "The team has never planned together.")
    ]
    assert of(sessions.no_session, old, last, business=[objective()]) == [
        ("account", "session", Severity.ADVICE, "The last planning session was on 22 Nov 2025.")
    ]


@pytest.mark.parametrize(
    ("business", "on"),
    [
        ([], date(2024, 3, 1)),
        ([objective()], date(2025, 11, 23)),
        ([objective()], date(2027, 1, 9)),
    ],
)
def test_no_session_is_silent(business, on):
    assert of(sessions.no_session, session(on=on), business=business) == []


@pytest.mark.parametrize(
    "outcome",
    [
        "ran out of time before actions",
        "Objectives agreed, no actions yet",
        "Four levels of objectives; action plan to follow",
        "Out of time",
        "goals, without an action plan",
    ],
)
def test_without_actions(outcome):
    assert of(sessions.without_actions, session(outcome=outcome)) == [
        (
            "SE1",
            "actions",
            Severity.ADVICE,
            "The planning session of 10 Jun 2026 ended without actions.",
        )
    ]


@pytest.mark.parametrize("outcome", [None, "B1, B2 agreed; six actions", "Actions for all"])
def test_without_actions_is_silent(outcome):
    assert of(sessions.without_actions, session(outcome=outcome)) == []


def test_planned_alone():
    assert of(sessions.planned_alone, session("SE1", JUNE, "T1", "P1")) == [
        (
            "SE1",
            "alone",
            Severity.WARNING,
            "Member T1 was alone at the planning session of 10 Jun 2026.",
        )
    ]
    assert of(sessions.planned_alone, session("SE1", JUNE, "T1", "M1")) == []
    assert of(sessions.planned_alone, session("SE1", JUNE)) == []
    assert of(sessions.planned_alone, session("SE1", JUNE, "T1"), team=TEAM[:2]) == []


def test_no_team():
    assert of(participants.no_team, team=()) == [
        ("account", "", Severity.ADVICE, "Nobody is in the account team.")
    ]
    assert of(participants.no_team) == []


def test_absent_from_every_session_is_found_at_the_last():
    june = session("SE1", JUNE, "T1")
    november = session("SE2", NOVEMBER, "T1", "T2", "M1")
    assert of(participants.absent, november, june) == [
        ("SE2", "T3", Severity.ADVICE, "Member T3 was in no planning session.")
    ]


def test_absent_is_silent_on_who_came_once_in_a_year():
    june = session("SE1", date(2025, 11, 4), "T3")
    november = session("SE2", NOVEMBER, "T1", "T2")
    coming = session("SE3", date(2026, 12, 1), "T1")
    assert of(participants.absent, june, november, coming) == []
    earlier = session("SE1", date(2025, 11, 3), "T3")
    assert len(of(participants.absent, earlier, november)) == 1


def test_absent_is_one_finding_when_most_were():
    assert of(participants.absent, session("SE1", JUNE, "T1", "M1")) == [
        (
            "SE1",
            "team",
            Severity.WARNING,
            "2 of 3 in the team were in no planning session: Member T2, Member T3.",
        )
    ]


def test_absent_is_silent_where_nobody_wrote_down_who_was_there():
    assert of(participants.absent, session()) == []


def test_no_manager_in_the_team():
    assert of(participants.no_manager, team=TEAM[:3]) == [
        ("account", "", Severity.ADVICE, "The team has no first-line manager.")
    ]
    assert of(participants.no_manager) == []
    assert of(participants.no_manager, team=()) == []


def test_manager_not_invited_to_a_session_to_come():
    december = date(2026, 12, 9)
    assert of(participants.manager_not_invited, session("SE1", december, "T1")) == [
        (
            "SE1",
            "",
            Severity.WARNING,
            "The first-line manager is not invited to the planning session of 9 Dec 2026.",
        )
    ]
    assert of(participants.manager_not_invited, session("SE1", december, "T1", "M1")) == []
    assert of(participants.manager_not_invited, session("SE1", december)) == []
    assert of(participants.manager_not_invited, session("SE1", JUNE, "T1")) == []


def test_fix_names_the_manager_to_invite():
    having = plan(team=TEAM, sessions=(session("SE1", JUNE, "T1"),))
    (finding,) = participants.without_manager.apply(having, TODAY)
    assert finding.fix.member == "M1"


def owned(*owners):
    actions = tuple(
        Action(id=f"A{n}", what="Call", owner=code) for n, code in enumerate(owners, start=1)
    )
    return {"short_term_plan": ShortTermPlan(actions=actions)}


def test_owner_never_there_is_one_finding_an_owner():
    parts = owned("T1", "T2", "T3", "T2", "M2", "P1", None)
    assert of(participants.owner_never_there, session("SE1", JUNE, "T1", "T3"), **parts) == [
        (
            "A2",
            "T2",
            Severity.ADVICE,
            "Member T2 owns A2, A4 and was in no planning session.",
        )
    ]


def test_owner_never_there_is_silent_without_a_session():
    assert of(participants.owner_never_there, **owned("T1")) == []
    assert of(participants.owner_never_there, session(), **owned("T1")) == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"led_by": "M2"},
            "Second-level management led the planning session of 10 Jun 2026.",
        ),
        (
            {"second_level": SecondLevel(attended_customer_part=True, left_after=False)},
            "Second-level management stayed at the planning session of 10 Jun 2026.",
        ),
        (
            {"participants": ("T1", "M2")},
            "Second-level management took part in the planning session of 10 Jun 2026.",
        ),
    ],
)
def test_second_level_planned(fields, message):
    held = PlanningSession(id="SE1", date=JUNE, **fields)
    assert of(session_guests.second_level_planned, held) == [("SE1", "", Severity.WARNING, message)]


@pytest.mark.parametrize(
    "fields",
    [
        {"led_by": "M1"},
        {"second_level": SecondLevel(who="M2", attended_customer_part=True, left_after=True)},
        {"second_level": SecondLevel(attended_customer_part=False, left_after=None)},
        {"second_level": SecondLevel(attended_customer_part=False, left_after=False)},
        {
            "second_level": SecondLevel(who="M2", attended_customer_part=True, left_after=True),
            "participants": ("T1", "M2"),
        },
    ],
)
def test_second_level_planned_is_silent(fields):
    held = PlanningSession(id="SE1", date=JUNE, **fields)
    assert of(session_guests.second_level_planned, held) == []


def opened(*people, by="P1", **fields):
    held = session(customer_opening=CustomerOpening(person=by), **fields)
    return of(session_guests.low_level_opening, held, people=people)


def test_low_level_opening():
    assert opened(person("P1", 4)) == [
        (
            "SE1",
            "",
            Severity.ADVICE,
            "Person P1, who addressed the planning session of 10 Jun 2026, is not senior enough.",
        )
    ]
    assert len(opened(person("P1", 3), person("P2", 1, "T1"))) == 1


@pytest.mark.parametrize(
    "people",
    [
        (person("P1", 2), person("P2", 1, "T1")),
        (person("P1", 3), person("P2", 1)),
        (person("P1", 3), person("P2", 1, "T1", left_company=True)),
        (person("P1", None), person("P2", 1, "T1")),
        (person("P1", 3),),
    ],
)
def test_low_level_opening_is_silent(people):
    assert opened(*people) == []
    assert opened(*people, by=None) == []


def test_no_opening_of_any_session():
    june, november = session(), session("SE2", NOVEMBER)
    assert of(session_guests.no_opening, november, june) == [
        (
            "SE2",
            "opening",
            Severity.ADVICE,
            "Nobody of the customer has addressed a planning session.",
        )
    ]
    heard = session("SE2", NOVEMBER, customer_opening=CustomerOpening(note="half an hour"))
    assert of(session_guests.no_opening, june, heard) == []
    there = session("SE2", NOVEMBER, "T1", "P1")
    assert of(session_guests.no_opening, june, there, people=(person("P1", 1),)) == []
    assert of(session_guests.no_opening, session("SE1", date(2026, 12, 9))) == []
