"""What everybody does alone in a round: answer, spend dots, say that they are done (SES-1, SES-6).

None of it is written into the history while nobody else may see it: not that it was done either.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.method.rounds import can_spend
from waypost.planning.models import Contribution, Dot, PlanningSession, Round, RoundDone
from waypost.planning.operations.rounds import TOO_LATE, check_not_over, hold
from waypost.planning.policies import check_can_take_part
from waypost.planning.queries.rounds import Step, own_ballot

EMPTY = Contribution().stamp


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What one line of the form says now, and the stamp of what it said when it was drawn."""

    text: str = ""
    choice: str = ""
    seen: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """The answers as they are kept now, by number. ``elsewhere`` are those that were written on
    another page meanwhile, and stand against what is typed here."""

    rows: Mapping[int, Contribution]
    elsewhere: Collection[int] = ()


@transaction.atomic
def save_answers(
    *,
    access: Access,
    session: PlanningSession,
    row: Round,
    answers: Mapping[int, Answer],
    page: str = "",
) -> Saved:
    """Keep what somebody has written so far, for their own eyes until the reveal.

    ValidationError with the code `TOO_LATE` once it is revealed. ``page`` tells one drawn page from
    another: of two that are open, neither wipes out what was written on the other.
    """
    check_can_take_part(access)
    check_not_over(session)
    current = hold(row, Step.INPUT)
    own = Contribution.objects.filter(round=current, author=access.user)
    rows = {one.number: one for one in own.order_by("number")}
    elsewhere = []
    for number, answer in answers.items():
        stands = rows.get(number)
        said = Contribution(text=answer.text, choice=answer.choice).stamp
        stamp = stands.stamp if stands else EMPTY
        seen = answer.seen or EMPTY
        is_own = stands is not None and page and stands.page == page
        if said == stamp or (said == seen and not is_own):
            continue  # it stands there, or nobody has touched it on this page
        if stands is not None and seen != stamp and not is_own:
            elsewhere.append(number)
            continue
        _keep(access, current, rows, number, answer, page)
    return Saved(rows=rows, elsewhere=tuple(elsewhere))


def _keep(
    access: Access,
    row: Round,
    rows: dict[int, Contribution],
    number: int,
    answer: Answer,
    page: str,
) -> None:
    stands = rows.get(number) or Contribution(round=row, author=access.user, number=number)
    stands.text, stands.choice = answer.text, answer.choice
    stands.page, stands.saved_at = page, timezone.now()
    stands.save()
    rows[number] = stands


@transaction.atomic
def set_done(
    *,
    access: Access,
    session: PlanningSession,
    row: Round,
    step: str,
    done: bool,
    asked: str = "",
) -> None:
    """Somebody says that they are done with their input or their votes, or not yet after all.

    ``asked`` is the stamp of the question that they have read.
    """
    check_can_take_part(access)
    check_not_over(session)
    current = hold(row, Step.INPUT, Step.VOTING)
    if current.step != step:
        raise ValidationError(_("That is over: look at what comes next."), code=TOO_LATE)
    if asked and asked != current.stamp:
        raise ValidationError(
            _("The question was changed. Your answers are kept: read it, then hand them in.")
        )
    if done:
        RoundDone.objects.get_or_create(round=current, user=access.user, step=step)
    else:
        RoundDone.objects.filter(round=current, user=access.user, step=step).delete()


@transaction.atomic
def spend_dot(
    *, access: Access, session: PlanningSession, row: Round, place: int, take_back: bool = False
) -> None:
    """One dot more on the answer at this place, or one less; never more than there are."""
    check_can_take_part(access)
    check_not_over(session)
    current = hold(row, Step.VOTING)
    answers = Contribution.objects.filter(round=current, place=place, merged_into=None)
    answer = answers.first()
    if answer is None:
        raise ValidationError(_("This answer is not there any more."))
    mine = Dot.objects.filter(round=current, voter=access.user).order_by("-number")
    if take_back:
        last = mine.filter(contribution=answer).first()
        if last is not None:
            last.delete()
        return
    ballot = own_ballot(access, current)
    if not can_spend(ballot, answer.pk, current.dots):
        if sum(ballot.values()) >= current.dots:
            raise ValidationError(_("All your dots are spent. Take one back first."))
        raise ValidationError(_("Three dots on one answer are the most."))
    taken = set(mine.values_list("number", flat=True))
    number = next(one for one in range(1, current.dots + 1) if one not in taken)
    Dot.objects.create(round=current, contribution=answer, voter=access.user, number=number)
