"""Who of the team was told of a strategy, is committed to it, or doubts it (STR-3)."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from waypost.method.plan import Commitment, Plan, Strategy, TeamMember
from waypost.method.team import Function, function_of

MANAGERS = frozenset({Function.FIRST_LINE, Function.SENIOR})


class Answer(StrEnum):
    """What one member says to one strategy."""

    COMMITTED = "committed"
    TOLD = "told"
    DOUBT = "doubt"
    ASK_AGAIN = "ask again"
    NOT_TOLD = "not told"


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberAnswer:
    """One member's answer, with the record it is read from; None when there is none."""

    member: TeamMember
    answer: Answer
    record: Commitment | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Commitments:
    """The answers of everybody who is asked, in the order of the team, and how many gave each."""

    strategy: Strategy
    answers: tuple[MemberAnswer, ...]
    committed: int
    told: int
    doubt: int
    ask_again: int
    not_told: int

    @property
    def asked(self) -> int:
        """How many are asked."""
        return len(self.answers)

    def of(self, answer: Answer) -> tuple[MemberAnswer, ...]:
        """Those who gave this answer."""
        return tuple(given for given in self.answers if given.answer is answer)


def is_asked(member: TeamMember) -> bool:
    """Whether a member is asked to commit to strategies (STR-3).

    Everybody with a part in the relationship is, partners and those who are not in the planning
    included; first-line and second-level management is not: it keeps the team honest and accepts.
    """
    return function_of(member) not in MANAGERS


def commitment(plan: Plan, strategy: Strategy) -> Commitments:
    """What each member of the team says to a strategy (STR-3).

    Not told: no record of telling and no answer. Ask again: told an earlier wording than the
    strategy has now, whatever the answer was. Committed: said yes, perhaps with a doubt. Doubt:
    said no, or gave a doubt for an answer. Told: has not answered yet.
    """
    records = {record.who: record for record in strategy.members}
    answers = tuple(
        MemberAnswer(member=member, answer=_answer(strategy, record), record=record)
        for member in plan.team
        if is_asked(member)
        for record in (records.get(member.id),)
    )
    counts = Counter(given.answer for given in answers)
    return Commitments(
        strategy=strategy,
        answers=answers,
        committed=counts[Answer.COMMITTED],
        told=counts[Answer.TOLD],
        doubt=counts[Answer.DOUBT],
        ask_again=counts[Answer.ASK_AGAIN],
        not_told=counts[Answer.NOT_TOLD],
    )


def _answer(strategy: Strategy, record: Commitment | None) -> Answer:
    if record is None or (record.told, record.committed, record.doubts) == (None, None, None):
        return Answer.NOT_TOLD
    if (record.version or strategy.wording_version or 1) < (strategy.wording_version or 1):
        return Answer.ASK_AGAIN
    if record.committed:
        return Answer.COMMITTED
    if record.committed is False or record.doubts:
        return Answer.DOUBT
    return Answer.TOLD
