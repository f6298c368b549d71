"""What a person may enter about the white space."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waypost.opportunities.models import CellState
from waypost.plans.forms.fields import Figure
from waypost.ui.texts import Line
from waypost.ui.versions import VersionedForm


class OfferingForm(forms.Form):
    name = Line(label=_("Product or service"))


class ChangedOfferingForm(VersionedForm, OfferingForm):
    """A row as it stands."""


class CellForm(VersionedForm):
    """What an offering is at a site."""

    state = forms.ChoiceField(label=_("State"), choices=CellState.choices, widget=forms.RadioSelect)
    potential: Any = Figure(label=_("Potential a year"), required=False, min_value=0)
