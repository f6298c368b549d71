"""What the views here have in common: who may open them, and how they answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from waypost.history.stale import StaleError
from waypost.staff import policies
from waypost.staff.models import User
from waypost.ui.versions import VersionedForm

P = ParamSpec("P")


class AdministratorRequest(HttpRequest):
    user: User


def administrators_only(
    view: Callable[Concatenate[AdministratorRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Everybody else is refused before anything is looked up."""

    @wraps(view)
    def checked(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        policies.check_can_administer(policies.signed_in(request))
        return view(request, *args, **kwargs)  # type: ignore[arg-type]  # its user is known now

    return checked


def try_to(operation: Callable[..., Any], form: forms.Form, **facts: Any) -> Any:
    """What the operation returns for a valid form; else what stands against it, in the form."""
    try:
        return operation(**facts, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
    except StaleError as error:
        if isinstance(form, VersionedForm):
            form.show_conflict(error.current)
    return None
