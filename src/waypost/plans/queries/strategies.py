"""The strategies, and who of the team is behind each (STR)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.method.plan import Strategy, TeamMember
from waypost.method.strategies import Answer, Commitments, MemberAnswer, commitment
from waypost.plans.queries.wording import Reader, known, serving


@dataclass(frozen=True, kw_only=True, slots=True)
class StrategyLine:
    """``untold`` stands beside an amber light; ``doubts`` are in the words of who has them."""

    code: str
    statement: str
    facts: tuple[str, ...]
    untold: str
    committed: tuple[TeamMember, ...]
    answers: tuple[str, ...]
    doubts: tuple[tuple[str, str], ...]


def strategies(reader: Reader, me: str | None) -> tuple[StrategyLine, ...]:
    """The strategies in the order of the plan; ``me`` is the id of who is looking."""
    return tuple(_line(strategy, reader, me) for strategy in reader.plan.strategies)


def _line(strategy: Strategy, reader: Reader, me: str | None) -> StrategyLine:
    found = commitment(reader.plan, strategy)
    told = [answer.record.told for answer in found.answers if answer.record and answer.record.told]
    is_told = found.asked > found.not_told
    return StrategyLine(
        code=strategy.id,
        statement=strategy.statement,
        facts=known(
            serving(strategy.serves) or _("serves no objective yet"),
            _told(found, max(told, default=None), reader) if is_told else "",
            strategy.communicate or "",
        ),
        untold="" if is_told else _("Not yet communicated"),
        committed=tuple(answer.member for answer in found.of(Answer.COMMITTED)),
        answers=_answers(found, me),
        doubts=tuple(
            (answer.record.doubts, answer.member.name)
            for answer in found.answers
            if answer.record and answer.record.doubts
        ),
    )


def _told(found: Commitments, last: date | None, reader: Reader) -> str:
    words = {"told": found.asked - found.not_told, "asked": found.asked, "day": reader.day(last)}
    if last is None:
        return _("told %(told)s of %(asked)s") % words
    return _("told %(told)s of %(asked)s, last %(day)s") % words


def _answers(found: Commitments, me: str | None) -> tuple[str, ...]:
    """4 of 5, 1 doubt, asked you."""
    mine = next((answer for answer in found.answers if answer.member.id == me), None)
    count = {"committed": found.committed, "asked": found.asked}
    return known(
        _("%(committed)s of %(asked)s") % count if found.committed else _("nobody"),
        _counted(ngettext("%(count)s doubt", "%(count)s doubts", found.doubt), found.doubt),
        _counted(_("%(count)s to ask again"), found.ask_again),
        _("asked you") if mine and _is_asked(mine) else "",
    )


def _counted(words: str, count: int) -> str:
    return words % {"count": count} if count else ""


def _is_asked(mine: MemberAnswer) -> bool:
    """Whether an answer is awaited: told without one, or told an earlier wording."""
    return mine.answer in {Answer.TOLD, Answer.ASK_AGAIN}
