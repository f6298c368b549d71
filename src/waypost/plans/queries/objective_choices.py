"""What a business objective can serve, to choose from, and what it serves now (OBJ-7)."""

from dataclasses import dataclass
from typing import Any

from waypost.accounts.policies import Access
from waypost.accounts.queries import goals_to_name, plan_for
from waypost.method.plan import Plan
from waypost.plans.models import Objective

FIELDS = {
    Objective.Level.VISIONARY: ("text", "horizon_years"),
    Objective.Level.RELATIONSHIP: ("text",),
    Objective.Level.BUSINESS: (
        *("text", "customer_text", "metric", "unit", "baseline", "target", "due", "condition"),
        "owner",
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Filling:
    """What a form begins with, and the choices for what the objective serves."""

    initial: dict[str, Any]
    choices: list[tuple[str, str]]


def filling(access: Access, row: Objective) -> Filling:
    """For the form of an objective as it stands; one without a key is new."""
    level = Objective.Level(row.level)
    initial: dict[str, Any] = {}
    if row.pk:
        initial = {name: getattr(row, name) for name in (*FIELDS[level], "version")}
    if level is not Objective.Level.BUSINESS:
        return Filling(initial=initial, choices=[])
    plan = plan_for(access, ("named_facts", "objectives"))
    code = row.ref.code if row.pk else ""
    serves = next((one.serves for one in plan.objectives.business if one.id == code), ())
    choices = [choice for choice in _parts(plan) if choice[0] != code]
    choices += goals_to_name(access.account)
    known = {choice[0] for choice in choices}
    choices += [(other, other) for other in serves if other not in known]
    return Filling(initial={**initial, "serves": list(serves)}, choices=choices)


def _parts(plan: Plan) -> list[tuple[str, str]]:
    objectives = plan.objectives
    found = [
        *((vision.id, vision.text) for vision in objectives.visionary),
        *((wish.id, wish.text) for wish in objectives.relationship),
        *((fact.id, fact.text) for fact in plan.profile.company_goals if fact.id),
        *((other.id, other.text) for other in objectives.business),
    ]
    return [(code, f"{code} {text}") for code, text in found]
