"""A form sent after the session has ended: what was typed comes back, to who typed it alone."""

import re
from html import unescape

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from waypost.config import kept
from waypost.staff.models import User

pytestmark = pytest.mark.django_db
SIGN_IN = "/sign-in/"
SETTINGS = "/staff/settings/"
PASSWORD = "a-long-sentence-of-olga"
TYPED = {"version": "1", "name": "Olga <b>Holt</b>", "initials": "\n\"H'", "time_zone": ""}


@pytest.fixture(autouse=True)
def passwords(owner, outsider):
    for user in (owner, outsider):
        user.set_password(PASSWORD)
        user.save()


@pytest.fixture
def browser(owner):
    """Somebody has opened a form, and the session has ended since."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    client.get(SETTINGS)
    del client.cookies["waypost_session"]
    return client


def send(client, path, data):
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    return client.post(path, {**data, **token})


def sign_in(client, user, page):
    """Fill in the page as a browser does, with what is hidden in it."""
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    data = {**hidden, "login": user.email, "password": PASSWORD}
    return client.post(SIGN_IN, data)


def fields_of(page):
    """What the browser sends of the page's own form: the first line end in a textarea is none."""
    form = page[page.index('<form method="post" action="/staff/settings/"') :]
    texts = re.findall(r'<textarea name="(\w+)" hidden>\n(.*?)</textarea>', form, re.DOTALL)
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    return {name: unescape(value) for name, value in texts} | {"csrfmiddlewaretoken": token[0]}


def test_form_sent_too_late_is_seen_again_and_sent_by_hand(browser, owner):
    asked = send(browser, SETTINGS, TYPED)
    assert asked.status_code == 401
    assert "What you typed is kept" in asked.content.decode()
    assert "Holt" not in asked.content.decode()

    again = sign_in(browser, owner, asked.content.decode())
    page = again.content.decode()
    assert again.status_code == 200
    assert "Olga &lt;b&gt;Holt&lt;/b&gt;" in page
    assert "<b>Holt" not in page
    owner.refresh_from_db()
    assert owner.name == "Olga Hagen"  # nothing is sent by itself

    fields = fields_of(page)
    assert {name: fields[name] for name in TYPED} == TYPED
    assert browser.post(SETTINGS, fields).status_code == 302
    owner.refresh_from_db()
    assert owner.name == "Olga <b>Holt</b>"


def test_wrong_password_keeps_what_was_typed(browser, owner):
    page = send(browser, SETTINGS, TYPED).content.decode()
    User.objects.filter(pk=owner.pk).update(email="new@waypost.example")
    failed = sign_in(browser, owner, page)
    assert failed.status_code == 200
    owner.email = "new@waypost.example"
    assert "Send it now" in sign_in(browser, owner, failed.content.decode()).content.decode()


def test_somebody_else_who_signs_in_does_not_see_it(browser, outsider):
    page = send(browser, SETTINGS, TYPED).content.decode()
    answer = sign_in(browser, outsider, page)
    assert answer.status_code == 302
    after = browser.get(answer.url).content.decode()
    assert "What was typed here before is not kept any more" in after
    assert "Holt" not in after


def test_what_is_kept_lasts_an_hour(browser, owner, time_machine):
    time_machine.move_to("2026-12-08T10:00:00Z", tick=False)
    page = send(browser, SETTINGS, TYPED).content.decode()
    time_machine.shift(kept.LASTS + 1)
    assert sign_in(browser, owner, page).status_code == 302


def test_what_we_did_not_give_is_not_shown(browser, owner):
    page = send(browser, SETTINGS, TYPED).content.decode()
    forged = signing.dumps((kept.mark_of(owner), "//evil.example", []), key="k", salt=kept.SALT)
    answer = sign_in(browser, owner, re.sub('(?<=name="kept" value=")[^"]+', forged, page))
    assert answer.status_code == 302


def test_sign_in_shows_what_is_said_to_be_kept_as_text(client):
    data = {"login": "x", "password": "x", "kept": '"><script>alert(1)</script>'}
    assert "<script>alert" not in client.post(SIGN_IN, data).content.decode()


def test_form_without_a_token_is_refused(browser):
    assert browser.post(SETTINGS, TYPED).status_code == 403


@pytest.mark.parametrize(
    ("page", "data"),
    [
        ("account_change_password", {"oldpassword": PASSWORD, "password1": "another-sentence"}),
        ("staff:settings", {"name": "x" * kept.LARGEST}),
        ("account_change_password", {}),
    ],
)
def test_passwords_and_too_much_are_not_kept(browser, page, data):
    answer = send(browser, reverse(page), data)
    assert answer.status_code == 302
    assert answer.url.startswith(f"{SIGN_IN}?next=")


def test_form_of_a_browser_we_do_not_know_is_not_kept(client):
    assert client.post(SETTINGS, TYPED).status_code == 302


def test_part_of_a_page_gives_way_to_the_sign_in(browser):
    token = browser.cookies["csrftoken"].value
    data = {**TYPED, "csrfmiddlewaretoken": token}
    answer = browser.post(SETTINGS, data, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Retarget"]) == (422, "body")


def test_mark_is_for_us_alone_and_ends_with_the_browser(client, owner):
    client.force_login(owner)
    client.get(SETTINGS)
    cookie = client.cookies[kept.COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")
    assert kept.COOKIE not in client.get(SETTINGS).headers.get("Set-Cookie", "")
