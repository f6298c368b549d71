"""Who may remove the sample, and when it may go."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from waypost.accounts.models import Account
from waypost.staff.models import User
from waypost.staff.policies import can_administer
from waypost.staff.queries import active_administrators


def check_can_remove_sample(actor: User | None) -> None:
    """Refuse whoever does not administer; ``actor`` None is the system.

    Refuse also while the sample's administrator is the only one and anything real stays behind:
    nobody could then give anybody access to it.
    """
    if actor is not None and not can_administer(actor):
        raise PermissionDenied(_("Only an administrator can remove the sample."))
    others = User.objects.filter(is_sample=False), Account.objects.filter(is_sample=False)
    if not any(rows.exists() for rows in others):
        return
    if not active_administrators().filter(is_sample=False).exists():
        raise PermissionDenied(
            _(
                "Make somebody an administrator who is not of the sample first: "
                "there is more here than the sample, and nobody else could administer it."
            )
        )
