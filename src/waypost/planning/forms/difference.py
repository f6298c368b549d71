"""Which two states of a plan to compare."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account
from waypost.planning.queries.difference import NOW, states_of
from waypost.plans.forms.actions import offer


class DifferenceForm(forms.Form):
    """``before`` and ``after`` are states that were kept; the later may be the plan as it is."""

    before = forms.ChoiceField(label=_("From"))
    after = forms.ChoiceField(label=_("To"))

    def __init__(self, data: Any, *, account: Account, today: date) -> None:
        self.states = states_of(account, today)
        newest = self.states[0][0] if self.states else ""
        chosen = {"before": newest, "after": NOW, **{name: data[name] for name in data}}
        super().__init__(chosen)
        offer(self.fields["before"], self.states)
        offer(self.fields["after"], [(NOW, _("The plan as it is now")), *self.states])

    @property
    def opened(self) -> list[tuple[str, str]]:
        """The kept states of the two that are compared, with their words."""
        chosen = {self.cleaned_data["before"], self.cleaned_data["after"]}
        return [(key, words) for key, words in self.states if key in chosen]
