"""Stage goals, and the planner that proposes them (OBJ-4)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.method.shape import ID_PATTERN
from waypost.method.stages import SLACK_MONTHS, steps_between
from waypost.plans.forms.fields import Day, Figure
from waypost.plans.models import Objective
from waypost.plans.operations.stages import (
    Step,
    by_date,
    check_time,
    in_a_line,
    step_of,
    versions,
)
from waypost.plans.queries.proposal import open_stages_of, stands_at
from waypost.ui.texts import Prose
from waypost.ui.versions import Difference, VersionedForm

STAGES = _("Plan from 1 to 24 stage goals.")
SLACK = _("Leave from 0 to 60 months.")
VERSION = re.compile(rf"({ID_PATTERN}):([0-9]{{1,9}})")
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


class Versions(forms.Field):
    """The stage goals that stand there, ``B1a:1 B1b:3``, as their versions by id."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> dict[str, int]:
        return {code: int(number) for code, number in VERSION.findall(value or "")}

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        return " ".join(f"{code}:{number}" for code, number in value.items())


class StandingForm(VersionedForm):
    """Which stage goals stood there when the proposal was drawn that they make room for.

    ``steps`` is what the person made of it.
    """

    version = Versions(required=False)

    def __init__(
        self, data: Any = None, *, objective: Objective, steps: Sequence[Step] = ()
    ) -> None:
        self.objective, self.steps = objective, steps
        self.stages = open_stages_of(objective)
        super().__init__(data, initial={"version": versions(self.stages)})

    def show_conflict(self, current: models.Model) -> None:
        """Say which of them are others by now; the next save replaces those as well."""
        if isinstance(current, Objective):
            self.stages = open_stages_of(current)
        self.differences = tuple(self._others())
        self.data = {"version": versions(self.stages)}

    def _others(self) -> Iterator[Difference]:
        seen: dict[str, int] = self.cleaned_data["version"]
        stand = {stage.ref.code: stage for stage in self.stages}
        for code in (*stand, *(code for code in seen if code not in stand)):
            stage = stand.get(code)
            if stage is not None and seen.get(code) == stage.version:
                continue
            place = list(stand if stage else seen).index(code)
            yield Difference(
                label=code,
                saved=in_a_line(self.objective, step_of(stage)) if stage else "",
                typed="".join(self._typed[place : place + 1]),
            )

    @property
    def _typed(self) -> list[str]:
        return [in_a_line(self.objective, step) for step in by_date(self.steps)]


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
        step, target = data.get("step"), self.objective.target
        value, _day = stands_at(self.objective)
        if not data.get("stages") and "stages" not in self.errors and "step" not in self.errors:
            if step is None:
                self.add_error("stages", gettext("Enter a number of stages, or a step."))
            elif value is not None and target is not None:
                data["stages"] = max(steps_between(value, target, step), 1)
                if data["stages"] > 24:
                    self.add_error("step", gettext("Plan from 1 to 24 stage goals."))
        return data
