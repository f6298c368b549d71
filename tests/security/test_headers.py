"""S9: the headers of every answer. S10: nothing of a plan stays in a browser."""

import json
import re

import pytest
from django.test import Client, override_settings
from django.urls import path

from tests.security.addresses import every_address
from waypost.config import urls

pytestmark = pytest.mark.django_db
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
OTHERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}


def fail(request):
    raise RuntimeError("so that there is an answer to an error")


class WithFailure:
    """The addresses there are and one that fails."""

    handler500 = staticmethod(urls.handler500)
    urlpatterns = [path("failure/", fail), *urls.urlpatterns]


def policy_of(response):
    directives = response.headers["Content-Security-Policy"].split(";")
    return dict(directive.strip().split(" ", 1) for directive in directives)


def assert_headers(response):
    assert policy_of(response) == POLICY
    assert {name: response.headers.get(name) for name in OTHERS} == OTHERS
    assert response.headers["Referrer-Policy"] in {"same-origin", "no-referrer"}


def assert_not_stored(response):
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("signed_in", [False, True])
def test_headers_of_every_page(client, administrator, signed_in):
    if signed_in:
        client.force_login(administrator)
    for address in every_address().values():
        response = client.get(address)
        assert_headers(response)
        assert_not_stored(response)


def test_headers_of_errors(administrator, settings):
    settings.ROOT_URLCONF = WithFailure
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.force_login(administrator)
    answers = {
        400: client.get("/", headers={"host": "elsewhere.example"}),
        403: client.post("/sign-in/"),
        404: client.get("/nowhere/"),
        405: client.put("/healthz", headers={"x-csrftoken": "x" * 32}),
        500: client.get("/failure/"),
    }
    for status, response in answers.items():
        assert response.status_code == status or (status == 405 and response.status_code == 403)
        assert_headers(response)
        assert_not_stored(response)


def test_headers_of_static_files(settings, tmp_path):
    (tmp_path / "print.js").write_text("print()")
    settings.STATIC_ROOT = tmp_path
    response = Client().get("/static/print.js")
    assert response.status_code == 200
    assert_headers(response)
    assert "no-store" not in response.headers["Cache-Control"]
    assert response.getvalue() == b"print()"


def test_pages_ask_browsers_for_https_behind_tls(client, administrator):
    with override_settings(
        SECURE_SSL_REDIRECT=True,
        SECURE_HSTS_SECONDS=31536000,
        SECURE_HSTS_INCLUDE_SUBDOMAINS=True,
        SECURE_HSTS_PRELOAD=True,
    ):
        client = Client()
        response = client.get("/sign-in/", secure=True)
        plain = client.get("/sign-in/")
    assert response.headers["Strict-Transport-Security"] == (
        "max-age=31536000; includeSubDomains; preload"
    )
    assert (plain.status_code, plain.url) == (301, "https://testserver/sign-in/")


def test_cookies_are_for_us_alone(client, administrator):
    client.get("/sign-in/")
    data = {"login": administrator.email, "password": "forty-two-green-signs"}
    client.post("/sign-in/", data)
    for name in ("waypost_session", "csrftoken"):
        cookie = client.cookies[name]
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_htmx_keeps_nothing_and_runs_nothing(client, administrator):
    client.force_login(administrator)
    page = client.get("/staff/users/").content.decode()
    (config,) = re.findall(r"""<meta name="htmx-config" content='([^']+)'""", page)
    expected = {
        "allowEval": False,
        "includeIndicatorStyles": False,
        "selfRequestsOnly": True,
        "historyCacheSize": 0,
    }
    assert expected.items() <= json.loads(config).items()


def test_pages_have_nothing_inline(client, administrator):
    client.force_login(administrator)
    inline = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:")
    for address in every_address().values():
        assert inline.findall(client.get(address).content.decode()) == []
