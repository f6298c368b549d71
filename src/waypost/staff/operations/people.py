"""People come by invitation; here they change, leave and come back."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.history.operations import record, row_values
from waypost.history.stale import StaleError
from waypost.staff import policies, queries
from waypost.staff.models import User, normalise_email
from waypost.staff.models.user import initials_of


def create_first_administrator(*, name: str, email: str, password: str) -> User:
    """Open the installation. Two at once with one address: the second fails on it."""
    if not queries.is_first_run():
        raise PermissionDenied(_("This Waypost is set up already."))
    with record(actor=None, account=None, what=_("Set up Waypost")) as changes:
        user = User.objects.create_user(
            email=email, password=password, name=name, is_administrator=True
        )
        changes.created(user)
    return user


@transaction.atomic
def change_person(
    *,
    actor: User | None,
    user: User,
    version: int,
    name: str,
    email: str,
    manager: User | None,
    is_administrator: bool,
) -> User:
    """Change what an administrator may; raises StaleError where it was saved since ``version``."""
    policies.check_can_administer(actor)
    if queries.would_report_to_self(user, manager):
        raise ValidationError({"manager": own_manager(user, manager)})
    if not is_administrator:
        policies.check_administrator_remains(user)
    values = {
        "name": name,
        "email": normalise_email(email),
        "manager": manager,
        "is_administrator": is_administrator,
    }
    what = _("Changed %(name)s") % {"name": name}
    _save(user, actor=actor, version=version, what=what, values=values)
    return user


@transaction.atomic
def deactivate_person(*, actor: User | None, user: User) -> None:
    """Close the log-in and end every session. The person stays named where they worked."""
    policies.check_can_administer(actor)
    policies.check_administrator_remains(user)
    hold(user)
    if not user.is_active:
        return
    what = _("Deactivated %(name)s") % {"name": user.name}
    with record(actor=actor, account=None, what=what) as changes:
        before = row_values(user)
        user.deactivated_at = user.sessions_ended_at = timezone.now()
        user.deactivated_by = actor
        user.save(update_fields=["deactivated_at", "sessions_ended_at", "deactivated_by"])
        changes.changed(user, before)


@transaction.atomic
def reactivate_person(*, actor: User | None, user: User) -> None:
    policies.check_can_administer(actor)
    hold(user)
    if user.is_active:
        return
    what = _("Reactivated %(name)s") % {"name": user.name}
    with record(actor=actor, account=None, what=what) as changes:
        before = row_values(user)
        user.deactivated_at = user.deactivated_by = None
        user.save(update_fields=["deactivated_at", "deactivated_by"])
        changes.changed(user, before)


@transaction.atomic
def change_own_settings(
    *, actor: User, version: int, name: str, initials: str, time_zone: str, shortcuts: bool
) -> User:
    """A person's own page: what is theirs to say about themselves; may raise StaleError."""
    values = {
        "name": name,
        "initials": initials or initials_of(name),
        "time_zone": time_zone,
        "shortcuts": shortcuts,
    }
    what = _("Changed own settings")
    _save(actor, actor=actor, version=version, what=what, values=values)
    return actor


def _save(
    user: User, *, actor: User | None, version: int, what: str, values: dict[str, Any]
) -> None:
    """Write these values. Saving what stands there already writes nothing."""
    hold(user)
    if all(getattr(user, name) == value for name, value in values.items()):
        return
    if user.version != version:
        raise StaleError(user)
    with record(actor=actor, account=None, what=what) as changes:
        before = row_values(user)
        for name, value in values.items():
            setattr(user, name, value)
        user.version += 1
        user.save(update_fields=[*values, "version"])
        changes.changed(user, before)


def hold(user: User) -> None:
    """Bring the person up to date with the row, which is held until the transaction ends.

    Comes after `policies.check_administrator_remains`, so that rows are always held in one order.
    """
    # No key: the change sets of others may go on naming the person meanwhile.
    user.refresh_from_db(from_queryset=User.objects.select_for_update(no_key=True))


def own_manager(user: User, manager: User | None) -> str:
    if user == manager:
        return _("Choose somebody else: nobody reports to themselves.")
    return _("Choose somebody else: %(manager)s reports to %(name)s.") % {
        "manager": manager,
        "name": user.name,
    }
