"""Saying yes to the merge of two accounts as they were when the page was drawn."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account
from waypost.ui.versions import VersionedForm

CHANGED = _("One of the two was changed since you opened this. Look again, then merge them.")


class MergeForm(VersionedForm):
    """Nothing to fill in: it knows when the two were last worked on."""

    version = None  # type: ignore[assignment]  # the times stand for it
    touched = forms.CharField(widget=forms.HiddenInput)
    gone_touched = forms.CharField(widget=forms.HiddenInput)
    is_stale = False

    def __init__(self, data: Any = None, *, kept: Account, gone: Account) -> None:
        self.kept, self.gone = kept, gone
        super().__init__(data, initial=self._times())

    def clean(self) -> dict[str, Any]:
        return {name: self._read(name) for name in ("touched", "gone_touched")}

    def show_conflict(self, current: models.Model) -> None:  # noqa: ARG002  # both are read
        """Nothing is typed here: let the person look at both as they are now."""
        self.is_stale = True
        for account in (self.kept, self.gone):
            account.refresh_from_db()
        self.data = {**{name: self.data[name] for name in self.data}, **self._times()}
        self.add_error(None, str(CHANGED))

    def _times(self) -> dict[str, str]:
        times = {"touched": self.kept.touched_at, "gone_touched": self.gone.touched_at}
        return {name: time.isoformat() for name, time in times.items()}

    def _read(self, name: str) -> datetime | None:
        """None, at which nothing was ever written, where it is no time."""
        try:
            return datetime.fromisoformat(self.cleaned_data.get(name, ""))
        except ValueError:
            return None
