"""What a person may enter about a planning session as a whole."""

from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.method.plan import Plan
from waypost.method.team import Function, function_of
from waypost.planning.models import PlanningSession
from waypost.plans.forms.actions import offer
from waypost.plans.forms.fields import Day
from waypost.ui.texts import Line, Prose
from waypost.ui.versions import VersionedForm

SHORTEST, LONGEST, USUAL = 15, 24 * 60, 180  # minutes
BOTH = _("Give the day and the time, or neither: then you find a time together.")


class Clock(forms.TimeField):
    """A time of the day."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "field-xs"})
    default_error_messages = {"invalid": _("Enter the time as 14:30.")}


class Minutes(forms.IntegerField):
    """How long something takes."""

    widget = forms.TextInput(
        attrs={"class": "field-xs", "inputmode": "numeric", "autocomplete": "off"}
    )
    default_error_messages = {"invalid": _("Enter whole minutes, such as 30.")}


class SessionForm(VersionedForm):
    """What it is for, when, where, and who leads; a new one has no version yet."""

    purpose = Line(label=_("What it is for"))
    on = Day(
        label=_("Day"),
        required=False,
        help_text=_("Leave day and time empty to find a time together."),
    )
    at = Clock(label=_("Begins"), required=False)
    minutes = Minutes(label=_("Minutes"), required=False, min_value=SHORTEST, max_value=LONGEST)
    place = Line(label=_("Place"), required=False)
    led_by = forms.ChoiceField(label=_("Led by"), required=False)

    def __init__(
        self, data: Any = None, *, plan: Plan, session: PlanningSession | None = None
    ) -> None:
        if session is None:
            leads = (m.id for m in plan.team if function_of(m) is Function.FIRST_LINE)
            initial = {"minutes": USUAL, "led_by": next(leads, "")}
        else:
            initial = {name: self.value_of(session, name) for name in self.base_fields}
        super().__init__(data, initial=initial)
        if session is None:
            del self.fields["version"]
        team = [(member.id, member.name) for member in plan.team]
        offer(self.fields["led_by"], [("", _("Not said yet")), *team])

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        day, hour = found.get("on"), found.get("at")
        if bool(day) != bool(hour) and not {"on", "at"} & set(self.errors):
            self.add_error("at" if day else "on", gettext(str(BOTH)))
        return found

    def value_of(self, current: models.Model, name: str) -> Any:
        if not isinstance(current, PlanningSession):
            return super().value_of(current, name)
        match name:
            case "on":
                return current.date
            case "at":
                begins = current.starts_at
                return timezone.localtime(begins).time() if begins else None
            case "led_by":
                return current.led_by.ref.code if current.led_by else ""
        return super().value_of(current, name)


class CallOffForm(forms.Form):
    why = Prose(
        label=_("Why it does not take place"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
    )
