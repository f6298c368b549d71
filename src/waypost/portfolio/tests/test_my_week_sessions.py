"""My week asks when one can come to a session, and names the rounds that wait for one's answers."""

from datetime import date, time

import pytest
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import AccessRole
from waypost.accounts.queries import access_to
from waypost.planning.models import PlanningSession
from waypost.planning.operations import rounds, rounds_input
from waypost.planning.operations.sessions_times import answer_times, propose_time
from waypost.planning.queries.sessions import session_of
from waypost.planning.tests import rounds as play
from waypost.planning.tests.meeting import planned, team_of
from waypost.portfolio.tests.week import WeekPage

pytestmark = pytest.mark.django_db
TIMES = "You are asked when you can come to “The next two years” . Dunmore Mills"
INPUT = "Your answers are missing to “What do they say in 2028?” . Dunmore Mills"
DOTS = "Your dots are missing on “What do they say in 2028?” . Dunmore Mills"
SESSIONS = ("You are asked when", "Your answers", "Your dots")


@pytest.fixture
def asked(client):
    def by(user):
        client.force_login(user)
        said = WeekPage(client.get(reverse("portfolio:my-week"))).section("asked")
        return [words for words in said if words.startswith(SESSIONS)]

    return by


def test_proposed_times_ask_until_each_is_answered_or_over(asked, owner, teammate, time_machine):
    account = team_of(T1=owner, T3=teammate)
    viewer = play.joined(account, "Vera Holm", AccessRole.VIEWER, "T9")
    session, access = planned(owner, account, on=None, at=None), access_to(owner, account.pk)
    assert asked(owner) == []
    for day in (10, 11):
        propose_time(access=access, session=session, on=date(2026, 12, day), at=time(14))
    assert [asked(one) for one in (owner, teammate, viewer)] == [[TIMES], [TIMES], []]
    first, second = session.slots.order_by("starts_at")
    answer_times(access=access, session=session, answers={first.pk: "no"})
    assert asked(owner) == [TIMES]
    answer_times(access=access, session=session, answers={first.pk: "no", second.pk: "yes"})
    assert [asked(owner), asked(teammate)] == [[], [TIMES]]
    session.invitees.filter(person__code="T3").delete()
    assert asked(teammate) == []
    time_machine.move_to("2026-12-12T12:00:00Z", tick=False)
    session.invitees.create(person=account.refs.get(code="T3"))
    assert asked(teammate) == []


def test_rounds_ask_until_they_are_handed_in(asked, owner, teammate):
    account = team_of(T1=owner, T3=teammate)
    session = play.opened(account, date=timezone.localdate())
    row = play.asked(session, question="What do they say in 2028?")
    assert [asked(owner), asked(teammate)] == [[INPUT], [INPUT]]
    answer = {1: rounds_input.Answer(text="You call first")}
    mine = {"access": access_to(teammate, account.pk), "session": session, "row": row}
    rounds_input.save_answers(**mine, answers=answer)
    assert asked(teammate) == [INPUT]  # it is kept, and not handed in yet
    rounds_input.set_done(**mine, step="input", done=True)
    assert [asked(owner), asked(teammate)] == [[INPUT], []]
    play.write(session, row, owner, "You know our lines")
    play.run(session, row, rounds.reveal)
    assert [asked(owner), asked(teammate)] == [[], []]
    play.run(session, row, rounds.open_vote)
    assert [asked(owner), asked(teammate)] == [[DOTS], [DOTS]]
    play.vote(session, row, owner, 1)
    assert [asked(owner), asked(teammate)] == [[], [DOTS]]
    session.participations.filter(participant__code="T3").delete()
    assert asked(teammate) == []  # who is not there answers for nobody
    session.participations.create(participant=account.refs.get(code="T3"))
    row.steps.create(step="closed")
    assert asked(teammate) == []


def test_rounds_of_sessions_that_are_over_ask_nothing(asked, owner, teammate):
    account = team_of(T1=owner, T3=teammate)
    session = play.opened(account, date=timezone.localdate())
    play.asked(session, question="What do they say in 2028?")
    rows = PlanningSession.objects.filter(pk=session.pk)
    for over in ("closed_at", "called_off_at", "deleted_at"):
        rows.update(**{over: timezone.now()})
        assert asked(teammate) == [], over
        rows.update(**{over: None})
    rows.update(opened_at=None, date="2026-06-10")  # of a plan file, and long over
    assert asked(teammate) == []
    assert session_of(access_to(owner, account.pk), "PS1").pk == session.pk
    rows.update(date=None)
    assert asked(teammate) == [INPUT]
