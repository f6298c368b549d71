"""Planning sessions that people are invited to: what is so, and what each was told by mail.

The notices in the outbox remember what they told: of an invitation a print of what the calendar
says then, of proposed times the newest of them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from waypost.accounts.models import TeamMember
from waypost.notices.models import Kind, Notice
from waypost.planning.models import Invitee, Participation, PlanningSession, SessionSlot, SlotAnswer

OFF: Final = "off"  # told of somebody whose calendar has it no more
Pair = tuple[int, int]  # two keys
# By session and person the key, and whether they are asked to the customer's part alone.
Invitees = dict[Pair, tuple[int | None, bool]]


@dataclass(slots=True)
class Told:
    """What somebody was told of a session: ``entry`` is what their calendar has, ``slot`` the
    newest time that they were asked about. ``mails`` counts them all, ``waiting`` are on their way.
    """

    entry: str = ""
    slot: int = 0
    mails: Counter[str] = field(default_factory=Counter)
    waiting: set[str] = field(default_factory=set)


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How one person stands to one session. ``entry`` is what their calendar should have, ``slot``
    the newest time to come that they have not answered to; ``invitee`` who they are there."""

    user: int
    session: PlanningSession
    is_in_team: bool
    is_invited: bool
    invitee: int | None
    customer_part_only: bool
    entry: str
    slot: int
    told: Told

    @property
    def lacks_entry(self) -> bool:
        """Whether the calendar is to be told something: a cancellation where it has the session."""
        return self.entry != (self.told.entry if self.told.entry != OFF else "")

    @property
    def lacks_times(self) -> bool:
        return self.slot > self.told.slot


def current_sessions(now: datetime) -> QuerySet[PlanningSession]:
    """Those that nobody has opened yet and that are not over, called off or not."""
    today = timezone.localdate(now)
    undated = Q(starts_at=None, date=None) | Q(starts_at=None, date__gte=today)
    sessions = PlanningSession.objects.filter(opened_at=None, closed_at=None)
    return sessions.filter(Q(starts_at__gt=now) | undated)


def standings(
    users: Collection[int], sessions: QuerySet[PlanningSession], now: datetime
) -> Iterator[Standing]:
    """Everybody of these who is invited, or was told that they are; seven queries, and one where
    there is no session."""
    related = ("ref", "account", "led_by__user")
    found = {row.pk: row for row in sessions.select_related(*related)}
    if not found:
        return
    invitees = _invitees(found)
    places = TeamMember.objects.live().filter(
        account__in={row.account_id for row in found.values()},
        account__deleted_at=None,
        user__in=users,
    )
    team = {(user, account): ref for user, account, ref in places.values_list(*PLACE)}
    unanswered = _unanswered(found, invitees, now)
    told = told_of(users, {row.ref_id for row in found.values()})
    for row in found.values():
        in_team = {user: ref for (user, account), ref in team.items() if account == row.account_id}
        asked = {user for user, ref in in_team.items() if (row.pk, ref) in invitees}
        for user in sorted(asked | {one for one, ref in told if ref == row.ref_id}):
            invitee, part_only = invitees.get((row.pk, in_team.get(user, 0)), (None, False))
            is_asked = user in asked
            yield Standing(
                user=user,
                session=row,
                is_in_team=user in in_team,
                is_invited=is_asked,
                invitee=invitee,
                customer_part_only=part_only,
                entry=_entry(row, part_only, now) if is_asked else "",
                slot=unanswered.get(invitee, 0),
                told=told[user, row.ref_id],
            )


PLACE: Final = ("user", "account", "ref")


def told_of(users: Collection[int], sessions: Collection[int]) -> Mapping[Pair, Told]:
    """What these were told, by user and id of the session; one query."""
    found: dict[Pair, Told] = defaultdict(Told)
    notices = Notice.objects.filter(
        person__in=users, about__in=sessions, kind__in=(Kind.INVITE, Kind.TIMES)
    )
    for row in notices.order_by("pk"):
        one = found[row.person_id, row.about_id or 0]
        one.mails[row.kind] += 1
        # Where no mail can be sent to at all, none is tried for ever.
        if row.settled_at is None or row.outcome == Notice.Outcome.GIVEN_UP:
            one.waiting.add(row.kind)
        if row.told and row.kind == Kind.INVITE:
            one.entry = row.told
        elif row.told:
            one.slot = max(one.slot, int(row.told))
    return found


def _invitees(sessions: Collection[int]) -> Invitees:
    """By session and person; those whom a plan file names have no place at which they answer."""
    there = Participation.objects.filter(session__in=sessions)
    named: Invitees = dict.fromkeys(there.values_list("session", "participant"), (None, False))
    rows = Invitee.objects.filter(session__in=sessions)
    facts = rows.values_list("session", "person", "pk", "customer_part_only")
    return {**named, **{(session, person): (pk, only) for session, person, pk, only in facts}}


def _unanswered(
    sessions: Mapping[int, PlanningSession], invitees: Invitees, now: datetime
) -> dict[int | None, int]:
    """The newest proposed time to come that an invitee has not answered to; two queries."""
    seeking = {pk for pk, row in sessions.items() if is_seeking(row)}
    slots = SessionSlot.objects.filter(session__in=seeking, starts_at__gt=now)
    proposed: dict[int, set[int]] = defaultdict(set)
    for pk, session in slots.values_list("pk", "session"):
        proposed[session].add(pk)
    answers = SlotAnswer.objects.filter(slot__session__in=seeking)
    said = set(answers.values_list("invitee", "slot"))
    return {
        invitee: max((pk for pk in proposed[session] if (invitee, pk) not in said), default=0)
        for (session, _person), (invitee, _part_only) in invitees.items()
        if invitee
    }


def is_seeking(session: PlanningSession) -> bool:
    """Whether a time is still being looked for."""
    return session.date is None and not (session.deleted_at or session.called_off_at)


def _entry(row: PlanningSession, part_only: bool, now: datetime) -> str:
    """A print of what the calendar of somebody who is invited says; empty where it says nothing."""
    if row.deleted_at or row.called_off_at or row.account.deleted_at:
        return ""
    if row.starts_at is None or row.starts_at <= now:
        return ""
    said = (row.starts_at.timestamp(), row.minutes, row.purpose, row.place, part_only)
    return sha256(repr(said).encode()).hexdigest()[:32]
