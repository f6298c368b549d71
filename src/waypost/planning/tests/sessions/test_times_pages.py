"""Finding a time for a session: on its page, by a link for one person, in other calendars."""

import logging
import threading
from datetime import date, time, timedelta
from typing import Any

import icalendar
import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import TeamMember
from waypost.accounts.queries import access_to
from waypost.config.log import Formatter
from waypost.planning.models import Invitee, PlanningSession, SlotAnswer
from waypost.planning.operations.sessions import call_off_session
from waypost.planning.operations.sessions_people import open_session
from waypost.planning.operations.sessions_times import make_answer_link, propose_time
from waypost.planning.tests.meeting import fresh, planned, words
from waypost.staff.operations.mail import THREAD_NAME

pytestmark = pytest.mark.django_db


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def session(owner, account, access):
    """Two times are proposed."""
    row = planned(owner, account, on=None, at=None)
    for day, hour in ((10, 14), (11, 9)):
        propose_time(access=access, session=row, on=date(2026, 12, day), at=time(hour))
    return row


@pytest.fixture
def post(client, owner, account, session):
    def send(name, *codes, user=owner, status=302, **data):
        client.force_login(user)
        address = reverse(f"planning:{name}", args=[account.pk, session.ref.code, *codes])
        found = client.post(address, data)
        assert found.status_code == status, words(found)
        return words(found)

    return send


def slots(session):
    return list(session.slots.order_by("starts_at"))


def link_for(access, session, code):
    """The path of a new link for this member."""
    invitee = session.invitees.get(person__code=code)
    address, _sent = make_answer_link(access=access, session=session, invitee=invitee)
    return address[address.index("/session-times/") :]


def by_link(path):
    """A browser that nobody is signed in with, having followed the link."""
    browser = Client()
    assert browser.get(path).headers["Location"] == "/session-times/"
    return browser


def test_times_are_proposed_once_and_lie_ahead(post, session):
    post("times", on="2026-12-10", at="14:00")
    assert len(slots(session)) == 2
    assert "that are to come" in post("times", status=422, on="2026-11-24", at="11:00")
    assert "Enter a date up to 2056." in post("times", status=422, on="2090-11-24", at="11:00")
    assert "Enter the date as day, month, year." in post("times", status=422, on="x", at="11:00")
    post("time-removal", slots(session)[1].pk)
    assert [str(slot.starts_at) for slot in slots(session)] == ["2026-12-10 14:00:00+00:00"]


def test_answers_are_counted_and_a_manager_who_cannot_is_pointed_out(
    post, client, account, access, session, teammate
):
    first, second = slots(session)
    post("time-answers", **{f"slot-{first.pk}": "yes", f"slot-{second.pk}": "no"})
    post("time-answers", user=teammate, **{f"slot-{first.pk}": "if-need-be"})
    manager = by_link(link_for(access, session, "M1"))
    manager.post("/session-times/", {f"slot-{first.pk}": "no"})
    found = words(client.get(reverse("planning:session", args=[account.pk, session.ref.code])))
    assert "3 of 5 have answered" in found
    assert "Thu 10 Dec, 14:00 1 yes 1 if need be 1 no suits most" in found
    assert "cannot come: Henrik Aas" in found
    assert "The first-line manager cannot come: it could not be opened." in found
    post("time-answers", **{f"slot-{first.pk}": ""})
    assert SlotAnswer.objects.filter(invitee__person__code="T1").count() == 0


def test_who_is_not_invited_answers_nothing(post, session, teammate):
    session.invitees.filter(person__code="T3").delete()
    post("time-answers", user=teammate, status=403, **{f"slot-{slots(session)[0].pk}": "yes"})


def test_chosen_time_is_the_sessions(post, session):
    post("time-choice", slots(session)[1].pk)
    row = fresh(session)
    assert (str(row.date), str(row.starts_at)) == ("2026-12-11", "2026-12-11 09:00:00+00:00")
    assert row.calendar_sequence == 1


def test_link_is_for_one_person_who_has_no_log_in(access, session, post):
    first, _second = slots(session)
    found = post("answer-link", "T2", status=200)
    assert "A link for Tom Ferrari" in found
    path = link_for(access, session, "T2")
    secret = path.rstrip("/").rpartition("/")[2]
    assert not Invitee.objects.filter(token_hash__contains=secret).exists()
    browser = by_link(path)
    shown = browser.get("/session-times/")
    assert "You answer as Tom Ferrari." in words(shown)
    assert secret not in shown.content.decode()
    assert shown.headers["Cache-Control"] == "no-store"
    assert shown.headers["X-Robots-Tag"] == "noindex, nofollow"
    for hidden in ("Olga Hagen", "Henrik Aas", "The next two years", "Five machines"):
        assert hidden not in shown.content.decode()
    answer = browser.post("/session-times/", {f"slot-{first.pk}": "yes", "invitee": "1"})
    assert answer.status_code == 302
    said = SlotAnswer.objects.get()
    assert (said.answer, said.invitee.person.code) == ("yes", "T2")


def test_newer_link_ends_the_one_before(access, session):
    path = link_for(access, session, "T2")
    browser = by_link(path)
    link_for(access, session, "T2")
    assert browser.get("/session-times/").status_code == 404
    assert Client().get(path).status_code == 404
    assert Client().get("/session-times/x/").status_code == 404


def test_link_ends_with_the_session_and_with_the_person(access, session, account, owner):
    ends = {
        "opened": lambda: open_session(access=access, session=session, there=["T1", "M1"]),
        "called off": lambda: call_off_session(access=access, session=session, why=""),
        "gone": lambda: account.refs.filter(code="T2").update(retired_at=timezone.now()),
        "deactivated": lambda: deactivate(owner),
    }
    for name, end in ends.items():
        browser = by_link(link_for(access, session, "T2"))
        end()
        assert browser.get("/session-times/").status_code == 404, name
        PlanningSession.objects.update(opened_at=None, called_off_at=None, date=None)
        account.refs.filter(code="T2").update(retired_at=None)


def deactivate(owner):
    """The member has a log-in, and that has ended."""
    manager = type(owner).objects.create_user("tf@waypost.example", name="Tom Ferrari")
    manager.deactivated_at = timezone.now()
    manager.save()
    TeamMember.objects.filter(ref__code="T2").update(user=manager)


def test_link_goes_by_mail_to_who_has_an_address(
    access, session, settings, django_capture_on_commit_callbacks
):
    settings.MAIL_IS_SENT = True
    with django_capture_on_commit_callbacks(execute=True):
        invitee = session.invitees.get(person__code="T3")
        _address, sent = make_answer_link(access=access, session=session, invitee=invitee)
    assert sent
    wait_for_mail()
    assert mail.outbox[0].to == ["tom@waypost.example"]
    assert "When can you plan Dunmore Mills with us?" in mail.outbox[0].subject
    assert "/session-times/" in mail.outbox[0].body


def wait_for_mail():
    for thread in threading.enumerate():
        if thread.name == THREAD_NAME:
            thread.join()


def test_secret_of_a_link_is_not_logged():
    record = logging.makeLogRecord({"msg": "Not Found: /session-times/s3cret/"})
    assert "s3cret" not in Formatter().format(record)


def read(answer: Any) -> Any:
    """The calendar, and the one event in it."""
    calendar = icalendar.Calendar.from_ical(answer.content)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_calendar_is_told_of_each_change_and_of_the_end(client, owner, account, access, session):
    code = session.ref.code
    address = reverse("planning:session-calendar", args=[account.pk, code])
    client.force_login(owner)
    assert client.get(address).status_code == 404
    slot = slots(session)[0]
    client.post(reverse("planning:time-choice", args=[account.pk, code, slot.pk]))
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar, event = read(answer)
    assert (str(calendar["method"]), str(event["status"])) == ("REQUEST", "CONFIRMED")
    assert str(event["summary"]) == "The next two years, Dunmore Mills"
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=180)
    assert int(event["sequence"]) == 1
    facts = {"purpose": "Two years; twice, “really”", "on": "2026-12-15", "at": "10:00"}
    version = fresh(session).version
    edit = reverse("planning:session-edit", args=[account.pk, code])
    client.post(edit, {**facts, "version": version, "minutes": 60, "place": "Room 5"})
    call_off_session(access=access, session=session, why="")
    calendar, later = read(client.get(address))
    assert later["uid"] == event["uid"]
    assert (str(calendar["method"]), str(later["status"])) == ("CANCEL", "CANCELLED")
    assert str(later["summary"]) == "Two years; twice, “really”, Dunmore Mills"
    assert int(later["sequence"]) == 3
