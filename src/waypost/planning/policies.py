"""Who takes part in a planning session: whoever works on the account, partners too (SES-2)."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access, Capability


def can_take_part(access: Access) -> bool:
    """Say when they can, hand in, park a point: nobody does it for somebody else (SES-6)."""
    return access.may(Capability.EDIT_OWN) and access.member_code is not None


def check_can_take_part(access: Access) -> None:
    if not can_take_part(access):
        raise PermissionDenied(
            _("Only those who work on this account take part in its planning sessions.")
        )
