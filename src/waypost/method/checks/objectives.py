"""The four levels of objectives, and what serves them (OBJ)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.plan import Plan, Tier
from waypost.method.short_term import is_open
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
    """Business objectives that serve only each other serve nothing larger."""
    serves = {objective.id: objective.serves for objective in plan.objectives.business}
    for objective in plan.objectives.business:
        if not _serves_something_larger(objective.id, serves):
            yield objective_serves_nothing.finding(
                objective.id,
                Severity.ADVICE,
                words(
                    _("%(id)s serves nothing larger: “%(text)s”"),
                    id=objective.id,
                    text=quoted(objective.text),
                ),
                fix(
                    Remedy.LINK_OBJECTIVE,
                    _("Name the vision or the customer’s goal it serves."),
                    field="serves",
                ),
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
                fix(Remedy.LINK_OBJECTIVE, _("Name the objective it serves."), field="serves"),
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
                fix(
                    Remedy.LINK_OBJECTIVE, _("Name what it achieves, or drop it."), field="achieves"
                ),
            )


@rule(
    "OBJ-7",
    title=_("An opportunity of class A serves an objective"),
    why=_("The hours of the team go there first, so it has to be on the way to an objective."),
)
def opportunity_serves_nothing(plan: Plan, _today: date) -> Iterator[Finding]:
    """Of class A alone: what nobody spends time on yet need not lead anywhere."""
    for opportunity in plan.opportunities:
        if opportunity.tier is Tier.A and not opportunity.serves:
            yield opportunity_serves_nothing.finding(
                opportunity.id,
                Severity.ADVICE,
                words(
                    _("%(id)s, %(name)s, is of class A and serves no objective."),
                    id=opportunity.id,
                    name=opportunity.name,
                ),
                fix(Remedy.LINK_OBJECTIVE, _("Name the objective it serves."), field="serves"),
            )


def _serves_something_larger(start: str, serves: dict[str, tuple[str, ...]]) -> bool:
    """Whether the way up ends outside the business objectives: at a vision, a relationship or a
    goal of the customer."""
    seen, ahead = {start}, [start]
    while ahead:
        for code in serves[ahead.pop()]:
            if code not in serves:
                return True
            if code not in seen:
                seen.add(code)
                ahead.append(code)
    return False
