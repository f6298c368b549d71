"""What every request passes through: time zone, health, the log."""

import logging

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import path

from waypost.config import urls
from waypost.config.log import Formatter


def fail(request):
    raise OperationalError("server closed the connection")


class DatabaseAway:
    """The addresses there are, and a page that meets a database that is not there."""

    handler500 = staticmethod(urls.handler500)
    urlpatterns = [path("page/", fail), *urls.urlpatterns]


def away(execute, sql, params, many, context):
    raise OperationalError("server closed the connection")


@pytest.mark.django_db
def test_health_asks_the_database_once(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_health_without_database_is_503(client):
    with connection.execute_wrapper(away):
        response = client.get("/healthz")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")


@pytest.mark.django_db
def test_page_without_database_is_503(settings, owner):
    settings.ROOT_URLCONF = DatabaseAway
    client = Client(raise_request_exception=False)
    client.force_login(owner)
    response = client.get("/page/")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert "Waypost is not ready yet" in response.content.decode()


@pytest.mark.django_db
def test_page_of_somebody_signed_in_takes_two_queries_before_its_own(
    client, owner, django_assert_num_queries
):
    client.force_login(owner)
    with django_assert_num_queries(2):  # session, user
        assert client.get("/staff/settings/").status_code == 200


def line(message, status=None, exc_info=None):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, (), exc_info)
    if status:
        record.status_code = status
    return Formatter().format(record)


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("Not Found: /invitation/Zm9v-YmFy/", "Not Found: /invitation/…/"),
        ("Error: /password/reset/1-abc-def/?x=1", "Error: /password/reset/…/?x=1"),
        ("Forbidden: '/invitation/Zm9v'", "Forbidden: '/invitation/…'"),
        ("Not Found: /invitations/", "Not Found: /invitations/"),
    ],
)
def test_log_keeps_secret_addresses_out(message, written):
    assert line(message).endswith(f"WARNING django.request {written}")


def test_log_of_what_was_refused_is_one_line():
    try:
        raise PermissionError("refused")
    except PermissionError as error:
        facts = (type(error), error, error.__traceback__)
    assert "\n" not in line("Forbidden: /staff/users/", status=403, exc_info=facts)
    assert "Traceback" in line("Error: /staff/users/", status=500, exc_info=facts)
