"""Requests as the middleware hands them on."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class HtmxRequest(HttpRequest):
    """``htmx`` says what a script asked for; it is false for a page asked for by the browser."""

    htmx: HtmxDetails
