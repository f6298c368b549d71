"""The account plan: one frozen value with everything that METHOD.md asks a team to write down.

Optional fields that are None are not known; lists that are empty hold nothing. Dates are plain
days, money is in units of the account's currency, hours are hours of work.
"""

from dataclasses import dataclass
from datetime import date

from waypost.method.month import Month
from waypost.method.plan.account import (
    Account,
    Fact,
    Location,
    Profile,
    Settings,
    Supplier,
    Swot,
    TeamMember,
    Tier,
    YearFigures,
)
from waypost.method.plan.objectives import (
    Agreed,
    BusinessObjective,
    CheckIn,
    Commitment,
    Heard,
    Objectives,
    Prerequisite,
    RelationshipObjective,
    StageGoal,
    Strategy,
    Vision,
)
from waypost.method.plan.people import (
    CoachDevelopment,
    DecisionGroup,
    EightQuestions,
    Membership,
    Opportunity,
    Person,
    Role,
)
from waypost.method.plan.planning import (
    Acceptance,
    CustomerFacing,
    CustomerOpening,
    PlanningSession,
    ResourceKind,
    ResourceRequest,
    ResourceStatus,
    Review,
    SecondLevel,
    SeniorAcceptance,
    SponsorPresentation,
)
from waypost.method.plan.short_term import (
    Action,
    ActionStatus,
    Colour,
    LightChange,
    ShortTermPlan,
    TrafficLight,
)

__all__ = [
    "Acceptance",
    "Account",
    "Action",
    "ActionStatus",
    "Agreed",
    "BusinessObjective",
    "CheckIn",
    "CoachDevelopment",
    "Colour",
    "Commitment",
    "CustomerFacing",
    "CustomerOpening",
    "DecisionGroup",
    "EightQuestions",
    "Fact",
    "Heard",
    "LightChange",
    "Location",
    "Membership",
    "Month",
    "Objectives",
    "Opportunity",
    "Person",
    "Plan",
    "PlanningSession",
    "Prerequisite",
    "Profile",
    "RelationshipObjective",
    "ResourceKind",
    "ResourceRequest",
    "ResourceStatus",
    "Review",
    "Role",
    "SecondLevel",
    "SeniorAcceptance",
    "Settings",
    "ShortTermPlan",
    "SponsorPresentation",
    "StageGoal",
    "Strategy",
    "Supplier",
    "Swot",
    "TeamMember",
    "Tier",
    "TrafficLight",
    "Vision",
    "YearFigures",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A whole account plan. ``people`` are in the order in which decision groups name them first,
    then those who are in no group."""

    supplier: Supplier
    account: Account
    as_of: date | None = None
    team: tuple[TeamMember, ...] = ()
    profile: Profile = Profile()
    objectives: Objectives = Objectives()
    strategies: tuple[Strategy, ...] = ()
    short_term_plan: ShortTermPlan = ShortTermPlan()
    traffic_lights: tuple[TrafficLight, ...] = ()
    decision_groups: tuple[DecisionGroup, ...] = ()
    people: tuple[Person, ...] = ()
    coach_development: tuple[CoachDevelopment, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    sessions: tuple[PlanningSession, ...] = ()
    resources_requested: tuple[ResourceRequest, ...] = ()
    reviews: tuple[Review, ...] = ()
    acceptance: Acceptance = Acceptance()
    customer_facing: CustomerFacing = CustomerFacing()
