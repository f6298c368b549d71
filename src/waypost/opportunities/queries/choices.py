"""What an opportunity can serve, to choose from, and what its form begins with."""

from dataclasses import dataclass
from typing import Any

from waypost.accounts.policies import Access
from waypost.accounts.queries import goals_to_name, plan_for
from waypost.method.plan import Plan
from waypost.opportunities.models import Opportunity
from waypost.ui.formats import excerpt

FIELDS = (
    *("name", "stage", "owner", "location", "decision_group", "value", "margin", "chance"),
    *("hours", "closes_on", "renews_on", "budget_on", "tier", "tier_reason"),
    *("need", "part", "where", "hours_to_penetrate", "profitable", "importance_to_them"),
    *("history", "knowledge", "version"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Filling:
    """What a form begins with, and the choices for what the opportunity serves."""

    initial: dict[str, Any]
    choices: list[tuple[str, str]]


def filling(access: Access, row: Opportunity | None = None) -> Filling:
    """For the form of an opportunity as it stands, or of a new one."""
    plan = plan_for(access, ("named_facts", "objectives", "opportunities"))
    choices = [*_parts(plan), *goals_to_name(access.account)]
    if row is None:
        return Filling(initial={}, choices=choices)
    code = row.ref.code
    serves = next((one.serves for one in plan.opportunities if one.id == code), ())
    known = {choice for choice, _label in choices}
    choices += [(other, other) for other in serves if other not in known]
    initial = {name: getattr(row, name) for name in FIELDS}
    return Filling(initial={**initial, "serves": list(serves)}, choices=choices)


def _parts(plan: Plan) -> list[tuple[str, str]]:
    objectives = plan.objectives
    found = [
        *((one.id, one.text) for one in objectives.business),
        *((wish.id, wish.text) for wish in objectives.relationship),
        *((vision.id, vision.text) for vision in objectives.visionary),
        *((fact.id, fact.text) for fact in plan.profile.company_goals if fact.id),
    ]
    return [(code, f"{code} {excerpt(text)}") for code, text in found]
