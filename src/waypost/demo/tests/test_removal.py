"""The page that removes the sample, for administrators alone."""

import pytest

from waypost.accounts.models import Account
from waypost.demo.operations import load
from waypost.staff.models import User

pytestmark = pytest.mark.django_db

PATH = "/sample/removal/"


@pytest.fixture
def administrator():
    return User.objects.create_user("ada@waypost.example", name="Ada Weller", is_administrator=True)


def test_administrator_sees_what_goes_and_removes_it(client, administrator):
    load()
    client.force_login(administrator)

    page = client.get(PATH)
    assert page.status_code == 200
    for name in ("Quillmere Breweries", "Drexholm Castings", "Tarnwell Biologics", "Callum Reid"):
        assert name in page.content.decode()
    assert Account.objects.count() == 3

    assert client.post(PATH)["Location"] == "/"
    assert not Account.objects.exists()
    assert list(User.objects.all()) == [administrator]


@pytest.mark.parametrize("method", ["get", "post"])
def test_page_is_for_administrators(client, owner, method):
    load()
    client.force_login(owner)

    assert getattr(client, method)(PATH).status_code == 403
    assert Account.objects.count() == 3


@pytest.mark.parametrize("method", ["get", "post"])
def test_page_is_not_there_without_a_sample(client, administrator, method):
    client.force_login(administrator)

    assert getattr(client, method)(PATH).status_code == 404


def test_sample_administrator_is_told_who_has_to_be_there_first(client, owner):
    load()
    client.force_login(User.objects.get(name="Robin Tessier"))

    page = client.post(PATH)

    assert page.status_code == 403
    assert "Make somebody an administrator who is not of the sample first" in page.content.decode()
    assert Account.objects.count() == 3


def test_sample_administrator_alone_with_the_sample_removes_it_and_the_set_up_opens(client):
    load()
    client.force_login(User.objects.get(name="Robin Tessier"))

    assert client.post(PATH)["Location"] == "/"
    assert not User.objects.exists()
    assert client.get("/")["Location"] == "/setup/"
