"""The health of a plan: the rules of METHOD.md that can be decided, and what they find.

Messages name parts and people of the plan, but quote no doubt, no fact about a competitor, no
margin and no note on a coach: who may see a finding may not be allowed to see those.
"""

from datetime import date

from waypost.method.checks import (
    acceptance,
    agreement,
    circumstances,
    critique,
    decision_groups,
    knowledge,
    lights,
    neglected,
    objectives,
    opportunities,
    participants,
    people,
    planning,
    profile,
    progress,
    reviews,
    session_guests,
    sessions,
    short_term,
    stage_goals,
    strategies,
    ways_of_working,
)
from waypost.method.checks.registry import Finding, Fix, Remedy, Rule, Severity
from waypost.method.plan import Plan

__all__ = ["RULES", "Finding", "Fix", "Remedy", "Rule", "Severity", "check"]

MODULES = (
    stage_goals,
    agreement,
    objectives,
    critique,
    circumstances,
    progress,
    ways_of_working,
    strategies,
    planning,
    reviews,
    short_term,
    neglected,
    lights,
    knowledge,
    profile,
    decision_groups,
    people,
    opportunities,
    sessions,
    participants,
    session_guests,
    acceptance,
)
RULES: tuple[Rule, ...] = tuple(
    rule for module in MODULES for rule in vars(module).values() if isinstance(rule, Rule)
)


def check(plan: Plan, today: date) -> tuple[Finding, ...]:
    """Everything the rules find in a plan, worst first, else rule by rule (SES-1).

    No two findings have the same rule, ``at`` and ``subject``.
    """
    found = (finding for rule in RULES for finding in rule.apply(plan, today))
    return tuple(sorted(found, key=lambda finding: -finding.severity))
