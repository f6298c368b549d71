"""What the views of a plan have in common: doing what a form asks for, and answering."""

from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from typing import Any, Final, Generic, ParamSpec, TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest
from django.middleware.csrf import CSRF_TOKEN_LENGTH
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from waypost.history.once import do_once, done_before
from waypost.history.operations import Written
from waypost.history.stale import StaleError
from waypost.staff.policies import signed_in
from waypost.ui.versions import VersionedForm, status_of

__all__ = ["Once", "announce", "attempt", "in_place", "status_of", "way_back"]

NOTHING_BESIDE: Final[Mapping[str, str]] = {}
P = ParamSpec("P")
Row = TypeVar("Row")


def attempt(operation: Callable[..., Any], form: forms.Form, **facts: Any) -> Any:
    """What the operation returns for a valid form; None with what stands against it in the form."""
    once = operation if isinstance(operation, Once) and form.is_bound else None
    if once and (earlier := once.earlier()):
        return earlier
    if not form.is_valid():
        # What stands against it may be what the other click has done since the first look.
        return once.earlier() if once else None
    try:
        return operation(**facts, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, _at_fields(error, form))
    except StaleError as error:
        if isinstance(form, VersionedForm):
            form.show_conflict(error.current)
    return None


def _at_fields(error: ValidationError, form: forms.Form) -> ValidationError:
    """What stands against a value stands at its field, or at the line in which it was typed."""
    if not hasattr(error, "error_dict"):
        return error
    line = "line" if "line" in form.fields else NON_FIELD_ERRORS
    found: dict[str, list[ValidationError]] = {}
    for name, errors in error.error_dict.items():
        found.setdefault(name if name in form.fields else line, []).extend(errors)
    return ValidationError(found)


class Once(Generic[P, Row]):
    """An operation that is done once however often one drawing of a form is sent (TRUST.md, R5).

    Django writes another token against forgery into every page it draws: who sends the same words
    with the same token to the same address has clicked twice, or gone back and sent them again.
    """

    def __init__(self, request: HttpRequest, operation: Callable[P, Written[Row]]) -> None:
        self.operation = operation
        self.actor = signed_in(request)
        said = f"{request.path}?{request.POST.urlencode()}"
        drawn = len(request.POST.get("csrfmiddlewaretoken", "")) == CSRF_TOKEN_LENGTH
        self.key = sha256(said.encode()).hexdigest() if drawn else ""  # no page of ours

    def earlier(self) -> Written[Any] | None:
        """What came of the same form before: then it need not even be valid any more."""
        return done_before(actor=self.actor, key=self.key) if self.key else None

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Written[Row]:
        if not self.key:
            return self.operation(*args, **kwargs)
        do = partial(self.operation, *args, **kwargs)
        return do_once(actor=self.actor, key=self.key, do=do)


def announce(request: HttpRequest, written: Written[Any]) -> None:
    """Say in a toast what was done, with a way back."""
    done = written.change_set
    if done is None:
        messages.success(request, _("Nothing had changed"))
    else:
        undo = reverse("accounts:undo", args=[done.account_id, done.pk])
        messages.success(request, done.what, extra_tags=undo)


def in_place(
    form: forms.Form, request: HttpRequest, beside: Mapping[str, str] = NOTHING_BESIDE
) -> str:
    """The one field that is edited where it stands (``?field=due``); empty: the whole form.

    Leaves that field and the version in the form, and what may have to be said with it: the field
    that ``beside`` names for it.
    """
    name = request.GET.get("field", "")
    if name not in form.fields or name == "version":
        return ""
    for other in tuple(form.fields):
        if other not in (name, "version", beside.get(name)):
            del form.fields[other]
    return name


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Where the form or its address says that the person came from, if that is a page of ours."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    return asked if ours and asked.startswith("/") else otherwise
