"""Who is invited to a planning session, who is there, who speaks for the customer (SES-2 to 5)."""

from collections.abc import Collection, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.accounts.operations import writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import team_of
from waypost.contacts.models import Contact
from waypost.history.operations import Recording, Written
from waypost.history.stale import StaleError
from waypost.history.writes import insert
from waypost.method.shape import Kind
from waypost.method.team import Function
from waypost.planning.models import Invitee, Participation, PlanningSession
from waypost.planning.operations.sessions import State, change, in_state, member_of
from waypost.planning.queries.sessions_people import function_in, managers_of
from waypost.plans.queries.wording import names

Codes = Collection[str]
# Whether second-level management left before the team planned, as forms say it.
LEFT = {"": None, "yes": True, "no": False}


@transaction.atomic
def invite_people(
    *,
    access: Access,
    session: PlanningSession,
    people: Codes,
    stood: Codes = (),
    speaker: str = "",
    asked: str = "",
) -> Written[PlanningSession]:
    """These of us are invited where those ``stood`` before; the ``speaker`` of the customer by id
    where somebody else was ``asked`` before.

    What somebody else has changed meanwhile stays.
    """
    check_can_edit_plan(access)
    current = in_state(access, session, State.PLANNED)
    rows = {row.person.code: row for row in current.invitees.select_related("person")}
    invited = set(rows) or _there(current)
    wanted = invited - (set(stood) - set(people)) | (set(people) - set(stood))
    contact = current.opened_by if speaker == asked else contact_of(access, speaker)
    if wanted == invited and contact == current.opened_by:
        return Written(current, None)
    what = _("Changed who is invited to the session")
    with writing(access=access, what=what) as recording:
        gone = [row for code, row in rows.items() if code not in wanted]
        recording.removed(gone)
        for row in gone:
            row.delete()
        expected = set()
        for member in team_of(access.account):
            code = member.ref.code
            second_level = function_in(member) is Function.SENIOR
            if code not in wanted:
                continue
            if not second_level:
                expected.add(code)
            if code not in rows:
                made = Invitee(session=current, person=member.ref, customer_part_only=second_level)
                insert(made)
                recording.created(made)
        set_participants(access, current, expected, recording)
        columns: dict[str, Any] = {"opened_by": contact}
        if wanted != invited:  # who comes back after a cancellation has to be told something newer
            columns["calendar_sequence"] = current.calendar_sequence + 1
        change(current, recording, **columns)
    return Written(current, recording.change_set)


@transaction.atomic
def open_session(
    *,
    access: Access,
    session: PlanningSession,
    there: Codes,
    speaker: str = "",
    second_level: str = "",
) -> Written[PlanningSession]:
    """It begins, with these of us; never without the first-line manager (SES-3).

    Of second-level management one may hear the customer, and is asked later whether they left.
    """
    check_can_edit_plan(access)
    current = in_state(access, session, State.PLANNED, State.OPEN)
    if current.opened_at:
        return Written(current, None)
    check_manager_is_there(access, there)
    guest = member_of(access, second_level)
    own = member_of(access, access.member_code or "")
    with writing(access=access, what=_("Opened the planning session")) as recording:
        set_participants(access, current, there, recording)
        change(
            current,
            recording,
            opened_at=timezone.now(),
            date=timezone.localdate(),
            first_line_manager_present=True,
            led_by=current.led_by or own,
            opened_by=contact_of(access, speaker) or current.opened_by,
            second_level=guest,
            second_level_attended_customer_part=guest is not None,
            second_level_left_after=None,
        )
    return Written(current, recording.change_set)


@transaction.atomic
def note_presence(
    *, access: Access, session: PlanningSession, there: Codes, stood: Codes = ()
) -> Written[PlanningSession]:
    """Somebody came later, or has gone; the first-line manager stays (SES-3)."""
    check_can_edit_plan(access)
    current = in_state(access, session, State.OPEN)
    before = _there(current)
    wanted = before - (set(stood) - set(there)) | (set(there) - set(stood))
    if wanted == before:
        return Written(current, None)
    check_manager_is_there(access, wanted)
    with writing(access=access, what=_("Noted who is at the session")) as recording:
        set_participants(access, current, wanted, recording)
    return Written(current, recording.change_set)


@transaction.atomic
def note_customer_part(
    *,
    access: Access,
    session: PlanningSession,
    version: int,
    speaker: str,
    note: str,
    second_level: str,
    left: str,
) -> Written[PlanningSession]:
    """Who spoke for the customer and what they said; whether second-level management left.

    May raise StaleError.
    """
    check_can_edit_plan(access)
    current = in_state(access, session, State.OPEN)
    guest = member_of(access, second_level)
    columns: dict[str, Any] = {
        "opened_by": contact_of(access, speaker),
        "opening_note": note,
        "second_level": guest,
        "second_level_attended_customer_part": guest is not None,
        "second_level_left_after": LEFT[left] if guest else None,
    }
    if all(getattr(current, name) == value for name, value in columns.items()):
        return Written(current, None)
    if current.version != version:
        raise StaleError(current)
    with writing(access=access, what=_("Noted what the customer said at the session")) as recording:
        change(current, recording, **columns)
    return Written(current, recording.change_set)


def check_manager_is_there(access: Access, there: Codes) -> None:
    """ValidationError where no first-line manager is among them (SES-3)."""
    managers = managers_of(access.account)
    if not managers:
        raise ValidationError(
            {
                "there": _(
                    "The team has no first-line manager. Add the manager to the team: without "
                    "somebody who keeps the team honest there is no planning session."
                )
            }
        )
    if not any(one.ref.code in there for one in managers):
        who = {"name": names(one.name for one in managers)}
        raise ValidationError(
            {
                "there": _(
                    "%(name)s is not there. The first-line manager keeps the team honest: without "
                    "the manager the session cannot take place. Wait, or move it."
                )
                % who
            }
        )


def set_participants(
    access: Access,
    session: PlanningSession,
    codes: Iterable[str],
    recording: Recording,
    kinds: tuple[Kind, ...] = (Kind.MEMBER,),
) -> None:
    """Let those of these kinds who take part be exactly these; who has left the team stays."""
    wanted = set(codes)
    stand = {
        row.participant.code: row
        for row in session.participations.filter(
            participant__kind__in=kinds, participant__retired_at=None
        ).select_related("participant")
    }
    gone = [row for code, row in stand.items() if code not in wanted]
    recording.removed(gone)
    for row in gone:
        row.delete()
    people = Ref.objects.filter(account=access.account, retired_at=None, kind__in=kinds)
    for ref in people.filter(code__in=wanted - set(stand)).order_by("pk"):
        made = Participation(session=session, participant=ref)
        insert(made)
        recording.created(made)


def _there(session: PlanningSession) -> set[str]:
    rows = session.participations.filter(participant__kind=Kind.MEMBER)
    return set(rows.values_list("participant__code", flat=True))


def contact_of(access: Access, code: str) -> Contact | None:
    contacts = Contact.objects.live().filter(account=access.account)
    return contacts.filter(ref__code=code).first() if code else None
