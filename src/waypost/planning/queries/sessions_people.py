"""Who comes to a planning session, who is missing, and who speaks for the customer (SES-2 to 5)."""

from waypost.accounts.models import AccessRole, TeamMember
from waypost.method.team import Function, named_function

BY_ACCESS = {
    AccessRole.LEAD: Function.LEAD,
    AccessRole.FIRST_LINE: Function.FIRST_LINE,
    AccessRole.SENIOR: Function.SENIOR,
    AccessRole.PARTNER: Function.PARTNER,
}


def function_in(member: TeamMember) -> Function:
    """What a member is in a session: by the function in words, else by the access."""
    named = named_function(member.function) or BY_ACCESS.get(AccessRole(member.access_role))
    return named or (Function.PARTNER if member.external else Function.MEMBER)
