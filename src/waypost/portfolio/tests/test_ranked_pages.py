"""Accounts classed by potential against time, on the list and on a page of their own."""

from decimal import Decimal
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.portfolio.tests.build import add_account
from waypost.portfolio.tests.test_pages import add_many

pytestmark = pytest.mark.django_db
RANKED = reverse("portfolio:ranked")


def rated(name, lead, brings, takes, tier="", asked=None):
    """An account in euros that brings so much in so many hours."""
    account = add_account(
        name,
        lead,
        tier=tier,
        potential=Decimal(brings),
        potential_hours=Decimal(takes),
        hours_asked=Decimal(asked or takes),
    )
    Account.objects.filter(pk=account.pk).update(
        currency="EUR", team_hours_next_12_months=Decimal(takes)
    )
    return account


@pytest.fixture
def three(owner):
    """By their figures A, B and C."""
    return (
        rated("Halvorsen", owner, "900000", "300", tier="A"),
        rated("Lario", owner, "400000", "150", tier="C", asked="200"),
        rated("Ardmore", owner, "100000", "200"),
    )


def words(response):
    return " ".join(unescape(response.content.decode()).split())


def test_list_says_where_the_figures_suggest_another_class(client, owner, three):
    client.force_login(owner)
    page = words(client.get("/"))
    assert page.count("Its figures suggest") == 2
    assert "Its figures suggest B." in page
    assert "Its figures suggest C." in page


@pytest.mark.parametrize("role", [AccessRole.PARTNER, AccessRole.VIEWER])
def test_nothing_is_said_to_who_does_not_see_margins(client, outsider, three, role):
    for account in three:
        add_to_team(account, outsider, role)
    client.force_login(outsider)
    assert "figures suggest" not in words(client.get("/"))
    page = words(client.get(RANKED))
    assert "Halvorsen" not in page
    assert "€" not in page


def test_second_level_manager_sees_what_is_suggested(client, owner, teammate, outsider, three):
    teammate.manager = outsider
    teammate.save()
    owner.manager = teammate
    owner.save()
    client.force_login(outsider)
    assert "Its figures suggest B." in words(client.get("/"))
    page = words(client.get(RANKED))
    assert "Halvorsen" in page
    assert "say why not" not in page


def test_ranked_accounts_come_by_class_with_reasons_and_totals(client, owner, three):
    client.force_login(owner)
    page = words(client.get(RANKED))
    places = [page.index(f"<bdi>{name}</bdi>") for name in ("Halvorsen", "Lario", "Ardmore")]
    assert places == sorted(places)
    assert "Its potential is medium: number 2 of 3 accounts in EUR." in page
    assert "Its opportunities ask for 200 hours and there are 150" in page
    assert "3 accounts can bring €1.40\xa0m in 650\xa0h." in unescape(
        client.get(RANKED).content.decode()
    )
    assert page.count("Give it that class, or say why not") == 2


def test_reason_ends_the_question(client, owner, three):
    Account.objects.filter(name="Lario").update(tier_reason="They leave the market")
    client.force_login(owner)
    page = words(client.get(RANKED))
    assert "They leave the market" in page
    assert page.count("Give it that class, or say why not") == 1


def test_empty_ranking_says_what_belongs_there(client, outsider):
    client.force_login(outsider)
    assert "Which of your accounts deserve most time?" in words(client.get(RANKED))


@pytest.mark.parametrize("count", [1, 60])
def test_ranking_asks_three_queries_and_is_paged(client, owner, count):
    add_many(owner, count)
    client.force_login(owner)
    with CaptureQueriesContext(connection) as captured:
        page = words(client.get(RANKED, {"page": "2"}))
    assert len(captured) == 3
    assert page.count('role="rowheader"') == (10 if count == 60 else 1)
    assert ("Previous page" in page) is (count == 60)


def test_settings_say_why_and_keep_the_reason_in_the_history(client, owner, three):
    _first, lario, _third = three
    client.force_login(owner)
    settings = reverse("accounts:settings", args=[lario.pk])
    page = words(client.get(settings))
    assert "Its potential is medium: number 2 of 3 accounts in EUR." in page
    assert "It is another class than its figures suggest." in page

    client.post(settings, {**told(lario), "tier_reason": "They leave the market"})

    assert "It is another class than its figures suggest." not in words(client.get(settings))
    history = reverse("accounts:history", args=[lario.pk])
    assert "They leave the market" in words(client.get(history))


def test_settings_ask_for_the_reason_of_another_class(client, owner, three):
    lario = three[1]  # its class is C, its figures suggest B
    client.force_login(owner)
    settings = reverse("accounts:settings", args=[lario.pk])
    refused = client.post(settings, {**told(lario), "tier": "A", "tier_reason": ""})
    assert refused.status_code == 422
    assert refused.context["form"]["tier_reason"].messages == [
        "Its figures suggest B. Say why it is another class."
    ]
    assert '<option value="A" selected>' in words(refused)
    own = {"tier": "A", "tier_reason": "They leave the market"}
    Account.objects.filter(pk=lario.pk).update(**own)
    assert client.post(settings, {**told(lario), **own, "tier": "B"}).status_code == 302
    lario.refresh_from_db()
    assert (lario.tier, lario.tier_reason) == ("B", "")


def test_reason_is_hidden_in_the_history_from_a_viewer(client, owner, outsider, three):
    lario = three[1]
    add_to_team(lario, outsider, AccessRole.VIEWER)
    client.force_login(owner)
    data = {**told(lario), "tier_reason": "They leave the market"}
    client.post(reverse("accounts:settings", args=[lario.pk]), data)
    client.force_login(outsider)
    history = reverse("accounts:history", args=[lario.pk])
    assert "They leave the market" not in words(client.get(history))
    assert TeamMember.objects.filter(account=lario, user=outsider).exists()


def told(account):
    return {
        **{"version": "1", "name": account.name, "tier": account.tier, "currency": "EUR"},
        **{"team_hours_next_12_months": "150", "our_company": account.supplier.name},
    }
