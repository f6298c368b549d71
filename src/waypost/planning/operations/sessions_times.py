"""Finding a time for a planning session: what is proposed, who can come, what is chosen (SES-1)."""

import secrets
from collections.abc import Mapping
from datetime import date, time

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import TeamMember
from waypost.accounts.operations import lock_account, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Recording, Written, record, row_values
from waypost.history.writes import insert
from waypost.notices.operations.reminding import ask_for_times
from waypost.planning.models import Invitee, PlanningSession, SessionSlot, SlotAnswer
from waypost.planning.operations.sessions import State, change, in_state, moment, words_of
from waypost.planning.policies import check_can_take_part
from waypost.planning.queries.answer_links import address_of
from waypost.planning.queries.sessions_mails import silent_in
from waypost.staff.models import User
from waypost.staff.operations import mail

MOST_SLOTS = 20
TOKEN_BYTES = 32


@transaction.atomic
def propose_time(
    *, access: Access, session: PlanningSession, on: date, at: time
) -> Written[SessionSlot]:
    """One more time at which the session could be."""
    check_can_edit_plan(access)
    current = in_state(access, session, State.PLANNED)
    starts_at = moment(on, at)
    if starts_at is None or starts_at <= timezone.now():
        raise ValidationError({"on": _("Enter a day and a time that are to come.")})
    stand = list(current.slots.all())
    found = next((slot for slot in stand if slot.starts_at == starts_at), None)
    if found is not None:
        return Written(found, None)
    if len(stand) >= MOST_SLOTS:
        raise ValidationError({"on": _("Remove a time first: nobody answers to so many.")})
    what = _("Proposed %(time)s for the session") % {"time": words_of(starts_at)}
    slot = SessionSlot(session=current, starts_at=starts_at)
    with writing(access=access, what=what, touches=False) as recording:
        insert(slot)
        recording.created(slot)
    return Written(slot, recording.change_set)


@transaction.atomic
def remove_time(
    *, access: Access, session: PlanningSession, slot: SessionSlot
) -> Written[SessionSlot]:
    check_can_edit_plan(access)
    in_state(access, session, State.PLANNED)
    what = _("No longer proposed: %(time)s") % {"time": words_of(slot.starts_at)}
    with writing(access=access, what=what, touches=False) as recording:
        recording.removed(slot.answers.all())
        recording.removed([slot])
        slot.delete()
    return Written(slot, recording.change_set)


@transaction.atomic
def choose_time(
    *, access: Access, session: PlanningSession, slot: SessionSlot
) -> Written[PlanningSession]:
    """The session is then; calendars that have it are told."""
    check_can_edit_plan(access)
    current = in_state(access, session, State.PLANNED)
    if current.starts_at == slot.starts_at:
        return Written(current, None)
    if slot.starts_at <= timezone.now():
        raise ValidationError(_("This time is over. Choose another one."))
    what = _("The session is on %(time)s") % {"time": words_of(slot.starts_at)}
    with writing(access=access, what=what) as recording:
        change(
            current,
            recording,
            date=timezone.localdate(slot.starts_at),
            starts_at=slot.starts_at,
            calendar_sequence=current.calendar_sequence + 1,
        )
    return Written(current, recording.change_set)


@transaction.atomic
def ask_again(*, access: Access, session: PlanningSession) -> Written[PlanningSession]:
    """Write once more to everybody who has not said when they can come, and was not asked today."""
    check_can_edit_plan(access)
    current = in_state(access, session, State.PLANNED)
    now = timezone.now()
    proposed = current.slots.filter(starts_at__gt=now).exists() and current.date is None
    silent = silent_in(current, timezone.localdate(now)) if proposed else []
    if not silent:
        return Written(current, None)
    words = {"name": silent[0].name, "count": len(silent)}
    what = ngettext(
        "Asked %(name)s again when they can come",
        "Asked %(count)s people again when they can come",
        len(silent),
    )
    # A mail that is out cannot be taken back.
    with record(
        actor=access.user, account=access.account, what=what % words, touches=False, is_final=True
    ) as recording:
        ask_for_times(silent, current.ref, by=access.user, now=now)
    return Written(current, recording.change_set)


def answer_times(
    *, access: Access, session: PlanningSession, answers: Mapping[int, str]
) -> Written[Invitee]:
    """When the person can come, by the keys of the proposed times."""
    check_can_take_part(access)
    own = session.invitees.filter(person__code=access.member_code).first()
    if own is None:
        raise PermissionDenied(_("You are not invited to this session. Ask who plans it."))
    return _answer(own, answers, access.user)


def answer_by_link(*, invitee: Invitee, answers: Mapping[int, str]) -> Written[Invitee]:
    """The same for whoever came by the link that was made for this one person."""
    member = TeamMember.objects.filter(ref=invitee.person, deleted_at=None).first()
    return _answer(invitee, answers, member.user if member else None)


@transaction.atomic
def _answer(invitee: Invitee, answers: Mapping[int, str], actor: User | None) -> Written[Invitee]:
    lock_account(invitee.session.account_id)
    session = PlanningSession.objects.select_for_update().get(pk=invitee.session_id)
    if session.state_on(timezone.localdate()) is not State.PLANNED:
        raise ValidationError(_("This session has its time already."))
    slots = {slot.pk: slot for slot in session.slots.all()}
    stand = {row.slot_id: row for row in invitee.answers.all()}
    wanted = {pk: answer for pk, answer in answers.items() if pk in slots and answer}
    if {pk: row.answer for pk, row in stand.items()} == wanted:
        return Written(invitee, None)
    member = TeamMember.objects.filter(ref=invitee.person).first()
    name = member.name if member else invitee.person.code
    what = _("%(name)s said when they can come to the session") % {"name": name}
    with record(actor=actor, account=session.account, what=what, touches=False) as recording:
        _write_answers(invitee, slots, stand, wanted, recording)
    return Written(invitee, recording.change_set)


def _write_answers(
    invitee: Invitee,
    slots: Mapping[int, SessionSlot],
    stand: Mapping[int, SlotAnswer],
    wanted: Mapping[int, str],
    recording: Recording,
) -> None:
    for pk, slot in slots.items():
        row, answer = stand.get(pk), wanted.get(pk, "")
        if row is None and answer:
            made = SlotAnswer(slot=slot, invitee=invitee, answer=answer)
            insert(made)
            recording.created(made)
        elif row is not None and not answer:
            recording.removed([row])
            row.delete()
        elif row is not None and row.answer != answer:
            before = row_values(row)
            row.answer = answer
            row.save(update_fields=["answer"])
            recording.changed(row, before)


@transaction.atomic
def make_answer_link(
    *, access: Access, session: PlanningSession, invitee: Invitee
) -> tuple[str, bool]:
    """The address at which this one person says when they can; it ends the one made before.

    Whether it went to them by mail; else it is handed over. Only its hash is kept.
    """
    check_can_edit_plan(access)
    in_state(access, session, State.PLANNED)
    member = TeamMember.objects.live().filter(ref=invitee.person).select_related("user").first()
    if member is None:
        raise ValidationError(_("This person is not in the team any more."))
    what = _("Made a link for %(name)s to say when they can come") % {"name": member.name}
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with writing(access=access, what=what, touches=False) as recording:
        before = row_values(invitee)
        invitee.token_hash = Invitee.hash_token(token)
        invitee.save(update_fields=["token_hash"])
        recording.changed(invitee, before)
    address = address_of(token)
    to = member.user.email if member.user and member.user.is_active else ""
    if not (to and settings.MAIL_IS_SENT):
        return address, False
    context = {"account": access.account.name, "asker": access.user.name, "address": address}
    transaction.on_commit(lambda: mail.send(to=to, template="planning/mail/times", context=context))
    return address, True
