"""What hangs on an opportunity: an action for it, a light on it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account, TeamMember
from waypost.accounts.queries import team_of
from waypost.opportunities.forms.fields import HoursField
from waypost.plans.forms.fields import Day
from waypost.plans.forms.lights import ColourChoice
from waypost.plans.forms.objectives import OwnerField
from waypost.ui.texts import Prose

SHORT = {"rows": 2}


class ActionForm(forms.Form):
    """Who does what for it, and when."""

    what = Prose(label=_("What is to be done"), widget=forms.Textarea(attrs=SHORT))
    owner = OwnerField(label=_("Who"))
    due = Day(label=_("When"), required=False)
    hours = HoursField(label=_("Hours"), required=False)

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner"]
        if isinstance(owner, OwnerField):
            owner.queryset = team_of(account)

    def clean_owner(self) -> str:
        """The id, which the operation takes."""
        owner: TeamMember | None = self.cleaned_data["owner"]
        return owner.ref.code if owner else ""


class LightForm(forms.Form):
    """What helps or stops it, in one of three colours."""

    text = Prose(label=_("What is the case"), widget=forms.Textarea(attrs=SHORT))
    colour = ColourChoice()
