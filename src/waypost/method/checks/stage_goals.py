"""Stage goals are steps in order, whole where the unit is, and in time (OBJ-4)."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, rule
from waypost.method.objectives import direction
from waypost.method.plan import BusinessObjective, Plan, StageGoal
from waypost.method.stages import in_order, is_countable, slack
from waypost.method.words import Value, words
from waypost.method.words import gettext_noop as _

SLACK_DAYS = 14  # what is left then is no time to put anything right


@rule(
    "OBJ-4",
    title=_("The last stage goal leaves slack before the deadline"),
    why=_("The last stage goal comes early enough to put right what went wrong on the way."),
)
def no_slack(plan: Plan, _today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        days = slack(objective)
        if days is None or not 0 <= days < SLACK_DAYS:
            continue
        last = in_order(objective)[-1]
        text = (
            _(
                "%(stage)s, the last stage goal of %(objective)s, is due %(days)s days before the "
                "deadline: hardly any slack."
            )
            if days
            else _("%(stage)s, the last stage goal of %(objective)s, leaves no slack: due %(due)s.")
        )
        told: dict[str, Value] = {"days": days} if days else {"due": last.due}
        message = words(text, stage=last.id, objective=objective.id, **told)
        remedy = fix(Remedy.MOVE_STAGE, _("Move it forward, so that time is left."), field="due")
        yield no_slack.finding(last.id, Severity.ADVICE, message, remedy)


@rule(
    "OBJ-4",
    title=_("No stage goal lies behind the deadline"),
    why=_("What is to be reached on the way cannot come after the end of it."),
)
def after_deadline(plan: Plan, _today: date) -> Iterator[Finding]:
    for objective, stage in _stages(plan):
        if objective.due is not None and stage.due > objective.due:
            message = words(
                _("%(stage)s is due on %(due)s, after %(objective)s itself: %(deadline)s."),
                stage=stage.id,
                due=stage.due,
                objective=objective.id,
                deadline=objective.due,
            )
            remedy = fix(Remedy.MOVE_STAGE, _("Move it before the deadline."), field="due")
            yield after_deadline.finding(
                stage.id, Severity.WARNING, message, remedy, subject="deadline"
            )


@rule(
    "OBJ-4",
    title=_("Each stage goal goes a step further"),
    why=_("Stage goals in the order of their dates lead from today’s figure to the target."),
)
def no_step(plan: Plan, _today: date) -> Iterator[Finding]:
    """Where the values run on as they are written and the dates do not, a date is wrong."""
    for objective in plan.objectives.business:
        towards = direction(objective)
        if not towards or _runs_on(objective.stages, towards):
            continue
        for before, stage in pairwise(in_order(objective)):
            if (stage.value - before.value) * towards > 0:
                continue
            text = (
                _("%(stage)s asks for %(value)s, as %(before)s did before it.")
                if stage.value == before.value
                else _(
                    "%(stage)s goes back: it asks for %(value)s, and %(before)s before it for "
                    "%(was)s."
                )
            )
            told: dict[str, Value] = {} if stage.value == before.value else {"was": before.value}
            message = words(text, stage=stage.id, value=stage.value, before=before.id, **told)
            remedy = fix(Remedy.CORRECT_STAGE, _("Set the values in order."), field="value")
            yield no_step.finding(stage.id, Severity.WARNING, message, remedy, subject="order")


@rule(
    "OBJ-4",
    title=_("Stage goals are in the order of their dates"),
    why=_("A step that is due before the one it builds on has the wrong date."),
)
def dates_out_of_order(plan: Plan, _today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        towards = direction(objective)
        if not towards or not _runs_on(objective.stages, towards):
            continue
        for before, stage in pairwise(objective.stages):
            if stage.due < before.due:
                message = words(
                    _("%(stage)s is due on %(due)s, before %(before)s, which is a step less."),
                    stage=stage.id,
                    due=stage.due,
                    before=before.id,
                )
                remedy = fix(Remedy.MOVE_STAGE, _("Set the dates in order."), field="due")
                yield dates_out_of_order.finding(
                    stage.id, Severity.WARNING, message, remedy, subject="dates"
                )


@rule(
    "OBJ-4",
    title=_("No stage goal goes beyond the target"),
    why=_("Stage goals lead up to the target; one beyond it says that one of the two is wrong."),
)
def beyond_target(plan: Plan, _today: date) -> Iterator[Finding]:
    towards = {objective.id: direction(objective) for objective in plan.objectives.business}
    for objective, stage in _stages(plan):
        target = objective.target
        if target is not None and (stage.value - target) * towards[objective.id] > 0:
            message = words(
                _(
                    "%(stage)s goes beyond %(objective)s: it asks for %(value)s, the target is "
                    "%(target)s."
                ),
                stage=stage.id,
                value=stage.value,
                objective=objective.id,
                target=target,
            )
            remedy = fix(Remedy.CORRECT_STAGE, _("Correct the one or the other."), field="value")
            yield beyond_target.finding(
                stage.id, Severity.ADVICE, message, remedy, subject="target"
            )


@rule(
    "OBJ-4",
    title=_("Stage goals are whole where the unit is counted"),
    why=_("Nobody can see half a machine; a whole one is reached or not."),
)
def not_whole(plan: Plan, _today: date) -> Iterator[Finding]:
    for objective, stage in _stages(plan):
        ends = (objective.baseline, objective.target)
        whole = all(value is None or value == int(value) for value in ends)
        if is_countable(objective.unit) and whole and stage.value != int(stage.value):
            message = words(
                _("%(stage)s asks for %(value)s, and only whole ones can be counted."),
                stage=stage.id,
                value=stage.value,
            )
            remedy = fix(Remedy.CORRECT_STAGE, _("Set a whole number."), field="value")
            yield not_whole.finding(stage.id, Severity.ADVICE, message, remedy, subject="whole")


@rule(
    "OBJ-4",
    title=_("Each stage goal has its own date"),
    why=_("Two goals on one day are one stage; the other one shows nothing on the way."),
)
def same_date(plan: Plan, _today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        for before, stage in pairwise(in_order(objective)):
            if stage.due == before.due:
                message = words(
                    _("%(stage)s is due on the same day as %(before)s: %(due)s."),
                    stage=stage.id,
                    before=before.id,
                    due=stage.due,
                )
                remedy = fix(Remedy.MOVE_STAGE, _("Move one, or take it out."), field="due")
                yield same_date.finding(stage.id, Severity.ADVICE, message, remedy, subject="date")


def _runs_on(stages: tuple[StageGoal, ...], towards: int) -> bool:
    """Whether each stage goal goes further than the one written before it."""
    return all((after.value - before.value) * towards > 0 for before, after in pairwise(stages))


def _stages(plan: Plan) -> Iterator[tuple[BusinessObjective, StageGoal]]:
    for objective in plan.objectives.business:
        for stage in in_order(objective):
            yield objective, stage
