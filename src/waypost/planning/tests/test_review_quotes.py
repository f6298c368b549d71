"""What contacts said for no sentence yet becomes evidence in the review (OBJ-2)."""

from datetime import date

import pytest
from django.urls import reverse

from waypost.contacts.models import Contact, Said
from waypost.history.models import ChangeSet
from waypost.planning.tests.accepting import words

pytestmark = pytest.mark.django_db


def test_what_was_said_is_evidence_for_a_sentence_in_one_step(client, owner, review, account):
    client.force_login(owner)
    place = reverse("planning:review", args=[account.pk, review.pk])
    person = Contact.objects.select_related("ref").get(account=account)
    said = Said.objects.create(person=person.ref, text="You asked first", on=date(2026, 11, 18))
    assert f"You asked first {person.name}, 18 Nov" in words(client.get(place))
    address = reverse("contacts:evidence", args=[account.pk, person.ref.code, said.pk])
    back = f"{place}#sentences"
    assert client.post(address, {"objective": "B1", "next": back}).status_code == 422
    taken = client.post(address, {"objective": "R1", "next": back})
    assert (taken.status_code, taken.url) == (302, back)
    assert not Said.objects.exists()
    assert f"Heard: You asked first {person.name}, 18 Nov" in words(client.get(place))
    done = ChangeSet.objects.latest("pk")
    client.post(reverse("accounts:undo", args=[account.pk, done.pk]))
    assert Said.objects.get().text == "You asked first"
    objective = client.get(reverse("plans:objective", args=[account.pk, "R1"])).content.decode()
    assert "Take it as evidence" in objective
    assert f"{person.name}, 18 Nov" in objective
