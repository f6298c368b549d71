"""The calendar link: what stands in it, who sees it, and what ends it (S7, S13)."""

import logging
import re

import icalendar
import pytest
from django.test import Client
from django.urls import reverse

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, TeamMember
from waypost.config.log import Formatter
from waypost.history.models import Change
from waypost.notices.models import Feed
from waypost.notices.tests.test_post import planned_session
from waypost.planning.models import Invitee
from waypost.plans.models import Action
from waypost.staff.operations.people import deactivate_person, reactivate_person

pytestmark = pytest.mark.django_db
PAGE = "/staff/settings/notices/"


def make(person):
    """The address that the person is shown once."""
    client = Client()
    client.force_login(person)
    answer = client.post(reverse("notices:feed"))
    (address,) = re.findall(
        'value="(http://localhost:8000/calendar/[^"]+)"', answer.content.decode()
    )
    assert (
        address.partition("/calendar/")[2].partition("/")[0]
        not in client.get(PAGE).content.decode()
    )
    return address.removeprefix("http://localhost:8000")


def events(path):
    answer = Client().get(path)
    assert answer.status_code == 200
    calendar = icalendar.Calendar.from_ical(answer.content)
    return {
        str(event["UID"]): (str(event["SUMMARY"]), event.decoded("DTSTART").isoformat())
        for event in calendar.walk("VEVENT")
    }


def status(path):
    return Client().get(path).status_code


def test_calendar_of_a_member(account, owner, teammate, outsider, django_assert_num_queries):
    session = planned_session(account, "2026-12-17T13:00:00Z")
    Invitee.objects.create(session=session, person=account.refs.get(code="T2"))
    path = make(teammate)
    refs = {ref.code: ref.pk for ref in account.refs.all()}
    expected = {
        f"action-{refs['A1']}@localhost": ("Call Mette Friis", "2026-12-04"),
        f"action-{refs['A2']}@localhost": ("Walk line 4", "2026-12-09"),
        f"review-{account.pk}-2026-12@localhost": ("Review of Halvorsen Foods", "2026-12-09"),
        f"stage-{refs['G1']}@localhost": ("3 product lines in use, Halvorsen Foods", "2026-12-05"),
        f"stage-{refs['G2']}@localhost": ("5 product lines in use, Halvorsen Foods", "2027-02-08"),
        f"session-{refs['SES1']}@localhost": ("Two-year goals", "2026-12-17T13:00:00+00:00"),
    }
    assert events(path) == expected
    with django_assert_num_queries(9):
        Client().get(path)
    Action.objects.filter(ref__code="A1").update(due="2026-12-11")
    assert events(path)[f"action-{refs['A1']}@localhost"] == ("Call Mette Friis", "2026-12-11")
    add_to_team(account, outsider, AccessRole.VIEWER)
    assert {uid.partition("-")[0] for uid in events(make(outsider))} == {"stage"}
    TeamMember.objects.filter(user=teammate).update(deleted_at="2026-12-07T00:00:00Z")
    assert events(path) == {}


def test_link_is_secret_and_kept_as_a_hash(account, owner, caplog):
    path = make(owner)
    secret = path.split("/")[2]
    assert len(secret) >= 43
    row = Feed.objects.get()
    assert secret not in (row.token_hash, row.sealed)
    recorded = Change.objects.get(table="notices.feed")
    assert recorded.after is not None
    assert {"token_hash", "sealed"}.isdisjoint(recorded.after)
    assert recorded.change_set.what == "Made a calendar link"
    answer = Client().get(path)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    record = logging.LogRecord("x", logging.WARNING, "", 0, f"Not Found: {path}", None, None)
    assert Formatter().format(record).endswith("Not Found: /calendar/…/waypost.ics")


def test_new_link_and_revoking_end_the_old_one_at_once(client, account, owner):
    first = make(owner)
    second = make(owner)
    assert (status(first), status(second)) == (404, 200)
    client.force_login(owner)
    assert "link made on 7 Dec 2026" in client.get(PAGE).content.decode()
    assert client.post(reverse("notices:feed-removal")).status_code == 302
    assert status(second) == 404
    assert "Make a calendar link" in client.get(PAGE).content.decode()
    assert Client().get("/calendar/x/waypost.ics").content == Client().get(second).content


def test_signing_out_leaves_the_link_a_new_password_ends_it(client, account, owner, administrator):
    path = make(owner)
    client.force_login(owner)
    client.post("/sign-out/")
    assert status(path) == 200
    owner.set_password("a sentence that is easy to keep")
    owner.save()
    assert status(path) == 404
    client.force_login(owner)
    html = client.get(PAGE).content.decode()
    assert "Your link ended when your password changed. Make a new one." in html
    path = make(owner)
    deactivate_person(actor=administrator, user=owner)
    assert status(path) == 404
    reactivate_person(actor=administrator, user=owner)
    assert status(path) == 404
