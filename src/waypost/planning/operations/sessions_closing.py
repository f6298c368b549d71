"""What a planning session decides, how it ends, and how its record is put right (SES-1)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.accounts.operations import save_row, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Written
from waypost.history.stale import StaleError
from waypost.history.writes import insert
from waypost.method.month import Month
from waypost.method.shape import Kind
from waypost.planning.models import PlanningSession, SessionDecision
from waypost.planning.operations.sessions import State, change, in_state, member_of
from waypost.planning.operations.sessions_people import LEFT, contact_of, set_participants
from waypost.planning.queries.sessions_closing import (
    gaps_of_rounds,
    gaps_of_session,
    waiting_rounds,
)
from waypost.planning.queries.sessions_people import managers_of
from waypost.plans.models import Action
from waypost.plans.operations.actions import add_action
from waypost.ui.formats import excerpt


@transaction.atomic
def add_decision(
    *, access: Access, session: PlanningSession, words: str, part: str = ""
) -> Written[SessionDecision]:
    """Write down what was decided; ``part`` is what it became in the plan."""
    check_can_edit_plan(access)
    current = in_state(access, session, State.OPEN)
    what = _("Decided: %(words)s") % {"words": excerpt(words)}
    ref = Ref.objects.filter(account=access.account, code=part, retired_at=None).first()
    row = SessionDecision(session=current, words=words, part=ref)
    with writing(access=access, what=what) as recording:
        insert(row)
        recording.created(row)
    return Written(row, recording.change_set)


@transaction.atomic
def remove_decision(
    *, access: Access, session: PlanningSession, decision: SessionDecision
) -> Written[SessionDecision]:
    """It was not decided; what it became in the plan stays there."""
    check_can_edit_plan(access)
    in_state(access, session, State.OPEN)
    what = _("No longer decided: %(words)s") % {"words": excerpt(decision.words)}
    with writing(access=access, what=what) as recording:
        recording.removed(decision.authors.all())
        recording.removed([decision])
        decision.delete()
    return Written(decision, recording.change_set)


@transaction.atomic
def act_on_decision(
    *,
    access: Access,
    session: PlanningSession,
    decision: SessionDecision,
    what: str,
    owner: str,
    due: date | None,
) -> Written[Action]:
    """An action for what was decided, with an owner (SES-1)."""
    check_can_edit_plan(access)
    in_state(access, session, State.OPEN)
    part = decision.part
    achieves = part.code if part is not None and part.retired_at is None else ""
    month = Month.of(due) if due else None
    facts: dict[str, Any] = {"owner": owner, "due": due, "month": month, "achieves": achieves}
    return add_action(access=access, what=what, **facts)


@transaction.atomic
def put_off_actions(
    *,
    access: Access,
    session: PlanningSession,
    decision: SessionDecision,
    version: int,
    later: str,
    later_owner: str,
    later_by: date | None,
) -> Written[SessionDecision]:
    """Say what comes later, by whom and by when, in place of an action; may raise StaleError."""
    check_can_edit_plan(access)
    in_state(access, session, State.OPEN)
    owner = member_of(access, later_owner)
    if owner is None:
        raise ValidationError({"later_owner": _("Choose who sees to it.")})
    if later_by is None or later_by < timezone.localdate():
        raise ValidationError({"later_by": _("Enter today or a later day.")})
    what = _("Actions for “%(words)s” come later") % {"words": excerpt(decision.words)}
    values = {"later": later, "later_owner": owner.ref, "later_by": later_by}
    return save_row(decision, access=access, version=version, what=what, values=values)


@transaction.atomic
def close_session(
    *, access: Access, session: PlanningSession, outcome: str
) -> Written[PlanningSession]:
    """It is over and documented. Every objective decided has an action with an owner, or says what
    comes later, by whom and by when; whether second-level management left is said (SES-1, SES-4).
    No round waits for its reveal any more.
    """
    check_can_edit_plan(access)
    current = in_state(access, session, State.OPEN, State.CLOSED)
    if current.closed_at:
        if outcome != current.outcome:  # else it is a second click
            in_state(access, session, State.OPEN)
        return Written(current, None)
    gaps = gaps_of_session(current, waiting_rounds(current))
    if gaps:
        raise ValidationError([gap.sentence for gap in gaps])
    with writing(access=access, what=_("Closed the planning session")) as recording:
        values = {"closed_at": timezone.now(), "documented": True, "outcome": outcome}
        change(current, recording, **values)
    return Written(current, recording.change_set)


@transaction.atomic
def correct_session(
    *,
    access: Access,
    session: PlanningSession,
    version: int,
    on: date,
    led_by: str,
    there: Collection[str],
    manager: bool,
    speaker: str,
    note: str,
    second_level: str,
    left: str,
    outcome: str,
    documented: bool,
) -> Written[PlanningSession]:
    """Put the record of a session that is over right; may raise StaleError.

    One that was planned and held without being opened here is held from then on.
    """
    check_can_edit_plan(access)
    current = in_state(access, session, State.CLOSED, *_overdue(session))
    if on > timezone.localdate():
        raise ValidationError({"on": _("Enter the day on which it was held.")})
    if current.version != version:
        raise StaleError(current)
    if not current.closed_at and (gaps := list(gaps_of_rounds(waiting_rounds(current)))):
        raise ValidationError([gap.sentence for gap in gaps])
    managers = {one.ref.code for one in managers_of(access.account)}
    guest = member_of(access, second_level)
    # A plan file may say that somebody came without saying who.
    unnamed = guest is None and current.second_level is None
    attended = current.second_level_attended_customer_part if unnamed else guest is not None
    columns: dict[str, Any] = {
        "date": on,
        "led_by": member_of(access, led_by),
        "first_line_manager_present": manager or bool(managers & set(there)),
        "opened_by": contact_of(access, speaker),
        "opening_note": note,
        "second_level": guest,
        "second_level_attended_customer_part": attended,
        "second_level_left_after": LEFT[left] if attended else None,
        "outcome": outcome,
        "documented": documented,
    }
    if current.starts_at and not current.closed_at:
        columns["closed_at"] = timezone.now()
    with writing(access=access, what=_("Put the record of the session right")) as recording:
        set_participants(access, current, there, recording, (Kind.MEMBER,))
        change(current, recording, **columns)
    return Written(current, recording.change_set)


def _overdue(session: PlanningSession) -> tuple[PlanningSession.State, ...]:
    """A session whose day is over counts as held once somebody says how it was."""
    is_over = session.date is not None and session.date <= timezone.localdate()
    return (State.PLANNED,) if is_over else ()
