"""Stage goals, and the planner that proposes them (OBJ-4)."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.method.stages import SLACK_MONTHS, steps_between
from waypost.plans.forms.fields import Day, Figure
from waypost.plans.models import Objective
from waypost.plans.operations.stages import check_time
from waypost.ui.texts import Prose
from waypost.ui.versions import VersionedForm

STAGES = _("Plan from 1 to 24 stage goals.")
SLACK = _("Leave from 0 to 60 months.")
COUNT = {"class": "field-xs", "inputmode": "numeric"}


class StageForm(forms.Form):
    due = Day(label=_("Due"))
    value = Figure(label=_("Plan"))
    customer_sees = Prose(label=_("What the customer sees"), required=False, widget=forms.TextInput)


class ChangedStageForm(VersionedForm, StageForm):
    """A stage goal as it stands."""

    def value_of(self, current: models.Model, name: str) -> Any:
        value = super().value_of(current, name)
        return Decimal(format(value.normalize(), "f")) if isinstance(value, Decimal) else value


class ProposedStageForm(StageForm):
    """One row of a proposal; ``objective`` says in which time it lies."""

    def __init__(self, *args: Any, objective: Objective, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.objective = objective

    def clean(self) -> dict[str, Any]:
        due = self.cleaned_data.get("due")
        if due is not None:
            try:
                check_time(self.objective, due)
            except ValidationError as error:
                self.add_error(None, error)
        return self.cleaned_data


class PlannerForm(forms.Form):
    """Into how many steps, or how great each, and how much time to leave before the date."""

    stages = forms.IntegerField(
        label=_("Number of stages"),
        required=False,
        min_value=1,
        max_value=24,
        error_messages={"min_value": STAGES, "max_value": STAGES, "invalid": STAGES},
        widget=forms.TextInput(attrs=COUNT),
    )
    step = Figure(label=_("or a step of"), required=False)
    slack = forms.IntegerField(
        label=_("Months of slack"),
        initial=SLACK_MONTHS,
        min_value=0,
        max_value=60,
        error_messages={"min_value": SLACK, "max_value": SLACK, "invalid": SLACK},
        widget=forms.TextInput(attrs=COUNT),
    )

    def __init__(self, *args: Any, objective: Objective, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.objective = objective

    def clean_step(self) -> Decimal | None:
        step: Decimal | None = self.cleaned_data["step"]
        if step is not None and step <= 0:
            raise ValidationError(gettext("Enter a step greater than zero."))
        return step

    def clean(self) -> dict[str, Any]:
        """The number of stages, worked out of the step where that is given."""
        data = self.cleaned_data
        step, baseline, target = data.get("step"), self.objective.baseline, self.objective.target
        if not data.get("stages") and "stages" not in self.errors and "step" not in self.errors:
            if step is None:
                self.add_error("stages", gettext("Enter a number of stages, or a step."))
            elif baseline is not None and target is not None:
                data["stages"] = steps_between(baseline, target, step)
                if data["stages"] > 24:
                    self.add_error("step", gettext("Plan from 1 to 24 stage goals."))
        return data
