"""A page with one form: something new, or something to be changed."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_htmx.middleware import HtmxDetails

from waypost.accounts.answers import status_of
from waypost.accounts.policies import Access
from waypost.accounts.rail import rail_for
from waypost.history.queries import last_change_of


class HtmxRequest(HttpRequest):
    htmx: HtmxDetails


def form_page(
    request: HttpRequest,
    access: Access,
    form: forms.Form,
    *,
    title: str,
    back: str,
    row: models.Model | None = None,
    **words: Any,
) -> HttpResponse:
    """The page of a form; ``back`` is where Cancel leads, ``row`` what is being changed.

    ``words``: a ``lede``, what ``submit`` says, and where ``removal`` leads.
    """
    status = status_of(form)
    context = {
        "access": access,
        "form": form,
        "title": title,
        "back": back,
        "last_change": last_change_of(row) if row is not None and status == 409 else None,
        "rail": rail_for(access, "plans:objectives"),
        **words,
    }
    return render(request, "plans/form_page.html", context, status=status)


def field_in_place(request: HtmxRequest, form: forms.Form, back: str) -> HttpResponse | None:
    """The small form of one field for a page that asked for it with a script."""
    if not request.htmx or form.is_bound:
        return None
    context = {"form": form, "action": request.get_full_path(), "back": back}
    return render(request, "ui/partials/in_place.html", context)
