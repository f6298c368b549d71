"""The white space: rows and cells, and the step from a cell to an opportunity."""

import pytest
from django.urls import reverse

from waypost.accounts.models import Location
from waypost.history.models import ChangeSet
from waypost.opportunities.models import Cell, Offering, Opportunity
from waypost.opportunities.tests.plans import PLAN
from waypost.plans.tests.stored import LEAD, VIEWER, read, stored
from waypost.staff.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def viewer(db):
    return User.objects.create_user("vera@waypost.example", name="Vera Holm")


@pytest.fixture
def account(owner, viewer):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T3", viewer, VIEWER)])


@pytest.fixture
def offering(account):
    return Offering.objects.create(account=account, name="Seals")


def url(account, name="white-space", *args):
    return reverse(f"opportunities:{name}", args=[account.pk, *args])


def post(client, user, path, **data):
    client.force_login(user)
    return client.post(path, data)


def page(client, user, path):
    client.force_login(user)
    return " ".join(client.get(path).content.decode().replace("\xa0", " ").split())


def test_row_is_added_renamed_and_removed(client, owner, account):
    assert "Where could they buy more from you?" in page(client, owner, url(account))
    post(client, owner, url(account), name="Seals")
    assert post(client, owner, url(account), name="seals").status_code == 422
    made = Offering.objects.get()
    text = page(client, owner, url(account))
    for word in ("Seals", "Leith", "Perth", "Not looked at"):
        assert word in text
    post(client, owner, url(account, "offering", made.pk), version=1, name="Pump seals")
    assert "Pump seals" in page(client, owner, url(account))
    assert (
        post(client, owner, url(account, "offering", made.pk), version=1, name="x").status_code
        == 409
    )
    post(client, owner, url(account, "offering-removal", made.pk))
    assert "<th scope" not in page(client, owner, url(account))
    post(
        client,
        owner,
        reverse("accounts:undo", args=[account.pk, ChangeSet.objects.latest("pk").pk]),
    )
    assert "Pump seals" in page(client, owner, url(account))


@pytest.mark.parametrize(("name", "code"), [("", 422), ("s" * 10_000, 422), ("🦊 שלום", 302)])
def test_row_has_a_name_of_one_line(client, owner, account, name, code):
    assert post(client, owner, url(account), name=name).status_code == code


def test_cell_becomes_an_opportunity(client, owner, account, offering):
    at = url(account, "cell", offering.pk, "L2")
    post(client, owner, at, version=0, state="open", potential="40000")
    text = page(client, owner, url(account))
    assert "€40 k open" in text
    assert "Make it an opportunity" in text
    made = post(client, owner, f"{at}opportunity/")
    stands = Opportunity.objects.latest("pk")
    assert made.url == url(account, "opportunity", stands.ref.code)
    assert stands.name == "Seals, Perth"
    assert stands.value == 40_000
    assert stands.location == Location.objects.get(ref__code="L2")
    text = page(client, owner, url(account))
    assert "In progress" in text
    assert f'href="{made.url}"' in text
    post(client, owner, f"{at}opportunity/")
    assert Opportunity.objects.latest("pk") == stands
    undo = reverse("accounts:undo", args=[account.pk, ChangeSet.objects.latest("pk").pk])
    post(client, owner, undo)
    assert "Make it an opportunity" in page(client, owner, url(account))


def test_cell_that_somebody_else_filled_meanwhile(client, owner, account, offering):
    at = url(account, "cell", offering.pk, "L1")
    post(client, owner, at, version=0, state="sold")
    assert post(client, owner, at, version=0, state="never").status_code == 409
    assert post(client, owner, at, version=1, state="never").status_code == 302
    assert Cell.objects.get().state == "never"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"state": "open", "potential": "-1"}, "Enter 0 or more."),
        ({"state": "open", "potential": "NaN"}, "Enter a number, such as 3 or 2.5."),
        ({"state": "mine"}, "Choose one of the list."),
        ({}, "Choose “State”"),
    ],
)
def test_cell_that_cannot_be_is_refused(client, owner, account, offering, data, sentence):
    response = post(client, owner, url(account, "cell", offering.pk, "L1"), version=0, **data)
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_viewer_reads_and_changes_nothing(client, viewer, account, offering):
    text = page(client, viewer, url(account))
    assert "Seals" in text
    assert "Add the row" not in text
    for name, args in (("cell", ("L1",)), ("pursuit", ("L1",)), ("offering-removal", ())):
        response = post(client, viewer, url(account, name, offering.pk, *args), state="open")
        assert response.status_code == 403
    assert post(client, viewer, url(account), name="Pumps").status_code == 403


def test_outsider_finds_nothing(client, outsider, owner, account, offering):
    client.force_login(outsider)
    assert client.get(url(account)).status_code == 404
    assert client.get(url(account, "cell", offering.pk, "L1")).status_code == 404
    client.force_login(owner)
    assert client.get(url(account, "cell", offering.pk, "T1")).status_code == 404


@pytest.mark.parametrize("count", [1, 3, 300])
def test_number_of_queries_is_that_of_one_row(
    client, owner, account, count, django_assert_num_queries
):
    unit = account.refs.get(code="L1")
    for number in range(count):
        row = Offering.objects.create(account=account, name=f"Row {number}")
        Cell.objects.create(account=account, offering=row, unit=unit, state="open")
    client.force_login(owner)
    client.get(url(account))
    with django_assert_num_queries(4):
        assert client.get(url(account)).status_code == 200


def test_potential_is_shown_to_who_sees_margins(client, owner, viewer, account, offering):
    cell = url(account, "cell", offering.pk, "L1")
    post(client, owner, cell, version=0, state="open", potential="30000")
    post(client, owner, cell, version=1, state="open", potential="40000")
    history = reverse("accounts:history", args=[account.pk])

    assert page(client, owner, url(account)).count("€40 k") == 3
    assert "Potential a year" in page(client, owner, history)
    for path in (url(account), history):
        text = page(client, viewer, path)
        assert not [word for word in ("40", "€", "Potential a year") if word in text.split()]
        assert "€40 k" not in text
    assert "Noted Seals at L1: Open" in page(client, viewer, history)
