"""The page itself: who sees it, what of the plan, and what stands where nothing is yet."""

import re

import pytest
from django.urls import reverse

from waypost.accounts.models import TeamMember
from waypost.plans.tests.hostile import SCRIPT, hostile_plan
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore Mills, currency: EUR, class: A}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
people: [{id: P1, name: Marit Berg}]
objectives:
  visionary: [{id: V1, horizon_years: 5, text: One standard for all mills}]
  relationship:
    - {id: R1, text: They come with two ideas, heard: [{who: Marit Berg, text: You knew}]}
  business:
    - id: B1
      text: Five machines run on our bearings
      metric: machines on our bearings
      unit: machine
      baseline: 2
      target: 5
      due: 2098-12-31
      condition: margin of 34 %
      agreed: {team: true}
      stages: [{id: B1a, due: 2098-03-31, value: 3}]
strategies:
  - id: S1
    statement: Machine outwards
    serves: [B1]
    members:
      - {who: T1, told: 2026-11-05, committed: true}
      - {who: T2, told: 2026-11-05, committed: false, doubts: Who pays for it?}
short_term_plan:
  months: [2097-12, 2098-01, 2098-02]
  actions:
    - {id: A1, month: 2097-12, what: Agree on the trial, owner: P1, due: 2097-12-03, hours: 6}
    - {id: A2, month: 2098-02, what: Draft the standard, owner: T2}
traffic_lights:
  - {id: L-1, colour: red, on: B1, text: Capex is frozen}
  - {id: L-2, colour: green, on: account, text: Marit asks us first, response: Name it in the offer}
"""


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


def open_page(client, user, account):
    client.force_login(user)
    return client.get(reverse("plans:one-page", args=[account.pk]))


def test_address_is_the_accounts_own(account):
    assert reverse("plans:one-page", args=[account.pk]) == f"/accounts/{account.pk}/"


def test_page_shows_every_element_of_the_plan(client, owner, account):
    response = open_page(client, owner, account)
    assert response.status_code == 200
    content = response.content.decode()
    for text in (
        "Dunmore Mills",
        "Not accepted by senior management yet.",
        "3 machines on our bearings, 31 Mar 2098",
        "One standard for all mills",
        "They come with two ideas",
        "You knew",
        "Five machines run on our bearings",
        "2 → 5 by 31 Dec 2098",
        "while margin of 34 %",
        "Machine outwards",
        "Who pays for it?",
        "Agree on the trial",
        "Marit Berg, Dunmore Mills",
        "6\u00a0h in all",
        "Draft the standard",
        "Capex is frozen",
        "Name it in the offer",
    ):
        assert text in content
    # a red light shows among the lights and on the objective that it stops
    assert content.count("Capex is frozen") == 3  # and in the two findings about it


def test_page_shows_the_findings_of_the_plan(client, owner, account):
    content = open_page(client, owner, account).content.decode()
    found = account.findings.order_by("-severity", "pk")
    assert found[0].message in content.replace("&#x27;", "'").replace("&quot;", '"')
    assert f"{found.count()} findings" in content
    assert "checked today" in content


def test_page_of_a_plan_never_checked_says_so(client, owner, account):
    account.findings.all().delete()
    account.summary.delete()
    content = open_page(client, owner, account).content.decode()
    assert "nothing found, not checked yet" in content


def test_teammate_sees_the_page(client, teammate, account):
    response = open_page(client, teammate, account)
    assert response.status_code == 200
    assert "Who pays for it?" in response.content.decode()


def test_viewer_sees_no_margin_and_no_doubt_but_the_own(client, owner, teammate, account):
    TeamMember.objects.filter(account=account).update(access_role=VIEWER)
    for viewer, sees_doubt in ((owner, False), (teammate, True)):
        content = open_page(client, viewer, account).content.decode()
        assert "Five machines run on our bearings" in content
        assert "margin of 34 %" not in content
        assert ("Who pays for it?" in content) == sees_doubt


@pytest.mark.parametrize("name", ["plans:one-page", "plans:plan-file"])
def test_outsider_finds_nothing_as_if_there_were_no_account(client, outsider, account, name):
    client.force_login(outsider)
    foreign = client.get(reverse(name, args=[account.pk]))
    missing = client.get(reverse(name, args=[account.pk + 1]))
    assert (foreign.status_code, missing.status_code) == (404, 404)
    token = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
    assert token.sub(b"", foreign.content) == token.sub(b"", missing.content)


@pytest.mark.parametrize("name", ["plans:one-page", "plans:plan-file"])
def test_page_cannot_be_posted_to(client, owner, account, name):
    client.force_login(owner)
    assert client.post(reverse(name, args=[account.pk])).status_code == 405


def test_new_account_asks_for_each_element_and_offers_the_first_step(client, owner):
    new = stored(
        read("account: {name: Dunmore Mills}\nteam: [{id: T1, name: Olga Hagen, role: lead}]"),
        team=[("T1", owner, LEAD)],
    )
    content = open_page(client, owner, new).content.decode()
    for question in (
        "What should they say of you in two years?",
        "How will the team get there?",
        "Who does what in the next three months?",
        "What helps you here, what could go either way, what stops you?",
    ):
        assert question in content
    assert f'href="{reverse("accounts:first-steps", args=[new.pk])}"' in content
    assert content.count("btn-primary") == 1


def test_new_account_offers_no_step_to_who_cannot_take_it(client, owner):
    new = stored(
        read("account: {name: Dunmore Mills}\nteam: [{id: T1, name: Olga Hagen, role: lead}]"),
        team=[("T1", owner, VIEWER)],
    )
    content = open_page(client, owner, new).content.decode()
    assert "How will the team get there?" in content
    assert "Take the first steps" not in content
    assert "See the first steps" not in content


def test_level_without_objectives_says_what_is_missing(client, owner):
    only_business = """
account: {name: Dunmore Mills}
team: [{id: T1, name: Olga Hagen, role: lead}]
objectives: {business: [{id: B1, text: Grow}]}
"""
    content = open_page(
        client, owner, stored(read(only_business), team=[("T1", owner, LEAD)])
    ).content.decode()
    assert "No picture yet of the account if everything went well." in content
    assert "No sentence yet that the customer would say of us." in content
    assert "No stage goal ahead." in content


def test_hostile_texts_are_shown_as_text(client, owner):
    content = open_page(
        client, owner, stored(hostile_plan(), team=[("T0", owner, LEAD)])
    ).content.decode()
    assert SCRIPT not in content
    assert "<script>document" not in content
    assert "&lt;script&gt;document.title=&#x27;broken&#x27;&lt;/script&gt;" in content
    assert "and 53 more" in content


def test_page_takes_as_many_queries_for_a_large_plan_as_for_a_small_one(
    client, owner, account, django_assert_num_queries
):
    large = stored(hostile_plan(), team=[("T0", owner, LEAD)])
    client.force_login(owner)
    for shown in (account, large):
        with django_assert_num_queries(6):
            client.get(reverse("plans:one-page", args=[shown.pk]))
