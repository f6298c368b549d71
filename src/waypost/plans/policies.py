"""Who may agree to an objective and answer to a strategy; the rest is in accounts.policies."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole, Ref, TeamMember
from waypost.accounts.policies import (
    MAY,
    Access,
    Capability,
    check_can_edit_own,
    check_can_edit_plan,
)
from waypost.method.shape import Kind


def can_answer(access: Access, code: str, *, alone: bool) -> bool:
    """Whether the person may give or note the answer of the member with this id (STR-3).

    One's own, if one works on the plan; the lead notes it for a member who has no way to give it.
    """
    if code == access.member_code:
        return access.can_edit_plan
    return access.role == AccessRole.LEAD and not alone


def answers_alone(member: TeamMember) -> bool:
    """Whether the member has a log-in with which to answer."""
    can_sign_in = member.user is not None and member.user.is_active
    return can_sign_in and AccessRole(member.access_role) in MAY[Capability.EDIT_PLAN]


def check_can_answer(access: Access, member: TeamMember) -> None:
    check_can_edit_plan(access)
    if not can_answer(access, member.ref.code, alone=answers_alone(member)):
        raise PermissionDenied(
            _("%(name)s answers for themselves. Ask them, and they answer here.")
            % {"name": member.name}
        )


def can_agree(access: Access, code: str, kind: Kind) -> bool:
    """Whether the person may give or take back this party's yes to an objective (OBJ-3).

    Everybody of us agrees for themselves; the lead notes the yes of the customer's people.
    """
    if kind is Kind.PERSON:
        return access.role == AccessRole.LEAD
    return code == access.member_code and access.can_edit_own(code)


def check_can_agree(access: Access, party: Ref) -> None:
    if can_agree(access, party.code, Kind(party.kind)):
        return
    if party.kind == Kind.PERSON:
        raise PermissionDenied(_("Only the account lead can note what the customer agreed to."))
    check_can_edit_own(access, party.code)
    raise PermissionDenied(_("Everybody agrees for themselves. Ask them, and they answer here."))


def can_edit_lights(access: Access) -> bool:
    """Whether the person may add and change lights (TL): partners too, nobody owns a light."""
    return access.may(Capability.EDIT_OWN)


def check_can_edit_lights(access: Access) -> None:
    if not can_edit_lights(access):
        raise PermissionDenied(
            _("Only the account team and its partners can change the lights of this plan.")
        )
