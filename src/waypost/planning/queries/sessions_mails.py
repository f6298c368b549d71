"""Whom Waypost wrote to about a planning session and when, and who gets no mail and why."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import TeamMember
from waypost.notices.models import Kind, Notice
from waypost.notices.queries.choices import choices_of
from waypost.planning.models import PlanningSession
from waypost.planning.queries.sessions_people import People
from waypost.plans.queries.wording import names
from waypost.ui.formats import short_date

Outcome = Notice.Outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class Mails:
    """``said`` is the last that went to each, by id; ``without`` names who gets none and why.

    ``again`` are those without an answer who can be written to once more today. Where ``are_sent``
    is False there is no mail server.
    """

    are_sent: bool
    said: Mapping[str, str]
    without: str
    again: tuple[str, ...]


def mails_of(
    session: PlanningSession, invited: Collection[str], silent: Collection[str], today: date
) -> Mails:
    """``silent`` are the invited without an answer; two queries."""
    members = [one for one in members_of(session) if one.ref.code in invited]
    notices = _notices_of(session)
    return Mails(
        are_sent=settings.MAIL_IS_SENT,
        said={one.ref.code: _said(notices.get(one.user_id or 0, ()), today) for one in members},
        without=names(f"{one.name} ({why})" for one in members if (why := why_not(one))),
        again=tuple(
            one.ref.code
            for one in members
            if one.ref.code in silent and can_be_asked(one, notices, today)
        ),
    )


def with_mails(people: People, mails: Mails) -> People:
    """The same people with what each was written."""
    said = (replace(one, mail=mails.said.get(one.code, "")) for one in people.guests)
    return replace(people, guests=tuple(said))


def silent_in(session: PlanningSession, today: date) -> list[TeamMember]:
    """Those who were asked when they can come, have said nothing, and can be asked once more."""
    asked = session.invitees.filter(answers=None).values_list("person", flat=True)
    silent, notices = set(asked), _notices_of(session)
    members = [one for one in members_of(session) if one.ref_id in silent]
    return [one for one in members if can_be_asked(one, notices, today)]


def members_of(session: PlanningSession) -> list[TeamMember]:
    team = TeamMember.objects.live().filter(account=session.account_id).order_by("pk")
    return list(team.select_related("ref", "user__mail_choices"))


def why_not(member: TeamMember) -> str:
    """Why somebody gets no mail; empty where nothing stands against it."""
    if member.user is None:
        return _("no log-in")
    if not member.user.is_active:
        return _("cannot sign in any more")
    if member.user.is_sample:
        return _("of the sample")
    return "" if choices_of(member.user).wants(Kind.TIMES) else _("turned these mails off")


def can_be_asked(member: TeamMember, notices: Mapping[int, Sequence[Notice]], today: date) -> bool:
    """Once a day, by whoever or by the calendar."""
    asked = [one for one in notices.get(member.user_id or 0, ()) if one.kind == Kind.TIMES]
    is_new = all(timezone.localdate(one.due_at) < today for one in asked)
    return settings.MAIL_IS_SENT and is_new and not why_not(member)


def _notices_of(session: PlanningSession) -> dict[int, list[Notice]]:
    found: dict[int, list[Notice]] = {}
    rows = Notice.objects.filter(about=session.ref_id, kind__in=(Kind.TIMES, Kind.INVITE))
    for row in rows.order_by("pk"):
        found.setdefault(row.person_id, []).append(row)
    return found


def _said(notices: Sequence[Notice], today: date) -> str:
    return next(_words(notices, today), "")


def _words(notices: Sequence[Notice], today: date) -> Iterator[str]:
    for one in reversed(notices):
        if one.settled_at and one.outcome == Outcome.SENT:
            invited = one.kind == Kind.INVITE
            words = _("invited by mail %(when)s") if invited else _("asked by mail %(when)s")
            yield words % {"when": _when(one.settled_at, today)}
        elif one.outcome == Outcome.GIVEN_UP:
            yield _("a mail could not be sent")


def _when(at: datetime, today: date) -> str:
    here = timezone.localtime(at)
    return f"{short_date(here.date(), today)}, {here:%H:%M}"
