"""Calendar links: whose it is that somebody has, and whether it still works (TRUST.md, S7, S13)."""

from django.utils.crypto import constant_time_compare, salted_hmac

from waypost.notices.models import Feed
from waypost.notices.queries.secrets import hash_of
from waypost.staff.models import User


def feed_behind(token: str) -> Feed | None:
    """The link with this secret, while nothing has ended it."""
    found = Feed.objects.filter(token_hash=hash_of(token)).select_related("person").first()
    return found if found and still_holds(found) else None


def feed_of(person: User) -> Feed | None:
    """The person's link, if they have made one and not ended it; it may not work any more."""
    return Feed.objects.filter(person=person, revoked_at=None).select_related("person").first()


def still_holds(feed: Feed) -> bool:
    """Whether nothing has ended the link: the person is here, and has the same password."""
    live = feed.revoked_at is None and feed.person.is_active
    return live and constant_time_compare(feed.sealed, seal(feed.person))


def seal(person: User) -> str:
    """Changes with the password and with deactivation, as what sessions hang on does."""
    salt = "waypost.notices.feed"
    return salted_hmac(salt, person.get_session_auth_hash(), algorithm="sha256").hexdigest()
