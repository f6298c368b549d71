"""How far we are today: one line a review (OBJ-5)."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.plans.forms.fields import Day, Figure
from waypost.plans.models import Objective
from waypost.ui.texts import Line, Prose


class CheckInForm(forms.Form):
    """The value of the metric on a day; the condition only where there is one to hold."""

    value = Figure(label=_("Actual"))
    on = Day(label=_("On"), initial=timezone.localdate)
    condition_value = Line(label=_("Condition"), required=False)
    note = Prose(label=_("What changed"), required=False, widget=forms.TextInput)

    def __init__(self, *args: Any, objective: Objective, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not objective.condition:
            del self.fields["condition_value"]

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(gettext("Enter the day it was counted: today or earlier."))
        return on
