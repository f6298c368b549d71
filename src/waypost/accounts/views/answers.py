"""What the views here have in common: doing what a form asks for, and answering with the form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from waypost.accounts.forms import VersionedForm
from waypost.accounts.operations import StaleError


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
