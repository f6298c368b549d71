"""The outbox: each occasion is noted once, and one worker at a time has it (TRUST.md, R7).

Whoever wants to send writes itself in, with a lease. A worker that dies before the mail is out
loses nothing: the lease ends and somebody else sends. One that dies between sending and settling
leaves a mail that goes out once more, which no outbox can help.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from django.db.models import F, Q

from waypost.notices.models import Kind, Notice, NoticeQuerySet
from waypost.notices.queries.secrets import hash_of, new_secret
from waypost.staff.models import User

LEASE: Final = timedelta(minutes=10)
FIRST_PAUSE: Final = timedelta(minutes=5)  # after the first attempt that failed, then twice as long
LONGEST_PAUSE: Final = timedelta(hours=6)
MOST_ATTEMPTS: Final = 18  # the last one after about three days
ALONE: Final = frozenset({Kind.INVITE, Kind.TIMES})  # a mail for each thing they are about
KEPT: Final = timedelta(days=400)  # as long the links in the mails work


class LeaseLostError(Exception):
    """The lease ended before the mail went out, and somebody else has the notices by now."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Notices for one person, to be sent in one mail by whoever holds the lease."""

    lease: UUID
    notices: Sequence[Notice]

    @property
    def person(self) -> User:
        return self.notices[0].person


def note(notices: Iterable[Notice]) -> None:
    """Put these into the outbox, without those that are there already."""
    Notice.objects.bulk_create(notices, ignore_conflicts=True)


def due(now: datetime) -> dict[int, set[tuple[str, int | None]]]:
    """The people who are to be written to now, of what kinds of things, and about which part of a
    plan where that has a mail of its own."""
    found: dict[int, set[tuple[str, int | None]]] = {}
    free = _free(now).order_by("person").values_list("person", "kind", "about").distinct()
    for person, kind, about in free:
        found.setdefault(person, set()).add((kind, about if kind in ALONE else None))
    return found


def claim(
    person: int, kinds: Sequence[str], now: datetime, *, about: int | None = None
) -> Claim | None:
    """Hold what is due to the person of these kinds, the first of which the mail is about, or of
    that about one part; None where somebody else was faster."""
    lease = uuid4()
    mine = _free(now).filter(person=person, kind__in=kinds)
    if about is not None:
        mine = mine.filter(about=about)
    if not mine.update(lease=lease, leased_until=now + LEASE, attempts=F("attempts") + 1):
        return None
    found = Notice.objects.open().filter(lease=lease).order_by("pk")
    notices = list(found.select_related("person__mail_choices", "about", "by"))
    held = Claim(lease, sorted(notices, key=lambda notice: notice.kind != kinds[0]))
    if held.notices[0].kind == kinds[0]:
        return held
    # Somebody else has what it is about, and this came up meanwhile.
    _held(held).update(lease=None, leased_until=None)
    return None


def give_link(claim: Claim) -> str:
    """A fresh secret for the mail, by which its reader can turn such mails off.

    Raises LeaseLostError; after that the mail must not go out.
    """
    secret = new_secret()
    if not _held(claim).filter(pk=claim.notices[0].pk).update(token_hash=hash_of(secret)):
        raise LeaseLostError
    return secret


def settle(claim: Claim, outcome: Notice.Outcome, now: datetime, *, told: str = "") -> None:
    """The mail is out, or there was nothing to say; ``told`` is what it said of a session."""
    _held(claim).update(settled_at=now, outcome=outcome, told=told, lease=None, leased_until=None)


def postpone(claim: Claim, now: datetime) -> bool:
    """Try again later, each time after a longer while; False where it is given up."""
    failed = Notice.Outcome.GIVEN_UP
    hopeless = _held(claim).filter(attempts__gte=MOST_ATTEMPTS)
    given_up = hopeless.update(settled_at=now, outcome=failed)
    attempts = max(notice.attempts for notice in claim.notices)
    pause = min(FIRST_PAUSE * 2 ** min(attempts - 1, 10), LONGEST_PAUSE)
    _held(claim).update(lease=None, leased_until=now + pause)
    return not given_up


def forget(now: datetime) -> None:
    """Notices of long ago."""
    Notice.objects.filter(settled_at__lt=now - KEPT).delete()


def _free(now: datetime) -> NoticeQuerySet:
    """Due, and in nobody's hands."""
    free = Q(leased_until=None) | Q(leased_until__lte=now)
    return Notice.objects.open().filter(free, due_at__lte=now)


def _held(claim: Claim) -> NoticeQuerySet:
    return Notice.objects.open().filter(lease=claim.lease)
