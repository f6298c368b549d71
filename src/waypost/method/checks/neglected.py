"""What nobody works on although it was chosen or agreed (SES-1, STP-8)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.likeness import subjects
from waypost.method.checks.links import is_worked_on, lead_of, open_actions
from waypost.method.checks.registry import (
    ActionDraft,
    Finding,
    Remedy,
    Severity,
    fix,
    quoted,
    rule,
)
from waypost.method.lights import Response, response
from waypost.method.plan import Colour, Opportunity, Plan, Tier
from waypost.method.words import gettext_noop as _
from waypost.method.words import words


@rule(
    "SES-1",
    title=_("Each business objective has actions"),
    why=_("Objectives without an action plan are the commonest end of a planning session."),
)
def objective_without_actions(plan: Plan, today: date) -> Iterator[Finding]:
    """Where nothing at all is planned, that is said once; without a target there is no way yet."""
    achieved = {action.achieves for action in open_actions(plan) if action.achieves}
    if not achieved:
        return
    for objective in plan.objectives.business:
        ahead = objective.due is not None and objective.due >= today
        if objective.target is None or not ahead or is_worked_on(plan, objective, achieved):
            continue
        message = words(
            _("No open action leads to %(id)s: “%(text)s”"),
            id=objective.id,
            text=quoted(objective.text),
        )
        remedy = fix(
            Remedy.PLAN_ACTION,
            _("Plan the next step towards it."),
            action=ActionDraft(
                what=words(_("Take the next step towards %(id)s"), id=objective.id),
                achieves=objective.id,
                owner=objective.owner or lead_of(plan),
            ),
        )
        yield objective_without_actions.finding(
            objective.id, Severity.WARNING, message, remedy, subject="actions"
        )


@rule(
    "STP-8",
    title=_("An opportunity of class A has actions"),
    why=_("Choosing an opportunity means nothing until somebody does something for it."),
)
def opportunity_without_actions(plan: Plan, today: date) -> Iterator[Finding]:
    """Silent where a red light says what is done about it instead, if only to wait."""
    actions = [(action.achieves, subjects(action.what)) for action in open_actions(plan)]
    waiting = {
        light.on
        for light in plan.traffic_lights
        if light.colour is Colour.RED and response(plan, light, today) is Response.GIVEN
    }
    chosen = [found for found in plan.opportunities if found.tier is Tier.A]
    for opportunity in chosen:
        others = [other for other in chosen if other is not opportunity]
        if opportunity.id in waiting or _has_actions(plan, opportunity, others, actions):
            continue
        message = words(
            _("No open action is for %(id)s, %(name)s, although it is of class A."),
            id=opportunity.id,
            name=opportunity.name,
        )
        remedy = fix(
            Remedy.PLAN_ACTION,
            _("Plan the first step, or take it out of class A."),
            action=ActionDraft(
                what=words(_("Take the first step for %(name)s"), name=opportunity.name),
                achieves=opportunity.id,
                owner=lead_of(plan),
            ),
        )
        yield opportunity_without_actions.finding(opportunity.id, Severity.WARNING, message, remedy)


def _has_actions(
    plan: Plan,
    opportunity: Opportunity,
    others: list[Opportunity],
    actions: list[tuple[str | None, frozenset[str]]],
) -> bool:
    """Linked to it, to an objective that it alone serves of those chosen, or telling its name."""
    elsewhere = {code for other in others for code in other.serves}
    serving = {s.id for s in plan.strategies if opportunity.id in s.serves}
    own = {opportunity.id, *serving, *(set(opportunity.serves) - elsewhere)}
    own.update(
        stage.id
        for objective in plan.objectives.business
        if objective.id in own
        for stage in objective.stages
    )
    return any(achieves in own or _tells_of(what, opportunity.name) for achieves, what in actions)


def _tells_of(what: frozenset[str], name: str) -> bool:
    """Whether an action names all but one word of the opportunity's name, and two at least."""
    wanted = subjects(name)
    enough = min(len(wanted), max(2, len(wanted) - 1))
    return bool(wanted) and len(wanted & what) >= enough
