"""A page with one form: something new, or something to be changed."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from waypost.accounts.answers import status_of
from waypost.accounts.policies import Access
from waypost.accounts.rail import rail_for
from waypost.history.queries import last_change_of
from waypost.ui.requests import HtmxRequest


def form_page(
    request: HttpRequest,
    access: Access,
    form: forms.Form,
    *,
    place: str = "plans:objectives",
    row: models.Model | None = None,
    **words: Any,
) -> HttpResponse:
    """The page of a form; ``place`` is the page it belongs to in the rail, ``row`` what is being
    changed.

    ``words``: its ``title``, a ``lede``, what ``submit`` says, where ``removal`` and ``back`` lead.
    """
    status = status_of(form)
    context = {
        "access": access,
        "form": form,
        "last_change": last_change_of(row) if row is not None and status == 409 else None,
        "rail": rail_for(access, place),
        **words,
    }
    return render(request, "accounts/form_page.html", context, status=status)


def field_in_place(request: HtmxRequest, form: forms.Form, back: str) -> HttpResponse | None:
    """The small form of one field for a page that asked for it with a script."""
    if not request.htmx or form.is_bound:
        return None
    context = {"form": form, "action": request.get_full_path(), "back": back}
    return render(request, "ui/partials/in_place.html", context)
