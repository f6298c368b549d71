"""Reminding people of what is asked of them: a mail, once a day for each thing."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from waypost.accounts.models import Ref, TeamMember
from waypost.notices.models import Kind, Notice
from waypost.notices.operations.outbox import note
from waypost.notices.queries.moments import ask_key
from waypost.staff.models import User


def remind(members: Iterable[TeamMember], about: Ref, *, by: User, now: datetime) -> None:
    """Write to these members now about a strategy or an objective; those without a log-in are
    left out."""
    _ask(Kind.ASK, ask_key(about.pk, timezone.localdate(now)), members, about, by, now)


def ask_for_times(members: Iterable[TeamMember], about: Ref, *, by: User, now: datetime) -> None:
    """The same about when they can come to a planning session."""
    occasion = f"times:{about.pk}:again:{timezone.localdate(now)}"
    _ask(Kind.TIMES, occasion, members, about, by, now)


def _ask(
    kind: Kind, occasion: str, members: Iterable[TeamMember], about: Ref, by: User, now: datetime
) -> None:
    note(
        Notice(
            person_id=member.user_id,
            kind=kind,
            occasion=occasion,
            account_id=about.account_id,
            about=about,
            by=by,
            due_at=now,
        )
        for member in members
        if member.user_id
    )
