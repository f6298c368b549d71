"""What somebody said, what the team keeps to itself, and how a coach is developed."""

from collections.abc import Iterable
from typing import Any, Protocol

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waypost.contacts.models import CoachDevelopment
from waypost.plans.forms.actions import Flag, offer
from waypost.plans.forms.lights import PastDay
from waypost.ui.formats import excerpt
from waypost.ui.texts import Prose
from waypost.ui.versions import VersionedForm

SHORT = {"rows": 2}


class Named(Protocol):
    """A relationship objective with its id."""

    @property
    def code(self) -> str: ...
    @property
    def text(self) -> str: ...


class QuoteForm(forms.Form):
    """A sentence in their words, and for which of our relationship objectives."""

    text = Prose(
        label=_("What they said"), widget=forms.Textarea(attrs={**SHORT, "class": "voice"})
    )
    on = PastDay(label=_("When"), required=False, initial=timezone.localdate)
    objective = forms.ChoiceField(
        label=_("Says something about"),
        required=False,
        widget=forms.Select(attrs={"class": "field-m"}),
    )

    def __init__(self, *args: Any, objectives: Iterable[Named], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(one.code, f"{one.code} {excerpt(one.text, 50)}") for one in objectives]
        offer(self.fields["objective"], [("", _("None of our objectives")), *listed])


class EvidenceForm(forms.Form):
    """For which of our relationship objectives something was said."""

    objective = forms.ChoiceField(label=_("Evidence for"))

    def __init__(self, *args: Any, objectives: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["objective"], [(code, code) for code in objectives])


class NoteForm(forms.Form):
    """Something for the account team alone."""

    text = Prose(label=_("Private note"), widget=forms.Textarea(attrs=SHORT))


class CoachForm(VersionedForm):
    """How far a coach is developed; nothing confidential."""

    reached = forms.ChoiceField(
        label=_("How far"),
        required=False,
        choices=[("", _("Not said")), *CoachDevelopment.Reached.choices],
        widget=forms.RadioSelect,
    )
    stage = Prose(label=_("In our words"), required=False, widget=forms.Textarea(attrs=SHORT))
    next_step = Prose(
        label=_("Next step"),
        required=False,
        help_text=_("What we do next so that they gain from standing up for us."),
        widget=forms.Textarea(attrs=SHORT),
    )
    confidential_information = Flag(
        label=_("Was something confidential offered?"),
        help_text=_("Yes or no, never what it was."),
    )
