"""What is written for something that was removed meanwhile is given back, and nothing else."""

import pytest
from django.urls import reverse
from django.utils import timezone

from waypost.planning.models import PlanningSession, SlotAnswer
from waypost.planning.tests.meeting import opened, planned, words
from waypost.planning.tests.rounds import asked

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def send(client, account, teammate):
    def post(name, *codes, user=teammate, htmx=False, **data):
        client.force_login(user)
        path = reverse(f"planning:{name}", args=[account.pk, *codes])
        return client.post(path, data, headers=HTMX if htmx else None)

    return post


def test_words_for_what_is_gone_are_given_back(send, owner, outsider, account):
    session = opened(owner, account)
    code = session.ref.code
    row = asked(session)
    answers = {"text_1": "You call first", "text_2": "", "choice_1": "green", "done": "yes"}
    topic = {"title": "Who pays?", "kind": "other", "version": 1}
    PlanningSession.objects.filter(pk=session.pk).update(deleted_at=timezone.now())
    removed = send("round-answers", code, row.pk, **answers)
    never = send("round-answers", "SE99", 1, **answers)
    parked = send("parked", code, words="Who pays?")
    for answer, text in ((removed, "You call first"), (never, "You call first")):
        assert answer.status_code == 404
        assert f"say it elsewhere: {text} Planning sessions" in words(answer)
    assert words(removed) == words(never)
    assert "Who pays?" in words(parked)
    assert "Who pays?" in words(send("topic", code, 1, user=owner, **topic))
    typing = send("round-answers", code, row.pk, htmx=True, text_1="You call first")
    assert typing.status_code == 409
    assert "This round is not there any more" in typing.content.decode()
    # Nothing was typed, or the account is somebody else's.
    assert "Not there any more" not in send("round-answers", code, row.pk).content.decode()
    stranger = send("parked", code, user=outsider, words="Who pays?")
    assert stranger.status_code == 404
    assert [w for w in ("Who pays?", "Dunmore") if w in stranger.content.decode()] == []


def test_answer_to_a_time_that_is_gone_is_pointed_out(send, client, owner, account):
    session = planned(owner, account, on=None, at=None)
    slots = [session.slots.create(starts_at=f"2026-12-{day}T14:00Z") for day in (10, 11)]
    said = {f"slot-{slot.pk}": "yes" for slot in slots}
    slots[0].delete()
    send("time-answers", session.ref.code, **said)
    assert SlotAnswer.objects.get().slot == slots[1]
    page = client.get(reverse("planning:session", args=[account.pk, session.ref.code]))
    assert "A time that you answered to is not proposed any more." in page.content.decode()
