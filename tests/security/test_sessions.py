"""S13: a session begins anew at sign-in and ends with sign-out, a new password, deactivation."""

import pytest
from django.test import Client
from django.urls import reverse

from waypost.staff.operations import passwords, people

pytestmark = pytest.mark.django_db
SETTINGS = "/staff/settings/"
NEW = "twenty-four-blue-ferries"


@pytest.fixture
def devices(victim, sign_in):
    """Two browsers in which the same person is signed in."""
    found = Client(), Client()
    for device in found:
        sign_in(device, victim.email)
    return found


def is_signed_in(client):
    return client.get(SETTINGS).status_code == 200


def test_session_is_a_new_one_at_sign_in(client, victim, sign_in):
    session = client.session
    session["planted"] = "by a stranger"
    session.save()
    client.cookies["waypost_session"] = session.session_key
    sign_in(client, victim.email)
    assert client.cookies["waypost_session"].value != session.session_key
    stranger = Client()
    stranger.cookies["waypost_session"] = session.session_key
    assert not is_signed_in(stranger)


def test_session_of_somebody_else_does_not_become_ours(client, victim, administrator, sign_in):
    sign_in(client, administrator.email)
    session = client.session
    session["theirs"] = "a note"
    session.save()
    client.post(reverse("account_logout"))
    sign_in(client, victim.email)
    assert "theirs" not in client.session


def test_sign_out_ends_the_session(devices):
    one, other = devices
    key = one.cookies["waypost_session"].value
    one.post(reverse("account_logout"))
    one.cookies["waypost_session"] = key
    assert not is_signed_in(one)
    assert is_signed_in(other)


def test_password_change_ends_the_other_sessions(devices, victim):
    one, other = devices
    data = {"oldpassword": "forty-two-green-signs", "password1": NEW}
    one.post(reverse("account_change_password"), data)
    assert is_signed_in(one)
    assert not is_signed_in(other)


def test_password_reset_ends_every_session(devices, victim, administrator):
    # A link is good for the sign-in it was made after, not for a later one.
    victim.refresh_from_db()
    address = passwords.make_password_link(actor=administrator, user=victim)
    stranger = Client()
    path = address.removeprefix("http://localhost:8000")
    form = stranger.get(path, follow=True)
    stranger.post(form.request["PATH_INFO"], {"password1": NEW})
    assert not any(is_signed_in(device) for device in (*devices, stranger))


@pytest.mark.parametrize("back_again", [False, True])
def test_deactivation_ends_every_session_for_good(devices, victim, administrator, back_again):
    people.deactivate_person(actor=administrator, user=victim)
    if back_again:
        people.reactivate_person(actor=administrator, user=victim)
    assert not any(is_signed_in(device) for device in devices)


def test_deactivated_person_cannot_sign_in(client, victim, administrator, sign_in):
    people.deactivate_person(actor=administrator, user=victim)
    assert sign_in(client, victim.email).status_code == 200
    assert not is_signed_in(client)


def test_session_lasts_fourteen_days_where_asked(client, victim):
    data = {"login": victim.email, "password": "forty-two-green-signs", "remember": "on"}
    client.post(reverse("account_login"), data)
    assert client.cookies["waypost_session"]["max-age"] == 14 * 24 * 3600


def test_session_ends_with_the_browser_otherwise(client, victim, sign_in):
    sign_in(client, victim.email)
    assert client.cookies["waypost_session"]["max-age"] == ""


def test_session_is_not_written_by_looking_at_a_page(client, victim, sign_in):
    sign_in(client, victim.email)
    assert "waypost_session" not in client.get(SETTINGS).cookies
