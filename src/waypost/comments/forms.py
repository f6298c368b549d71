"""What a person may say: a text of the plan's own limits."""

from django import forms
from django.utils.translation import gettext_lazy as _

from waypost.ui.texts import Prose
from waypost.ui.versions import VersionedForm

ROWS = {"rows": 3}


class CommentForm(forms.Form):
    text = Prose(label=_("Comment"), widget=forms.Textarea(attrs=ROWS))


class ChangedCommentForm(VersionedForm):
    text = Prose(label=_("Comment"), widget=forms.Textarea(attrs={**ROWS, "autofocus": True}))
