"""What somebody wants to be mailed, and when."""

from typing import Any

from django import forms
from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from waypost.notices.models import CHOICES, FIELDS, Kind, MailChoices
from waypost.ui.forms import SeveralOptions
from waypost.ui.versions import VersionedForm

HOURS = [(hour, f"{hour}:00") for hour in range(24)]


class MailChoicesForm(VersionedForm):
    kinds = forms.MultipleChoiceField(
        label=_("What you get"),
        required=False,
        choices=[(kind.value, kind.label) for kind in CHOICES],
        widget=SeveralOptions(
            descriptions={
                Kind.WEEK: _(
                    "Once a week: what is late and due, what is asked of you, stage goals at "
                    "risk, what others changed. No mail where there is nothing."
                ),
                Kind.REVIEW: _("Two days before a review that you run, and when it was missed."),
                Kind.SESSION: _("The day before."),
                Kind.ASK: _("When somebody waits for your commitment or your agreement."),
                Kind.INVITE: _(
                    "When somebody asks when you can come, and the invitation for your calendar "
                    "with each change of it."
                ),
            }
        ),
    )
    off = forms.BooleanField(label=_("No mail at all, whatever is chosen above"), required=False)
    weekday = forms.TypedChoiceField(
        label=_("Day of the weekly mail"), coerce=int, choices=tuple(WEEKDAYS.items())
    )
    hour = forms.TypedChoiceField(
        label=_("Hour of all mails"),
        coerce=int,
        choices=HOURS,
        help_text=_(
            "By the clock of your own time zone. Invitations, and what somebody reminds you of, "
            "come at once."
        ),
    )

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "kinds" and isinstance(current, MailChoices):
            return kinds_of(current)
        return super().value_of(current, name)


def values_of(choices: MailChoices) -> dict[str, Any]:
    own = ("version", "off", "weekday", "hour")
    return {name: getattr(choices, name) for name in own} | {"kinds": kinds_of(choices)}


def kinds_of(choices: MailChoices) -> list[str]:
    return [kind.value for kind in CHOICES if getattr(choices, FIELDS[kind])]
