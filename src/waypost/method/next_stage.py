"""The next stage goal of a whole plan (OBJ-4)."""

from dataclasses import dataclass
from datetime import date

from waypost.method.forecast import check_ins
from waypost.method.objectives import direction
from waypost.method.plan import BusinessObjective, Plan, StageGoal
from waypost.method.stages import in_order


@dataclass(frozen=True, kw_only=True, slots=True)
class NextStage:
    """The stage goal to reach first, with the business objective it is a stage of."""

    objective: BusinessObjective
    stage: StageGoal


def next_stage_of(plan: Plan, today: date) -> NextStage | None:
    """The earliest stage goal of all business objectives that is due today or later and that the
    last check-in does not reach (OBJ-4).
    """
    coming = [
        NextStage(objective=objective, stage=stage)
        for objective in plan.objectives.business
        for stage in _awaited(objective, today)
    ]
    return min(coming, key=lambda found: found.stage.due, default=None)


def _awaited(objective: BusinessObjective, today: date) -> list[StageGoal]:
    coming = [stage for stage in in_order(objective) if stage.due >= today]
    known = check_ins(objective, today) if coming else ()
    if not known:
        return coming
    now, towards = known[-1].value, direction(objective)
    if not towards:  # a metric to be held
        return [stage for stage in coming if stage.value != now]
    return [stage for stage in coming if (stage.value - now) * towards > 0]
