"""The hours there are for opportunities, and who gets them (ROTI-4)."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.opportunities.forms.fields import HoursField
from waypost.opportunities.models import Decided
from waypost.ui.versions import VersionedForm


class HoursForm(forms.Form):
    """The hours at which the line is drawn."""

    hours = HoursField(label=_("Hours for opportunities in a year"))


class PlanHoursForm(VersionedForm, HoursForm):
    """The same to be kept as the plan's."""

    def value_of(self, current: models.Model, name: str) -> Any:
        return super().value_of(current, "team_hours_next_12_months" if name == "hours" else name)


class DecisionForm(forms.Form):
    """What the team decides about the hours of an opportunity; empty: the figures decide."""

    decided = forms.ChoiceField(choices=[("", ""), *Decided.choices], required=False)
