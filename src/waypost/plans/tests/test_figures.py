"""Figures as people type them: kept exactly, or refused with a sentence."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from waypost.plans.forms.fields import Figure

TOO_LONG = "Enter at most 11 digits, and 4 after the point."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("3.50", "3.5"),
        ("-0.0001", "-0.0001"),
        ("99999999999.9999", "99999999999.9999"),
        ("1.5e3", "1500"),
        ("0", "0"),
        ("0.000", "0"),
        ("0e9999999", "0"),
        ("100.0000000000000000000000000000000000", "100"),
    ],
)
def test_figure_is_kept_as_its_plain_number(typed, kept):
    found = Figure().clean(typed)

    assert found == Decimal(kept)
    assert format(found, "f") == kept


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("1e9999999", TOO_LONG),
        ("-1e9999999", TOO_LONG),
        ("1e999999", TOO_LONG),
        ("1e-9999999", TOO_LONG),
        ("123456789012", TOO_LONG),
        ("0.12345", TOO_LONG),
        ("1.00000000000000000000000000000000001", TOO_LONG),
        ("NaN", "Enter a number, such as 3 or 2.5."),
        ("Infinity", "Enter a number, such as 3 or 2.5."),
        ("1e99999999999999999999", "Enter a number, such as 3 or 2.5."),
    ],
)
def test_figure_no_plan_can_hold_is_refused(typed, message):
    with pytest.raises(ValidationError) as refused:
        Figure().clean(typed)

    assert refused.value.messages == [message]
