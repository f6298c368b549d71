"""The lead reminds everybody who has not answered, in one step and once a day."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account
from waypost.history.models import ChangeSet
from waypost.notices.models import Notice
from waypost.notices.tests.post import sent, tick, to
from waypost.plans.models import Agreement, Commitment, Objective, Strategy

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_owner(client, owner):
    client.force_login(owner)
    return client


def press(client, name, *arguments):
    """Press the button; what the toast says and where one is led."""
    answer = client.post(reverse(f"plans:{name}", args=arguments))
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    return said, answer.headers["Location"]


def test_who_has_not_agreed_is_reminded_once_a_day(
    as_owner, account, owner, teammate, outsider, mailoutbox, time_machine
):
    partner = add_to_team(account, outsider, AccessRole.PARTNER, "Partner")
    page = reverse("plans:objective", args=[account.pk, "B1"])
    assert "Remind 2 people" in as_owner.get(page).content.decode()
    said = press(as_owner, "agreement-reminder", account.pk, "B1")
    assert said == (["Reminded 2 people of B1"], f"{page}#agreement")
    assert "Remind 2" not in as_owner.get(page).content.decode()
    assert press(as_owner, "agreement-reminder", account.pk, "B1")[0] == [
        "Everybody was reminded today already"
    ]
    last = ChangeSet.objects.filter(account=account).latest("pk")
    assert (last.what, last.actor, last.is_final) == ("Reminded 2 people of B1", owner, True)
    tick()
    mine = to(mailoutbox, outsider)
    assert mine.subject == "Your answer is asked for: Product lines"
    assert "- Olga Hagen asks you to agree to Product lines.\n" in mine.body
    assert "Olga Hagen asks you to agree to Product lines." in to(mailoutbox, teammate).body

    week = as_owner.get(reverse("portfolio:my-week")).content.decode()
    assert "asks you to agree" not in week
    as_owner.force_login(teammate)
    week = as_owner.get(reverse("portfolio:my-week")).content.decode()
    assert "<b>Olga Hagen</b> asks you to agree to" in week
    assert "asked 7 Dec" in week

    Agreement.objects.create(objective=Objective.objects.get(), party=partner.ref)
    time_machine.move_to("2026-12-08T06:00:00Z", tick=False)
    as_owner.force_login(owner)
    assert press(as_owner, "agreement-reminder", account.pk, "B1")[0] == [
        "Reminded Tom Ferrari of B1"
    ]


def test_who_has_not_answered_to_strategies_is_reminded_in_one_step(
    as_owner, account, owner, teammate, mailoutbox
):
    second = add_strategy(account, "S2")
    page = reverse("plans:strategies", args=[account.pk])
    assert "Remind 1 person" not in as_owner.get(page).content.decode()
    tom = teammate.memberships.get()
    Commitment.objects.create(strategy=second, member=tom, told="2026-12-01", wording_version=1)
    assert "Remind 1 person" in as_owner.get(page).content.decode()
    said, place = press(as_owner, "strategies-reminder", account.pk)
    assert (said, place) == (["Reminded Tom Ferrari of S1, S2"], page)
    assert "Remind 1 person" not in as_owner.get(page).content.decode()
    assert press(as_owner, "strategies-reminder", account.pk)[0] == [
        "Everybody was reminded today already"
    ]
    told = Commitment.objects.filter(member=tom).values_list("told", flat=True)
    assert [str(day) for day in told] == ["2026-12-07", "2026-12-07"]
    asked = Notice.objects.filter(person=teammate, kind="ask")
    assert sorted(asked.values_list("about__code", "by__name")) == [
        ("S1", "Olga Hagen"),
        ("S2", "Olga Hagen"),
    ]
    tick()
    assert ("tom", "Your week from Mon 7 Dec") in sent(mailoutbox)
    assert len([mail for mail in mailoutbox if mail.to == [teammate.email]]) == 1
    assert set(asked.values_list("outcome", flat=True)) == {"sent"}


def test_only_who_edits_the_plan_reminds(client, account, outsider):
    add_to_team(account, outsider, AccessRole.SENIOR)
    client.force_login(outsider)
    assert (
        "Remind"
        not in client.get(reverse("plans:objective", args=[account.pk, "B1"])).content.decode()
    )
    for name, arguments in (("agreement-reminder", ["B1"]), ("strategies-reminder", [])):
        answer = client.post(reverse(f"plans:{name}", args=[account.pk, *arguments]))
        assert answer.status_code == 403
    assert Notice.objects.count() == 0


def add_strategy(account: Account, code: str) -> Strategy:
    ref = account.refs.create(code=code, kind="strategy")
    return Strategy.objects.create(account=account, ref=ref, statement="One list for all")
