"""S15: nothing is written without the token of a form, and nothing by opening a page."""

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client

from tests.security.addresses import UNSAFE_METHODS, every_address

pytestmark = pytest.mark.django_db


def stored():
    """Every row there is but the sessions, in which a page may note what was shown."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
        if model is not Session
    }


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("method", UNSAFE_METHODS)
def test_unsafe_request_without_token_is_refused(administrator, account, method, signed_in):
    client = Client(enforce_csrf_checks=True)
    if signed_in:
        client.force_login(administrator)
    before = stored()
    answers = {
        name: client.generic(method, path).status_code for name, path in every_address().items()
    }
    assert {name: status for name, status in answers.items() if status != 403} == {}
    assert stored() == before


@pytest.mark.parametrize("signed_in", [False, True])
def test_opening_a_page_writes_nothing(client, owner, account, signed_in):
    if signed_in:
        client.force_login(owner)
    before = stored()
    for path in every_address().values():
        client.get(path)
        client.head(path)
    assert stored() == before


def test_sign_out_by_a_link_does_nothing(client, owner):
    client.force_login(owner)
    assert client.get("/sign-out/").status_code == 200
    assert client.session["_auth_user_id"] == str(owner.pk)
