"""What each member says to a strategy, in words, and what is asked of whoever is looking."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.method.strategies import Answer, Commitments, MemberAnswer
from waypost.plans.policies import can_answer
from waypost.plans.queries.wording import Reader, listed, names
from waypost.ui.formats import days_ago

# How an answer is drawn: the names of {% mark %}.
MARKS = {
    Answer.COMMITTED: "committed",
    Answer.TOLD: "told",
    Answer.DOUBT: "doubt",
    Answer.ASK_AGAIN: "told",
    Answer.NOT_TOLD: "untold",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """One member's mark; ``can_answer``: whoever is looking may give or note the answer."""

    code: str
    name: str
    mark: str
    word: str
    is_me: bool
    can_answer: bool
    can_be_told: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """The member alone."""
        return (self.code,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """A doubt in the words of who has it; ``code`` is their id where they can be answered."""

    text: str
    by: str
    code: str
    first_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """Those who were told before today and have not answered, to be asked once more."""

    sentence: str
    word: str
    codes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """What a member has to answer; ``code`` is the member's own id."""

    sentence: str
    code: str
    can_answer: bool


def seats(found: Commitments, access: Access, noted: Collection[str]) -> tuple[Seat, ...]:
    """Everybody who is asked, in the order of the team."""
    return tuple(_seat(given, access, noted) for given in found.answers)


def doubts(
    found: Commitments,
    access: Access,
    reader: Reader,
    doubted: Mapping[tuple[str, str], date],
) -> tuple[Doubt, ...]:
    """What is in the way; ``doubted`` says when that was said, by strategy and member."""
    return tuple(
        Doubt(
            text=given.record.doubts,
            by=_by(given, reader, doubted.get((found.strategy.id, given.member.id))),
            code=given.member.id
            if access.can_comment and given.member.id != access.member_code
            else "",
            first_name=_first_name(given),
        )
        for given in found.answers
        if given.record and given.record.doubts
    )


def waiting(found: Commitments, access: Access, reader: Reader) -> Waiting | None:
    """Whom to ask once more; None for whoever does not edit the plan."""
    late = [
        given
        for given in found.of(Answer.TOLD)
        if given.member.id != access.member_code
        and not (given.record and given.record.told == reader.today)
    ]
    if not (late and access.can_edit_plan):
        return None
    told = late[0].record.told if late[0].record else None
    if len(late) == 1 and told:
        words = {"day": reader.day(told), "ago": days_ago(told, reader.today)}
        sentence = _("%(name)s was told on %(day)s and has not answered. %(ago)s.")
        sentence %= {**words, "name": late[0].member.name}
    else:
        sentence = _("Without an answer: %(names)s.")
        sentence %= {"names": names([given.member.name for given in late])}
    word = _("Ask %(name)s") % {"name": _first_name(late[0])}
    return Waiting(
        sentence=sentence,
        word=word if len(late) == 1 else _("Ask all %(count)s") % {"count": len(late)},
        codes=tuple(given.member.id for given in late),
    )


def ask(found: Commitments, access: Access, reader: Reader) -> Ask | None:
    """What is asked of the person; None where they have answered, or are not asked."""
    mine = next((given for given in found.answers if given.member.id == access.member_code), None)
    if mine is None or mine.answer in (Answer.COMMITTED, Answer.DOUBT):
        return None
    can = can_answer(access, mine.member.id, alone=True)
    return Ask(sentence=_asked(mine, reader, can), code=mine.member.id, can_answer=can)


def _asked(mine: MemberAnswer, reader: Reader, can: bool) -> str:
    if not can:
        return _("You are asked too. Tell the account lead what you say to it.")
    told = mine.record.told if mine.record else None
    if mine.answer is Answer.ASK_AGAIN:
        return _("You were told an earlier wording. Do you say yes to this one?")
    if mine.answer is Answer.NOT_TOLD or told is None:
        return _("You have not said yes to this yet.")
    words = {"day": reader.day(told), "ago": days_ago(told, reader.today)}
    if told == reader.today:
        return _("You were told of this today. Do you say yes?")
    return _("You were told of this on %(day)s and have not answered. %(ago)s.") % words


def _seat(given: MemberAnswer, access: Access, noted: Collection[str]) -> Seat:
    code = given.member.id
    return Seat(
        code=code,
        name=given.member.name,
        mark=MARKS[given.answer],
        word=_("Ask again") if given.answer is Answer.ASK_AGAIN else "",
        is_me=code == access.member_code,
        can_answer=can_answer(access, code, alone=code not in noted),
        can_be_told=(
            access.can_edit_plan and given.answer is Answer.NOT_TOLD and code != access.member_code
        ),
    )


def _first_name(given: MemberAnswer) -> str:
    """What we call them; somebody external may be a company."""
    return given.member.name if given.member.external else given.member.name.split()[0]


def _by(given: MemberAnswer, reader: Reader, on: date | None) -> str:
    """Jonas Brandt, committed, 26 Nov; told 5 Nov where nobody knows when it was said."""
    told = given.record.told if given.record else None
    return listed(
        given.member.name,
        _("committed all the same") if given.answer is Answer.COMMITTED else "",
        _("of an earlier wording") if given.answer is Answer.ASK_AGAIN else "",
        reader.day(on) if on else _("told %(day)s") % {"day": reader.day(told)} if told else "",
    )
