"""Planning sessions as the people see them who are to come."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from django.db.models import QuerySet

from waypost.accounts.models import TeamMember
from waypost.planning.models import Invitee, Participation, PlanningSession


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """One session for one person; without ``starts_at`` the day alone is known."""

    user: int
    ref: int
    code: str
    account: int
    account_name: str
    purpose: str
    place: str
    on: date
    starts_at: datetime | None
    lasts: timedelta
    sequence: int


def planned_sessions() -> QuerySet[PlanningSession]:
    """Those with a day that nobody has opened, held or called off."""
    live = PlanningSession.objects.live().filter(date__isnull=False, account__deleted_at=None)
    return live.filter(opened_at=None, closed_at=None, called_off_at=None)


def sessions_for(users: Collection[int], sessions: QuerySet[PlanningSession]) -> Iterator[Coming]:
    """These sessions once for each of the people who is asked to come; four queries."""
    found = {row.pk: row for row in sessions.select_related("ref", "account")}
    invited = Invitee.objects.filter(session__in=found).values_list("session", "person")
    there = Participation.objects.filter(session__in=found).values_list("session", "participant")
    asked = set(chain(invited, there))
    places = TeamMember.objects.live().filter(ref__in={ref for _, ref in asked}, user__in=users)
    user_at = dict(places.values_list("ref", "user"))
    for session, ref in sorted(asked):
        if user := user_at.get(ref):
            yield _coming(found[session], user)


def _coming(row: PlanningSession, user: int) -> Coming:
    return Coming(
        user=user,
        ref=row.ref_id,
        code=row.ref.code,
        account=row.account_id,
        account_name=row.account.name,
        purpose=row.purpose,
        place=row.place,
        on=row.date or date.max,
        starts_at=row.starts_at,
        lasts=timedelta(minutes=row.minutes or 60),
        sequence=row.calendar_sequence,
    )
