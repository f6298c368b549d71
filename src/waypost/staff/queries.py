"""Reading: who there is, who reports to whom, and who is invited."""

import base64
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from waypost.staff.models import Invitation, User


def is_first_run() -> bool:
    """Whether nobody can sign in yet: the one time the set-up page is open."""
    return not User.objects.exists()


def setup_code() -> str:
    """What the server's log shows and a stranger cannot know: the key to the set-up page.

    The same in every process and after every start, and of no use once there is a user.
    """
    digest = salted_hmac("waypost.staff.setup", "code", algorithm="sha256").digest()
    letters = base64.b32encode(digest).decode()
    return "-".join((letters[:4], letters[4:8], letters[8:12]))


def people() -> QuerySet[User]:
    """Everybody, those who left last."""
    return User.objects.select_related("manager").order_by("deactivated_at", "name", "pk")


def active_administrators() -> QuerySet[User]:
    return User.objects.active().filter(is_administrator=True)


def open_invitations() -> QuerySet[Invitation]:
    """Those not answered yet, also when their link has expired."""
    return Invitation.objects.unanswered().select_related("invited_by", "manager")


def find_invitation(token: str) -> Invitation | None:
    """The invitation whose link this is, while it can be accepted."""
    return (
        Invitation.objects.acceptable(timezone.now())
        .filter(token_hash=Invitation.hash_token(token))
        .first()
    )


def superiors(user: User) -> Iterator[User]:
    """The reporting line upwards, nearest first; one query a step, at most once per person."""
    seen = {user.pk}
    while (manager := user.manager) and manager.pk not in seen:
        yield manager
        seen.add(manager.pk)
        user = manager


def would_report_to_self(user: User, manager: User | None) -> bool:
    """Whether a new manager reports, directly or not, to the person himself."""
    return manager is not None and (manager == user or user in superiors(manager))
