"""The page of acceptance: the way of a plan from the team to the sponsor."""

import re
from datetime import date

import pytest
from django.urls import reverse

from waypost.accounts.policies import MAY, Capability
from waypost.contacts.models import Contact
from waypost.method.acceptance import RULES, Step
from waypost.planning.models import (
    Challenge,
    SeniorAcceptance,
    SponsorPresentation,
)
from waypost.planning.tests.accepting import Team, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november(time_machine):
    time_machine.move_to("2026-11-24T12:00:00Z", tick=False)


@pytest.fixture
def team(db):
    return Team()


@pytest.fixture
def page(client, team):
    def get(role, name="acceptance", *keys, status=200):
        client.force_login(team.users[role])
        found = client.get(reverse(f"planning:{name}", args=[team.account.pk, *keys]))
        assert found.status_code == status
        return words(found)

    return get


@pytest.fixture
def post(client, team):
    def send(role, name, *keys, status=302, **data):
        client.force_login(team.users[role])
        found = client.post(reverse(f"planning:{name}", args=[team.account.pk, *keys]), data)
        assert found.status_code == status, words(found)
        return words(found)

    return send


def test_plan_goes_all_the_way_to_the_sponsor(page, post, team):
    assert "Submit the plan" in page("lead")
    post("lead", "acceptance", words="Two more machines since the last one")
    key = team.round.pk
    found = page("first-line")
    assert "Submitted Lena Lead , 24 Nov account lead" in found.replace("LL ", "")
    assert "Two more machines since the last one" in found
    assert "Challenge the pipeline first" in found
    assert "The plan is with Finn First, who challenges and then confirms it." in found

    refused = post("first-line", "confirmation", key, status=422, answer="confirm")
    assert "Challenge the barriers first: what could stop the team, and what then?" in refused
    for topic in ("pipeline", "environment", "barriers"):
        post("first-line", "challenge", key, topic=topic, text=f"Is the {topic} real?")
    refused = post("first-line", "confirmation", key, status=422, answer="confirm")
    assert "A challenge has no answer yet." in refused
    for one in Challenge.objects.all():
        post("member", "challenge-answer", key, one.pk, version=1, answer="We asked them")
    post("first-line", "confirmation", key, answer="confirm", words="I stand behind it")

    assert "The plan is with Sara Senior, who accepts it or returns it." in page("lead")
    post(
        "senior",
        *("senior-answer", key),
        answer="conditions",
        conditions="The trial is signed\n\nNo price below list",
        due="2026-12-31",
    )
    found = page("lead")
    assert "The plan accepted on 24 Nov is in force, on 2 conditions." in found
    assert "0 of 2 met" in found
    assert "due 31 Dec" in found
    assert "Nothing is different." in found

    post("member", "condition", condition="The trial is signed", proof="The contract of 20 Nov")
    found = page("lead")
    assert "1 of 2 met" in found
    assert "The contract of 20 Nov noted by Mia Member" in found

    post(
        "lead",
        "presentation",
        version=0,
        person="P1",
        planned="2026-11-20",
        presented="on",
        presented_on="2026-11-23",
        outcome="Bring me the hours first",
    )
    found = page("viewer")
    assert "Presented to the sponsor MB Marit Berg , 23 Nov Chief operating officer" in found
    assert "Outcome: Bring me the hours first" in found
    row = SponsorPresentation.objects.get()
    assert (row.person, row.presented) == (Contact.objects.get(ref__code="P1"), True)
    assert SeniorAcceptance.objects.get().conditions == "The trial is signed\nNo price below list"


def test_viewer_and_partner_do_not_read_the_challenges(page, team):
    team.submit()
    team.challenge()
    assert "What of the pipeline?" in page("lead")
    assert "What of the pipeline?" not in page("partner")
    assert "What of the pipeline?" not in page("viewer")


def test_history_tells_of_challenges_to_those_who_read_them(client, team):
    team.submit()
    team.challenge("pipeline")
    history = reverse("accounts:history", args=[team.account.pk])
    for role, reads in (("senior", True), ("lead", True), ("viewer", False), ("partner", False)):
        client.force_login(team.users[role])
        found = words(client.get(history))
        assert "Submitted the plan for acceptance" in found
        assert ("Challenged the plan: What of the pipeline?" in found) is reads
        assert ("Answered a challenge: All is well" in found) is reads


def test_sponsors_are_offered_by_level_and_those_of_unknown_level_last(page, team):
    Contact.objects.filter(ref__code="P1").update(level=1)
    Contact.objects.create(
        account=team.account,
        ref=team.account.refs.create(code="P3", kind="person"),
        name="Ada Lund",
        level=2,
    )
    offered = page("lead").partition("Nobody chosen yet")[2]
    assert re.findall("Marit Berg|Ada Lund|Bo Dahl", offered)[:3] == [
        *("Marit Berg", "Ada Lund", "Bo Dahl")
    ]


def test_presentation_that_somebody_else_noted_is_a_conflict(post, team):
    post("lead", "presentation", version=0, person="P1", planned="2027-01-14")
    post("member", "presentation", version=1, person="P2", planned="2027-01-15")
    data = {"version": 1, "person": "P1", "planned": "2027-01-16"}
    found = post("lead", "presentation", status=409, **data)
    assert "Now Bo Dahl , you typed Marit Berg" in found
    assert SponsorPresentation.objects.get().planned == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"presented": "on", "person": "P1"}, "The plan is not accepted yet."),
        ({"presented": "on"}, "Choose whom the plan was presented to."),
        ({"outcome": "She agrees"}, "Nothing can come of it before it was presented."),
        ({"presented_on": "2026-11-20"}, "Tick this too, or take out the day it was."),
        (
            {"presented": "on", "person": "P1", "presented_on": "2026-12-20"},
            "Enter today or an earlier day.",
        ),
        ({"person": "P9"}, "Choose one of the list."),
        ({"planned": "soon"}, "Enter the date as day, month, year."),
        ({"planned": "2057-01-01"}, "Enter a date up to 2056."),
    ],
)
def test_presentation_that_cannot_be_is_put_right(post, data, sentence):
    assert sentence in post("lead", "presentation", status=422, version=0, **data)
    assert not SponsorPresentation.objects.exists()


def test_roles_are_those_of_the_table_of_roles():
    for capability, step in (
        (Capability.SUBMIT, Step.SUBMIT),
        (Capability.CONFIRM, Step.CONFIRM),
        (Capability.ACCEPT, Step.ACCEPT),
        (Capability.EDIT_PLAN, Step.ASK_FOR_RESOURCE),
    ):
        assert {str(role) for role in RULES[step].by} == {str(role) for role in MAY[capability]}
