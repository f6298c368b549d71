"""The times proposed for a planning session, and who can come then."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.method.team import Function
from waypost.planning.models import Invitee, PlanningSession, SessionSlot, SlotAnswer
from waypost.planning.queries.sessions_people import People
from waypost.plans.queries.wording import Reader, names
from waypost.ui.formats import weekday_date

Answer = SlotAnswer.Answer


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """A proposed time: how many can come, who cannot, and what the person said themselves.

    ``warning``: the first-line manager cannot come then. ``best``: most of those asked can.
    """

    pk: int
    when: str
    time: str
    mine: str
    chosen: bool
    yes: int = 0
    if_need_be: int = 0
    no: int = 0
    cannot: str = ""
    warning: str = ""
    best: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """``silent``: invited people who have not answered yet, by id and name."""

    slots: tuple[Slot, ...]
    answered: int
    asked: int
    silent: tuple[tuple[str, str], ...]
    is_invited: bool


def times_of(reader: Reader, access: Access, session: PlanningSession, people: People) -> Times:
    """Three queries however many are asked."""
    rows = list(SessionSlot.objects.filter(session=session).order_by("starts_at"))
    answers = SlotAnswer.objects.filter(slot__session=session)
    said: dict[int, dict[str, str]] = {row.pk: {} for row in rows}
    for slot, person, answer in answers.values_list("slot", "invitee__person__code", "answer"):
        said[slot][person] = answer
    by_code = {one.code: one for one in people.guests}
    managers = {one.code for one in people.guests if one.kind is Function.FIRST_LINE}
    scores = [_score(said[row.pk]) for row in rows]
    best = max(scores, default=(0, 0))
    asked = [one for one in people.guests if one.invited]
    answered = {code for found in said.values() for code in found}
    slots = tuple(
        Slot(
            pk=row.pk,
            when=weekday_date(timezone.localtime(row.starts_at).date(), reader.today),
            time=f"{timezone.localtime(row.starts_at):%H:%M}",
            yes=_count(said[row.pk], Answer.YES),
            if_need_be=_count(said[row.pk], Answer.IF_NEED_BE),
            no=_count(said[row.pk], Answer.NO),
            cannot=names(by_code[code].name for code in _who(said[row.pk], by_code)),
            warning=_warning(managers, said[row.pk]),
            mine=said[row.pk].get(access.member_code or "", ""),
            best=score == best and best > (0, 0) and scores.count(best) < len(scores),
            chosen=row.starts_at == session.starts_at,
        )
        for row, score in zip(rows, scores, strict=True)
    )
    invited = Invitee.objects.filter(session=session, person__code=access.member_code or "")
    return Times(
        slots=slots,
        answered=len(answered & {one.code for one in asked}),
        asked=len(asked),
        silent=tuple((one.code, one.name) for one in asked if one.code not in answered),
        is_invited=invited.exists(),
    )


def _score(said: dict[str, str]) -> tuple[int, int]:
    yes = _count(said, Answer.YES)
    return yes + _count(said, Answer.IF_NEED_BE), yes


def _count(said: dict[str, str], answer: str) -> int:
    return sum(one == answer for one in said.values())


def _who(said: dict[str, str], known: Collection[str]) -> Sequence[str]:
    return [code for code, answer in said.items() if answer == Answer.NO and code in known]


def _warning(managers: set[str], said: dict[str, str]) -> str:
    """Where no first-line manager can come the session cannot be opened (SES-3)."""
    if managers and all(said.get(code) == Answer.NO for code in managers):
        return _("The first-line manager cannot come: it could not be opened.")
    return ""
