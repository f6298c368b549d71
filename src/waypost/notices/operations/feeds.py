"""Calendar links: made, and ended."""

from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.history.operations import record
from waypost.notices.models import Feed
from waypost.notices.queries.feeds import seal
from waypost.notices.queries.secrets import hash_of, new_secret
from waypost.staff.models import User


def make_feed(*, actor: User) -> str:
    """A new link's secret, which ends the link before it; it is shown once and never again."""
    secret = new_secret()
    with record(actor=actor, account=None, what=_("Made a calendar link")):
        _end(actor)
        Feed.objects.create(person=actor, token_hash=hash_of(secret), sealed=seal(actor))
    return secret


def revoke_feed(*, actor: User) -> bool:
    """End the link; False where there was none."""
    if not Feed.objects.filter(person=actor, revoked_at=None).exists():
        return False
    with record(actor=actor, account=None, what=_("Ended the calendar link")):
        return _end(actor)


def _end(person: User) -> bool:
    # Held, so that of two who make one at a time the second ends the first one's.
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    live = Feed.objects.filter(person=person, revoked_at=None)
    return bool(live.update(revoked_at=timezone.now()))
