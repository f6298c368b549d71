"""Reading what the method found in a plan, and what the team leaves as it is."""

from waypost.health.queries.findings import (
    FindingLine,
    Findings,
    finding_of,
    findings_at,
    findings_of,
    findings_on_coverage,
    findings_on_profile,
    lines_of,
    written_on_profile,
)
from waypost.health.queries.page import HealthPage, Left, health_page

__all__ = [
    "FindingLine",
    "Findings",
    "HealthPage",
    "Left",
    "finding_of",
    "findings_at",
    "findings_of",
    "findings_on_coverage",
    "findings_on_profile",
    "health_page",
    "lines_of",
    "written_on_profile",
]
