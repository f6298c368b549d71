"""What serves what in a plan, by its links (OBJ-7, STP-8)."""

from collections.abc import Iterator

from waypost.method.plan import Action, BusinessObjective, Membership, Person, Plan, TeamMember
from waypost.method.short_term import is_open
from waypost.method.team import Function, function_of


def open_actions(plan: Plan) -> list[Action]:
    """The actions that are neither done nor dropped."""
    return [action for action in plan.short_term_plan.actions if is_open(action)]


def lead_of(plan: Plan) -> str | None:
    """The id of the account lead, for what nobody is nearer to."""
    return next((m.id for m in plan.team if function_of(m) is Function.LEAD), None)


def members_by_id(plan: Plan) -> dict[str, TeamMember]:
    return {member.id: member for member in plan.team}


def present_people(plan: Plan) -> dict[str, Person]:
    """The people who are still with the customer, by id."""
    return {person.id: person for person in plan.people if not person.left_company}


def memberships(plan: Plan) -> Iterator[Membership]:
    """Every place in every decision-making group."""
    for group in plan.decision_groups:
        yield from group.people


def acquaintance_of(plan: Plan, person: Person) -> str | None:
    """The id of who of us could go to this person: who knows them, else the account lead."""
    return next(iter(person.known_by), None) or lead_of(plan)


def goals_of(objective: BusinessObjective) -> set[str]:
    """The ids of a business objective and of its stage goals."""
    return {objective.id, *(stage.id for stage in objective.stages)}


def is_worked_on(plan: Plan, objective: BusinessObjective, achieved: set[str]) -> bool:
    """Whether one of the things that actions achieve leads to a business objective.

    Directly, by a stage goal, by a strategy or an opportunity that serves it, or by what it serves
    itself: whoever keeps a promise to the customer works on all that rests on it.
    """
    goals = goals_of(objective)
    if achieved & goals or achieved & set(objective.serves):
        return True
    ways = [(part.id, part.serves) for part in plan.strategies]
    ways += [(part.id, part.serves) for part in plan.opportunities]
    return any(code in achieved and goals & set(serves) for code, serves in ways)
