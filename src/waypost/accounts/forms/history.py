"""What of the history somebody wants to see."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waypost.accounts.timeline import AREAS, Asked


class HistoryFilter(forms.Form):
    """Which part of the history to show; what cannot be read asks nothing."""

    view = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    q = forms.CharField(
        label=_("Word, name or figure"), required=False, max_length=200, widget=forms.SearchInput
    )
    what = forms.ChoiceField(label=_("What"), required=False)
    who = forms.ChoiceField(label=_("Who"), required=False)

    def __init__(self, *args: Any, actors: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = sorted(((area.key, area.label) for area in AREAS), key=lambda area: str(area[1]))
        for name, anything, choices in (
            ("what", _("Everything"), areas),
            ("who", _("Everyone"), actors),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", anything), *choices]

    @property
    def asked(self) -> Asked:
        self.full_clean()
        data = self.cleaned_data
        return Asked(
            view=data.get("view", ""),
            word=data.get("q", ""),
            area=data.get("what", ""),
            who=data.get("who", ""),
        )

    @property
    def rejected(self) -> list[str]:
        """The labels of what could not be read in the address."""
        return [str(self.fields[name].label or "") for name in self.errors]
