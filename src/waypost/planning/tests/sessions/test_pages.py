"""Planning sessions: all of them, one that is planned, and how it opens (SES-1 to SES-5)."""

import re

import pytest
from django.urls import reverse

from waypost.accounts.models import Ref, TeamMember
from waypost.document.load import load
from waypost.health.models import Finding
from waypost.method.shape import Kind
from waypost.planning.models import AgendaTopic, PlanningSession
from waypost.planning.tests.meeting import (
    NOON,
    fresh,
    opened,
    planned,
    there,
    words,
)
from waypost.plans.tests.stored import read, stored

pytestmark = pytest.mark.django_db


def test_sessions_page_teaches_and_lists(page, account, owner):
    found = page("sessions")
    assert "When does everybody plan together next?" in found
    assert "SE1 Wed 10 Jun 2 people took part led by Olga Hagen without the first-line" in found
    planned(owner, account)
    found = page("sessions")
    assert "The next two years SE2 Thu 10 Dec, 14:00 to 17:00 5 people invited" in found


def test_rail_says_when_the_next_session_is(client, owner, account, post, time_machine):
    def rail():
        html = client.get(reverse("planning:sessions", args=[account.pk])).content.decode()
        found = re.search(r">Sessions(?:<span class=.n.>(.*?)</span>)?</a>", html)
        return found and found[1]

    client.force_login(owner)
    assert rail() is None
    session = planned(owner, account)
    assert rail() == "10 Dec"
    post("calling-off", session.ref.code)
    assert rail() is None
    held = opened(owner, account)
    assert rail() == "24 Nov"
    post("closing", held.ref.code, outcome="B1 agreed")
    assert PlanningSession.objects.get(pk=held.pk).closed_at
    assert rail() is None
    planned(owner, account)
    time_machine.move_to("2026-12-11T12:00:00Z", tick=False)
    client.force_login(owner)
    assert rail() is None


def test_pages_ask_the_same_few_queries_however_much_there_is(
    client, owner, account, django_assert_num_queries
):
    client.force_login(owner)
    sessions = reverse("planning:sessions", args=[account.pk])
    session = opened(owner, account)
    page = reverse("planning:session", args=[account.pk, session.ref.code])
    for many in (1, 3, 300):
        refs = [Ref(account=account, code=f"X{many}-{n}", kind=Kind.SESSION) for n in range(many)]
        made = Ref.objects.bulk_create(refs)
        rows = [PlanningSession(account=account, ref=ref, date="2026-10-01") for ref in made]
        PlanningSession.objects.bulk_create(rows)
        for number in range(many // 10 + 1):
            session.topics.create(title=f"Topic {number}", about=account.refs.get(code="B1"))
            session.parked.create(words="Later", author=account.refs.get(code="T1"))
            session.decisions.create(words="We wait", part=account.refs.get(code="B1"))
        with django_assert_num_queries(5):
            client.get(sessions)
        with django_assert_num_queries(22):
            client.get(page)


def test_everybody_is_invited_second_level_to_the_customers_part(post, page, account):
    post("session-new", purpose="Two years", minutes="90", led_by="T1")
    session = PlanningSession.objects.get(ref__code="SE2")
    invited = session.invitees.order_by("person__code")
    alone = {row.person.code: row.customer_part_only for row in invited}
    assert alone == {"M1": False, "M2": True, "T1": False, "T2": False, "T3": False}
    assert there(session) == ["M1", "T1", "T2", "T3"]
    found = page("session", "SE2")
    assert "no date yet , led by Olga Hagen" in found or "no date yet, led by" in found
    assert "For the customer’s part only CD Claire Dumont" in found


def test_day_and_time_go_together_and_lie_ahead(post):
    facts = {"purpose": "Two years", "minutes": "90"}
    said = post("session-new", status=422, **facts, on="2026-12-10")
    assert "Give the day and the time, or neither" in said
    said = post("session-new", status=422, **facts, on="2026-11-01", at="14:00")
    assert "Enter today or a later day." in said
    assert "Enter the time as 14:30." in post("session-new", status=422, **facts, at="two")
    assert "Enter whole minutes" in post("session-new", status=422, purpose="x", minutes="2.5")


def test_missing_people_are_named_with_what_it_costs(post, page, account, owner):
    session = planned(owner, account)
    code = session.ref.code
    everybody = ["M1", "M2", "T1", "T2", "T3"]
    post("participants", code, people=["T1", "T2"], stood=everybody, speaker="P2")
    found = page("session", code)
    assert "Henrik Aas is not invited. Without the first-line manager" in found
    assert "Not invited: Lise Arden (channel partner). Who is not there does not know" in found
    assert "Bo Dahl cannot speak for the whole business" in found
    assert "Ask Eva Lund, Managing director first" in found
    plan = load(account.pk)
    assert plan.sessions[-1].participants == ("T1", "T2")
    assert [f.rule for f in Finding.objects.filter(account=account, at=code)] == ["SES-3"]


def test_speakers_are_offered_the_most_senior_first(page, account, owner):
    found = page("participants", planned(owner, account).ref.code)
    order = [found.index(name) for name in ("Eva Lund", "Ida Krog", "Bo Dahl")]
    assert order == sorted(order)


def test_session_opens_with_the_first_line_manager_alone(post, account, owner):
    session = planned(owner, account)
    said = post("opening", session.ref.code, status=422, there=["T1", "T2"])
    assert "Henrik Aas is not there. The first-line manager keeps the team honest" in said
    assert fresh(session).opened_at is None
    post("opening", session.ref.code, there=["T1", "M1"], speaker="P1", second_level="M2")
    session = fresh(session)
    assert session.opened_at is not None
    assert (str(session.date), str(session.opened_by)) == ("2026-11-24", "Eva Lund")
    assert session.first_line_manager_present is True
    assert session.second_level_attended_customer_part is True
    assert there(session) == ["M1", "T1"]


def test_team_without_a_manager_is_told_to_add_one(client, owner, time_machine):
    time_machine.move_to(NOON, tick=False)
    text = "account: {name: Dunmore}\nteam: [{id: T1, name: Olga Hagen, role: account lead}]\n"
    account = stored(read(text), team=[("T1", owner, "lead")])
    session = planned(owner, account, led_by="T1")
    client.force_login(owner)
    address = reverse("planning:opening", args=[account.pk, session.ref.code])
    said = client.post(address, {"there": "T1"})
    assert said.status_code == 422
    assert "The team has no first-line manager. Add the manager" in words(said)


def test_manager_by_access_counts_whatever_the_function_says(post, account, owner):
    TeamMember.objects.filter(ref__code="M1").update(function="Director", access_role="first-line")
    session = planned(owner, account)
    post("opening", session.ref.code, there=["T1", "M1"])
    assert fresh(session).opened_at is not None


def test_presence_changes_but_the_manager_stays(post, account, owner):
    session = opened(owner, account)
    code, stood = session.ref.code, ["T1", "T2", "M1"]
    post("presence", code, there=["T1", "T3", "M1"], stood=stood)
    assert there(session) == ["M1", "T1", "T3"]
    said = post("presence", code, status=422, there=["T1"], stood=["T1", "M1"])
    assert "without the manager the session cannot take place" in said
    assert there(session) == ["M1", "T1", "T3"]


def test_agenda_is_proposed_ordered_and_longer_than_the_session(post, page, account, owner):
    session = planned(owner, account, minutes=60)
    code = session.ref.code
    post("agenda-proposal", code)
    kinds = list(AgendaTopic.objects.order_by("position").values_list("kind", flat=True))
    assert kinds == [
        *("other", "vision", "relationship", "business", "strategies", "lights", "actions"),
    ]
    assert sum(topic.minutes or 0 for topic in AgendaTopic.objects.all()) == 60
    first = AgendaTopic.objects.order_by("position")[0]
    post("topic-place", code, first.pk, to="down")
    post("topic-place", code, first.pk, to="down")
    post("topic-place", code, first.pk, to="up")
    titles = AgendaTopic.objects.order_by("position").values_list("pk", flat=True)
    assert list(titles)[1] == first.pk
    post("agenda", code, title="Spare parts", kind="other", minutes="20", about="B1")
    assert "The agenda is 20 minutes longer than the session." in page("session", code)
    last = AgendaTopic.objects.get(title="Spare parts")
    post("topic", code, last.pk, version=1, title="Parts", kind="other", minutes="5", about="V1")
    said = post("topic", code, last.pk, status=409, version=1, title="Bolts", kind="other")
    assert "Parts" in said
    post("topic-removal", code, last.pk)
    assert not AgendaTopic.objects.filter(pk=last.pk).exists()


def test_session_called_off_is_in_no_plan_and_takes_nothing_more(post, page, account, owner):
    session = planned(owner, account)
    code = session.ref.code
    post("calling-off", code, why="Eva Lund is ill")
    assert "This session was called off Eva Lund is ill" in page("session", code)
    assert [found.id for found in load(account.pk).sessions] == ["SE1"]
    post("calling-off", code, why="Twice")
    assert fresh(session).called_off_why == "Eva Lund is ill"
    said = post("opening", code, status=422, there=["T1", "M1"])
    assert "This session was called off." in said


def test_edit_of_two_people_at_once_is_not_lost(post, account, owner):
    session = planned(owner, account)
    facts = {"purpose": "Next", "on": "2026-12-11", "at": "09:00", "minutes": "60"}
    post("session-edit", session.ref.code, version=1, **facts)
    row = fresh(session)
    assert (str(row.date), row.purpose, row.calendar_sequence) == ("2026-12-11", "Next", 1)
    post("session-edit", session.ref.code, status=409, version=1, **{**facts, "purpose": "Other"})
    assert fresh(session).purpose == "Next"
