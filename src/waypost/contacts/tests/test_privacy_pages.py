"""What is stored about a person: why, where from, and all of it in a file."""

from datetime import date

import pytest
from django.urls import reverse

from waypost.contacts.models import Contact, PrivateNote, Said
from waypost.contacts.operations.contacts import change_contact
from waypost.document.models import Snapshot
from waypost.document.snapshots import take_snapshot

pytestmark = pytest.mark.django_db


def at(account, name="privacy", code="P1"):
    return reverse(f"contacts:{name}", args=[account.pk, code])


def eva(account):
    return Contact.objects.get(account=account, ref__code="P1")


def test_purpose_and_source_are_kept(client, owner, account):
    client.force_login(owner)
    assert at(account) in client.get(at(account, "person")).content.decode()
    assert at(account, "personal-data") in client.get(at(account)).content.decode()
    data = {"version": 1, "purpose": "The frame contract", "origin": "Met in May"}
    assert client.post(at(account), data).status_code == 302
    assert (eva(account).purpose, eva(account).origin) == ("The frame contract", "Met in May")
    answer = client.post(at(account), {**data, "purpose": "Another"})
    assert answer.status_code == 409
    assert "Another" in answer.content.decode()
    assert client.post(at(account), {**data, "purpose": "x" * 201}).status_code == 422


def test_file_has_everything_that_is_stored_about_the_person(client, owner, account, access):
    PrivateNote.objects.create(person=eva(account).ref, text="Likes to sail", on=date(2026, 11, 4))
    Said.objects.create(person=eva(account).ref, text="Thursday it is")
    take_snapshot(account, Snapshot.Occasion.REVIEW, taken_by=None)
    change_contact(access=access, contact=eva(account), version=1, title="Chief")
    merged = account.refs.create(code="P8", kind="person", retired_at=account.created_at)
    Contact.objects.create(
        account=account, ref=merged, name="E. Lund", needs="Calm", merged_into=eva(account)
    )
    client.force_login(owner)
    answer = client.get(at(account, "personal-data"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="P1.json"'
    found = answer.json()
    assert (found["id"], found["name"]) == ("P1", "Eva Lund")
    stored = found["stored"]
    assert [row["name"] for row in stored["contacts.contact"]] == ["Eva Lund", "E. Lund"]
    assert stored["contacts.contact"][1]["needs"] == "Calm"
    assert len(stored["contacts.acquaintance"]) == 2
    assert [row["role"] for row in stored["contacts.buyingrole"]] == ["economic"]
    assert [row["text"] for row in stored["contacts.privatenote"]] == ["Likes to sail"]
    assert [row["text"] for row in stored["contacts.said"]] == ["Thursday it is"]
    assert [row["text"] for row in stored["plans.heard"]] == ["You were early"]
    assert [row["what"] for row in stored["plans.action"]] == ["Send the figures"]
    assert found["history"][-1]["what"]
    titles = [one["before"]["title"] for one in found["history"] if one["before"]]
    assert "CFO" in titles
    assert [one["text"] for one in found["named_in"] if one["table"] == "plans.action"] == [
        "Ask E. Lund about the budget"
    ]
    (snapshot,) = found["snapshots"]
    assert "Eva Lund" in [one.get("name") for one in snapshot["held"]]
    assert "Jonas Ek" not in [row["name"] for row in stored["contacts.contact"]]


@pytest.mark.parametrize("name", ["privacy", "personal-data"])
def test_it_is_for_the_lead_and_the_members_alone(
    client, account, teammate, manager, viewer, outsider, name
):
    expected = {teammate: 200, manager: 403, viewer: 403, outsider: 404}
    for user, status in expected.items():
        client.force_login(user)
        assert client.get(at(account, name)).status_code == status
    client.force_login(viewer)
    assert at(account) not in client.get(at(account, "person")).content.decode()


def test_who_left_long_ago_is_asked_about(client, owner, account):
    client.force_login(owner)
    people = reverse("contacts:people", args=[account.pk])
    views = {view.label: view for view in client.get(people).context["page"].views}
    assert "To be erased?" not in views
    left = Contact.objects.filter(account=account, ref__code__in=("P1", "P3", "P4"))
    left.update(left_company=True, last_contact=date(2024, 11, 23))
    Contact.objects.filter(ref__code="P3").update(last_contact=None)
    Contact.objects.filter(ref__code="P4").update(last_contact=date(2024, 11, 24))
    page = client.get(people, {"who": "to-erase"}).context["page"]
    assert [row.name for row in page.rows.object_list] == ["Bo Dahl", "Eva Lund"]
    assert {view.label: view.count for view in page.views}["To be erased?"] == "2"
