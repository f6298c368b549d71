"""What one is mailed and when, by one's own page and by the link in each mail."""

import pytest
from django.test import Client
from django.urls import reverse

from waypost.config.log import Formatter
from waypost.history.models import ChangeSet
from waypost.notices.models import MailChoices, Notice
from waypost.notices.tests.post import sent, tick, to

pytestmark = pytest.mark.django_db
PAGE = "/staff/settings/notices/"


def test_choices_are_kept_and_followed(client, account, teammate, mailoutbox):
    client.force_login(teammate)
    html = client.get(PAGE).content.decode()
    assert "To tom@waypost.example, by the clock of Europe/Berlin." in html
    assert "No mails are sent." not in html
    typed = {"version": 1, "weekday": 2, "hour": 16, "kinds": ["week", "review"]}
    assert client.post(PAGE, typed).status_code == 302
    choices = MailChoices.objects.get()
    kept = (choices.weekday, choices.hour, choices.weekly, choices.reviews, choices.asks)
    assert kept == (2, 16, True, True, False)
    last = ChangeSet.objects.latest("pk")
    assert (last.what, last.actor, last.account) == ("Changed own mails", teammate, None)
    assert client.post(PAGE, {**typed, "version": 2}).status_code == 302
    assert ChangeSet.objects.latest("pk") == last  # saving the same writes nothing

    tick()
    tick("2026-12-09T14:59")
    assert "tom" not in str(sent(mailoutbox))
    tick("2026-12-09T15:00")
    assert to(mailoutbox, teammate).subject == "Your week from Wed 9 Dec"


def test_what_cannot_be_chosen_is_said_and_a_stale_page_shows_the_difference(client, owner):
    client.force_login(owner)
    wrong = client.post(PAGE, {"version": 1, "weekday": 7, "hour": 24})
    assert wrong.status_code == 422
    assert wrong.content.decode().count("Choose one of the list.") == 4  # above and at each
    client.post(PAGE, {"version": 1, "weekday": 1, "hour": 9})
    stale = client.post(PAGE, {"version": 1, "weekday": 3, "hour": 9})
    assert stale.status_code == 409
    assert "Now <del>Tuesday</del>, you typed <ins>Thursday</ins>" in stale.content.decode()


def test_page_says_where_no_mail_is_sent(client, owner, settings):
    settings.MAIL_IS_SENT = False
    client.force_login(owner)
    assert "No mails are sent." in client.get(PAGE).content.decode()


def test_link_in_a_mail_turns_that_kind_off(account, teammate, mailoutbox, caplog):
    tick()
    link = to(mailoutbox, teammate).extra_headers["List-Unsubscribe"].strip("<>")
    path = link.removeprefix("http://localhost:8000")
    stranger = Client(enforce_csrf_checks=True)
    shown = stranger.get(path)
    assert "Turn off “Your week”?" in shown.content.decode()
    assert "tom" not in shown.content.decode().lower()
    assert shown.headers["Referrer-Policy"] == "strict-origin"
    assert shown.headers["Cache-Control"] == "no-store"
    assert MailChoices.objects.filter(person=teammate).count() == 0  # to open it changes nothing
    assert stranger.post(path).status_code == 403  # a form without its token

    click = {"List-Unsubscribe": "One-Click"}
    assert stranger.post(path, click).status_code == 200
    assert stranger.post(path, click).status_code == 200
    choices = MailChoices.objects.get(person=teammate)
    assert (choices.weekly, choices.asks, choices.off) == (False, True, False)
    assert ChangeSet.objects.latest("pk").what == "Turned mails off by the link in one"
    assert "“Your week” is off" in stranger.get(path).content.decode()
    assert stranger.post("/mail/x/", click).status_code == 404
    log = "\n".join(map(Formatter().format, caplog.records))
    assert "Forbidden (CSRF token missing.): /mail/…/" in log
    assert path.split("/")[2] not in log

    page = Client()
    assert page.post(path, {"everything": "yes"}).status_code == 200
    assert MailChoices.objects.get(person=teammate).off is True
    assert "All mails are off" in page.get(path).content.decode()
    Notice.objects.all().delete()
    mailoutbox.clear()
    tick()
    assert "tom" not in str(sent(mailoutbox))


def test_settings_lead_to_mails_and_calendar(client, owner):
    client.force_login(owner)
    assert (
        f'href="{reverse("notices:settings")}"' in client.get("/staff/settings/").content.decode()
    )
