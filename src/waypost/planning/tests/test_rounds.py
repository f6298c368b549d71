"""A round of input: each alone, all at once, one vote, one decision (SES-1, SES-6)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import AccessRole
from waypost.accounts.queries import access_to
from waypost.contacts.queries.standing import DISPOSITIONS as PLACES
from waypost.history.models import Change, ChangeSet
from waypost.method.rounds import DISPOSITIONS
from waypost.planning.models import Contribution, Round
from waypost.planning.operations import rounds, rounds_input
from waypost.planning.operations.rounds_agenda import sort_agenda
from waypost.planning.operations.rounds_deciding import decide_round
from waypost.planning.operations.rounds_input import Answer
from waypost.planning.operations.rounds_merging import merge_answers, separate_answers
from waypost.planning.queries.rounds import ballots_of, revealed_answers, rounds_of
from waypost.planning.tests.rounds import (
    asked,
    fresh,
    joined,
    opened,
    place_of,
    revealed,
    run,
    vote,
    write,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(account):
    return opened(account)


def test_dispositions_are_those_of_people():
    assert tuple(PLACES) == DISPOSITIONS


def test_leader_is_revealed_last(session, account, owner, teammate):
    for number in range(4):
        write_row = asked(session, question=f"Question {number}?")
        write(session, write_row, owner, "The leader")
        write(session, write_row, teammate, "One", "Two")
        run(session, write_row, rounds.reveal)
        assert [one.text for one in revealed_answers(fresh(write_row))][-1] == "The leader"
        assert [one.place for one in revealed_answers(fresh(write_row))] == [1, 2, 3]


def test_leader_of_the_session_comes_before_that_of_the_account(account, owner, teammate):
    member = account.refs.get(code="T2").pk
    leads = {"led_by_id": teammate.memberships.get(ref=member).pk}
    session = opened(account, **leads)
    row = asked(session)
    write(session, row, teammate, "The leader")
    write(session, row, owner, "Another")
    run(session, row, rounds.reveal)
    assert [one.text for one in revealed_answers(fresh(row))] == ["Another", "The leader"]


def test_nothing_is_revealed_before_all_are_done_or_time_is_up(session, owner, teammate):
    row = asked(session)
    write(session, row, owner, "Mine")
    with pytest.raises(ValidationError, match="Not everybody is done"):
        run(session, row, rounds.reveal)
    run(session, row, rounds.set_time, minutes=1)
    assert fresh(row).ends_at > timezone.now()
    Round.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    written = run(session, row, rounds.reveal)
    assert written.change_set.is_final
    assert fresh(row).ends_at is None
    assert run(session, row, rounds.reveal).change_set is None
    assert fresh(row).steps.filter(step="revealed", by=owner).count() == 1


def test_nothing_is_revealed_before_the_session_is_open(account, owner, teammate):
    session = opened(account, opened_at=None, starts_at=timezone.now())
    row = asked(session)
    write(session, row, owner, "Mine")
    write(session, row, teammate, "His")
    with pytest.raises(ValidationError, match="not been opened yet"):
        run(session, row, rounds.reveal)


def test_answer_after_the_reveal_is_refused(session, owner, teammate):
    row = revealed(session, owner, teammate)
    facts = {"access": access_to(owner, session.account_id), "session": session, "row": row}
    with pytest.raises(ValidationError) as refused:
        rounds_input.save_answers(**facts, answers={1: Answer(text="Later")})
    assert refused.value.code == rounds.TOO_LATE
    with pytest.raises(ValidationError):
        rounds_input.set_done(**facts, step="input", done=True)


def test_answer_that_is_told_to_stand_and_does_not_is_kept(client, session, owner):
    row = asked(session)
    client.force_login(owner)
    address = reverse("planning:round-answers", args=[session.account_id, session.ref.code, row.pk])
    sent = {"text_1": "👩🏽‍🚀 \u202eאבג", "seen_1": "a stamp of ours", "page": "a"}
    assert client.post(address, sent).status_code == 302
    assert row.contributions.get().text == "👩🏽‍🚀 \u202eאבג"


def test_what_was_written_on_another_page_is_not_wiped_out(session, owner):
    row = asked(session)
    facts = {"access": access_to(owner, session.account_id), "session": session, "row": row}
    first = rounds_input.save_answers(**facts, answers={1: Answer(text="On paper")}, page="a")
    seen = first.rows[1].stamp
    again = {1: Answer(text="On paper, twice")}  # the answer to the first never arrived
    assert not rounds_input.save_answers(**facts, answers=again, page="a").elsewhere
    other = rounds_input.save_answers(
        **facts, answers={1: Answer(text="On a phone", seen=seen)}, page="b"
    )
    assert (other.elsewhere, other.rows[1].text) == ((1,), "On paper, twice")
    untouched = {1: Answer(text="On paper", seen=seen), 2: Answer(text="Second")}
    saved = rounds_input.save_answers(**facts, answers=untouched, page="b")
    assert (saved.elsewhere, saved.rows[1].text) == ((), "On paper, twice")
    stamp = saved.rows[1].stamp
    kept = rounds_input.save_answers(
        **facts, answers={1: Answer(text="On a phone", seen=stamp)}, page="b"
    )
    assert kept.rows[1].text == "On a phone"


def test_emptied_answer_is_not_revealed(session, owner, teammate):
    row = asked(session)
    facts = {"access": access_to(owner, session.account_id), "session": session, "row": row}
    write(session, row, teammate, "Stays")
    write(session, row, owner, "Goes")
    stamp = Contribution.objects.get(text="Goes").stamp
    rounds_input.save_answers(**facts, answers={1: Answer(seen=stamp)})
    run(session, row, rounds.reveal)
    assert [one.text for one in revealed_answers(fresh(row))] == ["Stays"]


def test_merging_keeps_both_authors_and_can_be_undone(session, owner, teammate):
    row = revealed(session, owner, teammate)
    one, two, three = (
        place_of(row, text)
        for text in ("You call us first", "You know our lines", "You never surprise us")
    )
    run(session, row, merge_answers, place=one, into=two)
    run(session, row, merge_answers, place=two, into=three)
    kept = Contribution.objects.get(place=three)
    assert {part.place for part in kept.merged.all()} == {one, two}
    with pytest.raises(ValidationError):
        run(session, row, merge_answers, place=three, into=three)
    with pytest.raises(ValidationError, match="not there any more"):
        run(session, row, merge_answers, place=one, into=three)
    run(session, row, separate_answers, place=three)
    assert not Contribution.objects.exclude(merged_into=None).exists()
    assert run(session, row, separate_answers, place=three).change_set is None
    run(session, row, rounds.open_vote)
    with pytest.raises(ValidationError, match="vote is open"):
        run(session, row, merge_answers, place=one, into=two)


def test_dots_have_their_limits_and_come_back(session, owner, teammate):
    row = revealed(session, owner, teammate, dots=4)
    run(session, row, rounds.open_vote)
    facts = {"access": access_to(owner, session.account_id), "session": session, "row": row}
    for _dot in range(3):
        rounds_input.spend_dot(**facts, place=1)
    with pytest.raises(ValidationError, match="Three dots"):
        rounds_input.spend_dot(**facts, place=1)
    rounds_input.spend_dot(**facts, place=2)
    with pytest.raises(ValidationError, match="All your dots"):
        rounds_input.spend_dot(**facts, place=2)
    rounds_input.spend_dot(**facts, place=1, take_back=True)
    rounds_input.spend_dot(**facts, place=2)
    rounds_input.spend_dot(**facts, place=3, take_back=True)
    assert sorted(row.dots_spent.values_list("contribution__place", flat=True)) == [1, 1, 2, 2]
    with pytest.raises(ValidationError, match="not there"):
        rounds_input.spend_dot(**facts, place=9)


def test_votes_are_counted_when_all_have_handed_in(session, owner, teammate):
    row = revealed(session, owner, teammate)
    run(session, row, rounds.open_vote, minutes=5)
    vote(session, row, owner, 1)
    with pytest.raises(ValidationError, match="Not everybody is done"):
        run(session, row, rounds.close_vote)
    assert ballots_of(fresh(row)) == {}
    vote(session, row, teammate, 1, 2)
    run(session, row, rounds.close_vote)
    assert {user: sum(dots.values()) for user, dots in ballots_of(fresh(row)).items()} == {
        owner.pk: 1,
        teammate.pk: 2,
    }
    assert run(session, row, rounds.close_vote).change_set is None


def test_vote_needs_something_to_vote_on(session, owner, teammate):
    row = asked(session)
    for person in (owner, teammate):
        write(session, row, person)
    run(session, row, rounds.reveal)
    with pytest.raises(ValidationError, match="Nobody has written"):
        run(session, row, rounds.open_vote)
    with pytest.raises(ValidationError, match="Close the vote first"):
        run(session, row, decide_round, places=[1])


def test_agenda_begins_with_what_people_disagree_about(session, account, owner, teammate):
    first, second = (session.topics.create(title=f"Topic {n}", position=n) for n in (1, 2))
    for topic, colours in ((first, ("red", "red")), (second, ("red", "green"))):
        row = asked(session, "light", topic=topic)
        for person, colour in zip((owner, teammate), colours, strict=True):
            write(session, row, person, "Because", choice=colour)
        run(session, row, rounds.reveal)
    access = access_to(owner, account.pk)
    assert sort_agenda(access=access, session=session).change_set is not None
    titles = session.topics.order_by("position").values_list("title", flat=True)
    assert list(titles) == ["Topic 2", "Topic 1"]
    assert sort_agenda(access=access, session=session).change_set is None


def test_only_those_who_may_run_a_round_run_it(session, account, owner, teammate):
    row = asked(session)
    manager = joined(account, "Marta Lind", AccessRole.FIRST_LINE)
    partner = joined(account, "Paul Reyes", AccessRole.PARTNER)
    for user in (teammate, partner):
        access = access_to(user, account.pk)
        for step in (rounds.reveal, rounds.open_vote, rounds.close_vote):
            with pytest.raises(PermissionDenied):
                step(access=access, session=session, row=row)
    access = access_to(manager, account.pk)
    assert rounds.set_time(access=access, session=session, row=row, minutes=3).change_set
    session.led_by = teammate.memberships.get()
    access = access_to(teammate, account.pk)
    assert rounds.set_time(access=access, session=session, row=row, minutes=4).change_set


def test_nobody_answers_for_the_team_who_has_no_part_in_it(session, account):
    row = asked(session)
    for role in (AccessRole.SENIOR, AccessRole.VIEWER):
        access = access_to(joined(account, f"{role} Anders", role), account.pk)
        facts = {"access": access, "session": session, "row": row}
        with pytest.raises(PermissionDenied):
            rounds_input.save_answers(**facts, answers={1: Answer(text="Mine")})
        with pytest.raises(PermissionDenied):
            rounds_input.spend_dot(**facts, place=1)


def test_session_that_is_over_takes_no_answer(session, account, owner):
    row = asked(session)
    session.closed_at = timezone.now()
    with pytest.raises(ValidationError, match="over"):
        write(session, row, owner, "Late")


def test_history_says_what_was_done_and_nothing_of_who_wrote(session, owner, teammate):
    row = asked(session)
    before = ChangeSet.objects.count()
    write(session, row, owner, "Mine")
    assert ChangeSet.objects.count() == before
    assert not Change.objects.filter(table__in=("planning.contribution", "planning.dot")).exists()
    write(session, row, teammate, "His")
    run(session, row, rounds.reveal)
    assert Change.objects.filter(table="planning.contribution").count() == 2
    assert list(rounds_of(session)) == [row]
