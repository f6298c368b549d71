"""Other words for what a round asks (SES-1)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.history.operations import Written
from waypost.planning.models import PlanningSession, Round, RoundDone
from waypost.planning.operations.rounds import check_not_over, for_good, held
from waypost.planning.operations.sessions import change
from waypost.planning.policies import check_can_run_rounds
from waypost.planning.queries.rounds import Step
from waypost.ui.formats import excerpt

REPLACED = "replaced"  # the code of the refusal


@transaction.atomic
def change_question(
    *,
    access: Access,
    session: PlanningSession,
    row: Round,
    question: str,
    was: str = "",
    again: bool = False,
) -> Written[Round]:
    """Ask in these words until the reveal; the ones before stay in the history for everybody.

    Whether anybody has written yet makes no difference, which would tell it. With ``again`` it asks
    something else, so nobody is done any more; what they have written stays theirs. ``was`` is the
    stamp of the words that were read: ValidationError where they stand there no more.
    """
    check_can_run_rounds(access, session)
    check_not_over(session)
    current = held(access, row, Step.INPUT)
    if question == current.question:
        return Written(current, None)
    if was and was != current.stamp:
        words = {"question": current.question}
        refusal = _(
            "Somebody has changed it meanwhile to “%(question)s”. Send yours to replace it."
        )
        raise ValidationError({"question": ValidationError(refusal % words, code=REPLACED)})
    what = _("Changed the question to everybody: %(question)s") % {"question": excerpt(question)}
    with for_good(access, what) as recording:
        change(current, recording, question=question)
    if again:
        RoundDone.objects.filter(round=current, step=Step.INPUT).delete()
    return Written(current, recording.change_set)
