"""Which of two values the one person keeps."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.contacts.models import Contact
from waypost.contacts.queries.duplicates import BOTH, GONE, KEPT, TEXTS, TOGETHER, Compared
from waypost.ui.texts import LONGEST_TEXT
from waypost.ui.versions import VersionedForm

CHANGED = _("One of the two was changed since you opened this. Look again, then merge them.")


class MergeForm(VersionedForm):
    """A choice for each value in which two people differ; the other values are the only ones."""

    gone_version = forms.IntegerField(widget=forms.HiddenInput)
    is_stale = False

    def __init__(
        self, data: Any = None, *, kept: Contact, gone: Contact, values: tuple[Compared, ...]
    ) -> None:
        self.kept, self.gone = kept, gone
        self.lines = values
        initial = {"version": kept.version, "gone_version": gone.version}
        super().__init__(data, initial={**initial, **{one.key: one.first for one in values}})
        for one in values:
            if one.differs:
                choices = [(KEPT, one.kept), (GONE, one.gone)]
                if one.key in TEXTS and len(self._both(one.key)) <= LONGEST_TEXT:
                    choices.append((BOTH, gettext("Keep both texts")))
                self.fields[one.key] = forms.ChoiceField(
                    label=one.label, choices=choices, widget=forms.RadioSelect
                )

    def clean(self) -> dict[str, Any]:
        """The versions, and the values of the one person by column."""
        chosen = dict(self.cleaned_data)
        versions = {name: chosen.get(name) for name in ("version", "gone_version")}
        values: dict[str, Any] = {}
        for one in self.lines:
            side = chosen.get(one.key) or (KEPT if one.kept else GONE)
            if side == BOTH:
                values[one.key] = self._both(one.key)
                continue
            row = self.gone if side == GONE else self.kept
            values |= {name: getattr(row, name) for name in TOGETHER.get(one.key, (one.key,))}
        return {**versions, "values": values}

    def show_conflict(self, current: models.Model) -> None:  # noqa: ARG002  # both are read
        """Nothing is typed here: let the person look at the values as they are now."""
        self.is_stale = True
        for row in (self.kept, self.gone):
            row.refresh_from_db()
        self.data = {
            **{name: self.data[name] for name in self.data},
            "version": str(self.kept.version),
            "gone_version": str(self.gone.version),
        }
        self.add_error(None, str(CHANGED))

    def sides(self) -> list[tuple[Compared, forms.BoundField | None]]:
        """Each value with its choice, where there is one."""
        return [(one, self[one.key] if one.differs else None) for one in self.lines]

    def _both(self, key: str) -> str:
        return f"{getattr(self.kept, key)}\n{getattr(self.gone, key)}"
