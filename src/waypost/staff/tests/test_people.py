"""Changing people, for administrators; and that one of them always remains."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.urls import reverse

from waypost.history.models import ChangeSet
from waypost.staff import queries
from waypost.staff.models import User
from waypost.staff.operations import people
from waypost.staff.tests.facts import facts

pytestmark = pytest.mark.django_db


def without_csrf_token(response):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


def test_person_is_changed_and_recorded(administrator, person):
    change = facts(person, name="Per Strand", manager=administrator, is_administrator=True)
    people.change_person(actor=administrator, user=person, **change)
    person.refresh_from_db()
    assert (person.name, person.manager, person.is_administrator) == (
        "Per Strand",
        administrator,
        True,
    )
    change_set = ChangeSet.objects.get()
    assert (change_set.actor, change_set.what) == (administrator, "Changed Per Strand")
    (row,) = change_set.changes.all()
    assert (row.before["name"], row.after["name"]) == ("Per Lund", "Per Strand")
    assert "password" not in row.before


def test_person_as_own_manager_is_refused(administrator, person):
    with pytest.raises(ValidationError) as refused:
        people.change_person(actor=administrator, user=person, **facts(person, manager=person))
    assert refused.value.messages == ["Choose somebody else: nobody reports to themselves."]


def test_person_under_own_report_is_refused(administrator, person):
    User.objects.filter(pk=administrator.pk).update(manager=person)
    administrator.refresh_from_db()
    with pytest.raises(ValidationError) as refused:
        people.change_person(
            actor=administrator, user=person, **facts(person, manager=administrator)
        )
    assert refused.value.messages == ["Choose somebody else: Ada Brandt reports to Per Lund."]
    assert not ChangeSet.objects.exists()


def test_change_by_somebody_else_is_refused(administrator, person):
    with pytest.raises(PermissionDenied):
        people.change_person(actor=person, user=person, **facts(person, is_administrator=True))
    person.refresh_from_db()
    assert not person.is_administrator


def test_last_administrator_stays_administrator(administrator, person):
    with pytest.raises(PermissionDenied) as refused:
        people.change_person(
            actor=administrator,
            user=administrator,
            **facts(administrator, is_administrator=False),
        )
    assert str(refused.value) == (
        "Ada Brandt is the only administrator. Make somebody else one first."
    )


def test_last_administrator_is_not_deactivated(administrator, person):
    with pytest.raises(PermissionDenied):
        people.deactivate_person(actor=administrator, user=administrator)
    administrator.refresh_from_db()
    assert administrator.is_active


def test_administrator_with_a_deactivated_second_is_the_last(administrator, person):
    people.change_person(actor=administrator, user=person, **facts(person, is_administrator=True))
    people.deactivate_person(actor=administrator, user=person)
    with pytest.raises(PermissionDenied):
        people.deactivate_person(actor=administrator, user=administrator)


def test_administrator_with_a_second_can_leave(administrator, person):
    people.change_person(actor=administrator, user=person, **facts(person, is_administrator=True))
    people.deactivate_person(actor=person, user=administrator)
    administrator.refresh_from_db()
    assert (administrator.is_active, administrator.deactivated_by) == (False, person)


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_deactivate_each_other_do_not_both_leave(administrator):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time, and the tests' one lives in memory")
    other = User.objects.create_user("bo@waypost.example", name="Bo", is_administrator=True)
    together = Barrier(2)

    def deactivate(actor, user):
        together.wait()
        try:
            people.deactivate_person(actor=actor, user=user)
        except PermissionDenied:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor() as threads:
        answers = threads.map(deactivate, (administrator, other), (other, administrator))
    assert sorted(answers) == ["done", "refused"]
    assert queries.active_administrators().count() == 1


def test_reactivated_person_is_active_again(administrator, person):
    people.deactivate_person(actor=administrator, user=person)
    people.reactivate_person(actor=administrator, user=person)
    person.refresh_from_db()
    assert (person.is_active, person.deactivated_by) == (True, None)
    assert [change_set.what for change_set in ChangeSet.objects.order_by("pk")] == [
        "Deactivated Per Lund",
        "Reactivated Per Lund",
    ]


def test_deactivating_twice_is_recorded_once(administrator, person):
    people.deactivate_person(actor=administrator, user=person)
    people.deactivate_person(actor=administrator, user=person)
    assert ChangeSet.objects.count() == 1


def test_person_read_before_deactivation_stays_deactivated(administrator, person):
    before = User.objects.get(pk=person.pk)
    people.deactivate_person(actor=administrator, user=person)
    people.change_own_settings(
        actor=before,
        version=1,
        name="Per Strand",
        initials="PS",
        time_zone="UTC",
        shortcuts=False,
    )
    person.refresh_from_db()
    assert (person.name, person.is_active, person.deactivated_by) == (
        "Per Strand",
        False,
        administrator,
    )
    assert person.sessions_ended_at is not None
    (change,) = ChangeSet.objects.get(what="Changed own settings").changes.all()
    assert change.before["deactivated_at"] == change.after["deactivated_at"] is not None


@pytest.mark.parametrize("operation", ["change", "deactivate", "reactivate"])
def test_person_read_before_a_new_password_keeps_it(administrator, person, operation):
    if operation == "reactivate":
        people.deactivate_person(actor=administrator, user=person)
    before = User.objects.get(pk=person.pk)
    person.set_password("another-long-sentence")
    person.save()
    if operation == "change":
        people.change_person(actor=administrator, user=before, **facts(before, name="Per Strand"))
    elif operation == "deactivate":
        people.deactivate_person(actor=administrator, user=before)
    else:
        people.reactivate_person(actor=administrator, user=before)
    assert User.objects.get(pk=person.pk).check_password("another-long-sentence")


def test_administrator_read_before_they_became_the_last_stays(administrator, person):
    before = User.objects.get(pk=person.pk)
    User.objects.filter(pk=person.pk).update(is_administrator=True)
    User.objects.filter(pk=administrator.pk).update(is_administrator=False)
    with pytest.raises(PermissionDenied):
        people.deactivate_person(actor=None, user=before)


@pytest.mark.parametrize("rows", [1, 3])
def test_user_list_takes_as_many_queries_for_three_as_for_one(
    client, administrator, rows, django_assert_num_queries
):
    for number in range(rows - 1):
        User.objects.create_user(
            f"u{number}@waypost.example", name=f"U {number}", manager=administrator
        )
    client.force_login(administrator)
    with django_assert_num_queries(4):  # session, who asks, people, invitations
        response = client.get(reverse("staff:user-list"))
    assert response.context["people"].count() == rows


def test_user_list_is_for_administrators(client, person):
    client.force_login(person)
    response = client.get(reverse("staff:user-list"))
    assert response.status_code == 403
    assert "Only an administrator can invite people" in response.content.decode()


@pytest.mark.parametrize("name", ["user-detail", "deactivation", "password-link"])
def test_person_existing_or_not_looks_the_same_to_others(client, person, name):
    client.force_login(person)
    method = client.get if name == "user-detail" else client.post
    existing, missing = (
        method(reverse(f"staff:{name}", args=[pk])) for pk in (person.pk, person.pk + 1000)
    )
    assert (existing.status_code, missing.status_code) == (403, 403)
    assert without_csrf_token(existing) == without_csrf_token(missing)


def test_person_missing_is_not_found_for_administrators(client, administrator):
    client.force_login(administrator)
    assert client.get(reverse("staff:user-detail", args=[4711])).status_code == 404


def test_person_page_saves(client, administrator, person):
    client.force_login(administrator)
    data = {
        "version": 1,
        "name": "Per Strand",
        "email": "Strand@waypost.example",
        "manager": administrator.pk,
    }
    response = client.post(reverse("staff:user-detail", args=[person.pk]), data)
    assert response.status_code == 302
    person.refresh_from_db()
    assert (person.name, person.email, person.manager) == (
        "Per Strand",
        "strand@waypost.example",
        administrator,
    )


def test_person_page_names_what_to_put_right(client, administrator, person):
    client.force_login(administrator)
    data = {"version": 1, "name": "", "email": administrator.email, "manager": person.pk}
    response = client.post(reverse("staff:user-detail", args=[person.pk]), data)
    assert response.status_code == 422
    assert response.context["form"].errors == {
        "name": ["This field is required."],
        "email": ["Enter another address: somebody with this one is here already."],
    }


def test_person_page_refuses_a_circle(client, administrator, person):
    client.force_login(administrator)
    data = {"version": 1, "name": person.name, "email": person.email, "manager": person.pk}
    response = client.post(reverse("staff:user-detail", args=[person.pk]), data)
    assert response.status_code == 422
    assert response.context["form"].errors == {
        "manager": ["Choose somebody else: nobody reports to themselves."]
    }


def test_person_page_keeps_a_manager_who_left(client, administrator, person):
    gone = User.objects.create_user("gone@waypost.example", name="Gerd Gone")
    User.objects.filter(pk=person.pk).update(manager=gone)
    people.deactivate_person(actor=administrator, user=gone)
    client.force_login(administrator)
    form = client.get(reverse("staff:user-detail", args=[person.pk])).context["form"]
    assert set(form.fields["manager"].queryset) == {administrator, person, gone}
    assert form.initial["manager"] == gone.pk


def test_own_settings_are_saved(client, person):
    client.force_login(person)
    data = {"version": 1, "name": "Per O. Lund", "initials": "", "time_zone": "Europe/Oslo"}
    assert client.post(reverse("staff:settings"), data).status_code == 302
    person.refresh_from_db()
    assert (person.name, person.initials, person.time_zone) == ("Per O. Lund", "PL", "Europe/Oslo")
    assert ChangeSet.objects.get().what == "Changed own settings"


def test_own_settings_give_no_rights(client, person):
    client.force_login(person)
    data = {
        "version": 1,
        "name": "Per",
        "time_zone": "",
        "is_administrator": "on",
        "manager": person.pk,
    }
    client.post(reverse("staff:settings"), data)
    person.refresh_from_db()
    assert (person.name, person.is_administrator, person.manager) == ("Per", False, None)


def test_own_settings_refuse_an_unknown_zone(client, person):
    client.force_login(person)
    data = {"version": 1, "name": "Per", "time_zone": "Europe/Atlantis"}
    response = client.post(reverse("staff:settings"), data)
    assert response.status_code == 422
    person.refresh_from_db()
    assert person.name == "Per Lund"


def test_times_are_shown_in_the_persons_zone(client, person, administrator, time_machine):
    time_machine.move_to("2026-12-08T23:30:00Z", tick=False)
    User.objects.filter(pk=administrator.pk).update(time_zone="Europe/Oslo")
    client.force_login(administrator)  # their last sign-in is 9 December there
    assert "9 Dec 2026" in client.get(reverse("staff:user-list")).content.decode()


@pytest.mark.parametrize("page", ["user-detail", "settings"])
def test_name_that_can_look_like_another_is_refused(client, administrator, page):
    client.force_login(administrator)
    data = {**facts(administrator, manager=""), "name": "Per\u202e Lund", "time_zone": ""}
    arguments = [administrator.pk] if page == "user-detail" else []
    response = client.post(reverse(f"staff:{page}", args=arguments), data)
    assert response.status_code == 422
    assert response.context["form"].errors["name"] == [
        "Remove the character U+202E: with it a name can look like another."
    ]
    administrator.refresh_from_db()
    assert administrator.name == "Ada Brandt"


def test_name_from_right_to_left_is_saved(client, person):
    client.force_login(person)
    data = {"version": 1, "name": "\u05d3\u05e0\u05d4", "initials": "", "time_zone": ""}
    assert client.post(reverse("staff:settings"), data).status_code == 302
    person.refresh_from_db()
    assert person.name == "\u05d3\u05e0\u05d4"
