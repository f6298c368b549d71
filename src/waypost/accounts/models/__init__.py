"""Customers: who they are, what we know of them, and who of us has a part in the relationship."""

from waypost.accounts.models.account import (
    ABOVE,
    OPENED,
    Account,
    AlsoKnownAs,
    Distinct,
    Location,
    PlanOpening,
    ProductionLine,
    Supplier,
)
from waypost.accounts.models.merging import Merging
from waypost.accounts.models.profile import Fact, Gap, SwotPoint, YearFigures
from waypost.accounts.models.refs import Link, Part, PartQuerySet, Ref
from waypost.accounts.models.team import AccessRole, TeamMember

__all__ = [
    "ABOVE",
    "OPENED",
    "AccessRole",
    "Account",
    "AlsoKnownAs",
    "Distinct",
    "Fact",
    "Gap",
    "Link",
    "Location",
    "Merging",
    "Part",
    "PartQuerySet",
    "PlanOpening",
    "ProductionLine",
    "Ref",
    "Supplier",
    "SwotPoint",
    "TeamMember",
    "YearFigures",
]
