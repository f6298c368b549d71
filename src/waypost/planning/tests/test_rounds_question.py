"""The question of a round in other words: until the reveal, and telling nobody who has written."""

import pytest
from django.urls import reverse

from waypost.history.models import ChangeSet
from waypost.planning.models import RoundDone
from waypost.planning.operations import rounds
from waypost.planning.queries.rounds import Step
from waypost.planning.tests.meeting import words
from waypost.planning.tests.rounds import asked, fresh, opened, run, write

pytestmark = pytest.mark.django_db
BEFORE, AFTER = "What do they say of us?", "What do they say of us in 2028?"


@pytest.fixture
def session(account):
    return opened(account)


@pytest.fixture
def at(client, account):
    def ask(user, row, name="round", **data):
        client.force_login(user)
        path = reverse(f"planning:{name}", args=[account.pk, "PS1", row.pk])
        is_read = not data and name != "round-answers"
        return client.get(path) if is_read else client.post(path, data)

    return ask


def test_slip_of_the_pen_is_mended_whether_anybody_has_written_or_not(
    at, session, account, owner, teammate
):
    answers = []
    for has_written in (False, True):
        row = asked(session, question=BEFORE)
        if has_written:
            write(session, row, teammate, "You call first")
        form = at(owner, row, "round-question")
        assert BEFORE in words(form)
        done = RoundDone.objects.filter(round=row).count()
        answer = at(owner, row, "round-question", question=AFTER, was=row.stamp)
        last = ChangeSet.objects.latest("pk")
        answers.append((answer.status_code, last.what, last.is_final, last.actor))
        assert answer.url == reverse("planning:round", args=[account.pk, "PS1", row.pk])
        assert fresh(row).question == AFTER
        assert RoundDone.objects.filter(round=row).count() == done
        assert f"The question was changed. It was: “{BEFORE}”" in words(at(teammate, row))
        at(owner, row, "round-question", question=AFTER, was=row.stamp)
        assert ChangeSet.objects.latest("pk") == last  # saving the same writes nothing
    said = (302, f"Changed the question to everybody: {AFTER}", True, owner)
    assert answers == [said, said]


def test_another_question_is_handed_in_again_and_loses_nothing(
    at, client, session, owner, teammate
):
    row = asked(session, question=BEFORE)
    write(session, row, teammate, "You call first")
    read = row.stamp
    at(owner, row, "round-question", question=AFTER, was=read, again="on")
    assert RoundDone.objects.count() == 0
    state = reverse("planning:round-state", args=[session.account_id, "PS1", row.pk])
    for seen, is_told in ((read, True), (fresh(row).stamp, False)):
        side = client.get(state, {"step": "input", "asked": seen}).content.decode()
        assert ("The question was changed. Read it" in side) == is_told

    kept = {"text_1": "You call second", "seen_1": row.contributions.get().stamp}
    late = at(teammate, row, "round-answers", **kept, asked=read, done="yes")
    assert late.status_code == 422
    assert "Your answers are kept: read it, then hand them in." in words(late)
    assert (row.contributions.get().text, RoundDone.objects.count()) == ("You call second", 0)
    facts = {"text_1": "You call second", "asked": fresh(row).stamp, "done": "yes"}
    assert at(teammate, row, "round-answers", **facts).status_code == 302
    assert RoundDone.objects.count() == 1
    assert "You call second" not in words(at(owner, row))


def test_question_is_changed_by_who_runs_the_round_until_the_reveal(at, session, owner, teammate):
    row = asked(session, question=BEFORE)
    assert at(teammate, row, "round-question", question=AFTER).status_code == 403
    assert at(owner, row, "round-question", question=" ").status_code == 422
    at(owner, row, "round-question", question="What else?")
    other = at(owner, row, "round-question", question=AFTER, was=row.stamp)
    assert other.status_code == 422
    assert "changed it meanwhile to “What else?”" in words(other)
    assert AFTER in words(other)
    assert f'value="{fresh(row).stamp}"' in other.content.decode()  # sent again, it replaces it
    for person in (owner, teammate):
        write(session, row, person, "You call first")
    run(session, row, rounds.reveal)
    late = at(owner, row, "round-question", question=AFTER)
    assert (late.status_code, fresh(row).question) == (422, "What else?")
    assert "The answers are revealed already." in words(late)
    assert AFTER in words(late)
    assert "Change the question" not in words(at(owner, row))
    assert fresh(row).step == Step.REVEALED
