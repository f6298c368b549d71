"""Inviting people, and what they do with the invitation."""

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.history.operations import record, row_values
from waypost.staff import policies
from waypost.staff.models import Invitation, User, normalise_email
from waypost.staff.operations import mail


def invite_person(
    *, actor: User | None, name: str, email: str, manager: User | None, is_administrator: bool
) -> str:
    """Invite somebody and return the address that lets them in once, within a week."""
    policies.check_can_administer(actor)
    email = normalise_email(email)
    check_not_here_yet(email)
    if Invitation.objects.unanswered().filter(email=email).exists():
        raise ValidationError({"email": _("Somebody with this address is invited already.")})
    what = _("Invited %(name)s") % {"name": name}
    with record(actor=actor, account=None, what=what) as changes:
        invitation = Invitation(
            name=name,
            email=email,
            manager=manager,
            is_administrator=is_administrator,
            invited_by=actor,
        )
        token = invitation.new_token(timezone.now())
        invitation.save()
        changes.created(invitation)
    return send(invitation, token)


def renew_invitation(*, actor: User | None, invitation: Invitation) -> str:
    """Send a new link that ends the one before it."""
    policies.check_can_administer(actor)
    what = _("Invited %(name)s again") % {"name": invitation.name}
    with record(actor=actor, account=None, what=what) as changes:
        still_open = locked(invitation)
        before = row_values(still_open)
        token = still_open.new_token(timezone.now())
        still_open.save()
        changes.changed(still_open, before)
    return send(still_open, token)


def withdraw_invitation(*, actor: User | None, invitation: Invitation) -> None:
    policies.check_can_administer(actor)
    what = _("Withdrew the invitation of %(name)s") % {"name": invitation.name}
    with record(actor=actor, account=None, what=what) as changes:
        still_open = locked(invitation)
        before = row_values(still_open)
        still_open.withdrawn_at = timezone.now()
        still_open.save()
        changes.changed(still_open, before)


@transaction.atomic
def accept_invitation(*, invitation: Invitation, name: str, password: str) -> User:
    """Make the user. Whoever holds the invitation's link is authorised by it."""
    still_open = locked(invitation)
    now = timezone.now()
    if still_open.has_expired(now):
        raise PermissionDenied(closed())
    check_not_here_yet(still_open.email)
    user = User(
        email=still_open.email,
        name=name,
        manager=still_open.manager,
        is_administrator=still_open.is_administrator,
    )
    user.set_password(password)
    user.save()
    what = _("%(name)s accepted the invitation") % {"name": name}
    with record(actor=user, account=None, what=what) as changes:
        changes.created(user)
        before = row_values(still_open)
        still_open.accepted_at = now
        still_open.save()
        changes.changed(still_open, before)
    return user


def locked(invitation: Invitation) -> Invitation:
    """The invitation held for this transaction, if nobody has answered it meanwhile."""
    found = Invitation.objects.unanswered().select_for_update().filter(pk=invitation.pk).first()
    if found is None:
        raise PermissionDenied(closed())
    return found


def check_not_here_yet(email: str) -> None:
    if User.objects.filter(email=email).exists():
        raise ValidationError({"email": _("Somebody with this address is here already.")})


def send(invitation: Invitation, token: str) -> str:
    address = settings.BASE_URL.geturl() + reverse("staff:invitation", args=[token])
    mail.send(
        to=invitation.email,
        template="staff/mail/invitation",
        context={
            "name": invitation.name,
            "inviter": invitation.invited_by,
            "address": address,
        },
    )
    return address


def closed() -> str:
    return _("This invitation is no longer open. Ask the person who invited you for a new one.")
