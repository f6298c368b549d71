"""Rules on strategies, the short-term plan and traffic lights."""

from datetime import date

from waypost.method.checks import Severity, lights, short_term, strategies
from waypost.method.month import Month
from waypost.method.plan import (
    Action,
    ActionStatus,
    Colour,
    Commitment,
    ShortTermPlan,
    Strategy,
    TrafficLight,
)
from waypost.method.tests.build import found, member, plan

TODAY = date(2026, 11, 24)
TOLD = date(2026, 11, 5)
TEAM = (member("T1"), member("T2"), member("T3"), member("M1", "first-line manager"))


def of_strategy(rule, *members, communicate="Kick-off", team=TEAM):
    strategy = Strategy(
        id="S1",
        statement="One price a machine",
        communicate=communicate,
        wording_version=2,
        members=members,
    )
    return found(rule, plan(team=team, strategies=(strategy,)), TODAY)


def told(who, version=2, **answer):
    return Commitment(who=who, told=TOLD, version=version, **answer)


def of_actions(rule, *actions):
    months = (Month(2026, 12), Month(2027, 1), Month(2027, 2))
    held = ShortTermPlan(months=months, actions=actions)
    return found(rule, plan(short_term_plan=held), TODAY)


def test_not_communicated():
    assert of_strategy(strategies.not_communicated) == []
    assert of_strategy(strategies.not_communicated, communicate=None) == [
        (
            "S1",
            "communicate",
            Severity.WARNING,
            "S1 has no way of being communicated: “One price a machine”",
        )
    ]


def test_not_told_is_one_finding_when_nobody_was():
    assert of_strategy(strategies.not_told) == [
        ("S1", "told", Severity.WARNING, "Nobody was told of S1.")
    ]


def test_not_told_is_one_finding_when_most_were_not():
    assert of_strategy(strategies.not_told, told("T1", committed=True)) == [
        ("S1", "told", Severity.WARNING, "Only 1 of 3 were told of S1.")
    ]


def test_not_told_is_one_finding_a_member_when_most_were():
    assert of_strategy(strategies.not_told, told("T1"), told("T2", version=1)) == [
        ("S1", "T3", Severity.WARNING, "Member T3 was never told of S1.")
    ]


def test_not_told_is_silent_without_a_team():
    assert of_strategy(strategies.not_told, team=()) == []


def test_ask_again_after_the_wording_changed():
    answers = (told("T1", version=1, committed=True), told("T2"))
    assert of_strategy(strategies.ask_again, *answers) == [
        ("S1", "T1", Severity.ADVICE, "Member T1 was told an earlier wording of S1.")
    ]


def test_open_doubt_is_not_quoted():
    answers = (
        told("T1", committed=False, doubts="Who pays?"),
        told("T2", committed=True, doubts="Only with raw data"),
        told("M1", committed=False),
    )
    assert of_strategy(strategies.open_doubt, *answers) == [
        ("S1", "T1", Severity.WARNING, "Member T1 is not committed to S1.")
    ]


def test_no_date_is_found_in_the_first_month_only():
    december, january = Month(2026, 12), Month(2027, 1)
    actions = (
        Action(id="A1", what="Follow up", month=december),
        Action(id="A2", what="Call", month=december, due=date(2026, 12, 3)),
        Action(id="A3", what="Kick-off", month=january),
        Action(id="A4", what="Visit", month=december, status=ActionStatus.DONE),
    )
    assert of_actions(short_term.no_date, *actions) == [
        ("A1", "", Severity.WARNING, "A1 has no exact date, in the first month: “Follow up”")
    ]


def test_no_owner_is_found_for_open_actions():
    actions = (
        Action(id="A1", what="Find out"),
        Action(id="A2", what="Call", owner="T1"),
        Action(id="A3", what="Visit", status=ActionStatus.DROPPED),
    )
    assert of_actions(short_term.no_owner, *actions) == [
        ("A1", "", Severity.WARNING, "A1 has no owner: “Find out”")
    ]


def test_late_actions_are_found_by_date_and_by_month():
    actions = (
        Action(id="A1", what="Send report", due=date(2026, 11, 13)),
        Action(id="A2", what="Count stops", month=Month(2026, 10)),
        Action(id="A3", what="Call", due=TODAY),
    )
    assert of_actions(short_term.late, *actions) == [
        (
            "A1",
            "",
            Severity.WARNING,
            "A1 was due on 13 Nov 2026 and is still open: “Send report”",
        ),
        ("A2", "", Severity.WARNING, "A2 is still open after its month: “Count stops”"),
    ]


def test_unanswered_is_silent_on_green():
    def light(code, colour, response):
        return TrafficLight(id=code, colour=colour, on="B1", text="Freeze", response=response)

    having = (
        light("L1", Colour.RED, None),
        light("L2", Colour.RED, "Wait until June"),
        light("L3", Colour.AMBER, None),
        light("L4", Colour.GREEN, None),
    )
    assert found(lights.unanswered, plan(traffic_lights=having), TODAY) == [
        ("L1", "", Severity.SERIOUS, "L1, red on B1, has no response: “Freeze”"),
        ("L3", "", Severity.ADVICE, "L3, amber on B1, has no response: “Freeze”"),
    ]
