"""A proposal of stage goals for a business objective, from where it stands (OBJ-4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from waypost.method.stages import SLACK_MONTHS, is_countable, propose_stages
from waypost.plans.models import Objective, StageGoal

USUAL_STAGES = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """What to propose, or the sentence that says why there is nothing."""

    steps: tuple[dict[str, Any], ...] = ()
    problem: str = ""


def what_to_plan_with(objective: Objective) -> dict[str, Any]:
    """Whole units one by one; of what is measured, a few stages."""
    if is_countable(objective.unit):
        return {"step": Decimal(1), "slack": SLACK_MONTHS}
    return {"stages": USUAL_STAGES, "slack": SLACK_MONTHS}


def proposal(objective: Objective, wanted: Mapping[str, Any]) -> Proposal:
    """``wanted``: the number of ``stages`` and the months of ``slack``."""
    value, day = stands_at(objective)
    if value is None or objective.target is None or objective.due is None:
        return Proposal(problem=gettext("Fill in baseline, target and date first."))
    try:
        found = propose_stages(
            baseline=value,
            target=objective.target,
            start=day,
            due=objective.due,
            stages=wanted["stages"],
            slack_months=wanted["slack"],
            whole_units=is_countable(objective.unit),
        )
    except ValueError as error:
        return Proposal(problem=gettext(str(error)))
    return Proposal(steps=tuple({"due": step.due, "value": step.value} for step in found))


def stands_at(objective: Objective) -> tuple[Decimal | None, date]:
    """The last check-in, before the first one the baseline today."""
    last = objective.check_ins.order_by("-on", "-pk").first()
    if last is None:
        return objective.baseline, timezone.localdate()
    return last.value, last.on


def open_stages_of(objective: Objective) -> list[StageGoal]:
    """The stage goals that the last check-in has not reached, in the order of their dates: a
    proposal makes these room, and leaves alone what is reached."""
    live = StageGoal.objects.live().filter(objective=objective).select_related("ref")
    stages = list(live.order_by("due", "pk"))
    value, target, baseline = stands_at(objective)[0], objective.target, objective.baseline
    if value is None or target is None or baseline is None or target == baseline:
        return stages
    rising = target > baseline
    return [stage for stage in stages if (stage.value > value if rising else stage.value < value)]
