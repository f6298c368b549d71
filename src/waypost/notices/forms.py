"""What somebody wants to be mailed, and when."""

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from waypost.notices.models import MailChoices
from waypost.ui.versions import VersionedForm

HOURS = [(hour, f"{hour}:00") for hour in range(24)]


class MailChoicesForm(VersionedForm):
    weekly = forms.BooleanField(
        label=_("My week"),
        required=False,
        help_text=_(
            "Once a week: what is late and due, what is asked of you, stage goals at risk, what "
            "others changed. No mail where there is nothing."
        ),
    )
    reviews = forms.BooleanField(
        label=_("Reviews"),
        required=False,
        help_text=_("Two days before a review that you run, and when it was missed."),
    )
    sessions = forms.BooleanField(
        label=_("Planning sessions"), required=False, help_text=_("The day before.")
    )
    asks = forms.BooleanField(
        label=_("What is asked of you"),
        required=False,
        help_text=_("When somebody waits for your commitment or your agreement."),
    )
    off = forms.BooleanField(
        label=_("No mail at all"),
        required=False,
        help_text=_("Whatever is on above. Links to choose a new password still come."),
    )
    weekday = forms.TypedChoiceField(
        label=_("Day of my week"), coerce=int, choices=tuple(WEEKDAYS.items())
    )
    hour = forms.TypedChoiceField(
        label=_("Hour of all mails"),
        coerce=int,
        choices=HOURS,
        help_text=_("In your own time zone."),
    )


def values_of(choices: MailChoices) -> dict[str, Any]:
    return {name: getattr(choices, name) for name in MailChoicesForm.base_fields}
