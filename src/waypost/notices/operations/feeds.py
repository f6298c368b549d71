"""Calendar links: made, and ended."""

from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.history.operations import Recording, record, row_values
from waypost.notices.models import Feed
from waypost.notices.queries.feeds import feed_of, seal
from waypost.notices.queries.secrets import hash_of, new_secret
from waypost.staff.models import User


def make_feed(*, actor: User) -> str:
    """A new link's secret, which ends the link before it; it is shown once and never again."""
    secret = new_secret()
    with record(actor=actor, account=None, what=_("Made a calendar link")) as changes:
        _end(actor, changes)
        changes.created(
            Feed.objects.create(person=actor, token_hash=hash_of(secret), sealed=seal(actor))
        )
    return secret


def revoke_feed(*, actor: User) -> None:
    """End the link, if there is one."""
    if feed_of(actor):
        with record(actor=actor, account=None, what=_("Ended the calendar link")) as changes:
            _end(actor, changes)


def _end(person: User, changes: Recording) -> None:
    # Held, so that of two who make one at a time the second ends the first one's.
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if feed := feed_of(person):
        before = row_values(feed)
        feed.revoked_at = timezone.now()
        feed.save(update_fields=["revoked_at"])
        changes.changed(feed, before)
