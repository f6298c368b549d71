"""What the first-line manager asks of a submitted plan, and what the team answers (SES-3)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.operations import lock_account, writing
from waypost.accounts.policies import Access
from waypost.history.models import SeenBy
from waypost.history.operations import Written, row_values
from waypost.history.stale import StaleError
from waypost.method.acceptance import Step
from waypost.planning.models import Challenge, Submission
from waypost.planning.operations.acceptance_checks import check_may, check_step
from waypost.planning.queries.acceptance_standing import way_of
from waypost.ui.formats import excerpt


@transaction.atomic
def challenge_plan(
    *, access: Access, submission: Submission, topic: str, text: str
) -> Written[Challenge]:
    """Ask something about the pipeline, the selling environment or the barriers.

    The same words to the same topic are asked once.
    """
    _begin(access, Step.CHALLENGE, submission)
    asked = Challenge.objects.filter(submission=submission, topic=topic, text=text).first()
    if asked is not None:
        return Written(asked, None)
    what = _("Challenged the plan: %(text)s") % {"text": excerpt(text)}
    with writing(
        access=access, what=what, seen_by=SeenBy.MARGINS, touches=False, is_final=True, held=True
    ) as recording:
        row = Challenge.objects.create(
            submission=submission, topic=topic, text=text, by=access.user
        )
        recording.created(row)
    return Written(row, recording.change_set)


@transaction.atomic
def answer_challenge(
    *, access: Access, challenge: Challenge, version: int, answer: str
) -> Written[Challenge]:
    """Answer, or answer better as long as the plan is not confirmed; may raise StaleError."""
    _begin(access, Step.ANSWER, challenge.submission)
    current = Challenge.objects.get(pk=challenge.pk)
    if current.answer == answer:
        return Written(current, None)
    if current.version != version:
        raise StaleError(current)
    before = row_values(current)
    what = _("Answered a challenge: %(text)s") % {"text": excerpt(answer)}
    with writing(
        access=access, what=what, seen_by=SeenBy.MARGINS, touches=False, is_final=True, held=True
    ) as recording:
        current.answer, current.version = answer, version + 1
        current.answered_by, current.answered_at = access.user, timezone.now()
        current.save(update_fields=["answer", "version", "answered_by", "answered_at"])
        recording.changed(current, before)
    return Written(current, recording.change_set)


@transaction.atomic
def withdraw_challenge(*, access: Access, challenge: Challenge) -> Written[Challenge]:
    """The first-line manager no longer asks it; what has an answer stays."""
    _begin(access, Step.CHALLENGE, challenge.submission)
    current = Challenge.objects.filter(pk=challenge.pk).first()
    if current is None:
        return Written(challenge, None)
    if current.answer:
        raise ValidationError(_("The team has answered this. What was asked and answered stays."))
    what = _("Withdrew a challenge: %(text)s") % {"text": excerpt(current.text)}
    with writing(
        access=access, what=what, seen_by=SeenBy.MARGINS, touches=False, is_final=True, held=True
    ) as recording:
        recording.removed([current])
        current.delete()
    return Written(challenge, recording.change_set)


def _begin(access: Access, step: Step, submission: Submission) -> None:
    check_may(access, step)
    lock_account(access.account.pk)
    way = way_of(access.account)
    check_step(access, step, way.standing)
    if submission != way.open:
        raise ValidationError(_("This round is over. Look at the one that is under way."))
