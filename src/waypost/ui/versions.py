"""Forms that lose nobody's work: they know the version they were filled in for (TRUST.md, R3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext

MISSING = object()


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """A field that somebody else saved meanwhile: what stands there now, and what was typed."""

    label: str
    saved: str
    typed: str


class VersionedForm(forms.Form):
    """A form that knows which version it was filled in for."""

    version: forms.Field = forms.IntegerField(widget=forms.HiddenInput)
    differences: tuple[Difference, ...] = ()

    def show_conflict(self, current: models.Model) -> None:
        """Keep what was typed, say what differs, and let the next save replace ``current``."""
        self.differences = tuple(self._differences(current))
        data: Any = self.data
        self.data = data = data.copy()  # with all that was ticked, not the last of it alone
        data["version"] = str(current.serializable_value("version"))

    def value_of(self, current: models.Model, name: str) -> Any:
        """What stands in the row now for a field; for fields that are no column, overridden."""
        return getattr(current, name, MISSING)

    def _differences(self, current: models.Model) -> Any:
        for name in self.fields:
            now = MISSING if name == "version" else self.value_of(current, name)
            if now is MISSING:
                continue
            saved, typed = self._words(name, now), self._words(name, self.cleaned_data[name])
            if saved != typed:
                yield Difference(label=str(self[name].label), saved=saved, typed=typed)

    def _words(self, name: str, value: Any) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField) and isinstance(
            field.widget, forms.widgets.ChoiceWidget
        ):
            labels = dict(_flat(field.widget.choices))
            chosen = value if isinstance(value, list | tuple | set) else [value]
            return ", ".join(labels.get(_key(one), str(one)) for one in chosen)
        if isinstance(value, bool):
            return gettext("Yes") if value else gettext("No")
        return "" if value is None else str(value)


def status_of(form: forms.Form) -> int:
    """409 where somebody else saved first, 422 where something is to be put right."""
    if getattr(form, "differences", ()):
        return 409
    return 422 if form.errors else 200


def _flat(choices: Any) -> Iterator[tuple[str, str]]:
    """The choices with their labels, those in groups as well."""
    for choice, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(choice), str(label)


def _key(value: Any) -> str:
    return "" if value is None else str(value)
