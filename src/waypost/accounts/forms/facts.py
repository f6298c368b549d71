"""A fact, or what nobody knows, in one line."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Fact
from waypost.method.shape import FIRST_DAY
from waypost.ui.forms import DateInput
from waypost.ui.texts import LONGEST_TEXT, Line


class FactForm(forms.Form):
    """One line: a fact and who said it, or with a question mark in front what nobody knows."""

    line = Line(
        label=_("Add a fact"),
        max_length=LONGEST_TEXT,
        help_text=_(
            "For example: Wants 30% recycled glass by 2029, annual report. "
            "Start with ? for what you don’t know."
        ),
    )
    topic = forms.ChoiceField(label=_("About"), choices=Fact.Topic.choices)
    as_of = forms.DateField(label=_("Said on"), initial=timezone.localdate, widget=DateInput)

    @property
    def is_gap(self) -> bool:
        """Whether the line begins with a question mark."""
        return str(self.data.get("line", "")).lstrip().startswith("?")

    def clean_as_of(self) -> date:
        said: date = self.cleaned_data["as_of"]
        if not FIRST_DAY <= said <= timezone.localdate():
            raise forms.ValidationError(gettext("Enter the day it was said: today or earlier."))
        return said

    def clean(self) -> dict[str, Any]:
        """What the operation takes: the text of a gap, or a fact with its source."""
        line = self.cleaned_data.pop("line", "")
        if self.is_gap:
            text = line.lstrip("? ")
            if line and not text:
                self.add_error("line", gettext("Write what you don’t know after the ?"))
            return {"text": text}
        text, _comma, source = (part.strip() for part in line.rpartition(","))
        if line and not (text and source):
            self.add_error("line", gettext("Add who said it or where it stands, after a comma."))
        return {**self.cleaned_data, "text": text, "source": source}
