"""What the views of a plan have in common: doing what a form asks for, and answering."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from waypost.history.operations import Written
from waypost.history.stale import StaleError
from waypost.ui.versions import VersionedForm


def attempt(operation: Callable[..., Any], form: forms.Form, **facts: Any) -> Any:
    """What the operation returns for a valid form; None with what stands against it in the form."""
    if not form.is_valid():
        return None
    try:
        return operation(**facts, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
    except StaleError as error:
        if isinstance(form, VersionedForm):
            form.show_conflict(error.current)
    return None


def status_of(form: forms.Form) -> int:
    """409 where somebody else saved first, 422 where something is to be put right."""
    if getattr(form, "differences", ()):
        return 409
    return 422 if form.errors else 200


def announce(request: HttpRequest, written: Written[Any]) -> None:
    """Say in a toast what was done, with a way back."""
    done = written.change_set
    if done is None:
        messages.success(request, _("Nothing had changed"))
    else:
        undo = reverse("accounts:undo", args=[done.account_id, done.pk])
        messages.success(request, done.what, extra_tags=undo)


def in_place(form: forms.Form, request: HttpRequest) -> str:
    """The one field that is edited where it stands (``?field=due``); empty: the whole form.

    Leaves that field and the version in the form.
    """
    name = request.GET.get("field", "")
    if name not in form.fields or name == "version":
        return ""
    for other in tuple(form.fields):
        if other not in (name, "version"):
            del form.fields[other]
    return name


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Where the form says that the person came from, if that is a page of ours."""
    asked = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    return asked if ours else otherwise
