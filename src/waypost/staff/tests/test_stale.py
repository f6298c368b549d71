"""R3: who saves a person that somebody else saved meanwhile is told, and keeps what they typed."""

import pytest
from django.urls import reverse

from waypost.history.models import ChangeSet
from waypost.staff.models import User
from waypost.staff.operations import people
from waypost.staff.tests.facts import facts

pytestmark = pytest.mark.django_db


def test_stale_save_of_a_person_keeps_what_was_typed(client, administrator, person):
    other = User.objects.create_user("bo@waypost.example", name="Bo Ek", is_administrator=True)
    page = reverse("staff:user-detail", args=[person.pk])
    client.force_login(administrator)
    version = client.get(page).context["form"]["version"].value()
    people.change_person(actor=other, user=person, **facts(person, name="Per Berg", manager=other))
    data = {"version": version, "name": "Per Strand", "email": person.email, "manager": ""}

    stale = client.post(page, data)

    assert stale.status_code == 409
    text = stale.content.decode()
    assert "Bo Ek has changed this since you opened it" in text
    assert [(d.label, d.saved, d.typed) for d in stale.context["form"].differences] == [
        ("Name", "Per Berg", "Per Strand"),
        ("Reports to", "Bo Ek", "Nobody"),
    ]
    person.refresh_from_db()
    assert (person.name, person.manager, person.version) == ("Per Berg", other, 2)

    again = {**data, "version": stale.context["form"]["version"].value()}
    assert client.post(page, again).status_code == 302
    person.refresh_from_db()
    assert (person.name, person.manager, person.version) == ("Per Strand", None, 3)


def test_stale_save_of_rights_says_them_in_words(client, administrator, person):
    people.change_person(actor=None, user=person, **facts(person, is_administrator=True))
    client.force_login(administrator)
    data = {"version": 1, "name": person.name, "email": person.email}
    stale = client.post(reverse("staff:user-detail", args=[person.pk]), data)
    (difference,) = stale.context["form"].differences
    assert (difference.saved, difference.typed) == ("Yes", "No")


def test_stale_save_of_own_settings_keeps_what_was_typed(client, administrator, person):
    people.change_person(actor=administrator, user=person, **facts(person, name="Per Berg"))
    client.force_login(person)
    data = {"version": 1, "name": "Per O. Lund", "initials": "PL", "time_zone": ""}
    stale = client.post(reverse("staff:settings"), data)
    assert stale.status_code == 409
    assert "Ada Brandt has changed this since you opened it" in stale.content.decode()
    assert 'value="Per O. Lund"' in stale.content.decode()
    person.refresh_from_db()
    assert person.name == "Per Berg"


def test_saving_what_stands_there_writes_nothing(administrator, person):
    people.change_person(actor=administrator, user=person, **facts(person) | {"version": 0})
    assert not ChangeSet.objects.exists()


def test_deactivation_makes_no_open_form_stale(administrator, person):
    open_form = facts(person, name="Per Strand")
    people.deactivate_person(actor=administrator, user=person)
    people.change_person(actor=administrator, user=person, **open_form)
    person.refresh_from_db()
    assert (person.name, person.is_active) == ("Per Strand", False)
