"""What a strategy says and serves, and what a member answers to it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.plans.models import Strategy
from waypost.plans.queries.served import Served, serving_codes
from waypost.ui.forms import Judged, Options
from waypost.ui.texts import Prose
from waypost.ui.versions import VersionedForm

LINES = forms.Textarea(attrs={"rows": 3})


class StrategyForm(forms.Form):
    """A strategy; ``parts`` are what it can serve."""

    statement = Prose(
        label=_("What it says"),
        help_text=_(
            "A way of working with this customer, not what happens in one call. One sentence that "
            "everybody can repeat."
        ),
        widget=Judged(attrs={"rows": 3}),
    )
    serves = forms.MultipleChoiceField(
        label=_("Objectives it serves"), required=False, widget=forms.CheckboxSelectMultiple
    )
    communicate = Prose(
        label=_("How it is communicated"),
        required=False,
        help_text=_("How each member hears of it, such as a walk-through at the kick-off."),
        widget=LINES,
    )

    def __init__(self, *args: Any, parts: Iterable[Served], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        serves = self.fields["serves"]
        if isinstance(serves, forms.MultipleChoiceField):
            serves.choices = [(part.code, part.choice) for part in parts]
            if not serves.choices:
                del self.fields["serves"]


class NewStrategyForm(StrategyForm):
    """A strategy to begin with."""

    def clean(self) -> dict[str, Any]:
        return {"serves": [], **self.cleaned_data}


class ChangedStrategyForm(VersionedForm, StrategyForm):
    """A strategy as it stands."""

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "serves" and isinstance(current, Strategy):
            return serving_codes(current)
        return super().value_of(current, name)

    def _words(self, name: str, value: Any) -> str:
        return ", ".join(sorted(value)) if name == "serves" else super()._words(name, value)


class AnswerForm(forms.Form):
    """A member's answer to a strategy, of which ``wording`` is the one that stands now."""

    YES, NO = "yes", "no"

    wording = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[(YES, _("Committed")), (NO, _("Something is in the way"))],
        widget=Options(
            descriptions={
                YES: _("A yes to working this way. A doubt may stand beside it."),
                NO: _("Not yet. The team sees what is in the way, and answers it."),
            }
        ),
    )
    doubts = Prose(label=_("What is in the way"), required=False, widget=LINES)

    def __init__(self, *args: Any, wording: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = wording

    def clean_wording(self) -> int:
        """An answer is to the words that were read; the next one is to those that stand now."""
        read: int = self.cleaned_data["wording"]
        if read != self.now:
            self.data = {**{name: self.data[name] for name in self.data}, "wording": str(self.now)}
            raise forms.ValidationError(
                gettext("The wording has changed since you opened this. Read it, then answer.")
            )
        return read

    def clean(self) -> dict[str, Any]:
        """What the operation takes."""
        data = self.cleaned_data
        says_no = data.pop("answer", "") == self.NO
        if says_no and not data.get("doubts") and "doubts" not in self.errors:
            self.add_error("doubts", gettext("Say in a sentence what is in the way."))
        return {**data, "committed": not says_no}
