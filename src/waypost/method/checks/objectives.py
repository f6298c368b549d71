"""The four levels of objectives, and what serves them (OBJ)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.plan import Plan
from waypost.method.short_term import is_open
from waypost.method.stages import in_order, slack
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

MISSING_LEVELS = {
    "visionary": _("The plan has no visionary objective."),
    "relationship": _("The plan has no relationship objective."),
    "business": _("The plan has no business objective."),
}
WRITE_LEVELS = {
    "visionary": _("Picture the account in a few years, if everything goes well."),
    "relationship": _("Write what you would like to hear the customer say of you."),
    "business": _("Write a business objective with a figure and a date."),
}


@rule(
    "OBJ-4",
    title=_("The last stage goal leaves slack before the deadline"),
    why=_("The last stage goal comes early enough to put right what went wrong on the way."),
)
def no_slack(plan: Plan, _today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        days = slack(objective)
        if days is None or days > 0:
            continue
        last = in_order(objective)[-1]
        message = words(
            _("%(stage)s, the last stage goal of %(objective)s, leaves no slack: due %(due)s."),
            stage=last.id,
            objective=objective.id,
            due=last.due,
        )
        remedy = fix(Remedy.MOVE_STAGE, _("Move it forward, so that time is left."))
        yield no_slack.finding(last.id, Severity.ADVICE, message, remedy)


@rule(
    "OBJ-6",
    title=_("All four levels of objectives are there"),
    why=_("The soft levels give the direction, the hard ones the steps; a plan needs all four."),
)
def missing_level(plan: Plan, _today: date) -> Iterator[Finding]:
    for level, message in MISSING_LEVELS.items():
        if not getattr(plan.objectives, level):
            remedy = fix(Remedy.WRITE_OBJECTIVE, WRITE_LEVELS[level])
            yield missing_level.finding(level, Severity.WARNING, words(message), remedy)
    business = plan.objectives.business
    if business and not any(objective.stages for objective in business):
        yield missing_level.finding(
            "business",
            Severity.WARNING,
            words(_("No business objective has a stage goal.")),
            fix(Remedy.WRITE_OBJECTIVE, _("Set stage goals on the way to the target.")),
            subject="stages",
        )


@rule(
    "OBJ-7",
    title=_("A business objective serves something larger"),
    why=_("Objectives are the why of the plan, and a figure alone is no why."),
)
def objective_serves_nothing(plan: Plan, _today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        if not objective.serves:
            yield objective_serves_nothing.finding(
                objective.id,
                Severity.ADVICE,
                words(
                    _("%(id)s serves nothing larger: “%(text)s”"),
                    id=objective.id,
                    text=quoted(objective.text),
                ),
                fix(Remedy.LINK_OBJECTIVE, _("Name the vision or the customer’s goal it serves.")),
            )


@rule(
    "OBJ-7",
    title=_("A strategy serves an objective"),
    why=_("A strategy is a way to an objective; without one it leads nowhere."),
)
def strategy_serves_nothing(plan: Plan, _today: date) -> Iterator[Finding]:
    for strategy in plan.strategies:
        if not strategy.serves:
            yield strategy_serves_nothing.finding(
                strategy.id,
                Severity.WARNING,
                words(
                    _("%(id)s serves no objective: “%(text)s”"),
                    id=strategy.id,
                    text=quoted(strategy.statement),
                ),
                fix(Remedy.LINK_OBJECTIVE, _("Name the objective it serves.")),
            )


@rule(
    "OBJ-7",
    title=_("An action achieves something of the plan"),
    why=_("Time goes to what the objectives ask for; an action without a why takes it away."),
)
def action_achieves_nothing(plan: Plan, _today: date) -> Iterator[Finding]:
    for action in plan.short_term_plan.actions:
        if is_open(action) and action.achieves is None:
            yield action_achieves_nothing.finding(
                action.id,
                Severity.ADVICE,
                words(
                    _("%(id)s traces to no objective: “%(what)s”"),
                    id=action.id,
                    what=quoted(action.what),
                ),
                fix(Remedy.LINK_OBJECTIVE, _("Name what it achieves, or drop it.")),
            )
