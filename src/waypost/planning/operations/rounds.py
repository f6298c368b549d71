"""A round from its question to its ranking: each step is taken once, by who runs it (SES-1)."""

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from random import SystemRandom
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.accounts.models import AccessRole, TeamMember
from waypost.accounts.operations import lock_account
from waypost.accounts.policies import Access
from waypost.history.operations import Recording, Written, record
from waypost.method.rounds import leader_last
from waypost.method.shape import OBJECTIVES, Kind
from waypost.planning.models import AgendaTopic, Contribution, PlanningSession, Round, RoundStep
from waypost.planning.operations.sessions import change, in_state, state_of
from waypost.planning.policies import check_can_run_rounds
from waypost.planning.queries.rounds import Step, done_of
from waypost.plans.operations.actions import part_of
from waypost.ui.formats import excerpt

State = PlanningSession.State
LIT: Final = (*OBJECTIVES, Kind.STAGE, Kind.OPPORTUNITY)
TOO_LATE: Final = "too late"  # the code of the refusal
NOT_NOW: Final = {
    Step.INPUT: gettext_lazy("The answers are not revealed yet."),
    Step.REVEALED: gettext_lazy("The answers are revealed already."),
    Step.VOTING: gettext_lazy("The vote is open."),
    Step.CLOSED: gettext_lazy("The vote is closed."),
    Step.DECIDED: gettext_lazy("This round is decided."),
    Step.OFF: gettext_lazy("This round was called off."),
}


@transaction.atomic
def begin_round(
    *,
    access: Access,
    session: PlanningSession,
    kind: str,
    question: str,
    topic: AgendaTopic | None = None,
    about: str = "",
    within: str = "",
    dots: int = 0,
    minutes: int | None = None,
) -> Written[Round]:
    """Ask everybody in the session; from now on they answer, each for themselves.

    ``about`` is the id of what lights stand on or of a person, ``within`` of a decision. Where one
    colour, role or disposition is asked for, nobody votes.
    """
    check_can_run_rounds(access, session)
    session = in_state(access, session, State.PLANNED, State.OPEN)
    person = kind in {Round.Kind.ROLE, Round.Kind.DISPOSITION}
    row = Round(
        session=session.ref,
        topic=topic,
        kind=kind,
        question=question,
        about=part_of(access.account, about, (Kind.PERSON,) if person else LIT, "about"),
        within=part_of(access.account, within, (Kind.GROUP,), "within"),
        dots=0,
        ends_at=_minutes_from_now(minutes),
    )
    row.dots = 0 if row.asks_for_choice else dots
    what = _("Asked everybody in the session: %(question)s") % {"question": excerpt(question)}
    with for_good(access, what) as recording:
        row.save()
        recording.created(row)
        take(row, Step.INPUT, access, recording)
    return Written(row, recording.change_set)


@transaction.atomic
def set_time(
    *, access: Access, session: PlanningSession, row: Round, minutes: int
) -> Written[Round]:
    """So many minutes from now for what is going on."""
    check_can_run_rounds(access, session)
    current = held(access, row, Step.INPUT, Step.VOTING)
    what = _("Gave the round another %(minutes)s minutes") % {"minutes": minutes}
    with for_good(access, what) as recording:
        change(current, recording, ends_at=_minutes_from_now(minutes))
    return Written(current, recording.change_set)


@transaction.atomic
def reveal(*, access: Access, session: PlanningSession, row: Round) -> Written[Round]:
    """Show all answers to everybody at once, in no order but that the leader's come last.

    In a session that is open: the first-line manager is there (SES-3). Everybody is done or time is
    up, else ValidationError. However often it is asked for, it is done once.
    """
    check_can_run_rounds(access, session)
    current = held(access, row)
    if current.is_revealed:
        return Written(current, None)
    _check_step(current, Step.INPUT)
    session = in_state(access, session, State.OPEN)
    _check_everybody(session, current, Step.INPUT)
    written = Contribution.objects.filter(round=current).order_by("pk")
    written.filter(text="", choice="").delete()
    answers = {one.pk: one for one in written}
    leader = _leader(session)
    theirs = {key for key, one in answers.items() if one.author_id == leader}
    keys = list(answers)
    SystemRandom().shuffle(keys)
    what = _("Revealed the answers: %(question)s") % {"question": excerpt(current.question)}
    with for_good(access, what) as recording:
        for place, key in enumerate(leader_last(keys, theirs), 1):
            answers[key].place = place
            answers[key].save(update_fields=["place"])
            recording.created(answers[key])
        take(current, Step.REVEALED, access, recording)
        change(current, recording, ends_at=None)
    return Written(current, recording.change_set)


@transaction.atomic
def call_off(*, access: Access, session: PlanningSession, row: Round) -> Written[Round]:
    """Ask this no more. What people have written stays theirs alone: nobody else ever sees it.

    It waits for nobody, so that a session can always be closed.
    """
    check_can_run_rounds(access, session)
    check_not_over(session)
    current = held(access, row)
    if current.step == Step.OFF:
        return Written(current, None)
    _check_step(current, Step.INPUT)
    what = _("Called the round off: %(question)s") % {"question": excerpt(current.question)}
    with for_good(access, what) as recording:
        take(current, Step.OFF, access, recording)
        change(current, recording, ends_at=None)
    return Written(current, recording.change_set)


@transaction.atomic
def open_vote(
    *, access: Access, session: PlanningSession, row: Round, minutes: int | None = None
) -> Written[Round]:
    """From now on everybody spends their dots; nobody sees another's."""
    check_can_run_rounds(access, session)
    current = held(access, row)
    if current.step == Step.VOTING:
        return Written(current, None)
    _check_step(current, Step.REVEALED)
    in_state(access, session, State.OPEN)
    if not current.dots:
        raise ValidationError(_("There is nothing to vote on in this round."))
    if not Contribution.objects.filter(round=current, merged_into=None).exists():
        raise ValidationError(_("Nobody has written anything, so there is nothing to vote on."))
    what = _("Opened the vote: %(question)s") % {"question": excerpt(current.question)}
    with for_good(access, what) as recording:
        take(current, Step.VOTING, access, recording)
        change(current, recording, ends_at=_minutes_from_now(minutes))
    return Written(current, recording.change_set)


@transaction.atomic
def close_vote(*, access: Access, session: PlanningSession, row: Round) -> Written[Round]:
    """Count the dots, once everybody has handed them in or time is up; else ValidationError."""
    check_can_run_rounds(access, session)
    current = held(access, row)
    if current.is_counted:
        return Written(current, None)
    _check_step(current, Step.VOTING)
    session = in_state(access, session, State.OPEN)
    _check_everybody(session, current, Step.VOTING)
    what = _("Closed the vote: %(question)s") % {"question": excerpt(current.question)}
    with for_good(access, what) as recording:
        take(current, Step.CLOSED, access, recording)
        change(current, recording, ends_at=None)
    return Written(current, recording.change_set)


def held(access: Access, row: Round, *steps: Step) -> Round:
    """The round as it stands now, until the transaction ends; its account is held first.

    ValidationError where it is in none of these steps.
    """
    lock_account(access.account.pk)
    return hold(row, *steps)


def hold(row: Round, *steps: Step) -> Round:
    """The same without the account: for what people write in it, which is no part of the plan."""
    current = Round.objects.select_for_update().get(pk=row.pk)
    if steps:
        _check_step(current, *steps)
    return current


def check_not_over(session: PlanningSession) -> None:
    """A session that was held or called off takes no more answers."""
    if state_of(session) not in {State.PLANNED, State.OPEN}:
        raise ValidationError(_("This session is over."), code=TOO_LATE)


def for_good(access: Access, what: str) -> AbstractContextManager[Recording]:
    """What the history shows and nobody takes back: what was seen has been seen."""
    return record(
        actor=access.user, account=access.account, what=what, touches=False, is_final=True
    )


def _check_step(row: Round, *steps: Step) -> None:
    if row.step not in steps:
        raise ValidationError(NOT_NOW[row.step], code=TOO_LATE)


def _check_everybody(session: PlanningSession, row: Round, step: Step) -> None:
    time_is_up = row.ends_at is not None and row.ends_at <= timezone.now()
    if not time_is_up and not done_of(session, row, step).is_everybody:
        raise ValidationError(_("Not everybody is done, and time is not up: give it some minutes."))


def _leader(session: PlanningSession) -> int | None:
    """Who leads the session; else who leads the account."""
    if session.led_by is not None:
        return session.led_by.user_id
    leads = TeamMember.objects.live().filter(account=session.account_id)
    leads = leads.filter(access_role=AccessRole.LEAD, user__isnull=False).order_by("pk")
    return leads.values_list("user", flat=True).first()


def take(row: Round, step: Step, access: Access, recording: Recording) -> None:
    """Note that the round has come to this step; the database takes no step twice."""
    recording.created(RoundStep.objects.create(round=row, step=step, by=access.user))


def _minutes_from_now(minutes: int | None) -> datetime | None:
    return None if minutes is None else timezone.now() + timedelta(minutes=minutes)
