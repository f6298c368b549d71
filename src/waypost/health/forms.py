"""Why a finding is left as it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from waypost.ui.texts import Prose


class FindingForm(forms.Form):
    """Which finding: by what makes it the same one tomorrow, as its row is written anew."""

    rule = forms.CharField(max_length=10, widget=forms.HiddenInput)
    at = forms.CharField(max_length=60, widget=forms.HiddenInput)
    subject = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)


class DismissalForm(FindingForm):
    reason = Prose(
        label=_("Why it can stay as it is"),
        help_text=_("The team reads it with the finding. It comes back when the facts change."),
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        error_messages={"required": _("Say why: without a reason it stays a finding.")},
    )
