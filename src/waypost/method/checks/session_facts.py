"""What several rules ask about planning sessions."""

from datetime import date, timedelta

from waypost.method.plan import Plan, PlanningSession, TeamMember
from waypost.method.strategies import is_asked

YEAR = timedelta(days=366)


def held(plan: Plan, today: date) -> list[PlanningSession]:
    """The planning sessions that are over or begin today."""
    return [session for session in plan.sessions if session.date <= today]


def with_participants(plan: Plan, today: date) -> list[PlanningSession]:
    """Those of them of which somebody wrote down who was there, in the order of their dates."""
    written = [session for session in held(plan, today) if session.participants]
    return sorted(written, key=lambda session: session.date)


def is_manager(member: TeamMember) -> bool:
    """Whether this is first-line or second-level management (SES-3, SES-4)."""
    return not is_asked(member)
