"""A session counts until it ends."""

from datetime import timedelta

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from waypost.staff.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client, owner: User) -> Client:
    client.force_login(owner)
    assert client.get("/").status_code == 200
    return client


def test_ended_session_leads_to_sign_in(page: Client) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert page.get("/").headers["Location"].startswith("/sign-in/")


def test_removed_session_leads_to_sign_in(page: Client) -> None:
    Session.objects.all().delete()
    assert page.get("/").headers["Location"].startswith("/sign-in/")


def test_session_from_before_is_kept_until_its_end(page: Client) -> None:
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    assert page.get("/").status_code == 200


def test_session_that_the_former_backend_began_stays(client: Client, owner: User) -> None:
    client.force_login(owner)
    session = client.session
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session.save()
    assert client.get("/").status_code == 200


def test_session_of_a_backend_that_is_not_ours_leads_to_sign_in(
    client: Client, owner: User
) -> None:
    client.force_login(owner)
    session = client.session
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.RemoteUserBackend"
    session.save()
    assert client.get("/").headers["Location"].startswith("/sign-in/")
