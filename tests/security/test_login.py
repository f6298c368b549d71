"""S11: guessing passwords. S14: who has a log-in. What a stranger learns at the door."""

import re
from datetime import timedelta
from threading import enumerate as threads

import pytest
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from waypost.staff.operations import people
from waypost.staff.operations.mail import THREAD_NAME

pytestmark = pytest.mark.django_db
GUESSES = 1_000
SLOW_GUESSES = 100
WINDOW = timedelta(minutes=15)


def seen(response):
    """What a stranger sees of an answer; the token of the form is new in each."""
    token = r'(?<=name="csrfmiddlewaretoken" value=")\w+'
    typed = r'(?<=value=")[^"]+@waypost.example'  # is shown again to whoever typed it
    body = re.sub(f"{token}|{typed}", "", response.content.decode())
    own = {"Content-Length", "Expires"}  # of the address typed, and of the second it was
    headers = {name: value for name, value in response.headers.items() if name not in own}
    return response.status_code, headers, body


def test_guesses_from_one_address_are_evaluated_ten_times(client, sign_in, victim, looks):
    for number in range(GUESSES):
        forged = f"198.51.{number // 250}.{number % 250}"
        headers = {"x-forwarded-for": f"{forged}, 10.0.0.1", "x-real-ip": forged}
        response = sign_in(client, victim.email, f"guess number {number}", **headers)
        assert response.status_code in (200, 429)
    assert looks.count == 10


def test_guesses_spread_over_the_window_are_evaluated_ten_times(
    client, sign_in, victim, looks, time_machine
):
    time_machine.move_to("2026-12-01T12:00:00Z", tick=False)
    for number in range(SLOW_GUESSES):
        sign_in(client, victim.email, f"guess number {number}")
        time_machine.shift(WINDOW / (SLOW_GUESSES + 1))
    assert looks.count == 10


def test_guesses_at_many_people_count_together(client, sign_in, looks):
    for number in range(30):
        sign_in(client, f"user{number}@waypost.example")
    assert looks.count == 10


def test_victim_signs_in_from_elsewhere_meanwhile(client, sign_in, victim):
    for number in range(50):
        sign_in(client, victim.email, f"guess number {number}")
    response = sign_in(Client(), victim.email, remote="192.0.2.44")
    assert (response.status_code, response.url) == (302, "/")


def test_guesser_waits_even_with_the_right_password(client, sign_in, victim):
    for number in range(10):
        sign_in(client, victim.email, f"guess number {number}")
    response = sign_in(client, victim.email)
    assert response.status_code == 200
    assert "Wait 15 minutes, then try again" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_guesser_may_try_again_after_the_window(client, sign_in, victim, time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z")
    for number in range(11):
        sign_in(client, victim.email, f"guess number {number}")
    time_machine.shift(WINDOW + timedelta(seconds=1))
    assert sign_in(client, victim.email).status_code == 302


def test_signing_in_rightly_does_not_count(sign_in, victim):
    for _time in range(12):
        assert sign_in(Client(), victim.email).status_code == 302


def test_address_behind_a_trusted_proxy_is_the_clients(client, sign_in, victim, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    guesser, other = "198.51.100.9", "192.0.2.44"
    for number in range(11):
        # What the guesser sends stands left of what the proxy adds.
        forwarded = {"x-forwarded-for": f"10.1.1.{number}, {guesser}"}
        sign_in(client, victim.email, f"guess number {number}", remote="10.0.0.1", **forwarded)
    blocked = sign_in(client, victim.email, remote="10.0.0.1", **{"x-forwarded-for": guesser})
    free = sign_in(Client(), victim.email, remote="10.0.0.1", **{"x-forwarded-for": other})
    assert (blocked.status_code, free.status_code) == (200, 302)


def test_sign_in_answers_alike_for_known_and_unknown(client, sign_in, victim, looks):
    known = sign_in(client, victim.email, "not-the-password")
    looked = looks.count
    unknown = sign_in(client, "nora@waypost.example", "not-the-password")
    assert looks.count == 2 * looked  # and so takes as long
    assert seen(known) == seen(unknown)


def test_sign_in_answers_alike_for_the_deactivated(client, sign_in, victim, administrator, looks):
    people.deactivate_person(actor=administrator, user=victim)
    right = sign_in(client, victim.email)
    wrong = sign_in(client, victim.email, "not-the-password")
    assert seen(right) == seen(wrong)


def test_forgotten_password_answers_alike_for_known_and_unknown(client, victim, settings):
    settings.MAIL_IS_SENT = True
    url = reverse("account_reset_password")
    known, unknown = (
        client.post(url, {"email": email}) for email in (victim.email, "nora@waypost.example")
    )
    assert known.status_code == 302
    assert seen(known) == seen(unknown)
    assert seen(client.get(known.url)) == seen(client.get(unknown.url))


def test_forgotten_password_of_a_stranger_sends_nothing(client, victim, settings):
    settings.MAIL_IS_SENT = True
    client.post(reverse("account_reset_password"), {"email": "nora@waypost.example"})
    assert THREAD_NAME not in [thread.name for thread in threads()]
    assert mail.outbox == []


def test_forgotten_password_is_asked_for_ten_times_per_address(client, victim):
    url = reverse("account_reset_password")
    answers = [
        client.post(url, {"email": f"user{number}@waypost.example"}).status_code
        for number in range(12)
    ]
    assert answers == [302] * 10 + [429] * 2


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_inactive"])
def test_pages_of_open_sign_up_do_not_exist(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_sign_in_leads_on_within_waypost_only(client, victim):
    url = f"{reverse('account_login')}?next=https://evil.example/"
    data = {"login": victim.email, "password": "forty-two-green-signs"}
    assert client.post(url, data).url == "/"


def test_sign_in_keeps_the_page_somebody_wanted(client, sign_in, victim):
    wanted = client.get(reverse("staff:settings"))
    assert wanted.url == "/sign-in/?next=/staff/settings/"
    data = {"login": victim.email, "password": "forty-two-green-signs"}
    assert client.post(wanted.url, data).url == "/staff/settings/"
