"""Stage goals: the next one, the slack behind the last one, and proposals for new ones (OBJ-4)."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from waypost.method.forecast import rounded, unit_of
from waypost.method.month import Month
from waypost.method.plan import BusinessObjective, StageGoal

SLACK_MONTHS = 3
NO_ROOM = "There is no month end between the start and the slack before the date."

MEASURED = re.compile(
    r"""[%€£$/]|\b(?:
    percent|percentage|point|per|rate|ratio|share|score|index
    |second|minute|hour|day|week|month|year
    |[cm]?m[23]?|km|metre|k?g|t|tonne|ton|l|litre|[kmg]wh?|k?pa|bar|c
    |k|bn|thousand|million|billion
    |nok|sek|dkk|eur|gbp|usd|chf|pln|euro|pound|dollar
    )s?\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedStage:
    """A stage goal to propose: a month end and the value of the metric by then."""

    due: date
    value: Decimal


def in_order(objective: BusinessObjective) -> tuple[StageGoal, ...]:
    """The stage goals of a business objective in the order of their dates (OBJ-4)."""
    return tuple(sorted(objective.stages, key=lambda stage: stage.due))


def next_stage(objective: BusinessObjective, today: date) -> StageGoal | None:
    """The first stage goal that is due today or later, reached or not (OBJ-4)."""
    return next((stage for stage in in_order(objective) if stage.due >= today), None)


def slack(objective: BusinessObjective) -> int | None:
    """Days between the last stage goal and the deadline (OBJ-4).

    Negative when the last stage goal lies behind the deadline; None without either of them.
    """
    if objective.due is None or not objective.stages:
        return None
    return (objective.due - in_order(objective)[-1].due).days


def is_countable(unit: str | None) -> bool:
    """Whether a unit is counted in whole pieces (machines, product lines) and not measured (OBJ-4).

    Rates, shares, times, weights, lengths, energy and money are measured. Not known is measured.
    """
    return bool(unit and not MEASURED.search(unit))


def steps_between(baseline: Decimal, target: Decimal, unit_step: Decimal = Decimal(1)) -> int:
    """How many stage goals lead from ``baseline`` to ``target`` in steps of ``unit_step`` (OBJ-4).

    Raises ValueError with a sentence when the step is not greater than zero.
    """
    if unit_step <= 0:
        raise ValueError("A step is greater than zero.")
    return ceil(abs(target - baseline) / unit_step)


def propose_stages(
    *,
    baseline: Decimal,
    target: Decimal,
    start: date,
    due: date,
    stages: int,
    slack_months: int = SLACK_MONTHS,
    whole_units: bool = False,
) -> tuple[ProposedStage, ...]:
    """Even steps from ``baseline`` on the day ``start`` to ``target``, each on a month end (OBJ-4).

    The last one lies ``slack_months`` before ``due``: from 2 on 1 Apr 2026 to 5 by 31 Dec 2027 in
    three stages proposes 3 by 30 Sep 2026, 4 by 31 Mar 2027, 5 by 30 Sep 2027. With
    ``whole_units`` the values are whole and no two are the same. There is at most one stage a
    month and one a unit, so fewer than asked for may come back.

    Raises ValueError with a sentence when there is nothing to plan or no month end to plan for.
    """
    span = abs(target - baseline)
    if not span:
        raise ValueError("The target is where you are today, so there are no steps to plan.")
    if stages < 1:
        raise ValueError("Plan one stage goal or more.")
    if slack_months < 0:
        raise ValueError("The slack lies before the date, so it is zero months or more.")
    first = _ended_by(start)
    if slack_months > _months_between(Month.of(start), Month.of(due)):
        raise ValueError(NO_ROOM)
    months = _months_between(first, _ended_by(_earlier(due, slack_months)))
    if months < 1:
        raise ValueError(NO_ROOM)
    count = min(stages, months, ceil(span) if whole_units else stages)
    unit = Decimal(1) if whole_units else unit_of(span)
    return tuple(
        ProposedStage(
            due=first.plus(_share(months, step, count)).last_day,
            value=target
            if step == count
            else rounded(baseline + (target - baseline) * step / count, unit),
        )
        for step in range(1, count + 1)
    )


def propose_for(
    objective: BusinessObjective,
    *,
    start: date,
    stages: int | None = None,
    slack_months: int = SLACK_MONTHS,
) -> tuple[ProposedStage, ...]:
    """Stage goals to propose for a business objective from the day ``start`` (OBJ-4).

    Without ``stages`` there is one for each unit of a countable metric; where the metric is
    measured, as hours are, that number has to be given. Raises ValueError with a sentence when it
    is not, when something of the objective is missing, or when there is nothing to plan.
    """
    baseline, target, due = objective.baseline, objective.target, objective.due
    if baseline is None or target is None or due is None:
        raise ValueError("Steps lead from a baseline to a target by a date. Write down all three.")
    whole = is_countable(objective.unit) and baseline == int(baseline) and target == int(target)
    if stages is None and not whole:
        raise ValueError("What is measured has no natural steps. Say how many stages you want.")
    return propose_stages(
        baseline=baseline,
        target=target,
        start=start,
        due=due,
        stages=max(steps_between(baseline, target), 1) if stages is None else stages,
        slack_months=slack_months,
        whole_units=whole,
    )


def _ended_by(day: date) -> Month:
    """The last month that is over at the end of the day."""
    month = Month.of(day)
    return month if day == month.last_day else month.plus(-1)


def _earlier(day: date, months: int) -> date:
    """The day so many months earlier; a month end stays one."""
    month = Month.of(day)
    earlier = month.plus(-months)
    if day == month.last_day:
        return earlier.last_day
    return earlier.first_day.replace(day=min(day.day, earlier.last_day.day))


def _months_between(first: Month, last: Month) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _share(months: int, step: int, count: int) -> int:
    """The month in which the step ends, when all steps are about as long."""
    return (2 * months * step + count) // (2 * count)
