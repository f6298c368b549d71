"""Finding a time: one that is proposed, and when somebody can come."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.planning.forms.sessions import Clock
from waypost.planning.models import SlotAnswer
from waypost.planning.queries.sessions_times import Slot
from waypost.plans.forms.fields import Day


class TimeForm(forms.Form):
    """One more time at which the session could be."""

    on = Day(label=_("Day"))
    at = Clock(label=_("Begins"))


class AnswersForm(forms.Form):
    """One answer to each time; none at all is an answer too."""

    def __init__(self, data: Any = None, *, slots: Sequence[Slot]) -> None:
        super().__init__(data, auto_id="times-%s")
        self.slots = slots
        for slot in slots:
            self.fields[f"slot-{slot.pk}"] = forms.ChoiceField(
                label=f"{slot.when}, {slot.time}",
                choices=SlotAnswer.Answer.choices,
                required=False,
                initial=slot.mine,
                widget=forms.RadioSelect,
            )

    def lines(self) -> list[tuple[Slot, forms.BoundField]]:
        return [(slot, self[f"slot-{slot.pk}"]) for slot in self.slots]

    @property
    def lost(self) -> str:
        """What to say where a time that was answered to is not proposed any more."""
        sent = {name for name, value in self.data.items() if name.startswith("slot-") and value}
        if sent <= set(self.fields):
            return ""
        return gettext("A time that you answered to is not proposed any more. See what is, below.")

    @property
    def answers(self) -> Mapping[int, str]:
        """What was said, by the keys of the times."""
        return {slot.pk: self.cleaned_data.get(f"slot-{slot.pk}", "") for slot in self.slots}
