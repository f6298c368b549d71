"""What a person may enter in a monthly review: one small form for each answer."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.method.month import Month
from waypost.method.plan import Action as PlanAction
from waypost.method.plan import Plan
from waypost.planning.models import SentenceAnswer
from waypost.plans.forms.actions import MOST_HOURS, MonthField, offer
from waypost.plans.forms.fields import Day, Figure, plain
from waypost.plans.models import Action
from waypost.plans.models.traffic_lights import Colour
from waypost.plans.operations.actions import owner_of
from waypost.plans.queries.action_choices import owners
from waypost.ui.texts import Line, Prose
from waypost.ui.versions import MISSING, VersionedForm

DONE, CARRY, DROP = "done", "carry", "drop"
SAME, CHANGED, GONE = "same", "changed", "gone"
SETTLED = [(DONE, _("Done")), (CARRY, _("Carry")), (DROP, _("Drop"))]
SEEN = [(SAME, _("Still true")), (CHANGED, _("Changed")), (GONE, _("Gone"))]


class AttendanceForm(forms.Form):
    """Who of us takes part; ``stood`` are those who did when the form was drawn."""

    members = forms.MultipleChoiceField(
        label=_("Who takes part"), required=False, widget=forms.CheckboxSelectMultiple
    )
    stood = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)

    def __init__(self, data: Any = None, *, plan: Plan, present: Sequence[str] = ()) -> None:
        super().__init__(data, initial={"members": list(present), "stood": list(present)})
        for name in self.fields:
            offer(self.fields[name], [(member.id, member.name) for member in plan.team])


class GoalForm(forms.Form):
    """How far an objective is today; the condition only where there is one to hold."""

    value = Figure(label=_("Actual now"))
    condition_value = Line(label=_("Condition"), required=False)
    note = Line(label=_("What changed"), required=False)

    def __init__(self, data: Any = None, *, has_condition: bool, **options: Any) -> None:
        super().__init__(data, **options)
        if not has_condition:
            del self.fields["condition_value"]


class SettlementForm(VersionedForm):
    """An open action of the month that ends: done, carried or dropped; the last two say why."""

    answer = forms.ChoiceField(choices=SETTLED)
    carry_why = Line(label=_("Why it was not done"), required=False)
    due = Day(label=_("New date"), required=False)
    drop_why = Line(label=_("Why it may go"), required=False)

    def value_of(self, current: models.Model, name: str) -> Any:
        return current.due if name == "due" and isinstance(current, Action) else MISSING


class ReadyForm(VersionedForm):
    """What makes an action definite: the words, who, when, how long."""

    what = Prose(label=_("What"), widget=forms.TextInput)
    owner = forms.ChoiceField(label=_("Who"), required=False)
    due = Day(label=_("When"), required=False)
    hours = Figure(
        label=_("Hours"), required=False, min_value=Decimal(0), max_value=Decimal(MOST_HOURS)
    )

    def __init__(
        self,
        data: Any = None,
        *,
        plan: Plan,
        action: PlanAction | None = None,
        version: int = 0,
        missing: Sequence[str] = (),
        **options: Any,
    ) -> None:
        if action is not None:
            options["initial"] = {
                "what": action.what,
                "owner": action.owner or "",
                "due": action.due,
                "hours": action.hours,
                "version": version,
            }
        super().__init__(data, **options)
        offer(self.fields["owner"], owners(plan))
        self.fields["hours"].widget.attrs["class"] = "hrs"
        for name in missing:
            self.fields[name].widget.attrs["class"] = "missing"

    def value_of(self, current: models.Model, name: str) -> Any:
        if not isinstance(current, Action):
            return MISSING
        if name == "owner":
            return owner_of(current) or ""
        if name == "hours":
            return None if current.hours is None else plain(current.hours)
        return super().value_of(current, name)


class LaterForm(forms.Form):
    """Not yet: leave it for a later month."""

    month = MonthField(label=_("Month"))


class SeenForm(VersionedForm):
    """A light: still true, changed to a colour and why, or gone."""

    answer = forms.ChoiceField(choices=SEEN)
    seen = forms.ChoiceField(choices=Colour.choices, widget=forms.HiddenInput)
    colour = forms.ChoiceField(label=_("New colour"), choices=Colour.choices, required=False)
    why = Line(label=_("What changed"), required=False)

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        if found.get("answer") == CHANGED:
            if not found.get("colour") and "colour" not in self.errors:
                self.add_error("colour", gettext("Choose green, amber or red."))
            if not found.get("why") and "why" not in self.errors:
                self.add_error("why", gettext("Say what changed: the next review reads it."))
        return found


class SentenceForm(forms.Form):
    """Would they say it today, and on what evidence? ``seen`` is the answer that stood then."""

    would_say = forms.ChoiceField(
        label=_("Would they say it today?"), choices=SentenceAnswer.WouldSay.choices
    )
    words = Line(label=_("On what evidence"), required=False)
    who = Line(label=_("Who said it"), required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class DecisionForm(forms.Form):
    text = Line(label=_("Add a decision"), max_length=1000)


class NextReviewForm(forms.Form):
    on = Day(label=_("Date"))


class FinishForm(forms.Form):
    """``coming`` is the month that the person saw become the one in detail."""

    coming = MonthField(widget=forms.HiddenInput)
    anyway = forms.BooleanField(label=_("Finish without them"), required=False)

    @staticmethod
    def for_month(coming: Month) -> "FinishForm":
        return FinishForm(initial={"coming": str(coming)})
