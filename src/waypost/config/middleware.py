"""What holds for every request, in as little as possible: no query of its own when signed in."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import trans_real

from waypost.staff import queries

Responder = Callable[[HttpRequest], HttpResponse]

HEADERS = {
    # Nothing of a plan stays in a browser's storage or in a cache on the way.
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}
# Reachable before the first administrator exists.
OPEN_DURING_SETUP = ("/setup/", "/invitation/", "/healthz")


def headers(get_response: Responder) -> Responder:
    """Headers that Django and django-csp do not set; a view's or a static file's own ones win."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return respond


def first_run(get_response: Responder) -> Responder:
    """Every page leads to the set-up while nobody can sign in."""

    def respond(request: HttpRequest) -> HttpResponse:
        if (
            not request.path_info.startswith(OPEN_DURING_SETUP)
            and not request.user.is_authenticated
            and queries.is_first_run()
        ):
            return redirect("setup")
        return get_response(request)

    return respond


def own_time_zone(get_response: Responder) -> Responder:
    """Times are shown in the person's own zone, else in the installation's."""

    def respond(request: HttpRequest) -> HttpResponse:
        zone = request.user.time_zone if request.user.is_authenticated else ""
        if not zone:
            return get_response(request)
        with timezone.override(zone):
            return get_response(request)

    return respond


def in_one_language(get_response: Responder) -> Responder:
    """The language is said once for all sentences of a page, else each of them asks for it; and
    none looks on in the four empty catalogs that English of any country falls back on."""
    sentences: Any = trans_real.translation(settings.LANGUAGE_CODE)
    sentences._fallback = None

    def respond(request: HttpRequest) -> HttpResponse:
        with translation.override(settings.LANGUAGE_CODE):
            return get_response(request)

    return respond
