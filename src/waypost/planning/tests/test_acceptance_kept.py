"""What was accepted stays as it was, what no plan file says outlives one, names can be erased."""

import dataclasses
import json

import pytest
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from waypost import planfile
from waypost.accounts.operations import undo
from waypost.contacts.models import Contact
from waypost.contacts.operations.erasing import ERASED, erase_contact
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan
from waypost.document.tests.test_round_trip import put_in_place
from waypost.health.models import Finding
from waypost.history.models import ChangeSet
from waypost.history.undo import UndoError
from waypost.method.acceptance import State
from waypost.method.reviews import rolling
from waypost.planning.models import (
    AcceptanceCondition,
    Challenge,
    ResourceRequest,
    SeniorAcceptance,
    SponsorPresentation,
    Submission,
    SubmissionStep,
)
from waypost.planning.operations import acceptance, resources
from waypost.planning.operations.acceptance_terms import note_presentation, show_condition_met
from waypost.planning.operations.reviews import finish_review, start_review, take_back_review
from waypost.planning.queries.acceptance_standing import way_of
from waypost.planning.tests.accepting import PLAN, Team, words
from waypost.planning.tests.stored import under_way
from waypost.plans.models import Objective
from waypost.plans.operations.objectives import change_objective, remove_objective

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(db):
    return Team()


def present(team, **values):
    facts = {
        "person": Contact.objects.get(account=team.account, ref__code="P1"),
        "planned": None,
        "presented": True,
        "presented_on": None,
        "outcome": "Marit wants the hours first",
    }
    return note_presentation(access=team.access("lead"), version=0, **{**facts, **values})


def test_nothing_that_is_done_to_the_plan_changes_what_was_accepted(team):
    row = team.accept("The trial is signed")
    kept = Snapshot.objects.values().get(submission=row)
    lead = team.access("lead")
    goal = Objective.objects.get(ref__code="B1")
    change_objective(access=lead, objective=goal, version=1, text="Six machines", target=6)
    show_condition_met(access=lead, condition="The trial is signed", proof="The contract")
    present(team)
    review = start_review(access=lead).row
    coming = rolling(load(team.account.pk), timezone.localdate()).coming
    finish_review(access=lead, review=review, coming=coming, anyway=True)
    review.refresh_from_db()
    take_back_review(access=lead, review=review)
    assert under_way(team.account) == review
    for one in ChangeSet.objects.filter(account=team.account, is_final=False).order_by("-pk"):
        try:
            undo(access=lead, change_set=one, anyway=True)
        except UndoError:
            continue
    team.reach(State.RETURNED)
    acceptance.take_acceptance_back(access=team.access("senior"), words="The money is gone")
    remove_objective(access=lead, objective=Objective.objects.get(ref__code="B1"))
    put_in_place(load(team.account.pk), team.account)
    assert Snapshot.objects.values().get(submission=row) == kept
    assert frozen_plan(Snapshot.objects.get(submission=row)).objectives.business[0].id == "B1"


def test_what_changed_is_told_on_the_page_and_on_the_one_page_plan(client, team):
    team.accept()
    client.force_login(team.users["viewer"])
    plan = reverse("plans:one-page", args=[team.account.pk])
    assert "Different since it was accepted" not in words(client.get(plan))
    goal = Objective.objects.get(ref__code="B1")
    lead = team.access("lead")
    change_objective(access=lead, objective=goal, version=1, target=6)
    sentence = "The target is now 6; it was 5."
    found = words(client.get(plan))
    assert "1 part, 1 needs acceptance again" in found
    assert sentence in found
    found = words(client.get(reverse("planning:acceptance", args=[team.account.pk])))
    assert "Since then 1 part has changed; 1 of them needs acceptance again." in found
    assert sentence in found
    key = Snapshot.objects.get(submission=team.round).pk
    file = client.get(reverse("planning:kept-file", args=[team.account.pk, key]))
    assert planfile.read(file.content).objectives.business[0].target == 5


def test_plan_as_accepted_reads_as_it_stood_as_far_as_one_may_see_it(client):
    team = Team(PLAN.replace("target: 5,", "target: 5, condition: the margin stays above 30,"))
    team.accept("The trial is signed")
    goal = Objective.objects.get(ref__code="B1")
    lead = team.access("lead")
    change_objective(access=lead, objective=goal, version=1, text="Six machines run")
    remove_objective(access=lead, objective=Objective.objects.get(ref__code="B1"))
    key = Snapshot.objects.get(submission=team.round).pk
    place = reverse("planning:kept", args=[team.account.pk, key])
    found = {}
    for role in ("lead", "viewer"):
        client.force_login(team.users[role])
        response = client.get(place)
        found[role] = words(response)
        assert reverse("plans:objective", args=[team.account.pk, "B1"]) not in str(response.content)
    assert "Plan as accepted Submitted by Lena Lead on" in found["lead"]
    assert "Accepted on conditions by Sara Senior on" in found["lead"]
    assert "It cannot change." in found["viewer"]
    assert "B1 Five machines run on our bearings" in found["viewer"]
    assert "The trial is signed set by Sara Senior" in found["viewer"]
    assert "It is no longer in the plan." in found["viewer"]
    assert "the margin stays above 30" in found["lead"]
    assert "the margin stays above 30" not in found["viewer"]
    taken = acceptance.take_acceptance_back(access=team.access("senior"), words="No money")
    assert taken.change_set is not None
    assert "Acceptance taken back by Sara Senior on" in words(client.get(place))
    assert "Plan as submitted on" in words(client.get(place))


def test_erasure_reaches_every_text_of_the_acceptance_and_what_was_kept(team):
    team.submit("Marit Berg has read it")
    team.challenge("pipeline")
    acceptance.send_back(
        access=team.access("first-line"), submission=team.round, words="Ask Marit Berg first"
    )
    team.accept("Marit Berg signs the trial")
    lead = team.access("lead")
    show_condition_met(
        access=lead, condition="Marit Berg signs the trial", proof="Marit Berg signed it"
    )
    present(team)
    row = ResourceRequest.objects.get()
    resources.answer_request(
        access=team.access("senior"), request=row, version=1, granted=False, answer="Ask Marit Berg"
    )
    marit = Contact.objects.get(ref__code="P1")
    erase_contact(access=lead, contact=marit, version=marit.version)
    tables: tuple[type[Model], ...] = (
        *(Submission, SubmissionStep, Challenge, AcceptanceCondition, SeniorAcceptance),
        *(SponsorPresentation, ResourceRequest, Snapshot, ChangeSet),
    )
    stored = [list(model._default_manager.values()) for model in tables]
    text = json.dumps(stored, default=str)
    assert "Marit" not in text
    assert f"{ERASED} signs the trial" in text
    assert way_of(team.account).standing.state is State.CONDITIONAL
    found = Snapshot.objects.filter(submission=team.round).get()
    assert frozen_plan(found).people[0].name == ERASED


def test_plan_put_in_place_keeps_its_rounds_and_who_asked_for_what(team):
    row = team.accept()
    present(team)
    goal = Objective.objects.get(ref__code="B1")
    asked = resources.ask_for_resource(
        access=team.access("lead"), what="An engineer", kind="internal", why="B1", objective=goal
    ).row
    resources.answer_request(
        access=team.access("senior"), request=asked, version=1, granted=False, answer="No money"
    )
    plan = load(team.account.pk)
    put_in_place(plan, team.account)
    assert load(team.account.pk) == plan
    assert SeniorAcceptance.objects.get().submission == row
    assert SponsorPresentation.objects.get().presented_on is not None
    again = ResourceRequest.objects.filter(what="An engineer", objective__ref__code="B1")
    assert again.get().answer == "No money"
    assert way_of(team.account).accepted == row
    # A file that says otherwise is another acceptance.
    other = dataclasses.replace(plan.acceptance, senior=None)
    put_in_place(dataclasses.replace(plan, acceptance=other), team.account)
    assert way_of(team.account).standing.state is State.DRAFT
    assert Submission.objects.count() == 1


FROM_FILE = """
acceptance:
  senior: {who: M2, accepted: true, on: 2026-11-12, conditions: "No price below list\\nA trial"}
  sponsor: {person: P1, presented: false, planned: 2027-01-14}
"""


def test_acceptance_from_a_plan_file_is_in_force_and_its_conditions_can_be_met(client, db):
    team = Team(PLAN + FROM_FILE)
    client.force_login(team.users["lead"])
    address = reverse("planning:acceptance", args=[team.account.pk])
    found = words(client.get(address))
    assert "The plan accepted on 12 Nov is in force, on 2 conditions." in found
    assert "It came accepted with a plan file." in found
    assert "Marit Berg , planned for 14 Jan 2027" in found
    assert "What was accepted is not kept" in found
    show_condition_met(access=team.access("lead"), condition="A trial", proof="Signed")
    assert "1 of 2 met" in words(client.get(address))
    put_in_place(load(team.account.pk), team.account)
    assert "1 of 2 met" in words(client.get(address))


def rules(account, *numbers):
    found = Finding.objects.filter(account=account, dismissed=False, rule__in=numbers)
    return sorted(found.values_list("rule", "at", "subject"))


def test_findings_about_acceptance_and_resources_are_settled_on_these_pages(client, db):
    unjustified = PLAN.replace("why: B1 needs them, ", "") + FROM_FILE
    team = Team(unjustified)
    assert rules(team.account, "SES-7", "SES-8") == [
        ("SES-7", "sponsor", ""),
        ("SES-8", "resources_requested[0]", ""),
    ]
    client.force_login(team.users["lead"])
    health = client.get(reverse("health:health", args=[team.account.pk])).content.decode()
    for name in ("acceptance", "resources"):
        assert f'href="{reverse(f"planning:{name}", args=[team.account.pk])}"' in health
    row = ResourceRequest.objects.get()
    data = {"version": 1, "what": row.what, "kind": "internal", "objective": "B1"}
    address = reverse("planning:resource", args=[team.account.pk, row.pk])
    assert client.post(address, data).status_code == 422
    assert client.post(address, {**data, "why": "To count the stops"}).status_code == 302
    assert rules(team.account, "SES-8") == []
    sent = client.post(
        reverse("planning:presentation", args=[team.account.pk]),
        {"version": 1, "person": "P1", "planned": "2027-01-14", "presented": "on"},
    )
    assert sent.status_code == 302
    assert rules(team.account, "SES-7") == [("SES-7", "sponsor", "outcome")]
    client.post(
        reverse("planning:presentation", args=[team.account.pk]),
        {"version": 2, "person": "P1", "presented": "on", "outcome": "She opens the door"},
    )
    assert rules(team.account, "SES-7") == []
