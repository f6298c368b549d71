"""A planning session outlives a plan that is put in place, with all that was said there."""

import pytest

from waypost.accounts.models import Ref, TeamMember
from waypost.document.load import load
from waypost.document.tests.test_round_trip import put_in_place, stored
from waypost.method.shape import Kind
from waypost.planning.models import PlanningSession
from waypost.plans.tests.stored import read

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore}
team: [{id: T1, name: Olga Hagen, role: account lead}, {id: T2, name: Tom Ferrari, role: service}]
sessions:
  - {id: SE1, date: 2026-06-10, led_by: T1, participants: [T1], outcome: B1 agreed}
  - {id: SE2, date: 2026-11-05, led_by: T1, participants: [T1, T2]}
"""


def session(code):
    return PlanningSession.objects.get(ref__code=code)


def put_off(account, code, **values):
    """A session that no plan file can name: without a day, or called off."""
    ref = Ref.objects.create(account=account, code=code, kind=Kind.SESSION)
    leader = TeamMember.objects.get(account=account, ref__code="T2")
    row = PlanningSession.objects.create(account=account, ref=ref, led_by=leader, **values)
    row.participations.create(participant=leader.ref)
    return row


def test_agenda_and_decisions_stay_with_a_session_of_the_same_id():
    account = stored(read(PLAN))
    row = session("SE2")
    row.topics.create(title="Lights")
    row.decisions.create(words="We wait")
    row.invitees.create(person=Ref.objects.get(code="T2"))
    PlanningSession.objects.filter(pk=row.pk).update(purpose="Two years", place="Room 4")
    put_in_place(read(PLAN.replace("2026-11-05, led_by: T1", "2026-11-06, led_by: T2")), account)
    row = session("SE2")
    assert (row.purpose, row.place, str(row.date)) == ("Two years", "Room 4", "2026-11-06")
    assert str(row.led_by) == "Tom Ferrari"
    assert [topic.title for topic in row.topics.all()] == ["Lights"]
    assert [decision.words for decision in row.decisions.all()] == ["We wait"]
    assert [one.person.code for one in row.invitees.all()] == ["T2"]
    assert row.participations.count() == 2


def test_session_that_the_file_leaves_out_goes():
    account = stored(read(PLAN))
    put_in_place(read(PLAN.replace("SE1, date: 2026-06-10", "SE9, date: 2026-06-10")), account)
    codes = PlanningSession.objects.order_by("ref__code").values_list("ref__code", flat=True)
    assert list(codes) == ["SE2", "SE9"]


def test_sessions_that_no_file_can_name_stay_and_are_in_no_plan():
    account = stored(read(PLAN))
    put_off(account, "SE3", purpose="When?")
    put_off(account, "SE4", date="2026-12-10", called_off_at="2026-11-22T12:00:00Z")
    put_in_place(read(PLAN), account)
    for code in ("SE3", "SE4"):
        row = session(code)
        assert str(row.led_by) == "Tom Ferrari"
        assert row.ref.retired_at is None
        assert row.participations.count() == 1
    assert [found.id for found in load(account.pk).sessions] == ["SE1", "SE2"]


def test_session_that_the_file_dates_is_in_the_plan_again():
    account = stored(read(PLAN))
    put_off(account, "SE3", called_off_at="2026-11-22T12:00:00Z")
    dated = "  - {id: SE3, date: 2026-12-10, led_by: T1, participants: [T1]}\n"
    put_in_place(read(PLAN + dated), account)
    row = session("SE3")
    assert (row.called_off_at, str(row.led_by)) == (None, "Olga Hagen")
    assert [one.participant.code for one in row.participations.all()] == ["T1"]


def test_sessions_come_back_in_the_order_of_the_file_and_others_after_them():
    account = stored(read(PLAN))
    first = "  - {id: SE5, date: 2026-12-01}\n  - {id: SE2, date: 2026-11-05}\n"
    turned_round = (
        f"{PLAN.split('sessions:')[0]}sessions:\n{first}  - {{id: SE1, date: 2026-06-10}}\n"
    )
    put_in_place(read(turned_round), account)
    ref = Ref.objects.create(account=account, code="SE6", kind=Kind.SESSION)
    PlanningSession.objects.create(account=account, ref=ref, date="2026-10-01")
    codes = [one.id for one in load(account.pk).sessions]
    assert codes == ["SE5", "SE2", "SE1", "SE6"]
