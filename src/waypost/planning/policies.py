"""Who takes part in a planning session: whoever works on the account, partners too (SES-2)."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole
from waypost.accounts.policies import Access, Capability
from waypost.planning.models import PlanningSession


def can_take_part(access: Access) -> bool:
    """Say when they can, hand in, park a point: nobody does it for somebody else (SES-6)."""
    return access.may(Capability.EDIT_OWN) and access.member_code is not None


def check_can_take_part(access: Access) -> None:
    if not can_take_part(access):
        raise PermissionDenied(
            _("Only those who work on this account take part in its planning sessions.")
        )


def can_run_rounds(access: Access, session: PlanningSession) -> bool:
    """Ask, reveal, open and close a vote, decide: the lead, the first-line manager, and the member
    who leads the session."""
    leads = session.led_by is not None and session.led_by.ref.code == access.member_code
    return access.can_edit_plan and (access.role != AccessRole.MEMBER or leads)


def check_can_run_rounds(access: Access, session: PlanningSession) -> None:
    if not can_run_rounds(access, session):
        raise PermissionDenied(
            _("Only the account lead, the first-line manager or who leads the session can do this.")
        )
