"""Who may handle what is stored about a person at the customer as personal data."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole
from waypost.accounts.policies import Access, Capability


def check_can_handle_personal_data(access: Access) -> None:
    """All that is stored of a person has private notes in it."""
    if not access.may(Capability.SEE_NOTES):
        raise PermissionDenied(
            _("What is stored about a person is for the account lead and the members alone.")
        )


def check_can_erase_people(access: Access) -> None:
    """Erasing is final and reaches into the past: it is the lead's to decide."""
    if not can_erase_people(access):
        raise PermissionDenied(_("Only the account lead can erase a person."))


def can_erase_people(access: Access) -> bool:
    return access.role == AccessRole.LEAD
