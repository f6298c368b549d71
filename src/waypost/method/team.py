"""What a member's function in words means for the plan (SES-2, SES-3, SES-4)."""

from enum import StrEnum

from waypost.method.plan import TeamMember


class Function(StrEnum):
    """The functions that the method treats differently; the values are those of access."""

    LEAD = "lead"
    MEMBER = "member"
    FIRST_LINE = "first-line"
    SENIOR = "senior"
    PARTNER = "partner"


RECOGNISED = {
    "account lead": Function.LEAD,
    "first-line manager": Function.FIRST_LINE,
    "second-level management": Function.SENIOR,
    "channel partner": Function.PARTNER,
}


def function_of(member: TeamMember) -> Function:
    """The function that the member's role names; somebody external is a partner (SES-2)."""
    named = named_function(member.role)
    if named is not None:
        return named
    return Function.PARTNER if member.external else Function.MEMBER


def named_function(role: str) -> Function | None:
    """The function that a role in words begins with: "account lead, paper" names the lead."""
    return RECOGNISED.get(" ".join(role.partition(",")[0].casefold().split()))
