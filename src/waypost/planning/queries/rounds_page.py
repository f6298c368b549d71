"""The page of one round, as far as one person may see it at this moment."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waypost.accounts.policies import Access
from waypost.method.rounds import MOST_ON_ONE, ranking
from waypost.planning.models import Contribution, PlanningSession, Round
from waypost.planning.policies import can_run_rounds, can_take_part
from waypost.planning.queries.rounds import (
    Done,
    Step,
    asked_before,
    ballots_of,
    disagreement_about,
    done_of,
    is_done,
    names_of,
    own_ballot,
    revealed_answers,
)
from waypost.planning.queries.rounds_words import (
    HINTS,
    about_in_words,
    choice_in_words,
    spread_in_words,
    within_in_words,
)
from waypost.plans.queries.wording import Reader, names
from waypost.ui.formats import excerpt

State = PlanningSession.State
WAY: Final = {
    Step.INPUT: gettext_lazy("Private input"),
    Step.REVEALED: gettext_lazy("Reveal"),
    Step.VOTING: gettext_lazy("Vote"),
    Step.CLOSED: gettext_lazy("Decide"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """An answer among all: ``mine`` are the reader's dots, ``dots`` everybody's once counted."""

    place: int
    text: str
    choice: str
    choice_words: str
    authors: str
    is_merged: bool
    pips: tuple[bool, ...]
    mine: int
    dots: int = 0
    rank: int = 0
    is_tied: bool = False
    became: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """One of those who are asked; the name is for their initials too."""

    name: str
    is_done: bool
    is_me: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """What changes by itself beside the answers, fetched again every few seconds."""

    step: str
    total: int
    done: int
    people: tuple[Person, ...]
    time_left: str
    gates: tuple[tuple[bool, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundPage:
    """``asked`` is the stamp of the question, ``asked_before`` how it was put until then."""

    key: int
    kind: str
    kind_words: str
    question: str
    asked: str
    asked_before: str
    hint: str
    about: str
    step: str
    way: tuple[tuple[str, str], ...]  # what each step is called, and done, now or empty
    side: Side
    lines: tuple[Line, ...]
    left: int
    dots: int
    spread: str
    may_run: bool
    takes_part: bool
    is_done: bool
    is_open: bool
    merging: tuple[tuple[int, str], ...] = field(default=())


def round_page(reader: Reader, access: Access, session: PlanningSession, row: Round) -> RoundPage:
    """The same few queries for three people and for forty."""
    step = row.step
    takes_part = can_take_part(access)
    answers = revealed_answers(row)
    ballot = own_ballot(access, row) if step == Step.VOTING and takes_part else Counter[int]()
    ballots = ballots_of(row)
    totals: Counter[int] = sum(ballots.values(), Counter())
    lines = tuple(_lines(access, row, answers, ballot, totals))
    state = session.state_on(reader.today)
    return RoundPage(
        key=row.pk,
        kind=row.kind,
        kind_words=row.get_kind_display(),
        question=row.question,
        asked=row.stamp,
        asked_before=asked_before(row) if step == Step.INPUT else "",
        hint=str(HINTS[Round.Kind(row.kind)]),
        about=" ".join(filter(None, (about_in_words(reader, row), within_in_words(reader, row)))),
        step=step,
        way=tuple(_way(row)),
        side=side_of(access, session, row),
        lines=lines,
        left=row.dots - sum(ballot.values()),
        dots=row.dots,
        spread=spread_in_words(disagreement_about(row, answers, ballots)),
        may_run=can_run_rounds(access, session),
        takes_part=takes_part,
        is_done=takes_part and is_done(access, row, step),
        is_open=state in {State.PLANNED, State.OPEN},
        merging=tuple((line.place, excerpt(line.text, 60)) for line in lines),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Spent:
    """A person's dots on one answer, and how many they have left."""

    place: int
    pips: tuple[bool, ...]
    mine: int
    left: int
    dots: int


def spent_on(access: Access, row: Round, place: int) -> Spent:
    ballot = own_ballot(access, row)
    answers = Contribution.objects.filter(round=row, place=place, merged_into=None)
    mine = ballot[answers.values_list("pk", flat=True).first() or 0]
    return Spent(
        place=place,
        pips=_pips(mine),
        mine=mine,
        left=row.dots - sum(ballot.values()),
        dots=row.dots,
    )


def _pips(mine: int) -> tuple[bool, ...]:
    return tuple(number < mine for number in range(MOST_ON_ONE))


def side_of(access: Access, session: PlanningSession, row: Round) -> Side:
    """How many are done; in a vote also who. What anybody has written stands nowhere in it."""
    step = row.step
    asked = done_of(session, row, step) if step in {Step.INPUT, Step.VOTING} else None
    return Side(
        step=step,
        total=len(asked.everybody) if asked else 0,
        done=asked.count if asked else 0,
        people=tuple(_people(access, asked)) if asked and step == Step.VOTING else (),
        time_left=_time_left(row.ends_at),
        gates=tuple(_gates(session, row, asked)) if asked else (),
    )


def _people(access: Access, asked: Done) -> Iterator[Person]:
    for one in asked.everybody:
        yield Person(
            name=one.name, is_done=one.user_id in asked.done, is_me=one.user_id == access.user.pk
        )


def _gates(session: PlanningSession, row: Round, asked: Done) -> Iterator[tuple[bool, str]]:
    """What has to be so before everybody sees everything."""
    if row.step == Step.INPUT:
        yield session.opened_at is not None, _("The session is open, with the first-line manager")
    is_over = row.ends_at is not None and row.ends_at <= timezone.now()
    yield is_over or asked.is_everybody, _("Everybody is done, or time is up")


def _time_left(ends_at: datetime | None) -> str:
    """8 minutes; empty without a limit."""
    if ends_at is None:
        return ""
    seconds = (ends_at - timezone.now()).total_seconds()
    if seconds <= 0:
        return _("Time is up")
    if seconds < 60:
        return _("Less than a minute")
    minutes = ceil(seconds / 60)
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}


def _way(row: Round) -> Iterator[tuple[str, str]]:
    if row.step == Step.OFF:
        yield str(WAY[Step.INPUT]), "done"
        yield str(Step.OFF.label), "now"
        return
    order = list(Step)
    # Where nobody votes one decides at once.
    is_ready = row.step == Step.REVEALED and not row.dots
    reached = order.index(Step.CLOSED if is_ready else row.step)
    for step, words in WAY.items():
        if not row.dots and step == Step.VOTING:
            continue
        own = order.index(step)
        yield str(words), "now" if own == reached else "done" if own < reached else ""


def _lines(
    access: Access,
    row: Round,
    answers: Sequence[Contribution],
    ballot: Counter[int],
    totals: Counter[int],
) -> Iterator[Line]:
    """Those that stand by themselves, in the order of the reveal; once counted in that of the
    ranking."""
    named = names_of(access.account, [one.author_id for one in answers]) if answers else {}
    wrote: dict[int, list[str]] = {}
    for one in answers:
        wrote.setdefault(one.merged_into_id or one.pk, []).append(named[one.author_id])
    alone = {one.pk: one for one in answers if one.merged_into_id is None}
    ranked = {one.key: one for one in ranking({pk: totals[pk] for pk in alone})}
    for key in ranked if row.is_counted else alone:
        one, rank = alone[key], ranked[key]
        yield Line(
            place=one.place or 0,
            text=one.text,
            choice=one.choice,
            choice_words=choice_in_words(row, one),
            authors=names(dict.fromkeys(wrote[key])),
            is_merged=len(wrote[key]) > 1,
            pips=_pips(ballot[key]),
            mine=ballot[key],
            dots=rank.dots,
            rank=rank.place if row.is_counted else 0,
            is_tied=rank.is_tied and row.is_counted,
            became=one.became.code if one.became else "",
        )
