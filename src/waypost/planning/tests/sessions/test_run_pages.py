"""A planning session that is under way, what it decides, and how it closes (SES-1 to SES-4)."""

import re
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from waypost.accounts.models import TeamMember
from waypost.accounts.queries import access_to
from waypost.document.load import load
from waypost.health.models import Finding
from waypost.planning.models import PlanningSession, SessionDecision
from waypost.planning.operations.rounds import begin_round, call_off
from waypost.planning.operations.sessions import call_off_session
from waypost.planning.tests.meeting import (
    fresh,
    opened,
    planned,
)
from waypost.plans.models import Action
from waypost.plans.tests.stored import VIEWER

pytestmark = pytest.mark.django_db


def test_topic_that_was_worked_on_stays(post, page, account, owner):
    session = opened(owner, account)
    topic = session.topics.create(title="Lights", position=1)
    SessionDecision.objects.create(session=session, topic=topic, words="We wait")
    said = post("topic-removal", session.ref.code, topic.pk, status=422)
    assert "Something was said on this topic: it stays on the agenda." in said


def test_objective_decided_needs_an_action_or_what_comes_later(post, page, account, owner):
    session = opened(owner, account)
    code = session.ref.code
    post("decisions", code, words="Five by September", part="B1")
    post("decisions", code, words="They call us first", part="R1")
    post("decisions", code, words="We meet in May")
    said = post("closing", code, status=422, outcome="Kept")
    assert "B1 “Five by September” has no action with an owner." in said
    assert "R1 “They call us first” has no action with an owner." in said
    assert "Kept" in said
    business, sentence, _other = SessionDecision.objects.order_by("pk")
    post("decision-action", code, business.pk, what="Show the trial", owner="T2", due="2026-12-04")
    action = Action.objects.get()
    assert (action.achieves and action.achieves.code, str(action.month)) == ("B1", "2026-12-01")
    later = {"version": 1, "later": "Two visits", "later_by": "2026-12-20"}
    said = post("decision-later", code, sentence.pk, status=422, **later)
    assert "Choose “By whom”" in said
    post("decision-later", code, sentence.pk, **later, later_owner="T2")
    assert "Later: Two visits (Tom Ferrari, by 20 Dec)" in page("session", code)
    post("closing", code, outcome="B1 and R1 agreed")
    assert fresh(session).closed_at is not None


def test_action_for_a_stage_goal_counts_and_one_without_owner_does_not(post, account, owner):
    session = opened(owner, account)
    post("decisions", session.ref.code, words="Four by March", part="B1")
    stage = account.refs.get(code="G1")
    ref = account.refs.create(code="A1", kind="action")
    action = Action.objects.create(account=account, ref=ref, what="Trial", achieves=stage)
    assert "has no action with an owner" in post("closing", session.ref.code, status=422)
    Action.objects.filter(pk=action.pk).update(owner=account.refs.get(code="T2"))
    post("closing", session.ref.code)


def test_session_asks_whether_second_level_management_left(post, page, account, owner):
    session = opened(owner, account, second_level="M2")
    code = session.ref.code
    assert "Claire Dumont hears the customer. Did they leave" in page("session", code)
    assert "Say whether Claire Dumont left" in post("closing", code, status=422)
    said = {"speaker": "P1", "note": "We want five", "second_level": "M2"}
    version = fresh(session).version
    post("customer-part", code, **said, version=version, left="yes")
    stale = post("customer-part", code, status=409, version=version, note="Mine", left="no")
    assert "We want five" in stale
    post("closing", code)
    found = page("session", code)
    assert "Eva Lund , Managing director We want five" in found
    assert "Claire Dumont heard the customer and left before the team planned." in found


def test_words_that_come_after_the_end_are_shown_to_who_wrote_them(post, account, owner):
    session = opened(owner, account)
    code = session.ref.code
    post("closing", code, outcome="Agreed")
    late: dict[str, dict[str, Any]] = {
        "parked": {"words": "Who signs? 👩🏽‍🚀"},
        "decisions": {"words": "Two visits a month"},
        "agenda": {"title": "The freeze", "minutes": 20, "kind": "other"},
        "customer-part": {"note": "We want five", "version": 1},
        "calling-off": {"why": "The plant stands still"},
        "closing": {"outcome": "Agreed, but for B1"},
    }
    for name, data in late.items():
        said = post(name, code, status=422, **data)
        assert "his session is over" in said, (name, said)
        text = next(value for value in data.values() if isinstance(value, str))
        assert f"What you wrote was not sent: {text}" in said
    post("closing", code, outcome="Agreed")  # a second click says nothing new
    assert fresh(session).outcome == "Agreed"


def test_minutes_hold_everything_and_the_record_is_documented(post, page, account, owner):
    session = opened(owner, account)
    code = session.ref.code
    session.topics.create(title="Lights first", minutes=15)
    post("parked", code, words="Who pays for the sensors?")
    post("decisions", code, words="We meet in May")
    post("closing", code, outcome="One decision")
    found = page("session", code)
    for said in (
        "Who took part 3",
        "Not there: Lise Arden (channel partner). Tell them what was planned",
        "One decision",
        "We meet in May",
        "Lights first",
        "Who pays for the sensors? Olga Hagen",
    ):
        assert said in found
    kept = load(account.pk).sessions[-1]
    assert (kept.documented, kept.outcome, str(kept.date)) == (True, "One decision", "2026-11-24")
    assert kept.participants == ("T1", "T2", "M1")
    said = post("decisions", code, status=422, words="One more")
    assert "This session is over." in said


def test_findings_of_a_past_session_are_resolved_on_its_page(post, page, account):
    found = Finding.objects.filter(account=account, at="SE1")
    assert {one.rule for one in found} >= {"SES-1", "SES-3"}
    post(
        "correction",
        "SE1",
        version=1,
        on="2026-06-10",
        led_by="T1",
        there=["T1", "T2", "T3", "M1"],
        speaker="P1",
        note="We want five",
        outcome="B1 agreed",
        documented="on",
    )
    assert not Finding.objects.filter(account=account, at="SE1").exists()
    found = page("session", "SE1")
    assert "We want five" in found
    assert "not documented" not in found
    said = post("correction", "SE1", status=409, version=1, on="2026-06-10", outcome="Other")
    assert "B1 agreed" in said


def test_session_whose_day_went_by_is_asked_about(page, post, account, owner, time_machine):
    session = planned(owner, account)
    time_machine.move_to("2026-12-12T12:00:00Z", tick=False)
    code = session.ref.code
    assert "The day of this session is over" in page("session", code)
    held = {"version": 1, "on": "2026-12-10", "there": ["T1", "M1"], "outcome": "B1"}
    access = access_to(owner, account.pk)
    row = begin_round(access=access, session=session, kind="vision", question="Where to?").row
    assert "answers to “Where to?” are not revealed" in post("correction", code, status=422, **held)
    call_off(access=access, session=session, row=row)
    post("correction", code, **held)
    session = fresh(session)
    assert session.state_on(session.date) == "closed"
    assert session.first_line_manager_present is True


def test_partner_parks_points_and_removes_own_alone(post, page, account, owner, teammate):
    session = opened(owner, account)
    code = session.ref.code
    post("parked", code, words="By Olga")
    post("parked", code, user=teammate, words="By Lise")
    mine, hers = session.parked.order_by("words").reverse(), session.parked.order_by("words")
    post("parked-removal", code, mine.get(words="By Olga").pk, user=teammate, status=403)
    post("parked-removal", code, hers.get(words="By Lise").pk, user=teammate)
    assert [point.words for point in session.parked.all()] == ["By Olga"]
    post("decisions", code, user=teammate, status=403, words="Mine")


def test_viewer_reads_and_does_nothing(post, page, account, owner, outsider):
    TeamMember.objects.filter(ref__code="T2").update(user=outsider, access_role=VIEWER)
    session = opened(owner, account)
    found = page("session", session.ref.code, user=outsider)
    assert "Park it" not in found
    assert "Close the session" not in found
    post("parked", session.ref.code, user=outsider, status=403, words="x")


def test_page_asks_what_changed_and_gets_nothing_where_nothing_did(client, owner, account):
    session = opened(owner, account)
    client.force_login(owner)
    whole = client.get(reverse("planning:session", args=[account.pk, session.ref.code]))
    (address,) = re.findall(r'hx-get="([^"]*/now/[^"]*)"', unescape(whole.content.decode()))
    assert client.get(address).status_code == 204
    session.parked.create(words="Who pays?")
    changed = client.get(address).content.decode()
    assert "Who pays?" in changed
    assert 'id="parked-list" hx-swap-oob="outerHTML"' in changed
    assert "<textarea" not in changed
    PlanningSession.objects.filter(pk=session.pk).update(closed_at=session.opened_at)
    assert "The session is closed" in client.get(address).content.decode()


def test_what_was_done_is_in_the_history_and_can_be_taken_back(client, owner, account):
    session = planned(owner, account)
    done = call_off_session(
        access=access_to(owner, account.pk), session=session, why="Ill"
    ).change_set
    client.force_login(owner)
    found = client.get(reverse("accounts:history", args=[account.pk])).content.decode()
    assert "Called off the session “The next two years”" in found
    client.post(reverse("accounts:undo", args=[account.pk, done and done.pk]))
    session = fresh(session)
    assert session.called_off_at is None
    assert session.calendar_sequence == 2  # calendars that heard of the end hear of this too


def test_time_is_told_where_the_reader_is(page, post, account, owner, teammate):
    session = planned(owner, account)
    teammate.time_zone = "Asia/Tokyo"
    teammate.save()
    assert "Thu 10 Dec, 23:00 to 02:00" in page("session", session.ref.code, user=teammate)
    PlanningSession.objects.update(starts_at="2026-12-10T22:00:00Z")
    assert "Fri 11 Dec, 07:00 to 10:00" in page("session", session.ref.code, user=teammate)
    PlanningSession.objects.update(closed_at="2026-12-12T08:00:00Z", date="2026-12-08")
    found = page("session", session.ref.code)
    assert "Tue 8 Dec" in found
    assert "22:00" not in found
