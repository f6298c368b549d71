"""Resources: asked for with a reason, granted or refused, and asked for again (SES-8)."""

import pytest
from django.urls import reverse

from waypost.history.models import ChangeSet
from waypost.planning.models import ResourceRequest
from waypost.planning.tests.accepting import Team, words
from waypost.plans.models import Objective

pytestmark = pytest.mark.django_db
ASKED = {
    "what": "A monitoring engineer, 40 hours",
    "kind": "internal",
    "why": "Without one nobody counts the stops",
    "objective": "B1",
}


@pytest.fixture
def team(db, time_machine):
    time_machine.move_to("2026-11-24T12:00:00Z", tick=False)
    made = Team()
    ResourceRequest.objects.all().delete()
    return made


@pytest.fixture
def send(client, team):
    def post(role, name, *keys, **data):
        client.force_login(team.users[role])
        return client.post(reverse(f"planning:{name}", args=[team.account.pk, *keys]), data)

    return post


@pytest.fixture
def page(client, team):
    def get(role, name="planning:resources", *keys):
        client.force_login(team.users[role])
        return words(client.get(reverse(name, args=[team.account.pk, *keys])))

    return get


def undone(client, team, role="lead", **data):
    change = ChangeSet.objects.latest("pk")
    client.force_login(team.users[role])
    return client.post(reverse("accounts:undo", args=[team.account.pk, change.pk]), data)


def test_resource_is_asked_for_refused_and_asked_for_again(client, page, send, team):
    assert "What would make an objective realistic that is not yet?" in page("lead")
    assert send("member", "resources", **ASKED).status_code == 302
    assert "Internal asked by Mia Member, 24 Nov B1, Five machines run" in page("viewer")
    row = ResourceRequest.objects.get()
    refused = {"version": 1, "decision": "refuse", "answer": "There is nobody before May"}
    assert send("senior", "resource-answer", row.pk, **refused).status_code == 302
    found = page("lead")
    assert "There is nobody before May Sara Senior, 24 Nov" in found
    assert "Is B1 still realistic without it?" in found
    objective = page("partner", "plans:objective", "B1")
    assert "Is this still realistic? It has to do without what was refused:" in objective
    assert "A monitoring engineer, 40 hours : There is nobody before May" in objective
    again = {**ASKED, "version": 2, "why": "From May on will do"}
    assert send("lead", "resource", row.pk, **again).status_code == 302
    row.refresh_from_db()
    assert (row.status, row.answer, row.answered_by) == ("asked", "", None)
    assert "still realistic" not in page("lead", "plans:objective", "B1")
    granted = {"version": 3, "decision": "grant"}
    assert send("first-line", "resource-answer", row.pk, **granted).status_code == 302
    kept = send("lead", "resource", row.pk, **again)
    assert kept.status_code == 422
    assert "This was granted as it stands. Ask for something else instead." in words(kept)


@pytest.mark.parametrize("missing", ["what", "kind", "why", "objective"])
def test_everything_about_it_is_asked_for(send, missing):
    refused = send("lead", "resources", **{**ASKED, missing: ""})
    assert refused.status_code == 422
    kept = "objective" if missing == "what" else "what"
    assert ASKED[kept].encode() in refused.content
    assert not ResourceRequest.objects.exists()


def test_plan_without_objectives_can_ask_too(send):
    Objective.objects.all().delete()
    assert send("lead", "resources", **{**ASKED, "objective": ""}).status_code == 302
    assert ResourceRequest.objects.get().objective is None


def test_refusal_without_a_reason_is_put_right_at_the_field(send, team):
    row = ResourceRequest.objects.create(account=team.account, what="An engineer")
    refused = send("senior", "resource-answer", row.pk, version=1, decision="refuse")
    assert refused.status_code == 422
    assert "Say why: the team works on with it." in words(refused)
    assert send("senior", "resource-answer", row.pk, version=1).status_code == 422


def test_answer_to_other_words_is_a_conflict(send, team):
    row = ResourceRequest.objects.create(account=team.account, what="An engineer", version=2)
    found = send("senior", "resource-answer", row.pk, version=1, decision="grant", answer="Yes")
    assert found.status_code == 409
    row.refresh_from_db()
    assert row.status == ""


def test_answer_sent_twice_is_given_once(send, team):
    row = ResourceRequest.objects.create(account=team.account, what="An engineer")
    for _click in range(2):
        sent = send("senior", "resource-answer", row.pk, version=1, decision="grant", answer="Yes")
        assert sent.status_code == 302
    assert ChangeSet.objects.filter(what__startswith="Granted").count() == 1


def test_request_is_undone_as_long_as_nobody_has_answered(client, send, team):
    send("lead", "resources", **ASKED)
    row = ResourceRequest.objects.get()
    send("lead", "resource", row.pk, **{**ASKED, "version": 1, "what": "Two engineers"})
    assert undone(client, team).status_code == 302
    row.refresh_from_db()
    assert row.what == ASKED["what"]
    send("lead", "resource", row.pk, **{**ASKED, "version": row.version, "what": "Two engineers"})
    worded = ChangeSet.objects.latest("pk")
    row.refresh_from_db()
    send("senior", "resource-answer", row.pk, version=row.version, decision="grant")
    assert undone(client, team).status_code == 403  # the answer
    address = reverse("accounts:undo", args=[team.account.pk, worded.pk])
    assert client.post(address, {"anyway": "on"}).status_code == 403  # the words under it


def test_request_taken_out_comes_back(client, send, team):
    send("lead", "resources", **ASKED)
    row = ResourceRequest.objects.get()
    assert send("lead", "resource-removal", row.pk).status_code == 302
    assert not ResourceRequest.objects.exists()
    assert undone(client, team).status_code == 302
    assert ResourceRequest.objects.get().what == ASKED["what"]
    assert send("lead", "resource-removal", 987_654).status_code == 404


@pytest.mark.parametrize("count", [3, 300])
def test_pages_take_a_constant_number_of_queries(client, team, count, django_assert_num_queries):
    ResourceRequest.objects.bulk_create(
        ResourceRequest(account=team.account, what=f"Engineer {n}") for n in range(count)
    )
    for _n in range(1 + count // 10):
        team.account.submissions.create(state="returned").steps.create(step="submit")
    client.force_login(team.users["lead"])
    with django_assert_num_queries(6):
        client.get(reverse("planning:resources", args=[team.account.pk]))
    with django_assert_num_queries(15):
        client.get(reverse("planning:acceptance", args=[team.account.pk]))
