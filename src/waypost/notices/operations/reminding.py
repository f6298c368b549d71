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
    occasion = ask_key(about.pk, timezone.localdate(now))
    note(
        Notice(
            person_id=member.user_id,
            kind=Kind.ASK,
            occasion=occasion,
            account_id=about.account_id,
            about=about,
            by=by,
            due_at=now,
        )
        for member in members
        if member.user_id
    )
