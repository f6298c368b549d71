"""Why what is known of somebody is kept, and where it comes from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waypost.contacts.models import Contact
from waypost.ui.texts import Line
from waypost.ui.versions import VersionedForm


class PrivacyForm(VersionedForm):
    """The purpose and the source of what is stored about a person."""

    purpose = Line(
        label=_("Why we keep it"),
        required=False,
        help_text=_("For example: to prepare the frame contract together."),
    )
    origin = Line(
        label=_("Where we have it from"),
        required=False,
        help_text=_("For example: met at the trial in May, their own card."),
    )

    def __init__(self, data: Any = None, *, own: Contact) -> None:
        initial = {name: getattr(own, name) for name in ("purpose", "origin", "version")}
        super().__init__(data, initial=initial)


class ErasureForm(VersionedForm):
    """A yes to erasing somebody for good."""

    understood = forms.BooleanField(
        label=_("Erase for good. I know that this cannot be taken back."),
        error_messages={"required": _("Say yes to what goes, or leave everything as it is.")},
    )
