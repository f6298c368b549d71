"""The history of an account: who did what, in whose sight, and the way back."""

import re

import pytest
from django.urls import reverse

from tests.changes import change_set_of
from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Fact, Gap
from waypost.accounts.operations import add_fact, add_gap, update_account
from waypost.accounts.queries import access_to
from waypost.history.models import ChangeSet

SETTINGS = {"tier": "A", "parent": "", "currency": "EUR", "review_day": "", "window_months": 3}


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def page(account):
    return reverse("accounts:history", args=[account.pk])


def words(response):
    """The text of the list of changes."""
    main = response.content.decode().partition("<main")[2]
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", main))


def undo_address(account, change_set):
    return reverse("accounts:undo", args=[account.pk, change_set.pk])


def test_empty_history_says_what_comes_here(client, owner, account, page):
    client.force_login(owner)

    assert "Nothing has happened yet" in words(client.get(page))


def test_change_shows_both_values(client, owner, access, account, page):
    update_account(access=access, version=1, name="Brightwater AG", **SETTINGS)
    client.force_login(owner)

    shown = words(client.get(page))

    assert "Changed the settings of Brightwater AG" in shown
    assert "Name: Brightwater Mills Brightwater AG" in shown
    assert "Take back" in shown


def test_competitor_fact_is_in_no_history_of_a_partner(client, access, account, outsider, page):
    topic = Fact.Topic.COMPETITORS
    add_fact(access=access, topic=topic, text="Kestrel is cheaper", source="visit", as_of=None)
    add_gap(access=access, text="Who signs?")
    add_to_team(account, outsider, AccessRole.PARTNER)
    client.force_login(outsider)

    shown = words(client.get(page))

    assert "Who signs?" in shown
    assert "Kestrel" not in shown
    assert "Take back" not in shown
    hidden = ChangeSet.objects.get(seen_by="margins")
    assert client.post(undo_address(account, hidden)).status_code == 404


def test_taking_back_says_so_and_offers_the_way_back(client, owner, access, account, page):
    done = add_gap(access=access, text="Who signs?")
    client.force_login(owner)

    answer = client.post(undo_address(account, change_set_of(done)), {"next": page}, follow=True)

    assert answer.redirect_chain == [(page, 302)]
    assert "Took back: Added a gap: Who signs?" in answer.content.decode()
    assert undo_address(account, ChangeSet.objects.latest("pk")) in answer.content.decode()
    assert "taken back" in words(answer)


def test_address_of_somebody_else_is_no_way_back(client, owner, access, account, page):
    done = add_gap(access=access, text="Who signs?")
    client.force_login(owner)

    answer = client.post(
        undo_address(account, change_set_of(done)), {"next": "https://evil.example/"}
    )

    assert answer.url == page


def test_conflict_shows_both_values_and_writes_when_told_to(client, owner, access, account):
    first = update_account(access=access, version=1, name="Brightwater AG", **SETTINGS)
    update_account(access=access, version=2, name="Brightwater SE", **SETTINGS)
    client.force_login(owner)
    address = undo_address(account, change_set_of(first))

    conflict = client.post(address)
    assert conflict.status_code == 409
    assert "Now Brightwater SE , before the change Brightwater Mills" in words(conflict)
    account.refresh_from_db()
    assert account.name == "Brightwater SE"

    assert client.post(address, {"anyway": "yes"}).status_code == 302
    account.refresh_from_db()
    assert account.name == "Brightwater Mills"


def test_change_of_another_account_is_not_there(client, owner, access, account, page):
    client.force_login(owner)
    done = change_set_of(add_gap(access=access, text="Who signs?"))
    ChangeSet.objects.filter(pk=done.pk).update(account=None)

    assert client.post(undo_address(account, done)).status_code == 404
    assert Gap.objects.live().count() == 1


@pytest.mark.parametrize("count", [1, 3, 60])
def test_history_needs_as_many_queries_for_any_number(
    client, owner, access, page, count, django_assert_num_queries
):
    for number in range(count):
        add_gap(access=access, text=f"Gap {number}")
    client.force_login(owner)
    client.get(page)

    with django_assert_num_queries(11):
        client.get(page)
