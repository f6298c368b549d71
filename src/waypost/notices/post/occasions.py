"""What there is to write about: one notice a person and occasion, noted however often one looks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from waypost.accounts.models import TeamMember
from waypost.notices.models import Kind, MailChoices, Notice
from waypost.notices.operations.outbox import note
from waypost.notices.queries.choices import choices_of
from waypost.notices.queries.invitations import current_sessions, standings
from waypost.notices.queries.moments import (
    ask_key,
    mail_day,
    moment,
    week_of,
    weekly_day,
    zone_of,
)
from waypost.notices.queries.sessions import planned_sessions, sessions_for
from waypost.portfolio.my_week.asks import RUNNERS, reviewed_accounts, unanswered
from waypost.portfolio.my_week.places import EDITORS
from waypost.staff.models import User

BEFORE_REVIEW: Final = timedelta(days=2)
BEFORE_SESSION: Final = timedelta(days=1)
# What is older when it is found is no news: a plan that was just read in, a server long off.
NEWS: Final = timedelta(days=14)
# So long somebody who plans a session may change it again before anybody is written to.
SECOND_THOUGHTS: Final = {Kind.INVITE: timedelta(minutes=5), Kind.TIMES: timedelta(minutes=10)}
A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Somebody who gets mails, and the last day on which theirs were due."""

    person: User
    choices: MailChoices
    zone: tzinfo
    day: date

    def due(self, kind: Kind, occasion: str, on: date, **about: int | None) -> Notice | None:
        """A notice of what they want to hear of, due at their hour of the day."""
        if not self.choices.wants(kind):
            return None
        at = moment(on, self.choices.hour, self.zone)
        return Notice(person=self.person, kind=kind, occasion=occasion, due_at=at, **about)


def note_occasions(now: datetime) -> None:
    """Note what has come up by now; sixteen queries however many people and accounts there are."""
    people = readers(now)
    found = [notice for notice in _all(people, now) if notice is not None]
    since = now - NEWS - 2 * A_DAY
    known = set(Notice.objects.filter(due_at__gte=since).values_list("person", "occasion"))
    note(notice for notice in found if (notice.person_id, notice.occasion) not in known)


def readers(now: datetime) -> dict[int, Reader]:
    """Everybody who can sign in; the people of the sample have no mailboxes."""
    people = User.objects.active().filter(is_sample=False).select_related("mail_choices")
    return {person.pk: _reader(person, now) for person in people}


def _reader(person: User, now: datetime) -> Reader:
    choices, zone = choices_of(person), zone_of(person)
    return Reader(person=person, choices=choices, zone=zone, day=mail_day(now, choices.hour, zone))


def _all(people: Mapping[int, Reader], now: datetime) -> Iterator[Notice | None]:
    yield from map(_week, people.values())
    today = now.date()
    yield from _reviews(people, today)
    yield from _asks(people, today)
    yield from _sessions(people, today)
    yield from _invitations(people, now)


def _week(reader: Reader) -> Notice | None:
    """Not before the first week of somebody new is over."""
    on = weekly_day(reader.day, reader.choices.weekday)
    if on is None or moment(on, reader.choices.hour, reader.zone) < reader.person.created_at:
        return None
    return reader.due(Kind.WEEK, f"week:{week_of(on)}", on)


def _reviews(people: Mapping[int, Reader], today: date) -> Iterator[Notice | None]:
    """Two days before a review, and when it was missed: to whoever runs them."""
    between = (today - NEWS - A_DAY, today + BEFORE_REVIEW + A_DAY)
    accounts = reviewed_accounts().filter(summary__next_review__range=between)
    places = TeamMember.objects.live().filter(account__in=accounts, user__in=people.keys())
    rows = places.filter(access_role__in=sorted(RUNNERS))
    for user, account, on in rows.values_list("user", "account", "account__summary__next_review"):
        reader = people[user]
        key = f"review:{account}:{on}"
        if on is None:  # no review day, and it is not in between either
            continue
        if on - BEFORE_REVIEW <= reader.day <= on:
            yield reader.due(Kind.REVIEW, f"{key}:soon", on - BEFORE_REVIEW, account_id=account)
        elif on < reader.day <= on + NEWS:
            yield reader.due(Kind.REVIEW, f"{key}:missed", on + A_DAY, account_id=account)


def _asks(people: Mapping[int, Reader], today: date) -> Iterator[Notice | None]:
    """A strategy that somebody was told of, the first time after that when their mails are due."""
    news = unanswered().filter(told__range=(today - NEWS, today + A_DAY))
    rows = news.filter(
        member__deleted_at=None,
        member__account__deleted_at=None,
        member__access_role__in=sorted(EDITORS),
        member__user__in=people.keys(),
    )
    about = ("member__user", "strategy__account", "strategy__ref", "told")
    for user, account, ref, told in rows.values_list(*about):
        reader = people[user]
        if told <= reader.day:
            occasion = ask_key(ref, told)
            yield reader.due(Kind.ASK, occasion, told, account_id=account, about_id=ref)


def _sessions(people: Mapping[int, Reader], today: date) -> Iterator[Notice | None]:
    """The day before a session, to everybody who is to come; once more where it was moved."""
    between = (today - A_DAY, today + BEFORE_SESSION + A_DAY)
    for found in sessions_for(people.keys(), planned_sessions().filter(date__range=between)):
        reader = people[found.user]
        on = found.starts_at.astimezone(reader.zone).date() if found.starts_at else found.on
        if on - BEFORE_SESSION <= reader.day <= on:
            about = {"account_id": found.account, "about_id": found.ref}
            occasion = f"session:{found.ref}:{found.starts_at or on:%Y-%m-%dT%H%M}"
            yield reader.due(Kind.SESSION, occasion, on - BEFORE_SESSION, **about)


def _invitations(people: Mapping[int, Reader], now: datetime) -> Iterator[Notice]:
    """Times that somebody has not answered to, and what their calendar is to be told."""
    for found in standings(people.keys(), current_sessions(now), now):
        asked = {Kind.INVITE: found.lacks_entry, Kind.TIMES: found.lacks_times}
        for kind, is_due in asked.items():
            wanted = people[found.user].choices.wants(kind)
            if is_due and wanted and kind not in found.told.waiting:
                yield Notice(
                    person=people[found.user].person,
                    kind=kind,
                    occasion=f"{kind}:{found.session.ref_id}:{found.told.mails[kind]}",
                    account=found.session.account,
                    about=found.session.ref,
                    due_at=now + SECOND_THOUGHTS[kind],
                )
