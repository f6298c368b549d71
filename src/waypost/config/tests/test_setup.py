"""The first page of a fresh installation: for whoever has the code, once."""

import pytest
from django.urls import reverse

from waypost.accounts.models import Account
from waypost.history.models import ChangeSet
from waypost.staff import queries
from waypost.staff.models import User

pytestmark = pytest.mark.django_db
SETUP = "/setup/"


def answers(**changes):
    return {
        "name": "Ruth Weller",
        "email": "Ruth@Waypost.example",
        "password": "forty-two-green-signs",
        "code": queries.setup_code(),
        "start": "empty",
        **changes,
    }


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/staff/users/", "/nowhere/"])
def test_every_page_leads_to_the_set_up(client, path):
    response = client.get(path)
    assert (response.status_code, response.url) == (302, SETUP)


@pytest.mark.parametrize(("path", "status"), [("/healthz", 200), ("/invitation/x/", 404)])
def test_page_that_is_open_meanwhile_does_not(client, path, status):
    assert client.get(path).status_code == status


def test_set_up_makes_the_administrator_and_signs_in(client):
    response = client.post(SETUP, answers())
    assert (response.status_code, response.url) == (302, "/")
    user = User.objects.get()
    assert (user.name, user.email, user.is_administrator) == (
        "Ruth Weller",
        "ruth@waypost.example",
        True,
    )
    assert user.check_password("forty-two-green-signs")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert not Account.objects.exists()
    assert ChangeSet.objects.get().what == "Set up Waypost"


def test_set_up_with_the_sample_lets_the_administrator_read_it(client):
    client.post(SETUP, answers(start="sample"))
    user = User.objects.get(email="ruth@waypost.example")
    assert Account.objects.filter(is_sample=True).count() == 3
    assert Account.objects.visible_to(user).count() == 3
    assert list(queries.active_administrators()) == [user]


def test_set_up_with_an_address_of_the_sample_changes_nothing(client):
    response = client.post(SETUP, answers(start="sample", email="callum.reid@penhallow.example"))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["email"]
    assert not User.objects.exists()
    assert not Account.objects.exists()


@pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA", "é"])
def test_set_up_without_the_code_is_refused(client, code):
    response = client.post(SETUP, answers(code=code))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["code"]
    assert not User.objects.exists()


def test_set_up_code_may_be_typed_carelessly(client):
    code = f" {queries.setup_code().lower()} "
    assert client.post(SETUP, answers(code=code)).status_code == 302


def test_set_up_code_belongs_to_one_installation(settings):
    code = queries.setup_code()
    assert code == queries.setup_code()
    settings.SECRET_KEY = "another-installation-" + "0123456789" * 4
    assert code != queries.setup_code()


def test_set_up_refuses_a_weak_password(client):
    response = client.post(SETUP, answers(password="Ruth Weller 1"))
    assert list(response.context["form"].errors) == ["password"]
    assert not User.objects.exists()


def test_set_up_closes_for_good(client):
    client.post(SETUP, answers())
    stranger = type(client)()
    assert stranger.get(SETUP).status_code == 404
    assert stranger.post(SETUP, answers(email="eve@waypost.example")).status_code == 404
    assert User.objects.count() == 1


def test_set_up_stays_closed_when_everybody_left(client):
    User.objects.create_user(
        "gone@waypost.example", name="Gerd", deactivated_at="2026-12-01T00:00Z"
    )
    assert client.get(SETUP).status_code == 404
    assert client.get("/").url == f"{reverse('account_login')}?next=/"
