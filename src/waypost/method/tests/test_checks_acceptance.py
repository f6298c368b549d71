"""Rules on acceptance, presentation and resources (SES-4, SES-7, SES-8)."""

from datetime import date

import pytest

from waypost.method.checks import Severity, acceptance
from waypost.method.plan import (
    Acceptance,
    Person,
    PlanningSession,
    ResourceRequest,
    ResourceStatus,
    SeniorAcceptance,
    SponsorPresentation,
)
from waypost.method.tests.build import found, objective, plan

TODAY = date(2026, 11, 24)
LONG_AGO, LATELY = date(2026, 11, 9), date(2026, 11, 10)


def of(rule, senior=None, sponsor=None, **parts):
    return found(rule, plan(acceptance=Acceptance(senior=senior, sponsor=sponsor), **parts), TODAY)


def session(on):
    return PlanningSession(id="SE1", date=on)


def test_not_accepted_after_it_was_looked_at():
    refused = SeniorAcceptance(accepted=False, conditions="show who decides")
    assert of(acceptance.not_accepted, refused) == [
        ("acceptance", "", Severity.WARNING, "Senior management has not accepted the plan.")
    ]


@pytest.mark.parametrize("senior", [None, SeniorAcceptance(who="M2")])
def test_not_accepted_for_long_after_the_session(senior):
    parts = {"sessions": (session(LONG_AGO),), "business": [objective()]}
    assert of(acceptance.not_accepted, senior, **parts) == [
        (
            "acceptance",
            "",
            Severity.ADVICE,
            "Senior management has not accepted the plan yet.",
        )
    ]


@pytest.mark.parametrize(
    ("senior", "on", "business"),
    [
        (SeniorAcceptance(accepted=True), LONG_AGO, [objective()]),
        (None, LATELY, [objective()]),
        (None, LONG_AGO, []),
        (None, date(2026, 12, 1), [objective()]),
    ],
)
def test_not_accepted_is_silent(senior, on, business):
    assert of(acceptance.not_accepted, senior, sessions=(session(on),), business=business) == []


@pytest.mark.parametrize("senior", [None, SeniorAcceptance(), SeniorAcceptance(accepted=False)])
def test_presented_too_early(senior):
    assert of(acceptance.presented_too_early, senior, SponsorPresentation(presented=True)) == [
        (
            "sponsor",
            "early",
            Severity.ADVICE,
            "The plan was presented to the sponsor and has not been accepted.",
        )
    ]


@pytest.mark.parametrize(
    ("senior", "sponsor"),
    [
        (None, None),
        (None, SponsorPresentation(presented=False)),
        (SeniorAcceptance(accepted=True), SponsorPresentation(presented=True)),
    ],
)
def test_presented_too_early_is_silent(senior, sponsor):
    assert of(acceptance.presented_too_early, senior, sponsor) == []


def test_sponsor_gone():
    gone = Person(id="P1", name="Ann Vik", left_company=True)
    there = Person(id="P2", name="Bo Lind")
    parts = {"people": (gone, there)}
    assert of(acceptance.sponsor_gone, None, SponsorPresentation(person="P1"), **parts) == [
        ("sponsor", "gone", Severity.WARNING, "Ann Vik, the sponsor, has left the customer.")
    ]
    assert of(acceptance.sponsor_gone, None, SponsorPresentation(person="P2"), **parts) == []
    assert of(acceptance.sponsor_gone, None, None, **parts) == []


def test_resources_that_were_refused_or_granted():
    asked = (
        ResourceRequest(what="Night cover", status=ResourceStatus.REFUSED),
        ResourceRequest(what="An engineer", status=ResourceStatus.GRANTED),
        ResourceRequest(what="A sensor", status=ResourceStatus.ASKED),
    )
    assert of(acceptance.refused_resource, resources_requested=asked) == [
        (
            "resources_requested[0]",
            "refused",
            Severity.ADVICE,
            "A resource was refused: “Night cover”",
        )
    ]
    assert [at for at, *_ in of(acceptance.unjustified_resource, resources_requested=asked)] == [
        "resources_requested[2]"
    ]
