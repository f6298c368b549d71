"""The five steps from an empty account to a plan one can show, and how far it is."""

from dataclasses import dataclass, fields

from waypost.method.plan import Fact, Plan, Profile, TeamMember
from waypost.method.team import Function, function_of

FACTS_TO_BEGIN_WITH = 3
PEOPLE_TO_BEGIN_WITH = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """``now`` is the first step that is not done: the one to work on."""

    done: bool
    now: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstSteps:
    """The steps in their order, and who looks after the account as far as known.

    Team: a lead and a first-line manager (SES-2, SES-3). Knowledge: three facts with a source
    (PRO-2). People: three of those who decide (DMG-1). Relationship: a sentence they should say of
    us (OBJ-2). Actions: something planned in the months ahead (STP-1).
    """

    team: Step
    knowledge: Step
    people: Step
    relationship: Step
    actions: Step
    lead: TeamMember | None
    manager: TeamMember | None

    @property
    def all_done(self) -> bool:
        steps = (self.team, self.knowledge, self.people, self.relationship, self.actions)
        return all(step.done for step in steps)


def first_steps(plan: Plan) -> FirstSteps:
    """Which of the five first steps of a new account are done, judged from its plan."""
    lead = _first(plan, Function.LEAD)
    manager = _first(plan, Function.FIRST_LINE)
    deciding = {member.person for group in plan.decision_groups for member in group.people}
    done = {
        "team": lead is not None and manager is not None,
        "knowledge": _sourced_facts(plan.profile) >= FACTS_TO_BEGIN_WITH,
        "people": len(deciding) >= PEOPLE_TO_BEGIN_WITH,
        "relationship": bool(plan.objectives.relationship),
        "actions": bool(plan.short_term_plan.actions),
    }
    current = next((name for name, is_done in done.items() if not is_done), None)
    steps = {name: Step(done=is_done, now=name == current) for name, is_done in done.items()}
    return FirstSteps(**steps, lead=lead, manager=manager)


def _first(plan: Plan, function: Function) -> TeamMember | None:
    return next((member for member in plan.team if function_of(member) is function), None)


def _sourced_facts(profile: Profile) -> int:
    return sum(
        isinstance(entry, Fact) and entry.source is not None
        for field in fields(profile)
        if field.name not in {"swot", "gaps"}
        for entry in getattr(profile, field.name)
    )
