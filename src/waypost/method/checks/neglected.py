"""What nobody works on although it was chosen or agreed, and what nobody touches (STP-7, STP-8)."""

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
from waypost.method.plan import Action, Colour, Opportunity, Plan, Tier
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

UNTOUCHED_DAYS = 62  # two monthly reviews


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
    "STP-7",
    title=_("The plan is kept up"),
    why=_("A plan describes the account of the day on which somebody last changed it."),
)
def untouched(plan: Plan, today: date) -> Iterator[Finding]:
    touched = max((day for day in _touches(plan) if day <= today), default=None)
    if touched and (today - touched).days > UNTOUCHED_DAYS:
        message = words(_("Nothing in this plan is newer than %(on)s."), on=touched)
        remedy = fix(
            Remedy.HOLD_REVIEW, _("Go through it with the team: what is done, what has changed.")
        )
        yield untouched.finding(
            "short_term_plan", Severity.WARNING, message, remedy, subject="untouched"
        )


@rule(
    "STP-8",
    title=_("An opportunity of class A has actions"),
    why=_("Choosing an opportunity means nothing until somebody does something for it."),
)
def opportunity_without_actions(plan: Plan, today: date) -> Iterator[Finding]:
    """Silent where a red light says what is done about it instead, if only to wait."""
    actions = open_actions(plan)
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
    plan: Plan, opportunity: Opportunity, others: list[Opportunity], actions: list[Action]
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
    return any(action.achieves in own or _tells_of(action, opportunity) for action in actions)


def _tells_of(action: Action, opportunity: Opportunity) -> bool:
    """Whether the action names all but one word of the opportunity's name, and two at least."""
    name = subjects(opportunity.name)
    enough = min(len(name), max(2, len(name) - 1))
    return bool(name) and len(name & subjects(action.what)) >= enough


def _touches(plan: Plan) -> Iterator[date]:
    """Every day on which the plan says that something was done, found out or agreed."""
    for objective in plan.objectives.business:
        yield from (made.on for made in objective.check_ins)
    for strategy in plan.strategies:
        yield from (answer.told for answer in strategy.members if answer.told)
    for light in plan.traffic_lights:
        yield from (day for day in (light.since, *(c.on for c in light.history)) if day)
    for name in ("company_goals", "competitors", "structure", "financial_performance"):
        yield from (fact.as_of for fact in getattr(plan.profile, name) if fact.as_of)
    yield from (person.last_contact for person in plan.people if person.last_contact)
    yield from (review.date for review in plan.reviews if review.held)
    yield from (session.date for session in plan.sessions)
    if plan.short_term_plan.planned_on:
        yield plan.short_term_plan.planned_on
