"""How much of a plan somebody sees: what is kept from some roles is taken out, not marked.

Margins stand in opportunities, in the answer to "can we be profitable" (ROTI-2) and in the
conditions that business objectives are to hold meanwhile (OBJ-3).
"""

from dataclasses import dataclass, replace

from waypost.method.plan import BusinessObjective, Opportunity, Plan, Strategy


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """``margins`` opens margins, competitor facts and the doubts of others; ``notes`` the notes on
    coaches. ``member`` is the id of one's own place in the team: one's own doubts stay."""

    margins: bool
    notes: bool
    member: str | None = None


def seen(plan: Plan, sight: Sight) -> Plan:
    """The plan without what this sight does not reach; nothing points at what is gone."""
    if not sight.notes:
        plan = replace(plan, coach_development=())
    return plan if sight.margins else _without_margins(plan, sight.member)


def _without_margins(plan: Plan, member: str | None) -> Plan:
    gone = frozenset(fact.id for fact in plan.profile.competitors if fact.id is not None)
    objectives = tuple(_objective(objective, gone) for objective in plan.objectives.business)
    facing = plan.customer_facing
    return replace(
        plan,
        profile=replace(plan.profile, competitors=()),
        objectives=replace(plan.objectives, business=objectives),
        strategies=tuple(_strategy(strategy, member, gone) for strategy in plan.strategies),
        opportunities=tuple(_opportunity(opportunity, gone) for opportunity in plan.opportunities),
        customer_facing=replace(facing, show=_without(facing.show, gone)),
    )


def _objective(objective: BusinessObjective, gone: frozenset[str]) -> BusinessObjective:
    return replace(
        objective,
        condition=None,
        serves=_without(objective.serves, gone),
        check_ins=tuple(replace(check, condition_value=None) for check in objective.check_ins),
    )


def _strategy(strategy: Strategy, member: str | None, gone: frozenset[str]) -> Strategy:
    answers = tuple(
        answer if answer.who == member else replace(answer, doubts=None)
        for answer in strategy.members
    )
    return replace(strategy, serves=_without(strategy.serves, gone), members=answers)


def _opportunity(opportunity: Opportunity, gone: frozenset[str]) -> Opportunity:
    return replace(
        opportunity,
        margin=None,
        serves=_without(opportunity.serves, gone),
        q=replace(opportunity.q, profitable=None),
    )


def _without(ids: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(code for code in ids if code not in gone)
