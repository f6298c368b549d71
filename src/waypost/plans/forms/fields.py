"""Figures and days of a plan: what these fields accept, a plan file accepts too."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.method.shape import DIGITS_AFTER_POINT, DIGITS_BEFORE_POINT, FIRST_DAY
from waypost.ui.forms import DateInput

YEARS_AHEAD = 30  # that a date or a year may lie ahead where somebody enters it


class Figure(forms.DecimalField):
    """A value of a metric, without the zeros that say nothing."""

    widget = forms.TextInput(
        attrs={"class": "field-xs", "inputmode": "decimal", "autocomplete": "off"}
    )
    default_error_messages = {"invalid": _("Enter a number, such as 3 or 2.5.")}

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # its stub says int
        found = super().to_python(value)
        if found is None:
            return None
        if not found.is_finite():
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        whole, after = _digits(found)
        if whole > DIGITS_BEFORE_POINT or after > DIGITS_AFTER_POINT:
            sentence = gettext("Enter at most %(before)s digits, and %(after)s after the point.")
            words = {"before": DIGITS_BEFORE_POINT, "after": DIGITS_AFTER_POINT}
            raise forms.ValidationError(sentence % words)
        return plain(found)

    def prepare_value(self, value: Any) -> Any:
        return format(plain(value), "f") if isinstance(value, Decimal) else value


class Day(forms.DateField):
    """A date from 1990 to 30 years from now; a plan file may hold later ones."""

    widget = DateInput(attrs={"class": "field-s"})

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is None:
            return
        last = timezone.localdate().year + YEARS_AHEAD
        if value < FIRST_DAY:
            sentence = gettext("Enter a date from %(year)s on.")
            raise forms.ValidationError(sentence % {"year": FIRST_DAY.year})
        if value.year > last:
            raise forms.ValidationError(gettext("Enter a date up to %(year)s.") % {"year": last})


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    return Decimal(format(value.normalize(), "f"))


def _digits(value: Decimal) -> tuple[int, int]:
    """How many digits stand before and after the point."""
    if not value:
        return 0, 0
    digits = "".join(str(digit) for digit in value.as_tuple().digits).rstrip("0")
    whole = value.adjusted() + 1  # below zero where zeros follow the point
    return max(whole, 0), max(len(digits) - whole, 0)
