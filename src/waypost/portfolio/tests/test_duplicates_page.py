"""Two accounts side by side, and the question when one is started."""

from html import unescape

import pytest
from django.urls import reverse

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account, Distinct
from waypost.history.models import ChangeSet
from waypost.portfolio.tests.build import add_account

pytestmark = pytest.mark.django_db
PAGE = reverse("portfolio:duplicates")
NEW = reverse("accounts:account-create")


@pytest.fixture
def two(owner):
    return add_account("Acme Inc", owner, places=("Ghent",)), add_account("Acme GmbH", owner)


def words(response):
    return " ".join(unescape(response.content.decode()).split())


def distinct(first, second):
    return reverse("accounts:distinct", args=[first.pk, second.pk])


def test_pair_stands_side_by_side_until_somebody_tells_it_apart(client, owner, two):
    client.force_login(owner)
    page = words(client.get(PAGE))
    assert "The names are alike, the legal forms are not: they may be two companies." in page
    assert "Ghent" in page
    assert "led by Olga Hagen" in page
    assert distinct(*two) in page
    assert reverse("accounts:merging", args=[one.pk for one in two]) in page

    response = client.post(distinct(*two))

    assert response.url == PAGE
    assert "No customer seems to be written down twice." in words(client.get(PAGE))
    what = "Said that an account of a like name is another customer"
    done = ChangeSet.objects.get(what=what)
    client.post(distinct(*two))
    assert ChangeSet.objects.filter(what=what).count() == 1
    client.post(reverse("accounts:undo", args=[two[0].pk, done.pk]))
    assert not Distinct.objects.exists()


def test_viewer_decides_nothing(client, outsider, two):
    for account in two:
        add_to_team(account, outsider, AccessRole.VIEWER)
    client.force_login(outsider)
    page = words(client.get(PAGE))
    assert "Acme GmbH" in page
    assert "They are two customers" not in page
    assert "Compare and merge" not in page
    assert client.post(distinct(*two)).status_code == 403


def test_account_that_one_does_not_see_is_not_there(client, outsider, two):
    own = add_account("Acme AG", outsider)
    client.force_login(outsider)
    assert "Acme Inc" not in words(client.get(PAGE))
    assert client.post(distinct(own, two[0])).status_code == 404
    assert client.post(distinct(two[0], own)).status_code == 404


def test_new_account_of_a_like_name_asks_once(client, owner, two):
    client.force_login(owner)
    data = {"name": "ACME Incorporated"}

    response = client.post(NEW, data)

    assert response.status_code == 422
    page = words(response)
    assert "Is it one of these?" in page
    assert reverse("plans:one-page", args=[two[1].pk]) in page
    assert "Look at the accounts of a like name first." in page
    client.post(NEW, {**data, "another": "on"})
    started = Account.objects.get(name="ACME Incorporated")
    assert set(started.distinct_from.values_list("other", flat=True)) == {one.pk for one in two}
    assert words(client.get(PAGE)).count("They are two customers") == 1


def test_account_of_another_team_asks_nothing(client, outsider, two):
    client.force_login(outsider)
    client.post(NEW, {"name": "Acme", "supplier": "Northgate"})
    assert Account.objects.filter(name="Acme").exists()
