"""Passwords: which are refused, and the links that let somebody choose a new one."""

from datetime import timedelta
from threading import enumerate as threads

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core import mail as sent
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from waypost.history.models import ChangeSet
from waypost.staff.models import User
from waypost.staff.operations import passwords, people
from waypost.staff.operations.mail import THREAD_NAME

pytestmark = pytest.mark.django_db
NEW = "forty-two-green-signs"


def outbox():
    """The mails sent so far: they go out beside the answer."""
    for thread in threads():
        if thread.name == THREAD_NAME:
            thread.join()
    return sent.outbox


def choose_by(client, address, password=NEW):
    """Open a link and send the form that it leads to."""
    opened = client.get(address.removeprefix("http://localhost:8000"))
    return client.post(opened.url, {"password1": password}) if opened.status_code == 302 else opened


def ask_for_link(client, email):
    client.post(reverse("account_reset_password"), {"email": email})
    (mail,) = outbox()
    (address,) = [line for line in mail.body.splitlines() if line.startswith("http")]
    return address


@pytest.mark.parametrize(
    "password",
    [
        "eleven-long",
        "qwerty123456",
        "Password1234",
        "!!!Summer2024",
        "dragondragon",
        "dragon dragon 1",
        "aaaaaaaaaaaa",
        "918273645546372819",
        "Marta Lindqvist",
        "marta@waypost.example",
    ],
)
def test_password_weak_is_refused(password):
    user = User(name="Marta Lindqvist", email="marta@waypost.example")
    with pytest.raises(ValidationError):
        validate_password(password, user)


@pytest.mark.parametrize(
    "password", [NEW, "Åse spiser tolv vafler", "x7!Qp2#Lm9$z", "🌲🌲🌳🌲🌳🌳🌲🌳🌲🌲🌳🌳"]
)
def test_password_long_and_rare_is_accepted(password):
    validate_password(password, User(name="Marta Lindqvist", email="marta@waypost.example"))


def test_link_of_an_administrator_changes_the_password_once(client, administrator, person):
    client.force_login(administrator)
    response = client.post(reverse("staff:password-link", args=[person.pk]))
    address = response.context["address"]
    client.logout()
    assert choose_by(client, address).url == "/sign-in/"
    person.refresh_from_db()
    assert person.check_password(NEW)
    again = choose_by(client, address, "another-green-sign")
    assert "can no longer be used" in again.content.decode()
    person.refresh_from_db()
    assert person.check_password(NEW)


def test_link_of_an_administrator_is_recorded_without_it(administrator, person):
    address = passwords.make_password_link(actor=administrator, user=person)
    change_set = ChangeSet.objects.get()
    assert change_set.what == "Made a password link for Per Lund"
    assert address.rpartition("-")[2] not in str(list(change_set.changes.values()))


def test_link_by_somebody_else_is_refused(person):
    with pytest.raises(PermissionDenied):
        passwords.make_password_link(actor=person, user=person)


def test_link_for_somebody_deactivated_is_refused(administrator, person):
    people.deactivate_person(actor=administrator, user=person)
    with pytest.raises(PermissionDenied):
        passwords.make_password_link(actor=administrator, user=person)


@pytest.mark.parametrize("back_again", [False, True])
def test_link_ends_with_deactivation(client, administrator, person, back_again):
    address = passwords.make_password_link(actor=administrator, user=person)
    people.deactivate_person(actor=administrator, user=person)
    if back_again:
        people.reactivate_person(actor=administrator, user=person)
    assert "can no longer be used" in choose_by(client, address).content.decode()


def test_link_ends_after_a_day(client, administrator, person, time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z")
    address = passwords.make_password_link(actor=administrator, user=person)
    time_machine.shift(timedelta(hours=24, seconds=1))
    assert "can no longer be used" in choose_by(client, address).content.decode()


def test_link_form_refuses_a_weak_password(client, administrator, person):
    address = passwords.make_password_link(actor=administrator, user=person)
    response = choose_by(client, address, "short")
    assert response.context["form"].errors == {
        "password1": ["This password is too short. It must contain at least 12 characters."]
    }


def test_forgotten_password_is_chosen_by_mail(client, person, settings):
    settings.MAIL_IS_SENT = True
    address = ask_for_link(client, "PER@waypost.example")
    assert address.startswith("http://localhost:8000/password/reset/")
    assert choose_by(client, address).url == "/sign-in/"
    person.refresh_from_db()
    assert person.check_password(NEW)


def test_forgotten_password_link_never_takes_the_name_of_the_request(client, person, settings):
    settings.MAIL_IS_SENT = True
    settings.ALLOWED_HOSTS = ["*"]
    client.post(
        reverse("account_reset_password"), {"email": person.email}, headers={"host": "evil.example"}
    )
    (mail,) = outbox()
    assert "evil.example" not in mail.body


def test_forgotten_password_of_somebody_deactivated_sends_nothing(
    client, administrator, person, settings
):
    settings.MAIL_IS_SENT = True
    people.deactivate_person(actor=administrator, user=person)
    client.post(reverse("account_reset_password"), {"email": person.email})
    assert outbox() == []


def test_forgotten_password_without_mail_leads_to_an_administrator(client, person):
    page = client.get(reverse("account_reset_password")).content.decode()
    assert "Ask an administrator for a link" in page


def test_password_changed_by_oneself(client, person):
    client.force_login(person)
    data = {"oldpassword": "a-long-sentence-of-per", "password1": NEW}
    assert client.post(reverse("account_change_password"), data).url == "/staff/settings/"
    person.refresh_from_db()
    assert person.check_password(NEW)


def test_password_change_needs_the_old_one(client, person):
    client.force_login(person)
    data = {"oldpassword": "a-long-sentence-of-tom", "password1": NEW}
    response = client.post(reverse("account_change_password"), data)
    assert response.context["form"].errors == {
        "oldpassword": ["Enter the password you sign in with now."]
    }
    person.refresh_from_db()
    assert person.check_password("a-long-sentence-of-per")
