"""Whoever is asked to a session hears by mail when they can come, when it is, what is new."""

from datetime import date, time, timedelta

import icalendar
import pytest
from django.test import Client
from django.utils import timezone

from waypost.accounts.models import TeamMember
from waypost.accounts.queries import access_to
from waypost.history.models import ChangeSet
from waypost.history.operations import record
from waypost.history.undo import take_back
from waypost.notices.models import MailChoices, Notice
from waypost.notices.tests.post import tick
from waypost.planning.models import PlanningSession, SlotAnswer
from waypost.planning.operations import sessions, sessions_people, sessions_times
from waypost.planning.tests.meeting import NOON, Visitor, fresh, planned, team_of
from waypost.staff.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(db):
    return User.objects.create_user("henrik@waypost.example", name="Henrik Aas")


@pytest.fixture
def account(owner, teammate, manager, time_machine):
    """Olga leads, Lise is a partner in Auckland, Henrik manages; Tom and Claire have no log-in."""
    time_machine.move_to(NOON, tick=False)
    teammate.time_zone = "Pacific/Auckland"
    teammate.save()
    MailChoices.objects.bulk_create(
        MailChoices(person=one, weekly=False, sessions=False) for one in (owner, teammate, manager)
    )
    return team_of(T1=owner, T3=teammate, M1=manager)


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def later(time_machine, mailoutbox):
    """Two ticks, with time for second thoughts between them; who got what by it."""

    def run(minutes=11):
        mailoutbox.clear()
        tick()
        time_machine.shift(timedelta(minutes=minutes))
        tick()
        return sorted((mail.to[0].partition("@")[0], mail.subject) for mail in mailoutbox)

    return run


def propose(access, session, *days):
    for day in days:
        sessions_times.propose_time(
            access=access, session=session, on=date(2026, 12, day), at=time(14)
        )


def to(mailoutbox, name):
    (mail,) = [mail for mail in mailoutbox if mail.to[0].startswith(name)]
    return mail


def entry_of(mail):
    """The method and the event that a calendar program reads, the same in both parts."""
    parts = [part for part in mail.message().walk() if part.get_content_type() == "text/calendar"]
    (read,) = parts
    (name, content, kind) = mail.attachments[0]
    assert (name, kind) == ("invitation.ics", "application/ics")
    found = icalendar.Calendar.from_ical(content)
    assert found == icalendar.Calendar.from_ical(read.get_payload(decode=True))
    assert read.get_param("method") == str(found["method"])
    (event,) = found.walk("VEVENT")
    return str(found["method"]), event


def test_everybody_is_asked_once_by_a_link_of_their_own(
    owner, account, access, later, mailoutbox, time_machine
):
    session = planned(owner, account, on=None, at=None)
    propose(access, session, 10, 11)
    asked = "When can you come? Planning session of Dunmore Mills"
    assert later(minutes=9) == []
    propose(access, session, 14)
    assert later() == [("henrik", asked), ("olga", asked), ("tom", asked)]
    mail = to(mailoutbox, "tom")
    assert "“The next two years”. Times are those of Pacific/Auckland." in mail.body
    assert (
        "- Fri 11 Dec, 03:00 to 06:00\n\n- Sat 12 Dec, 03:00 to 06:00\n\n- Tue 15 Dec" in mail.body
    )
    assert "Room 4" not in mail.body
    link = next(line for line in mail.body.splitlines() if "/session-times/" in line)
    assert link != next(
        line for line in to(mailoutbox, "olga").body.splitlines() if "/session-times/" in line
    )
    assert later() == []

    browser = Client()
    path = link.removeprefix("http://localhost:8000")
    assert browser.get(path).headers["Location"] == "/session-times/"
    first, second, third = session.slots.order_by("starts_at")
    said = {f"slot-{first.pk}": "yes", f"slot-{second.pk}": "no", f"slot-{third.pk}": "no"}
    assert browser.post("/session-times/", said).status_code == 302
    assert set(SlotAnswer.objects.values_list("invitee__person__code", flat=True)) == {"T3"}
    for wrong in (f"{path[:-2]}x/", path.replace(":", "9:"), "/session-times/mail:1/"):
        assert Client().get(wrong).status_code == 404

    # Another time asks everybody anew, and shows what was said; who has answered it is left alone.
    propose(access, session, 16)
    fourth = session.slots.latest("starts_at")
    sessions_times.answer_times(access=access, session=session, answers={fourth.pk: "yes"})
    assert later() == [("henrik", asked), ("tom", asked)]
    assert "- Fri 11 Dec, 03:00 to 06:00\n  Yes\n" in to(mailoutbox, "tom").body
    TeamMember.objects.filter(user__email__startswith="tom").update(deleted_at=timezone.now())
    assert browser.get("/session-times/").status_code == 404


def test_invitation_follows_the_session(owner, account, access, later, mailoutbox):
    session = planned(owner, account, on=None, at=None)
    propose(access, session, 10)
    Notice.objects.all().delete()
    sessions_times.choose_time(access=access, session=session, slot=session.slots.get())
    title = "The next two years, Dunmore Mills"
    everybody = ("henrik", "olga", "tom")
    assert later() == [(name, f"Invitation: {title}") for name in everybody]
    mail = to(mailoutbox, "tom")
    assert "Dunmore Mills · Fri 11 Dec, 03:00 to 06:00 · Pacific/Auckland · Room 4" in mail.body
    method, first = entry_of(mail)
    assert (method, str(first["status"]), int(first["sequence"])) == ("REQUEST", "CONFIRMED", 1)
    assert str(first["attendee"]) == "mailto:tom@waypost.example"
    assert str(first["organizer"]) == "mailto:henrik@waypost.example"
    assert str(first["dtstart"].dt) == "2026-12-10 14:00:00+00:00"
    assert str(entry_of(to(mailoutbox, "henrik"))[1]["organizer"]) == "mailto:waypost@localhost"
    assert later() == []

    def move(place):
        current, on = fresh(session), date(2026, 12, 11)
        facts = {"on": on, "at": time(9), "minutes": 60, "place": place, "purpose": "Two years"}
        sessions.change_session(
            access=access, session=current, version=current.version, led_by="M1", **facts
        )

    move("Room 5")
    assert later() == [(name, "Changed: Two years, Dunmore Mills") for name in everybody]
    method, second = entry_of(to(mailoutbox, "tom"))
    assert (method, second["uid"]) == ("REQUEST", first["uid"])
    assert int(second["sequence"]) == 2

    sessions.call_off_session(access=access, session=session, why="Ida is ill")
    assert later() == [(name, "Called off: Two years, Dunmore Mills") for name in everybody]
    assert to(mailoutbox, "tom").body.startswith("Ida is ill\n\n")
    method, third = entry_of(to(mailoutbox, "tom"))
    assert (method, str(third["status"]), int(third["sequence"])) == ("CANCEL", "CANCELLED", 3)

    # It takes place after all; within five minutes a change and its undoing say nothing.
    last = ChangeSet.objects.latest("pk")
    with record(actor=owner, account=account, what="Undone") as recording:
        take_back(last, recording)
    assert later() == [(name, "Invitation: Two years, Dunmore Mills") for name in everybody]
    assert int(entry_of(to(mailoutbox, "tom"))[1]["sequence"]) == 4
    move("Room 1")
    tick()
    move("Room 5")
    assert later() == []


def test_who_is_taken_off_the_list_or_the_team_is_told(owner, account, access, later, mailoutbox):
    session = planned(owner, account)
    later()

    def invite(*people, stood=()):
        sessions_people.invite_people(access=access, session=session, people=people, stood=stood)

    invite("T1", "M1", stood=("T1", "T3", "M1"))
    assert later() == [("tom", "You are not expected any more: The next two years, Dunmore Mills")]
    method, gone = entry_of(to(mailoutbox, "tom"))
    assert method == "CANCEL"
    assert str(gone["attendee"]) == "mailto:tom@waypost.example"
    invite("T3")
    assert later() == [("tom", "Invitation: The next two years, Dunmore Mills")]
    _method, back = entry_of(to(mailoutbox, "tom"))
    assert int(back["sequence"]) > int(gone["sequence"])
    # Who has left the team is told nothing but that.
    TeamMember.objects.filter(user__email__startswith="tom").update(deleted_at=timezone.now())
    assert later() == [("tom", "You are not invited to a planning session any more")]
    mail = to(mailoutbox, "tom")
    text = f"{mail.body} {entry_of(mail)[1].to_ical().decode()}"
    assert [word for word in ("Dunmore", "two years", "Room", "/accounts/") if word in text] == []
    # Once it has begun, calendars stay as they are.
    sessions_people.open_session(access=access, session=session, there=["T1", "M1"])
    PlanningSession.objects.update(place="Elsewhere")
    assert later() == []


def test_second_level_hears_that_it_comes_for_the_customer_alone(owner, account, later, mailoutbox):
    senior = User.objects.create_user("claire@waypost.example", name="Claire Dumont")
    TeamMember.objects.filter(ref__code="M2").update(user=senior, access_role="senior")
    planned(owner, account)
    later()
    words = "You are asked to the customer’s part only; then the team plans alone."
    mail = to(mailoutbox, "claire")
    assert mail.body.startswith(words)
    assert words in str(entry_of(mail)[1]["description"])
    assert words not in to(mailoutbox, "olga").body


@pytest.mark.parametrize("gone", ["off", "deactivated", "sample", "no server"])
def test_who_wants_no_mail_gets_none(owner, teammate, account, access, later, settings, gone):
    people = User.objects.filter(pk=teammate.pk)
    if gone == "deactivated":
        people.update(deactivated_at=timezone.now())
    people.update(is_sample=gone == "sample")
    MailChoices.objects.filter(person=teammate).update(invitations=gone != "off")
    settings.MAIL_IS_SENT = gone != "no server"
    session = planned(owner, account)
    asked = planned(owner, account, on=None, at=None)
    propose(access, asked, 10)
    assert {name for name, _subject in later()} == (
        {"henrik", "olga"} if gone != "no server" else set()
    )
    assert session.ref_id != asked.ref_id


def test_mail_that_may_have_gone_out_is_taken_back(owner, account, access, later, mailoutbox):
    """A worker died after sending; before anybody sent it again the session was called off."""
    session = planned(owner, account)
    tick()
    Notice.objects.filter(person__email__startswith="tom").update(attempts=1)
    sessions.call_off_session(access=access, session=session, why="")
    assert later() == [("tom", "Called off: The next two years, Dunmore Mills")]


def test_page_says_who_was_written_to_and_writes_again(
    client, owner, teammate, account, access, later, mailoutbox, time_machine, settings
):
    session = planned(owner, account, on=None, at=None)
    propose(access, session, 10)
    MailChoices.objects.filter(person=teammate).update(invitations=False)
    visitor = Visitor(client, owner, account)
    page = visitor.page("session", session.ref.code)
    none = "Tom Ferrari (no log-in), Lise Arden (turned these mails off)"
    assert f"No mail goes to {none} and Claire Dumont (no log-in)." in page
    assert "The customer gets none from here" in page
    later()
    page = visitor.page("session", session.ref.code)
    assert "Henrik Aas first-line manager asked by mail 24 Nov, 13:11" in page
    assert "Write again" not in page
    assert "No mail goes to" not in visitor.page("session", session.ref.code, user=teammate)

    slot = session.slots.get()
    sessions_times.answer_times(access=access, session=session, answers={slot.pk: "yes"})
    time_machine.shift(timedelta(days=1))
    assert "Write again to 1 person" in visitor.page("session", session.ref.code)
    visitor.post("times-reminder", session.ref.code)
    last = ChangeSet.objects.latest("pk")
    assert (last.what, last.is_final) == ("Asked Henrik Aas again when they can come", True)
    visitor.post("times-reminder", session.ref.code)
    assert ChangeSet.objects.latest("pk") == last
    asked = "When can you come? Planning session of Dunmore Mills"
    assert later() == [("henrik", asked)]
    assert to(mailoutbox, "henrik").body.startswith("Olga Hagen asks when you can come to “The")

    settings.MAIL_IS_SENT = False
    assert "this Waypost has no mail server yet" in visitor.page("session", session.ref.code)


def test_session_without_a_time_any_more_leaves_the_calendars(
    owner, account, access, later, mailoutbox
):
    session = planned(owner, account)
    later()
    facts = {"purpose": "The next two years", "minutes": 180, "place": "Room 4"}
    sessions.change_session(
        access=access,
        session=session,
        version=session.version,
        led_by="",
        on=None,
        at=None,
        **facts,
    )
    propose(access, session, 14)
    title = "The next two years, Dunmore Mills"
    assert ("tom", f"No time yet: {title}") in later()
    gone = next(mail for mail in mailoutbox if mail.to[0].startswith("tom") and mail.attachments)
    method, event = entry_of(gone)
    assert (method, "dtstart" in event, int(event["sequence"])) == ("CANCEL", False, 1)
    sessions_times.choose_time(access=access, session=session, slot=session.slots.get())
    assert ("tom", f"Invitation: {title}") in later()
