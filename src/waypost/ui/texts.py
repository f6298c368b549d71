"""Form fields for the texts of a plan: what they accept, a plan file accepts too."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from waypost.planfile.problems import REORDERING, UNSTORABLE
from waypost.planfile.values import tidy

LONGEST_LINE = 200
LONGEST_TEXT = 10_000


class Line(forms.CharField):
    """A text in one line."""

    lines = False

    def __init__(self, *, max_length: int = LONGEST_LINE, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: Any) -> str:
        text = tidy(super().to_python(value) or "", lines=self.lines)
        if found := UNSTORABLE.search(text):
            raise ValidationError(
                gettext("Remove the character U+%04X: it cannot be stored.") % ord(found[0])
            )
        if not self.lines and (found := REORDERING.search(text)):
            raise ValidationError(
                gettext("Remove the character U+%04X: with it a name can look like another.")
                % ord(found[0])
            )
        return text


class Prose(Line):
    """A text of several lines."""

    lines = True
    widget = forms.Textarea

    def __init__(self, *, max_length: int = LONGEST_TEXT, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)
