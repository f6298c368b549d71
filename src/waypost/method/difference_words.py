"""The sentences about what is different between two states of a plan (STP-7)."""

from enum import StrEnum
from typing import Final

from waypost.method.plan import (
    Action,
    BusinessObjective,
    Colour,
    Opportunity,
    Person,
    RelationshipObjective,
    StageGoal,
    Strategy,
    TeamMember,
    TrafficLight,
    Vision,
)
from waypost.method.words import gettext_noop

_ = gettext_noop


class Area(StrEnum):
    """The part of the plan in which something is different, in the order of a page."""

    OBJECTIVES = "objectives"
    STAGES = "stage goals"
    STRATEGIES = "strategies"
    ACTIONS = "actions"
    LIGHTS = "traffic lights"
    PEOPLE = "people"
    OPPORTUNITIES = "opportunities"
    TEAM = "team"
    PROFILE = "profile"


CHANGED = _("The %(what)s is now %(after)s; it was %(before)s.")
GIVEN = _("The %(what)s is now %(after)s; there was none.")
GONE = _("The %(what)s was %(before)s and is no longer given.")
REWORDED = _("It now reads “%(after)s”; it read “%(before)s”.")
CHECKED = _("The check-in of %(on)s says %(value)s.")
HEARD = _("It was heard: “%(text)s”.")
AGREED = _("%(name)s agreed to it.")
DISAGREED = _("%(name)s no longer agrees to it.")
# All of a side, by the place that says whether it agreed.
SIDES: Final = {
    "team": (_("The team agreed to it."), _("The team no longer agrees to it.")),
    "customer": (_("The customer agreed to it."), _("The customer no longer agrees to it.")),
}
# How an objective comes along, which leaves it the objective that it was.
PROGRESS: Final = frozenset({CHECKED, HEARD, AGREED, DISAGREED}.union(*SIDES.values()))

# The values of a part that are compared as they stand, and how they are called.
NOUNS: Final[dict[type, dict[str, str]]] = {
    Vision: {"horizon_years": _("number of years")},
    RelationshipObjective: {},
    BusinessObjective: {
        "customer_text": _("wording to the customer"),
        "metric": _("metric"),
        "unit": _("unit"),
        "baseline": _("baseline"),
        "target": _("target"),
        "due": _("due date"),
        "condition": _("condition to hold meanwhile"),
        "owner": _("owner"),
    },
    StageGoal: {
        "due": _("due date"),
        "value": _("value"),
        "customer_sees": _("sign that the customer sees"),
    },
    Strategy: {"communicate": _("way of communicating it")},
    Action: {
        "owner": _("owner"),
        "due": _("due date"),
        "hours": _("number of hours"),
        "achieves": _("purpose"),
    },
    TrafficLight: {"response": _("response"), "on": _("place it stands on")},
    Person: {
        "title": _("title"),
        "reports_to": _("superior"),
        "disposition": _("disposition"),
        "wants": _("wish"),
        "personal_win": _("personal win"),
    },
    Opportunity: {
        "tier": _("class"),
        "margin": _("margin"),
        "chance": _("chance in percent"),
        "hours": _("number of hours"),
    },
    TeamMember: {
        "name": _("name"),
        "role": _("role"),
        "hours_per_week": _("number of hours a week"),
    },
}
# Values that people wrote as sentences: they stand between quotation marks.
QUOTED: Final = frozenset(
    {
        "customer_text",
        "condition",
        "customer_sees",
        "communicate",
        "response",
        "wants",
        "personal_win",
    }
)
TEXTS: Final = {
    Action: "what",
    Strategy: "statement",
    Person: "name",
    Opportunity: "name",
    TeamMember: "name",
}
NEW: Final = {
    Area.OBJECTIVES: _("It is new in the plan."),
    Area.STAGES: _("The stage goal is new: %(value)s by %(due)s."),
    Area.STRATEGIES: _("The strategy is new."),
    Area.ACTIONS: _("The action is new."),
    Area.LIGHTS: _("The light is new: %(colour)s."),
    Area.PEOPLE: _("The person is new in the plan."),
    Area.OPPORTUNITIES: _("The opportunity is new."),
    Area.TEAM: _("New in the team: %(role)s."),
}
LEFT: Final = {
    Area.OBJECTIVES: _("It is no longer in the plan."),
    Area.STAGES: _("The stage goal is no longer in the plan."),
    Area.STRATEGIES: _("The strategy is no longer in the plan."),
    Area.ACTIONS: _("The action is no longer in the plan."),
    Area.LIGHTS: _("The light has gone out; it was %(colour)s."),
    Area.PEOPLE: _("The person is no longer in the plan."),
    Area.OPPORTUNITIES: _("The opportunity is no longer in the plan."),
    Area.TEAM: _("No longer in the team."),
}
TOPICS: Final = (
    "company_goals",
    "markets_and_positioning",
    "industry_trends",
    "competitors",
    "structure",
    "financial_performance",
    "value_chain",
)
KNOWN = _("It is known now.")
FORGOTTEN = _("It is no longer in the profile.")
GAP = _("The gap is new.")
CLOSED = _("The gap is no longer open.")
TURNED: Final = {
    Colour.GREEN: _("It turned from %(colour)s to green."),
    Colour.AMBER: _("It turned from %(colour)s to amber."),
    Colour.RED: _("It turned from %(colour)s to red."),
}
