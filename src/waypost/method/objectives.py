"""Where a business objective stands (OBJ-4, OBJ-5), and the red lights on it (TL-4).

It stands where the worst of its goals stands, unless its target is reached; its goals are its stage
goals and the target itself, see ``goals.py``.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from waypost.method.forecast import check_ins, fastest_pace, trend
from waypost.method.goals import (
    WORST_FIRST,
    Because,
    Goal,
    GoalStanding,
    Progress,
    Reason,
    State,
    because,
    judge,
)
from waypost.method.plan import BusinessObjective, Colour, Plan, StageGoal, TrafficLight
from waypost.method.stages import in_order, next_stage

AT_LEAST = re.compile(
    r"≥|>=|\b(?:at least|minimum|or (?:more|above|higher|better)"
    r"|(?:no|not|never) (?:less|lower|below|under))\b",
    re.IGNORECASE,
)
AT_MOST = re.compile(
    r"≤|<=|\b(?:at most|maximum|or (?:less|lower|fewer)|below|under"
    r"|(?:no|not|never) (?:more|higher|above|over))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where a business objective stands; values in the metric's unit.

    ``now`` is the last check-in's value, made on ``checked_on``. ``reaches`` is what the metric is
    expected to be when the next stage goal is due, or the target after the last one. ``decided_by``
    is the id of the goal that the state is about. ``stages`` are in the order of their dates.
    """

    state: State
    signal: Colour | None
    reasons: tuple[Reason, ...]
    now: Decimal | None
    checked_on: date | None
    next_stage: StageGoal | None
    reaches: Decimal | None
    decided_by: str
    stages: tuple[GoalStanding, ...]
    target: GoalStanding | None


@lru_cache(maxsize=256)  # a page and its checks ask for it ten times
def standing(objective: BusinessObjective, today: date) -> Standing:
    """Where a business objective and each of its stage goals stand today (OBJ-4, OBJ-5).

    The rules are those at the head of ``goals.py``. Check-ins after ``today`` are not looked at.
    """
    known = check_ins(objective, today)
    towards = direction(objective)
    progress = Progress(
        today=today,
        known=known,
        trend=trend(objective, today),
        direction=towards,
        fastest=fastest_pace(objective, today, towards),
    )
    stages = tuple(judge(goal, progress) for goal in _stage_goals(objective))
    goal = _target(objective)
    target = judge(goal, progress) if goal else None
    goals = (*stages, target) if target else stages
    awaited = next((stage for stage in goals if stage.due >= today), None)
    state, signal, reasons, decided_by = _overall(objective, goals, target)
    return Standing(
        state=state,
        signal=signal,
        reasons=reasons,
        now=known[-1].value if known else None,
        checked_on=known[-1].on if known else None,
        next_stage=next_stage(objective, today),
        reaches=awaited.forecast.value if awaited and awaited.forecast else None,
        decided_by=decided_by,
        stages=stages,
        target=target,
    )


def direction(objective: BusinessObjective) -> int:
    """Whether the metric is to rise (1) or to fall (-1); 0 when it is to be held, or not known.

    Read from baseline, stage goals and target; where these do not differ, from the first check-in,
    else from the words of the objective: “at least 98 %” must not fall, “below 2 %” not rise.
    """
    written = (objective.baseline, *(goal.value for goal in in_order(objective)), objective.target)
    values = [value for value in written if value is not None]
    if objective.baseline is None and len(set(values)) == 1 and objective.check_ins:
        values.insert(0, min(objective.check_ins, key=lambda made: made.on).value)
    if not values or values[-1] == values[0]:
        return _held(objective.text)
    return 1 if values[-1] > values[0] else -1


def _held(text: str) -> int:
    """On which side of its value a metric may lie that is to be held; 0 when nothing says so."""
    if AT_LEAST.search(text):
        return 1
    return -1 if AT_MOST.search(text) else 0


def reds_on(plan: Plan, objective_id: str) -> tuple[TrafficLight, ...]:
    """The red lights on an objective of any level or on one of its stage goals (TL-4)."""
    ids = {objective_id}
    for objective in plan.objectives.business:
        if objective.id == objective_id:
            ids.update(stage.id for stage in objective.stages)
    return tuple(
        light for light in plan.traffic_lights if light.colour is Colour.RED and light.on in ids
    )


def _stage_goals(objective: BusinessObjective) -> list[Goal]:
    goals = []
    before = objective.baseline
    for stage in in_order(objective):
        step = abs(stage.value - before) if before is not None else Decimal(0)
        goals.append(Goal(at=stage.id, due=stage.due, value=stage.value, step=step))
        before = stage.value
    return goals


def _target(objective: BusinessObjective) -> Goal | None:
    if objective.target is None or objective.due is None:
        return None
    whole_way = Decimal(0)
    if objective.baseline is not None:
        whole_way = abs(objective.target - objective.baseline)
    return Goal(at=objective.id, due=objective.due, value=objective.target, step=whole_way)


def _overall(
    objective: BusinessObjective, goals: tuple[GoalStanding, ...], target: GoalStanding | None
) -> tuple[State, Colour | None, tuple[Reason, ...], str]:
    if not goals:
        missing = Because.NO_TARGET if objective.target is None else Because.NO_DATE
        return State.NOT_MEASURED, None, (because(missing),), objective.id
    if target and target.state is State.REACHED:
        worst = target
    else:
        worst = min(goals, key=lambda goal: (WORST_FIRST.index(goal.state), goal.due))
    return worst.state, worst.signal, worst.reasons, worst.at
