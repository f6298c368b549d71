"""The two steps of the upload: choose a file, then say which of its team you are."""

import secrets
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account
from waypost.exchange.operations import ImportRefusedError, import_plan_once
from waypost.exchange.queries import imported_before, preview
from waypost.method.plan import Plan
from waypost.planfile import SIZE_LIMIT
from waypost.staff.models import User
from waypost.ui.forms import Options

KEY_BYTES = 16
AS_LEAD = ""


class PlanFileForm(forms.Form):
    file = forms.FileField(
        label=_("Plan file"),
        help_text=_("YAML or JSON, at most %s MB.") % (SIZE_LIMIT // 1024 // 1024),
        allow_empty_file=True,  # an empty one is told what to begin with, as any other
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.json", "class": "field-l"}),
    )


class ConfirmationForm(forms.Form):
    """What to do with a plan that was read; ``preview`` is what it would do.

    ``key`` makes sure that a form that is sent twice brings in its plan once.
    """

    key = forms.CharField(max_length=32, widget=forms.HiddenInput)
    seat = forms.ChoiceField(label=_("Which of them are you?"), required=False)

    def __init__(self, data: QueryDict | None = None, *, actor: User, plan: Plan) -> None:
        super().__init__(data, initial={"key": secrets.token_urlsafe(KEY_BYTES)})
        self.actor, self.plan = actor, plan
        self.preview = preview(plan, actor)
        if self.preview.seated or self.preview.obstacle:
            del self.fields["seat"]
        else:
            self._offer_seats()

    def bring_in(self, *, replacing: bool) -> Account | None:
        """The account, also of this form sent before; None with what stands against it."""
        if self.is_valid():
            try:
                return import_plan_once(
                    actor=self.actor, plan=self.plan, replacing=replacing, **self.cleaned_data
                )
            except ImportRefusedError as error:
                self.add_error(None, str(error))
        return imported_before(self.actor, self.data.get("key", ""))

    def _offer_seats(self) -> None:
        """The free places; in a new account one may also join its team as one more."""
        field: Any = self.fields["seat"]
        field.choices = [(member.id, member.name) for member in self.preview.free]
        words: dict[str, str | Promise] = {m.id: m.role for m in self.preview.free}
        if self.preview.existing is None:
            field.choices = [*field.choices, (AS_LEAD, _("None of these"))]
            words[AS_LEAD] = _("You join the team as account lead.")
        field.required = self.preview.existing is not None
        field.widget = Options(choices=field.choices, descriptions=words)
        own_name = self.actor.name.casefold()
        same = (m.id for m in self.preview.free if m.name.casefold() == own_name)
        self.initial["seat"] = next(same, AS_LEAD)
