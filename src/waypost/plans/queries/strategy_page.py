"""The strategies with their line of sight, and who of the team is behind each (STR)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import AccessRole
from waypost.accounts.models import TeamMember as MemberRow
from waypost.accounts.policies import Access
from waypost.accounts.queries import goals_to_name, plan_for, team_with_log_ins
from waypost.document.statements import ACCOUNT, Statement, as_model, columns, write
from waypost.method.plan import Strategy, TeamMember
from waypost.method.strategies import Answer, Commitments, MemberAnswer, commitment, is_asked
from waypost.plans.models import Strategy as StrategyRow
from waypost.plans.policies import answers_alone
from waypost.plans.queries import served as parts
from waypost.plans.queries.answers import Ask, Doubt, Seat, Waiting, ask, doubts, seats, waiting
from waypost.plans.queries.line_of_sight import (
    SightAction,
    SightLine,
    line_of_sight,
    sight_action,
    title,
)
from waypost.plans.queries.rewording import Piece, Wording, changed_words, doubted_on, wordings
from waypost.plans.queries.served import Served, served_parts
from waypost.plans.queries.wording import Reader, listed

PARTS = ("team", "strategies", "actions", "people", *parts.PARTS)


@dataclass(frozen=True, kw_only=True, slots=True)
class AskAgain:
    """Answers that were given to an earlier wording, and what changed in it, if that is known."""

    title: str
    pieces: tuple[Piece, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StrategySection:
    """One strategy at length. ``ask`` is what is asked of whoever is looking."""

    code: str
    title: str
    statement: str
    wording: int
    note: str
    goes_by_title: bool  # the title is not all it says
    serves: tuple[Served, ...]
    communicate: str
    is_told: bool
    seats: tuple[Seat, ...]
    untold: int
    untold_codes: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    waiting: Waiting | None
    ask: Ask | None
    ask_again: AskAgain | None


@dataclass(frozen=True, kw_only=True, slots=True)
class StrategyPage:
    name: str
    team: tuple[TeamMember, ...]
    me: TeamMember | None
    sight: tuple[SightLine, ...]
    strategies: tuple[StrategySection, ...]

    @property
    def silent(self) -> int:
        """How many people to remind in one step; none where one strategy alone waits for them."""
        waiting = [section.waiting.codes for section in self.strategies if section.waiting]
        return len(set(chain(*waiting))) if len(waiting) > 1 else 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One wording of a strategy with what it changed in the one before."""

    number: int
    pieces: tuple[Piece, ...]
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OneStrategy:
    """One strategy with all its actions and the wordings it has had, newest first."""

    name: str
    team: tuple[TeamMember, ...]
    section: StrategySection
    actions: tuple[SightAction, ...]
    turns: tuple[Turn, ...]


def strategy_page(access: Access, today: date) -> StrategyPage:
    """The strategies of an account as far as the person may see them."""
    page = Page(access, today)
    plan = page.reader.plan
    return StrategyPage(
        name=plan.account.name,
        team=plan.team,
        me=next((member for member in plan.team if member.id == access.member_code), None),
        sight=line_of_sight(page.reader, page.served, access.account.pk),
        strategies=tuple(page.section(strategy) for strategy in plan.strategies),
    )


def one_strategy(access: Access, code: str, today: date) -> OneStrategy:
    """The strategy with this id; Http404 where the plan has none."""
    page = Page(access, today)
    plan = page.reader.plan
    strategy = next((found for found in plan.strategies if found.id == code), None)
    if strategy is None:
        raise Http404
    return OneStrategy(
        name=plan.account.name,
        team=plan.team,
        section=page.section(strategy),
        actions=tuple(
            sight_action(action, page.reader, access.account.pk)
            for action in plan.short_term_plan.actions
            if action.achieves == code
        ),
        turns=_turns(page.history.get(code, ()), page.reader),
    )


def strategy_of(access: Access, code: str) -> StrategyRow:
    """The row of a strategy, for what is to be written; Http404 where there is none."""
    rows = StrategyRow.objects.live().filter(account=access.account).select_related("ref")
    return get_object_or_404(rows, ref__code=code)


def parts_to_serve(access: Access, today: date) -> tuple[Served, ...]:
    """What a strategy of the account can serve."""
    reader = Reader(plan_for(access, ("strategies", *parts.PARTS)), today)
    unnamed = (
        Served(code=code, text=text, short=text) for code, text in goals_to_name(access.account)
    )
    return (*served_parts(reader, access.account.pk).values(), *unnamed)


def asked_members(access: Access) -> list[MemberRow]:
    """The rows of those who are asked to commit to strategies, in the order of the team."""
    asked = {member.id for member in plan_for(access, ("team",)).team if is_asked(member)}
    return [member for member in team_with_log_ins(access.account) if member.ref.code in asked]


def asked_member(access: Access, code: str) -> MemberRow:
    """One of them; Http404 for anybody else."""
    found = next((who for who in asked_members(access) if who.ref.code == code), None)
    if found is None:
        raise Http404
    return found


class Page:
    """The plan with what its strategies are read with; the same few queries for any number."""

    def __init__(self, access: Access, today: date) -> None:
        self.access = access
        self.reader = Reader(plan_for(access, PARTS), today)
        self.served: Mapping[str, Served] = served_parts(self.reader, access.account.pk)
        self.history = wordings(access.account.pk)
        self.doubted = doubted_on(access.account.pk)
        self.noted: frozenset[str] = frozenset()  # the ids of those whose answer is noted for them
        if access.role == AccessRole.LEAD:
            rows = _members().rows({ACCOUNT: access.account.pk})
            members = [as_model(MemberRow, row, "ref", "user") for row in rows]
            self.noted = frozenset(
                member.ref.code for member in members if not answers_alone(member)
            )

    def section(self, strategy: Strategy) -> StrategySection:
        found = commitment(self.reader.plan, strategy)
        wording, name = strategy.wording_version or 1, title(strategy.statement)
        return StrategySection(
            code=strategy.id,
            title=name,
            goes_by_title=name != strategy.statement.strip().removesuffix("."),
            statement=strategy.statement,
            wording=wording,
            note=self._note(strategy.id, wording),
            serves=tuple(self.served[code] for code in strategy.serves if code in self.served),
            communicate=strategy.communicate or "",
            is_told=found.asked > found.not_told,
            seats=seats(found, self.access, self.noted),
            untold=found.not_told,
            untold_codes=_ids(found.of(Answer.NOT_TOLD)),
            doubts=doubts(found, self.access, self.reader, self.doubted),
            waiting=waiting(found, self.access, self.reader),
            ask=ask(found, self.access, self.reader),
            ask_again=self._ask_again(found, wording),
        )

    def _note(self, code: str, wording: int) -> str:
        """wording 2, 12 Oct."""
        words: dict[str, object] = {"number": wording}
        known = self.history.get(code, ())
        if known and known[-1].number == wording and known[-1].on:
            words["day"] = self.reader.day(known[-1].on)
            return _("wording %(number)s, %(day)s") % words
        return _("wording %(number)s") % words

    def _ask_again(self, found: Commitments, wording: int) -> AskAgain | None:
        stale = found.of(Answer.ASK_AGAIN)
        if not stale:
            return None
        told = max(given.record.version or 1 for given in stale if given.record)
        texts = {known.number: known.text for known in self.history.get(found.strategy.id, ())}
        pieces = changed_words(texts[told], found.strategy.statement) if told in texts else ()
        words = {"new": wording, "count": len(stale), "old": told}
        sentence = ngettext(
            "Wording %(new)s changed what it says. %(count)s person was told wording %(old)s.",
            "Wording %(new)s changed what it says. %(count)s people were told wording %(old)s.",
            len(stale),
        )
        return AskAgain(title=sentence % words, pieces=pieces, codes=_ids(stale))


def _ids(answers: Iterable[MemberAnswer]) -> tuple[str, ...]:
    return tuple(given.member.id for given in answers)


def _turns(known: Sequence[Wording], reader: Reader) -> tuple[Turn, ...]:
    """The wordings, newest first; the first one changed nothing."""
    befores = [found.text for found in known[:1]] + [found.text for found in known]
    turns = [
        Turn(
            number=found.number,
            pieces=changed_words(before, found.text),
            by=listed(reader.day(found.on), found.by),
        )
        for before, found in zip(befores, known, strict=False)
    ]
    return tuple(reversed(turns))


@cache
def _members() -> Statement:
    team = MemberRow.objects.live().filter(account=ACCOUNT).order_by("pk")
    return write(team, *columns(MemberRow, "ref", "user"))
