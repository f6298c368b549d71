"""Answers that mean the same become one, and two again (SES-1)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.history.operations import Written
from waypost.planning.models import Contribution, PlanningSession, Round
from waypost.planning.operations.rounds import check_not_over, for_good, held
from waypost.planning.operations.sessions import change
from waypost.planning.policies import check_can_run_rounds
from waypost.planning.queries.rounds import Step
from waypost.ui.formats import excerpt


@transaction.atomic
def merge_answers(
    *, access: Access, session: PlanningSession, row: Round, place: int, into: int
) -> Written[Any]:
    """The answer at one place goes up in the one at another, with all that went up in it; who wrote
    which stays known."""
    check_can_run_rounds(access, session)
    check_not_over(session)
    current = held(access, row, Step.REVEALED)
    answer, kept = _answer(current, place), _answer(current, into)
    if answer.pk == kept.pk:
        raise ValidationError({"into": _("Choose two different answers.")})
    what = _("Merged “%(one)s” into “%(other)s”")
    words = {"one": excerpt(answer.text), "other": excerpt(kept.text)}
    with for_good(access, what % words) as recording:
        for one in (answer, *answer.merged.order_by("pk")):
            change(one, recording, merged_into=kept)
    return Written(current, recording.change_set)


@transaction.atomic
def separate_answers(
    *, access: Access, session: PlanningSession, row: Round, place: int
) -> Written[Any]:
    """What went up in the answer at this place stands by itself again."""
    check_can_run_rounds(access, session)
    check_not_over(session)
    current = held(access, row, Step.REVEALED)
    answer = _answer(current, place)
    merged = list(answer.merged.order_by("pk"))
    if not merged:
        return Written(current, None)
    what = _("Separated what was merged into “%(one)s”") % {"one": excerpt(answer.text)}
    with for_good(access, what) as recording:
        for one in merged:
            change(one, recording, merged_into=None)
    return Written(current, recording.change_set)


def _answer(row: Round, place: int) -> Contribution:
    found = Contribution.objects.filter(round=row, place=place, merged_into=None).first()
    if found is None:
        raise ValidationError(_("This answer is not there any more."))
    return found
