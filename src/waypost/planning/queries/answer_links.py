"""The links at which one person says when they can come, without signing in (TRUST.md, S7).

One is made by hand and handed over; of that the invitation keeps the hash. One stands in each mail
that asks: it is signed, not kept, so that a mail that goes out twice says the same.
"""

from typing import Final

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import TeamMember
from waypost.notices.models import Kind, Notice
from waypost.planning.models import Invitee, PlanningSession

IN_MAIL: Final = "mail:"
SIGNER: Final = Signer(salt="waypost.planning.answer-link")


def address_in_mail(notice: Notice) -> str:
    """The link in the mail of this notice."""
    return address_of(SIGNER.sign(str(notice.pk)))


def address_of(token: str) -> str:
    return settings.BASE_URL.geturl() + reverse("session-times", args=[token])


def key_behind(token: str) -> str:
    """What a browser that came by this link is known by from then on; no secret any more."""
    try:
        return f"{IN_MAIL}{int(SIGNER.unsign(token))}"
    except (BadSignature, ValueError):
        return Invitee.hash_token(token)


def invitee_behind(key: str) -> Invitee | None:
    """Whose link it is, as long as the session is to come (SES-1)."""
    row = _of_mail(key.removeprefix(IN_MAIL)) if key.startswith(IN_MAIL) else _of_hand(key)
    if row is None or row.session.deleted_at or row.session.account.deleted_at:
        return None
    if row.session.state_on(timezone.localdate()) is not PlanningSession.State.PLANNED:
        return None
    left = TeamMember.objects.live().filter(ref=row.person, user__deactivated_at__isnull=False)
    return None if row.person.retired_at or left.exists() else row


RELATED: Final = ("session__account", "session__ref", "person")


def _of_hand(token_hash: str) -> Invitee | None:
    found = Invitee.objects.filter(token_hash=token_hash).exclude(token_hash="")
    return found.select_related(*RELATED).first()


def _of_mail(key: str) -> Invitee | None:
    """Of the place that the person who got the mail has in the team now."""
    notice = Notice.objects.filter(pk=int(key), kind=Kind.TIMES).first()
    if notice is None:
        return None
    places = TeamMember.objects.live().filter(user=notice.person_id, account=notice.account_id)
    found = Invitee.objects.filter(session__ref=notice.about_id, person__in=places.values("ref"))
    return found.select_related(*RELATED).first()
