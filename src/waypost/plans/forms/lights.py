"""What a person may enter about a traffic light."""

from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.accounts.policies import Access
from waypost.plans.forms.actions import offer
from waypost.plans.forms.fields import Day
from waypost.plans.models import TrafficLight
from waypost.plans.models.traffic_lights import Colour
from waypost.plans.operations.light_answers import NEW_ACTION
from waypost.plans.queries.light_line import LineReading, read_line, stands_on
from waypost.plans.queries.lights_page import open_actions
from waypost.plans.queries.wording import Reader
from waypost.ui.texts import LONGEST_TEXT, Line, Prose
from waypost.ui.versions import MISSING, VersionedForm

SHORT = {"rows": 2}


class ColourChoice(forms.ChoiceField):
    """Green, amber or red."""

    widget = forms.RadioSelect

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=Colour.choices, label=_("Colour"), **options)


class PastDay(Day):
    """A day up to today."""

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is not None and value > timezone.localdate():
            raise forms.ValidationError(gettext("Enter today or an earlier day."))


class LightLineForm(forms.Form):
    """One line that says it all; ``said`` is the colour that the line last preselected.

    Valid, its data are those of a new light. ``reading`` is what was understood, if anything.
    """

    line = Line(label=_("Light"), max_length=LONGEST_TEXT)
    colour = ColourChoice(required=False)
    said = forms.CharField(required=False, widget=forms.HiddenInput)
    on = forms.ChoiceField(label=_("On"), required=False)
    reading: LineReading | None = None

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._reader = reader
        _account, *groups = stands_on(reader.plan)
        offer(self.fields["on"], [("", _("as the line says, else the account")), *groups])

    @property
    def chosen(self) -> str:
        """The colour as it is now: the person's own choice before what the line says."""
        own = self.cleaned_data.get("colour", "") if self.is_bound else ""
        if own and own != self.data.get("said", ""):
            return str(own)
        return self.reading.colour if self.reading else ""

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        if "line" not in found:
            return found
        self.reading = read_line(self._reader, found["line"])
        colour = self.chosen
        if not colour and "colour" not in self.errors:
            self.add_error("colour", gettext("Choose green, amber or red."))
        if not self.reading.text:
            self.add_error("line", gettext("Say what is the case, beside the colour."))
        on = found.get("on", "") or self.reading.on
        return {"text": self.reading.text, "colour": colour, "on": on}


class LightForm(VersionedForm):
    """Everything about one light."""

    text = Prose(label=_("What is the case"), widget=forms.Textarea(attrs=SHORT))
    colour = ColourChoice()
    on = forms.ChoiceField(
        label=_("On"), required=False, widget=forms.Select(attrs={"class": "field-l"})
    )
    since = PastDay(label=_("Since"), required=False)
    response = Prose(
        label=_("What we do about it"),
        required=False,
        help_text=_("Name an action by its id, such as A14, and its state shows here."),
        widget=forms.Textarea(attrs=SHORT),
    )

    def __init__(self, data: Any = None, *, light: TrafficLight, reader: Reader) -> None:
        initial = {name: self.value_of(light, name) for name in (*self.base_fields, "version")}
        super().__init__(data, initial=initial)
        offer(self.fields["on"], stands_on(reader.plan))

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "on" and isinstance(current, TrafficLight):
            part = current.on
            return part.code if part is not None and part.retired_at is None else ""
        return super().value_of(current, name)


class TurnForm(VersionedForm):
    """Another colour, from when on and why."""

    colour = ColourChoice()
    why = Prose(label=_("Why"), required=False, widget=forms.Textarea(attrs=SHORT))
    on = PastDay(label=_("On"), required=False)

    def __init__(self, data: Any = None, *, light: TrafficLight, to: str = "") -> None:
        initial = {"colour": light.colour, "version": light.version, "on": timezone.localdate()}
        if to in Colour.values:
            initial["colour"] = to
        super().__init__(data, initial=initial)
        if to:  # the colour is chosen, what is left is to say why
            self.fields["why"].widget.attrs["autofocus"] = True

    def value_of(self, current: models.Model, name: str) -> Any:
        return super().value_of(current, name) if name == "colour" else MISSING


class AnswerForm(VersionedForm):
    """What we do about it, and the action that does it."""

    response = Prose(
        label=_("What we do about it"), required=False, widget=forms.Textarea(attrs=SHORT)
    )
    action = forms.ChoiceField(
        label=_("Action"), required=False, widget=forms.Select(attrs={"class": "field-l"})
    )

    def __init__(
        self, data: Any = None, *, light: TrafficLight, access: Access, reader: Reader
    ) -> None:
        super().__init__(data, initial={"response": light.response, "version": light.version})
        new = [(NEW_ACTION, _("A new action with these words"))] if access.can_edit_plan else []
        listed = [("", _("No action, or the one that is named")), *new]
        offer(self.fields["action"], [*listed, *open_actions(reader.plan)])


class SeenForm(forms.Form):
    """The colour that the person saw when they said that it is still true."""

    colour = forms.ChoiceField(choices=Colour.choices)
