"""What a thread is about, in the words of the plan."""

from typing import Final

from django.urls import NoReverseMatch, reverse

from waypost.accounts.models import Ref
from waypost.method.plan import Plan
from waypost.method.shape import Kind

# What of the plan to load for the words of a part; all others are named by their id alone.
PLAN_PARTS: Final[dict[str, str]] = {
    Kind.VISION: "objectives",
    Kind.RELATIONSHIP: "objectives",
    Kind.BUSINESS: "objectives",
    Kind.STRATEGY: "strategies",
    Kind.ACTION: "short_term_plan",
    Kind.LIGHT: "traffic_lights",
    Kind.PERSON: "people",
    Kind.GROUP: "decision_groups",
    Kind.OPPORTUNITY: "opportunities",
}
# The pages of these parts; all others are on the one-page plan.
PLACES: Final[dict[str, str]] = {
    Kind.VISION: "plans:objective",
    Kind.RELATIONSHIP: "plans:objective",
    Kind.BUSINESS: "plans:objective",
    Kind.STRATEGY: "plans:strategy",
    Kind.ACTION: "plans:action",
    Kind.LIGHT: "plans:light",
    Kind.PERSON: "contacts:person",
    Kind.GROUP: "contacts:group",
    Kind.OPPORTUNITY: "opportunities:opportunity",
    Kind.SESSION: "planning:session",
}


def place_of(on: Ref) -> str:
    """The address of the page where the part is."""
    if on.kind == Kind.FACT:
        return f"{reverse('accounts:profile-place', args=[on.account_id])}?at={on.code}"
    try:
        return reverse(PLACES.get(on.kind, ""), args=[on.account_id, on.code])
    except NoReverseMatch:
        return reverse("plans:one-page", args=[on.account_id])


def words_of(plan: Plan, code: str) -> str:
    """The text or the name of the part with this id; empty where it has none to quote."""
    objectives = plan.objectives
    texts = {
        **{part.id: part.text for part in objectives.visionary},
        **{part.id: part.text for part in objectives.relationship},
        **{part.id: part.text for part in objectives.business},
        **{part.id: part.statement for part in plan.strategies},
        **{part.id: part.what for part in plan.short_term_plan.actions},
        **{part.id: part.text for part in plan.traffic_lights},
        **{part.id: part.name for part in plan.people},
        **{part.id: part.decision for part in plan.decision_groups},
        **{part.id: part.name for part in plan.opportunities},
    }
    return texts.get(code, "")
