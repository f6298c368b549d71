from datetime import date

import pytest

from waypost.method.checks import Severity, acceptance, participants, sessions
from waypost.method.plan import (
    Acceptance,
    PlanningSession,
    ResourceRequest,
    SeniorAcceptance,
    SponsorPresentation,
)
from waypost.method.tests.build import found, member, plan

TODAY = date(2026, 11, 24)
ACCEPTED = SeniorAcceptance(accepted=True)
TEAM = (member("T1"), member("M1", "first-line manager"))


def of_session(rule, on=date(2026, 6, 10), **fields):
    session = PlanningSession(id="SE1", date=on, **fields)
    return found(rule, plan(team=TEAM, sessions=(session,)), TODAY)


def of_acceptance(rule, senior=ACCEPTED, sponsor=None):
    return found(rule, plan(acceptance=Acceptance(senior=senior, sponsor=sponsor)), TODAY)


def test_not_documented():
    assert of_session(sessions.not_documented, documented=False) == [
        (
            "SE1",
            "documented",
            Severity.ADVICE,
            "The planning session of 10 Jun 2026 was not documented.",
        )
    ]


@pytest.mark.parametrize(
    "fields",
    [{"documented": True}, {}, {"documented": False, "on": date(2026, 11, 25)}],
)
def test_not_documented_is_silent(fields):
    assert of_session(sessions.not_documented, **fields) == []


@pytest.mark.parametrize(
    "fields", [{"first_line_manager_present": False}, {"participants": ("T1",)}]
)
def test_without_manager(fields):
    assert of_session(participants.without_manager, **fields) == [
        (
            "SE1",
            "",
            Severity.WARNING,
            "No first-line manager was at the planning session of 10 Jun 2026.",
        )
    ]


@pytest.mark.parametrize(
    "fields",
    [{"first_line_manager_present": True}, {"participants": ("T1", "M1")}, {}],
)
def test_without_manager_is_silent(fields):
    assert of_session(participants.without_manager, **fields) == []


def test_not_presented_after_acceptance():
    planned = SponsorPresentation(planned=date(2027, 1, 14), presented=False)
    passed = SponsorPresentation(planned=date(2026, 11, 23))
    assert of_acceptance(acceptance.not_presented, sponsor=planned) == [
        (
            "sponsor",
            "",
            Severity.ADVICE,
            "The plan is accepted and not yet presented to the sponsor; planned for 14 Jan 2027.",
        )
    ]
    without_day = [
        (
            "sponsor",
            "",
            Severity.WARNING,
            "The plan is accepted and not presented to the sponsor.",
        )
    ]
    assert of_acceptance(acceptance.not_presented, sponsor=passed) == without_day
    assert of_acceptance(acceptance.not_presented) == without_day


@pytest.mark.parametrize(
    ("senior", "sponsor"),
    [
        (None, None),
        (SeniorAcceptance(accepted=False), None),
        (ACCEPTED, SponsorPresentation(presented=True)),
    ],
)
def test_not_presented_is_silent(senior, sponsor):
    assert of_acceptance(acceptance.not_presented, senior, sponsor) == []


def test_no_outcome_of_the_presentation():
    presented = SponsorPresentation(presented=True)
    assert of_acceptance(acceptance.no_outcome, sponsor=presented) == [
        (
            "sponsor",
            "outcome",
            Severity.ADVICE,
            "The plan was presented to the sponsor, and no outcome is recorded.",
        )
    ]


@pytest.mark.parametrize(
    "sponsor",
    [None, SponsorPresentation(), SponsorPresentation(presented=True, outcome="She signs")],
)
def test_no_outcome_is_silent(sponsor):
    assert of_acceptance(acceptance.no_outcome, sponsor=sponsor) == []


def test_unjustified_resource():
    asked = (
        ResourceRequest(what="40 hours of an engineer", why="Stage 2 needs a second sensor"),
        ResourceRequest(what="Night cover"),
    )
    assert found(acceptance.unjustified_resource, plan(resources_requested=asked), TODAY) == [
        (
            "resources_requested[1]",
            "",
            Severity.ADVICE,
            "A resource is asked for without a reason: “Night cover”",
        )
    ]
