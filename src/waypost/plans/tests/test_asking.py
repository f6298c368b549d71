"""Those who doubt are answered, those who are silent asked once more; parts are talked about."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import AccessRole, TeamMember
from waypost.accounts.operations import undo
from waypost.accounts.queries import access_to
from waypost.history.models import ChangeSet
from waypost.plans.models import Commitment
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore Mills}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
  - {id: T3, name: Priya Nair, role: product specialist}
strategies:
  - id: S1
    statement: Machine outwards
    members:
      - {who: T1, told: 2026-11-05}
      - {who: T2, told: 2026-11-05}
      - {who: T3, told: 2026-11-05, committed: false, doubts: Who pays for it?}
  - {id: S2, statement: Line by line, members: [{who: T2, told: 2026-11-05}, {who: T3, told: 2026-11-06}]}
short_term_plan: {actions: [{id: A1, what: Call Mette, owner: T2}]}
"""  # noqa: E501  # one strategy a line


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


@pytest.fixture
def section(client, account):
    def read_section(user, code="S1"):
        client.force_login(user)
        page = client.get(reverse("plans:strategies", args=[account.pk])).context["page"]
        return next(found for found in page.strategies if found.code == code)

    return read_section


def told(code):
    return Commitment.objects.get(strategy__ref__code="S1", member__ref__code=code).told


def ask(client, account, *members):
    telling = reverse("plans:strategy-telling", args=[account.pk, "S1"])
    return client.post(telling, {"again": "yes", "member": members})


def test_who_was_told_and_is_silent_is_named(section, owner, account, teammate):
    waiting = section(owner).waiting
    ago = (timezone.localdate() - date(2026, 11, 5)).days
    assert waiting.sentence.startswith("Tom Ferrari was told on 5 Nov")
    assert (waiting.word, waiting.codes, ago >= 0) == ("Ask Tom", ("T2",), True)
    assert section(teammate).waiting.codes == ("T1",)
    several = section(owner, "S2").waiting
    assert several.sentence == "Without an answer: Tom Ferrari and Priya Nair."
    assert (several.word, several.codes) == ("Ask all 2", ("T2", "T3"))


def test_asking_once_more_comes_up_in_their_week_and_is_taken_back(
    client, section, owner, teammate, account
):
    client.force_login(owner)
    ask(client, account, "T2", "T3")

    done = ChangeSet.objects.latest("pk")
    assert done.what == "Asked Tom Ferrari once more about S1"
    assert (told("T2"), told("T3")) == (timezone.localdate(), date(2026, 11, 5))
    assert section(owner).waiting is None
    client.force_login(teammate)
    week = client.get(reverse("portfolio:my-week")).content.decode()
    assert "Olga Hagen" in week.partition("asks you to commit to")[0][-300:]

    undo(access=access_to(owner, account.pk), change_set=done)
    assert told("T2") == date(2026, 11, 5)


def test_asking_twice_writes_once(client, owner, account):
    client.force_login(owner)
    ask(client, account, "T2")
    count = ChangeSet.objects.count()
    assert ask(client, account, "T2").status_code == 302
    assert ChangeSet.objects.count() == count


def test_viewer_asks_nobody(client, section, outsider, account):
    TeamMember.objects.filter(ref__code="T3").update(user=outsider, access_role=VIEWER)
    assert section(outsider).waiting is None
    client.force_login(outsider)
    assert ask(client, account, "T2").status_code == 403


def test_doubt_says_when_it_was_said_where_that_is_known(client, section, owner, teammate, account):
    assert [doubt.by for doubt in section(owner).doubts] == ["Priya Nair, told 5 Nov"]

    client.force_login(teammate)
    answer = reverse("plans:commitment", args=[account.pk, "S1", "T2"])
    client.post(answer, {"wording": 1, "answer": "no", "doubts": "No time"})
    yesterday = timezone.now() - timedelta(days=1)
    ChangeSet.objects.filter(pk=ChangeSet.objects.latest("pk").pk).update(at=yesterday)

    (ours, _theirs) = section(owner).doubts
    assert ours.text == "No time"
    assert ours.by.startswith(f"Tom Ferrari, {timezone.localtime(yesterday).day} ")


def test_doubt_is_answered_where_the_strategy_is_talked_about(client, section, owner, account):
    assert [doubt.code for doubt in section(owner).doubts] == ["T3"]
    page = reverse("plans:strategy", args=[account.pk, "S1"])
    assert f'{page}?to=T3#id_text_S1"' in client.get(page).content.decode()
    assert "autofocus>@Priya Nair </textarea>" in client.get(f"{page}?to=T3").content.decode()
    assert "></textarea>" in client.get(f"{page}?to=T99").content.decode()


@pytest.mark.parametrize(("name", "code"), [("strategy", "S1"), ("action", "A1")])
def test_strategies_and_actions_are_talked_about_by_whom_comments_are_for(
    client, owner, teammate, account, name, code
):
    page = reverse(f"plans:{name}", args=[account.pk, code])
    client.force_login(owner)
    client.post(reverse("comments:thread", args=[account.pk, code]), {"text": "Ask him first"})
    assert "Ask him first" in client.get(page).content.decode()

    TeamMember.objects.filter(user=teammate).update(access_role=AccessRole.PARTNER)
    client.force_login(teammate)
    assert "Comments" not in client.get(page).content.decode()
