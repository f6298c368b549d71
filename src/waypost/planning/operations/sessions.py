"""A planning session: planned, moved, called off (SES-1)."""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import TeamMember
from waypost.accounts.operations import lock, lock_account, new_ref, save_row, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import team_of
from waypost.history.operations import Recording, Written, row_values
from waypost.history.writes import insert
from waypost.method.shape import Kind
from waypost.method.team import Function
from waypost.planning.models import Invitee, Participation, PlanningSession
from waypost.planning.queries.sessions_people import function_in
from waypost.ui.formats import excerpt, short_date

State = PlanningSession.State


@transaction.atomic
def plan_session(
    *,
    access: Access,
    purpose: str,
    on: date | None,
    at: time | None,
    minutes: int | None,
    place: str,
    led_by: str,
) -> Written[PlanningSession]:
    """A session on a day, or without one: then a time is found together.

    Everybody in the team is invited (SES-2), second-level management to the customer's part alone
    (SES-4).
    """
    check_can_edit_plan(access)
    starts_at = moment(on, at)
    _check_to_come(on)
    what = _("Planned the session “%(purpose)s”") % {"purpose": named(purpose)}
    with writing(access=access, what=what) as recording:
        session = PlanningSession(
            account=access.account,
            ref=new_ref(access.account, Kind.SESSION, recording),
            purpose=purpose,
            date=on,
            starts_at=starts_at,
            minutes=minutes,
            place=place,
            led_by=member_of(access, led_by),
        )
        insert(session)
        recording.created(session)
        for member in team_of(access.account):
            second_level = function_in(member) is Function.SENIOR
            row = Invitee(session=session, person=member.ref, customer_part_only=second_level)
            insert(row)
            recording.created(row)
            if not second_level:
                expected = Participation(session=session, participant=member.ref)
                insert(expected)
                recording.created(expected)
    return Written(session, recording.change_set)


@transaction.atomic
def change_session(
    *, access: Access, session: PlanningSession, version: int, led_by: str, **values: Any
) -> Written[PlanningSession]:
    """Change these values of a session that is to come; may raise StaleError.

    Calendars that have it are told by the next number in the row.
    """
    check_can_edit_plan(access)
    current = in_state(access, session, State.PLANNED)
    on, at = values.pop("on"), values.pop("at")
    columns = {**values, "date": on, "starts_at": moment(on, at)}
    if on != current.date:
        _check_to_come(on)
    if any(getattr(current, name) != value for name, value in columns.items()):
        columns["calendar_sequence"] = current.calendar_sequence + 1
    columns["led_by"] = member_of(access, led_by)
    what = _("Changed the session “%(purpose)s”") % {"purpose": named(values["purpose"])}
    return save_row(session, access=access, version=version, what=what, values=columns)


@transaction.atomic
def call_off_session(
    *, access: Access, session: PlanningSession, why: str
) -> Written[PlanningSession]:
    """It does not take place; calendars that have it are told."""
    check_can_edit_plan(access)
    if state_of(lock_session(access, session)) is State.CALLED_OFF:
        return Written(session, None)
    current = in_state(access, session, State.PLANNED)
    what = _("Called off the session “%(purpose)s”") % {"purpose": named(current.purpose)}
    with writing(access=access, what=what) as recording:
        sequence = current.calendar_sequence + 1
        columns = {"called_off_at": timezone.now(), "called_off_why": why}
        change(current, recording, **columns, calendar_sequence=sequence)
    return Written(current, recording.change_set)


def lock_session(access: Access, session: PlanningSession) -> PlanningSession:
    """The session as it stands now, held until the transaction ends."""
    lock_account(access.account.pk)
    return lock(session)


def in_state(access: Access, session: PlanningSession, *states: State) -> PlanningSession:
    """The same where it is in one of these states; ValidationError with what stands against it."""
    current = lock_session(access, session)
    found = state_of(current)
    if found not in states:
        raise ValidationError(REFUSED[found]())
    return current


def state_of(session: PlanningSession) -> PlanningSession.State:
    return session.state_on(timezone.localdate())


REFUSED = {
    State.PLANNED: lambda: _("This session has not been opened yet."),
    State.OPEN: lambda: _("This session is under way."),
    State.CLOSED: lambda: _("This session is over. What it said stays; put right who was there."),
    State.CALLED_OFF: lambda: _("This session was called off."),
}


def change(row: models.Model, recording: Recording, **values: Any) -> None:
    """Write these columns of a row that is held, counting its version where it has one."""
    before = row_values(row)
    for name, value in values.items():
        setattr(row, name, value)
    if row_values(row) == before:
        return
    if "version" in before:
        values["version"] = before["version"] + 1
        row.version = values["version"]  # type: ignore[attr-defined]  # not every model has one
    row.save(update_fields=list(values))
    recording.changed(row, before)


def member_of(access: Access, code: str) -> TeamMember | None:
    """One of us by the id; None for nobody."""
    members = TeamMember.objects.live().filter(account=access.account)
    return members.filter(ref__code=code).first() if code else None


def named(purpose: str) -> str:
    """What a session is called, as far as the history quotes it."""
    return excerpt(purpose) if purpose else _("Planning session")


def moment(on: date | None, at: time | None) -> datetime | None:
    """The day and the hour where the person is; ValidationError where a clock skips that hour."""
    if on is None or at is None:
        return None
    return from_current_timezone(datetime.combine(on, at))


def _check_to_come(on: date | None) -> None:
    if on is not None and on < timezone.localdate():
        raise ValidationError({"on": _("Enter today or a later day.")})


def words_of(moment_: datetime) -> str:
    """8 Dec, 14:00."""
    here = timezone.localtime(moment_)
    words = {"day": short_date(here.date(), timezone.localdate()), "time": f"{here:%H:%M}"}
    # Translators: a day and a time, such as 8 Dec, 14:00
    return _("%(day)s, %(time)s") % words
