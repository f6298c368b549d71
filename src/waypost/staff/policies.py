"""What somebody may do with our own people. ``actor`` None is the system: the command line."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from waypost.staff import queries
from waypost.staff.models import User


def signed_in(request: HttpRequest) -> User:
    """Who asks."""
    if not isinstance(request.user, User):
        raise PermissionDenied(_("Sign in first."))
    return request.user


def check_can_administer(actor: User | None) -> None:
    if actor is not None and not can_administer(actor):
        raise PermissionDenied(
            _("Only an administrator can invite people and change their rights.")
        )


def can_administer(actor: User) -> bool:
    return actor.is_active and actor.is_administrator


def check_administrator_remains(leaving: User) -> None:
    """Refuse to take the last administrator's rights away: nobody could give them back.

    Called inside the transaction that takes them. It holds them all until then, so that two who
    take each other's rights at once come one after the other.
    """
    administrators = queries.active_administrators().order_by("pk").select_for_update()
    if list(administrators) == [leaving]:
        raise PermissionDenied(
            _("%(name)s is the only administrator. Make somebody else one first.")
            % {"name": leaving.name}
        )
