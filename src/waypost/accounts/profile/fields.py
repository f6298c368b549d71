"""Figures and days of a profile, with what to enter where one cannot be."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext

from waypost.method.shape import FIRST_DAY
from waypost.plans.forms.fields import YEARS_AHEAD, Figure, plain
from waypost.ui.forms import DateInput

MILLION: Final = Decimal(1_000)  # in the thousands that are kept
MOST_MILLIONS = Decimal(10_000_000)


class SaidOn(forms.DateField):
    """The day something was said or written: from 1990 to today."""

    widget = DateInput(attrs={"class": "field-s"})

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is not None and not FIRST_DAY <= value <= timezone.localdate():
            raise forms.ValidationError(
                gettext("Enter the day it was said: from %(year)s to today.")
                % {"year": FIRST_DAY.year}
            )


class Year(forms.IntegerField):
    """A year from 1990 to 30 years from now."""

    widget = forms.TextInput(attrs={"class": "field-xs", "inputmode": "numeric"})

    def clean(self, value: Any) -> Any:
        last = timezone.localdate().year + YEARS_AHEAD
        words = {"first": FIRST_DAY.year, "last": last}
        sentence = gettext("Enter a year from %(first)s to %(last)s.") % words
        try:
            year = super().clean(value)
        except forms.ValidationError as error:
            raise error if not value else forms.ValidationError(sentence) from error
        if year is not None and not FIRST_DAY.year <= year <= last:
            raise forms.ValidationError(sentence)
        return year


class Millions(Figure):
    """Money that is written in millions and kept in thousands."""

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # its stub says int
        found = super().to_python(value)
        if found is None:
            return None
        if not 0 <= found <= MOST_MILLIONS:
            raise forms.ValidationError(gettext("Enter millions from 0 to 10,000,000."))
        return plain(found * MILLION)

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(value / MILLION if isinstance(value, Decimal) else value)
