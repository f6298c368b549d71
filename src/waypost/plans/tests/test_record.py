"""The sentences under the name: accepted, presented, rolled forward."""

from datetime import date

import pytest

from waypost.method.horizon import next_review
from waypost.method.plan import (
    Acceptance,
    Person,
    Review,
    SeniorAcceptance,
    ShortTermPlan,
    SponsorPresentation,
)
from waypost.method.tests.build import member, plan
from waypost.plans.queries.record import record
from waypost.plans.queries.wording import Reader

TODAY = date(2026, 11, 24)
TEAM = (member("M2", role="second-level management"), member("T1"), member("T2"))


def read(senior=None, sponsor=None, **parts):
    having = plan(
        acceptance=Acceptance(senior=senior, sponsor=sponsor),
        team=TEAM,
        people=(Person(id="P1", name="Marit Haugland"),),
        **parts,
    )
    return record(Reader(having, TODAY), next_review(having, TODAY))


@pytest.mark.parametrize(
    ("senior", "sentences"),
    [
        (None, ("Not accepted by senior management yet.",)),
        (SeniorAcceptance(who="M2"), ("Not accepted by senior management yet.",)),
        (
            SeniorAcceptance(who="M2", accepted=True, on=date(2026, 9, 14)),
            ("Plan accepted on 14 Sep by Member M2, second-level management.",),
        ),
        (SeniorAcceptance(accepted=True), ("Plan accepted by senior management.",)),
        (
            SeniorAcceptance(accepted=True, conditions="A trial\n\nNo discount"),
            ("Plan accepted by senior management.", "Conditions: A trial; No discount."),
        ),
        (
            SeniorAcceptance(accepted=False, on=date(2025, 9, 14), conditions="Show who decides."),
            ("Sent back on 14 Sep 2025 by senior management.", "Conditions: Show who decides."),
        ),
        (
            SeniorAcceptance(who="M2", accepted=False),
            ("Sent back by Member M2, second-level management.",),
        ),
    ],
)
def test_record_says_what_senior_management_decided(senior, sentences):
    assert read(senior) == sentences


@pytest.mark.parametrize(
    ("sponsor", "sentence"),
    [
        (SponsorPresentation(), None),
        (
            SponsorPresentation(person="P1", planned=date(2027, 1, 14)),
            "To be presented to Marit Haugland on 14 Jan 2027.",
        ),
        (SponsorPresentation(presented=True), "Presented to the sponsor."),
        (
            SponsorPresentation(person="P1", presented=True, outcome="asked for B2 in writing"),
            "Presented to Marit Haugland: asked for B2 in writing",
        ),
    ],
)
def test_record_says_how_far_the_presentation_is(sponsor, sentence):
    assert (*read(sponsor=sponsor), None)[1] == sentence


def test_record_says_who_rolled_the_plan_forward():
    held = Review(date=date(2026, 10, 29), held=True, by=("T1", "T2", "M2"))
    later = Review(date=date(2026, 11, 26))
    assert read(reviews=(held, later))[-1] == (
        "Rolled forward 29 Oct by Member T1, Member T2 and Member M2."
    )


def test_record_of_a_review_by_nobody_known():
    held = Review(date=date(2026, 10, 29), held=True)
    assert read(reviews=(held,))[-1] == "Rolled forward 29 Oct."


def test_record_says_when_a_plan_never_reviewed_was_made():
    made = ShortTermPlan(planned_on=date(2026, 11, 2))
    assert read(short_term_plan=made)[-1] == "Short-term plan made on 2 Nov."
    to_come = ShortTermPlan(planned_on=date(2026, 11, 26))
    assert read(short_term_plan=to_come) == ("Not accepted by senior management yet.",)
