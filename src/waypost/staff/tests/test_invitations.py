"""Invitations: one link, one week, one person."""

from datetime import timedelta
from threading import enumerate as threads

import pytest
from django.core import mail as sent
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from waypost.staff.models import Invitation, User
from waypost.staff.operations import invitations
from waypost.staff.operations.mail import THREAD_NAME

pytestmark = pytest.mark.django_db
PASSWORD = "forty-two-green-signs"


def invite(actor, **changes):
    details = {
        "name": "Nora Vik",
        "email": "Nora@waypost.example",
        "manager": actor,
        "is_administrator": False,
    }
    return invitations.invite_person(actor=actor, **details | changes)


def path_of(address):
    return address.removeprefix("http://localhost:8000")


def accept(client, address, **changes):
    """Open the link and send the form that it leads to."""
    opened = client.get(path_of(address))
    data = {"name": "Nora Vik", "password": PASSWORD, **changes}
    return client.post(opened.url, data) if opened.status_code == 302 else opened


def outbox():
    """The mails sent so far: they go out beside the answer."""
    for thread in threads():
        if thread.name == THREAD_NAME:
            thread.join()
    return sent.outbox


def test_invitation_is_kept_without_its_secret(administrator):
    address = invite(administrator)
    invitation = Invitation.objects.get()
    token = address.rstrip("/").rpartition("/")[2]
    assert address == f"http://localhost:8000/invitation/{token}/"
    assert len(token) >= 43  # 32 bytes
    assert invitation.email == "nora@waypost.example"
    assert invitation.token_hash == Invitation.hash_token(token)
    assert token not in str(vars(invitation))


def test_invitation_accepted_makes_the_user_and_signs_in(client, administrator):
    response = accept(client, invite(administrator, is_administrator=True), name="Nora B. Vik")
    user = User.objects.get(email="nora@waypost.example")
    assert (user.name, user.manager, user.is_administrator) == ("Nora B. Vik", administrator, True)
    assert user.check_password(PASSWORD)
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)
    assert Invitation.objects.get().accepted_at is not None


def test_invitation_page_has_no_secret_in_its_address(client, administrator):
    opened = client.get(path_of(invite(administrator)))
    assert (opened.status_code, opened.url) == (302, "/invitation/")
    assert opened.headers["Referrer-Policy"] == "no-referrer"
    assert opened.headers["Cache-Control"] == "no-store"
    assert opened.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_invitation_works_once(client, administrator):
    address = invite(administrator)
    accept(client, address)
    assert accept(client, address).status_code == 404
    assert User.objects.count() == 2


def test_invitation_works_once_in_two_windows(client, administrator, django_user_model):
    address = invite(administrator)
    other = type(client)()
    other.get(path_of(address))
    accept(client, address)
    response = other.post("/invitation/", {"name": "Somebody", "password": PASSWORD})
    assert response.status_code == 404
    assert django_user_model.objects.count() == 2


def test_invitation_answered_meanwhile_is_refused(administrator):
    invite(administrator)
    stale = Invitation.objects.get()
    invitations.withdraw_invitation(actor=administrator, invitation=stale)
    with pytest.raises(PermissionDenied) as refused:
        invitations.accept_invitation(invitation=stale, name="Nora Vik", password=PASSWORD)
    assert str(refused.value) == (
        "This invitation is no longer open. Ask the person who invited you for a new one."
    )


def test_invitation_ends_after_a_week(client, administrator, time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z")
    address = invite(administrator)
    time_machine.shift(timedelta(days=7))
    response = accept(client, address)
    assert response.status_code == 404
    assert "no longer open" in response.content.decode()


def test_invitation_opened_in_time_but_sent_late_is_refused(client, administrator, time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z")
    client.get(path_of(invite(administrator)))
    time_machine.shift(timedelta(days=7))
    response = client.post("/invitation/", {"name": "Nora Vik", "password": PASSWORD})
    assert response.status_code == 404
    assert User.objects.count() == 1


def test_invitation_withdrawn_is_closed(client, administrator):
    address = invite(administrator)
    client.force_login(administrator)
    url = reverse("staff:invitation-withdrawal", args=[Invitation.objects.get().pk])
    assert client.post(url).status_code == 302
    client.logout()
    assert accept(client, address).status_code == 404


def test_invitation_renewed_ends_the_link_before(client, administrator, time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z")
    first = invite(administrator)
    time_machine.shift(timedelta(days=8))
    second = invitations.renew_invitation(actor=administrator, invitation=Invitation.objects.get())
    assert accept(client, first).status_code == 404
    assert accept(client, second).status_code == 302
    assert User.objects.filter(email="nora@waypost.example").exists()


def test_invitation_of_somebody_here_is_refused(administrator, person):
    with pytest.raises(ValidationError) as refused:
        invite(administrator, email=person.email.upper())
    assert refused.value.messages == ["Somebody with this address is here already."]


def test_invitation_of_somebody_invited_is_refused(administrator):
    invite(administrator)
    with pytest.raises(ValidationError) as refused:
        invite(administrator)
    assert refused.value.messages == ["Somebody with this address is invited already."]
    assert Invitation.objects.count() == 1


def test_invitation_by_somebody_else_is_refused(person):
    with pytest.raises(PermissionDenied):
        invite(person)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("name", ["invitation-renewal", "invitation-withdrawal"])
def test_invitation_is_none_of_somebody_elses_business(client, administrator, person, name):
    invite(administrator)
    client.force_login(person)
    before = Invitation.objects.values().get()
    url = reverse(f"staff:{name}", args=[before["id"]])
    assert client.post(url).status_code == 403
    assert Invitation.objects.values().get() == before


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("short", "This password is too short. It must contain at least 12 characters."),
        ("qwerty123456", "This password is too common."),
        ("918273645546372819", "This password is entirely numeric."),
        ("nora@waypost.example", "The password is too similar to the work email."),
    ],
)
def test_password_weak_is_refused(client, administrator, password, message):
    response = accept(client, invite(administrator), password=password)
    assert response.status_code == 422
    assert message in response.context["form"].errors["password"]
    assert User.objects.count() == 1


def test_invitation_without_mail_is_shown_to_the_administrator(client, administrator):
    client.force_login(administrator)
    data = {"name": "Nora Vik", "email": "nora@waypost.example", "manager": ""}
    response = client.post(reverse("staff:invitation-create"), data)
    assert response.status_code == 200
    assert accept(type(client)(), response.context["address"]).status_code == 302
    assert outbox() == []


def test_invitation_with_mail_is_sent(client, administrator, settings):
    settings.MAIL_IS_SENT = True
    client.force_login(administrator)
    data = {"name": "Nora Vik", "email": "nora@waypost.example", "manager": ""}
    response = client.post(reverse("staff:invitation-create"), data)
    assert response.status_code == 302
    (mail,) = outbox()
    assert (mail.to, mail.subject) == (["nora@waypost.example"], "Your log-in to Waypost")
    assert mail.body.startswith("Ada Brandt invites you to Waypost")
    (address,) = [line for line in mail.body.splitlines() if line.startswith("http")]
    assert accept(type(client)(), address).status_code == 302


def test_invitation_form_names_what_to_put_right(client, administrator, person):
    client.force_login(administrator)
    data = {"name": "Per Lund", "email": person.email}
    response = client.post(reverse("staff:invitation-create"), data)
    assert response.status_code == 422
    assert response.context["form"].errors == {
        "email": ["Enter another address: somebody with this one is here already."]
    }


def test_invitation_open_and_expired_stand_on_the_page(client, administrator, time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z", tick=False)
    invite(administrator)
    time_machine.move_to("2026-12-05T12:00:00Z", tick=False)
    invite(administrator, name="Olav By", email="olav@waypost.example")
    time_machine.move_to("2026-12-10T12:00:00Z", tick=False)
    client.force_login(administrator)
    page = client.get(reverse("staff:user-list")).content.decode()
    assert "expired 8 Dec 2026" in page
    assert "open until 12 Dec 2026" in page


def test_invitation_expires_a_week_after_it_was_made(administrator, time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z", tick=False)
    invite(administrator)
    assert Invitation.objects.get().expires_at == timezone.now() + timedelta(days=7)
