"""The rounds of acceptance: submitted, withdrawn, confirmed, answered, taken back (SES-3, SES-4).

What was done is done for good: the table says what can follow it. A plan is submitted again, a
submission withdrawn, an acceptance taken back with a reason.
"""

from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import TeamMember
from waypost.accounts.operations import lock_account, writing
from waypost.accounts.policies import Access
from waypost.document.models import Snapshot
from waypost.document.snapshots import take_snapshot
from waypost.history.operations import Recording, Written, row_values
from waypost.method.acceptance import RULES, Step
from waypost.planning.models import (
    AcceptanceCondition,
    SeniorAcceptance,
    Submission,
    SubmissionStep,
)
from waypost.planning.operations.acceptance_checks import check_may, check_step
from waypost.planning.operations.acceptance_terms import member_of
from waypost.planning.queries.acceptance_standing import Way, lines_of, way_of


@transaction.atomic
def submit_plan(*, access: Access, words: str = "") -> Written[Submission]:
    """Ask for acceptance of the plan as it stands, which is kept (SES-4)."""
    way = _begin(access, Step.SUBMIT, words)
    with _for_good(access, _("Submitted the plan for acceptance")) as recording:
        row = Submission.objects.create(account=access.account)
        recording.created(row)
        _note(row, Step.SUBMIT, access, words, recording)
        if way.senior is not None and way.senior.accepted is False:
            _answer(access, way, recording, accepted=None, on=None, who=None, conditions="")
    # It is no part of the history: it holds what not everybody who reads that may see.
    take_snapshot(access.account, Snapshot.Occasion.SUBMISSION, access.user, submission=row)
    return Written(row, recording.change_set)


def withdraw_submission(
    *, access: Access, submission: Submission, words: str = ""
) -> Written[Submission]:
    """Take a plan back that nobody has confirmed yet; what was accepted before still holds."""
    return _move(access, submission, Step.WITHDRAW, words, _("Withdrew the submission"))


def confirm_plan(*, access: Access, submission: Submission, words: str = "") -> Written[Submission]:
    """The first-line manager stands behind the plan: each challenge got an answer (SES-3)."""
    what = _("Confirmed the plan for senior management")
    return _move(access, submission, Step.CONFIRM, words, what)


def send_back(*, access: Access, submission: Submission, words: str) -> Written[Submission]:
    """The first-line manager does not stand behind it yet."""
    return _move(access, submission, Step.SEND_BACK, words, _("Sent the plan back to the team"))


@transaction.atomic
def accept_plan(
    *,
    access: Access,
    submission: Submission,
    words: str = "",
    on_conditions: bool = False,
    conditions: str = "",
    due: date | None = None,
    owner: str = "",
) -> Written[Submission]:
    """Senior management accepts the plan, or accepts it on ``conditions``, a line each, to be met
    by the day ``due``; ``owner`` of the team, by their id, sees to it (SES-4)."""
    lines = lines_of(conditions) if on_conditions else ()
    step = Step.ACCEPT_ON_CONDITIONS if on_conditions else Step.ACCEPT
    way = _begin(access, step, "\n".join(lines), submission)
    what = _("Accepted the plan on conditions") if lines else _("Accepted the plan")
    with _for_good(access, what) as recording:
        row = _to(submission, step, recording)
        _note(row, step, access, words, recording)
        terms = {"due": due, "owner": member_of(access, owner)}
        for line in lines:
            recording.created(
                AcceptanceCondition.objects.create(
                    account=access.account, submission=row, text=line, **terms
                )
            )
        _answer(
            access,
            way,
            recording,
            accepted=True,
            on=timezone.localdate(),
            who=_own_place(access),
            conditions="\n".join(lines),
            submission=row,
        )
    return Written(row, recording.change_set)


@transaction.atomic
def return_plan(*, access: Access, submission: Submission, words: str) -> Written[Submission]:
    """Senior management gives the plan back to the team, with what it asks for before it accepts.

    An acceptance before this round still holds.
    """
    way = _begin(access, Step.RETURN, words, submission)
    with _for_good(access, _("Returned the plan to the team")) as recording:
        row = _to(submission, Step.RETURN, recording)
        _note(row, Step.RETURN, access, words, recording)
        if way.standing.in_force is None:
            _refuse(access, way, words, recording, submission=row)
    return Written(row, recording.change_set)


@transaction.atomic
def take_acceptance_back(*, access: Access, words: str) -> Written[SeniorAcceptance]:
    """The acceptance does not hold any more; the plan is with the team again."""
    way = _begin(access, Step.TAKE_BACK, words)
    with _for_good(access, _("Took the acceptance of the plan back")) as recording:
        if way.senior is not None and way.senior.submission is not None:
            row = _to(way.senior.submission, Step.TAKE_BACK, recording)
            _note(row, Step.TAKE_BACK, access, words, recording)
        senior = _refuse(access, way, words, recording)
    return Written(senior, recording.change_set)


@transaction.atomic
def _move(
    access: Access, submission: Submission, step: Step, words: str, what: str
) -> Written[Submission]:
    _begin(access, step, words, submission)
    with _for_good(access, what) as recording:
        row = _to(submission, step, recording)
        _note(row, step, access, words, recording)
    return Written(row, recording.change_set)


def _begin(access: Access, step: Step, words: str, submission: Submission | None = None) -> Way:
    """Hold the account and refuse what the table does not allow now. A ``submission`` that is not
    the one under way was settled meanwhile."""
    check_may(access, step)
    lock_account(access.account.pk)
    way = way_of(access.account)
    check_step(access, step, way.standing, words)
    if submission is not None and submission != way.open:
        raise ValidationError(_("This round is over. Look at the one that is under way."))
    return way


def _for_good(access: Access, what: str) -> AbstractContextManager[Recording]:
    """The plan itself is not touched."""
    return writing(access=access, what=what, touches=False, is_final=True, held=True)


def _to(submission: Submission, step: Step, recording: Recording) -> Submission:
    """The round in the state that the step leads to."""
    row = Submission.objects.get(pk=submission.pk)
    before = row_values(row)
    row.state = RULES[step].to or row.state
    row.save(update_fields=["state"])
    recording.changed(row, before)
    return row


def _note(row: Submission, step: Step, access: Access, words: str, recording: Recording) -> None:
    recording.created(
        SubmissionStep.objects.create(submission=row, step=step.value, by=access.user, words=words)
    )


def _refuse(
    access: Access, way: Way, words: str, recording: Recording, **values: Any
) -> SeniorAcceptance:
    return _answer(
        access,
        way,
        recording,
        accepted=False,
        on=timezone.localdate(),
        who=_own_place(access),
        conditions=words,
        **values,
    )


def _answer(access: Access, way: Way, recording: Recording, **values: Any) -> SeniorAcceptance:
    """What senior management says to the plan now, in place of what it said before."""
    senior = way.senior or SeniorAcceptance(account=access.account)
    before = row_values(senior)
    for name, value in values.items():
        setattr(senior, name, value)
    senior.save()
    if way.senior is None:
        recording.created(senior)
    else:
        recording.changed(senior, before)
    return senior


def _own_place(access: Access) -> TeamMember | None:
    places = TeamMember.objects.live().filter(account=access.account, user=access.user)
    return places.first()
