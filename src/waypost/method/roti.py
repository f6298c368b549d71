"""Return on the time invested: what an opportunity brings an hour, and its class (ROTI).

An opportunity returns its margin times its chance, divided by the hours it takes. One that lacks a
figure, or takes no hours, is not rated. A class is suggested from two sides (ROTI-3):

- its return: high from the average of an hour on, over all that are expected to earn anything; low
  below half of that, and where nothing is earned;
- our value to them: high where their need, and the importance of our products to their business,
  are both high; low where one of them is low; medium between.

A: both are high, it is profitable, and that part of their business does not decline.
C: one of them is low, or it is not profitable.
B: everything between; nothing while one of them cannot be told and the other is not low.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from waypost.method.plan import EightQuestions, Opportunity, Tier
from waypost.method.words import Value, Words, gettext_noop, words

HALF = Decimal("0.5")  # of the average return; below it a return is low


class Level(StrEnum):
    """How much an answer says; ``OTHER`` is one in words of its own."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    OTHER = "not graded"
    UNKNOWN = "unknown"


# The first that the answer begins with counts: “no idea” before “no”.
LEVELS = {
    Level.UNKNOWN: r"$|unknown|unclear|unsure|not (?:known|clear|sure)|no idea|don['’]t know"
    r"|nobody knows|tb[cd]|n/a",
    Level.HIGH: "(?:very )?(?:high|strong|large|big|great|important)|urgent|critical",
    Level.MEDIUM: "medium|moderate|middle|average|some|fair",
    Level.LOW: "(?:very )?(?:low|little|small|weak)|minor|slight|none|not?",
}
EARNS = re.compile(r"(?:yes|very|high|good|medium)\b")
EARNS_NOTHING = re.compile(r"(?:not?|never|negative|loss)\b")
DECLINES = re.compile("declin|shrink|fall")

QUESTIONS: dict[str, Callable[[EightQuestions], str | None]] = {
    gettext_noop("current need"): lambda q: q.need,
    gettext_noop("growing, static or declining"): lambda q: q.part,
    gettext_noop("where and how large"): lambda q: q.where,
    gettext_noop("profitable"): lambda q: q.profitable,
    gettext_noop("importance to their business"): lambda q: q.importance_to_them,
    gettext_noop("our history"): lambda q: q.history,
    gettext_noop("how well we know those who decide"): lambda q: q.knowledge,
}

VALUE_QUESTIONS = ("current need", "importance to their business")  # they tell our value to them


class Because(StrEnum):
    """Why a class is suggested, or none."""

    RETURN = "return"
    NOT_RATED = "not rated"
    VALUE = "value to them"
    NOT_PROFITABLE = "not profitable"
    PROFIT_OPEN = "profit is open"
    DECLINES = "declines"


SENTENCES = {
    Because.RETURN: gettext_noop(
        "Its return an hour is %(level)s: number %(rank)s of %(rated)s that are rated."
    ),
    Because.NOT_RATED: gettext_noop("Its return an hour is unknown: a figure is missing."),
    Because.VALUE: gettext_noop(
        "Our value to them is %(level)s: their need is %(need)s, the importance to their business "
        "%(importance)s."
    ),
    Because.NOT_PROFITABLE: gettext_noop("It is not profitable."),
    Because.PROFIT_OPEN: gettext_noop("Whether it is profitable is not answered with a yes."),
    Because.DECLINES: gettext_noop("That part of their business declines."),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One reason of a suggested class, and the sentence that says it."""

    because: Because
    words: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Rating:
    """How one opportunity compares with the others of its account (ROTI-1, ROTI-3).

    ``per_hour`` is in units of the currency; ``rank`` counts from 1, the highest return first,
    equal ones alike, among as many as are ``rated``. ``brings`` and ``value`` are the two sides of
    ``suggested``, see the head of this module.
    """

    opportunity: Opportunity
    per_hour: Decimal | None
    rank: int | None
    rated: int
    brings: Level
    need: Level
    importance: Level
    value: Level
    suggested: Tier | None
    reasons: tuple[Reason, ...]


def ratings(opportunities: Sequence[Opportunity]) -> tuple[Rating, ...]:
    """The opportunities of an account in their order, rated against each other (ROTI-1, ROTI-3)."""
    returns = sorted(found for one in opportunities if (found := per_hour(one)) is not None)
    average = average_per_hour(opportunities)
    return tuple(_rating(one, returns, average) for one in opportunities)


def hours_of(opportunity: Opportunity) -> Decimal | None:
    """The hours an opportunity takes: those planned for it, else those answered in ROTI-2."""
    return opportunity.q.hours if opportunity.hours is None else opportunity.hours


def expected(opportunity: Opportunity) -> Decimal | None:
    """Margin times chance in units of the currency; None while one is unknown (ROTI-4)."""
    if opportunity.margin is None or opportunity.chance is None:
        return None
    return opportunity.margin * opportunity.chance


def per_hour(opportunity: Opportunity) -> Decimal | None:
    """Expected margin an hour; None while a figure is unknown, and when it takes no hours."""
    earns, hours = expected(opportunity), hours_of(opportunity)
    return earns / hours if earns is not None and hours else None


def average_per_hour(opportunities: Sequence[Opportunity]) -> Decimal | None:
    """What an hour brings over all opportunities that are expected to earn anything (ROTI-3)."""
    earned = worked = Decimal(0)
    for one in opportunities:
        earns, hours = expected(one), hours_of(one)
        if earns and hours and earns > 0:
            earned, worked = earned + earns, worked + hours
    return earned / worked if worked else None


def unanswered(questions: EightQuestions) -> tuple[str, ...]:
    """Which of the eight questions are not answered, the hours apart (ROTI-2)."""
    return tuple(name for name, ask in QUESTIONS.items() if level(ask(questions)) is Level.UNKNOWN)


def level(answer: str | None) -> Level:
    """How much an answer in words says: “high”, “Low for now”, “?” (ROTI-2)."""
    said = _plain(answer)
    return next(
        (found for found, words in LEVELS.items() if re.match(rf"(?:{words})(?!\w)", said)),
        Level.OTHER,
    )


def _rating(one: Opportunity, returns: list[Decimal], average: Decimal | None) -> Rating:
    found = per_hour(one)
    rank = None if found is None else 1 + len(returns) - bisect_right(returns, found)
    brings = _brings(found, average)
    need, importance = level(one.q.need), level(one.q.importance_to_them)
    value = _value(need, importance)
    reasons = [
        _because(Because.NOT_RATED)
        if rank is None
        else _because(Because.RETURN, level=brings, rank=rank, rated=len(returns)),
        _because(
            Because.VALUE,
            level=value,
            need=one.q.need or need,
            importance=one.q.importance_to_them or importance,
        ),
        *_reservations(one.q),
    ]
    return Rating(
        opportunity=one,
        per_hour=found,
        rank=rank,
        rated=len(returns),
        brings=brings,
        need=need,
        importance=importance,
        value=value,
        suggested=_suggested(brings, value, [reason.because for reason in reasons]),
        reasons=tuple(reasons),
    )


def _brings(found: Decimal | None, average: Decimal | None) -> Level:
    if found is None:
        return Level.UNKNOWN
    if average is None or found < average * HALF:
        return Level.LOW
    return Level.HIGH if found >= average else Level.MEDIUM


def _value(need: Level, importance: Level) -> Level:
    both = (need, importance)
    if Level.LOW in both:
        return Level.LOW
    least_known = (Level.UNKNOWN, Level.OTHER, Level.MEDIUM)
    return next((found for found in least_known if found in both), Level.HIGH)


def _reservations(questions: EightQuestions) -> list[Reason]:
    """What keeps an opportunity from class A whatever its return."""
    found = []
    profitable = _plain(questions.profitable)
    if EARNS_NOTHING.match(profitable) and level(profitable) is not Level.UNKNOWN:
        found.append(_because(Because.NOT_PROFITABLE))
    elif not EARNS.match(profitable):
        found.append(_because(Because.PROFIT_OPEN))
    if DECLINES.match(_plain(questions.part)):
        found.append(_because(Because.DECLINES))
    return found


def _suggested(brings: Level, value: Level, reasons: list[Because]) -> Tier | None:
    sides = (brings, value)
    if Level.LOW in sides or Because.NOT_PROFITABLE in reasons:
        return Tier.C
    if Level.UNKNOWN in sides or Level.OTHER in sides:
        return None
    reserved = Because.PROFIT_OPEN in reasons or Because.DECLINES in reasons
    return Tier.A if sides == (Level.HIGH, Level.HIGH) and not reserved else Tier.B


def _plain(answer: str | None) -> str:
    return " ".join((answer or "").casefold().split()).strip(" .?!–—-")


def _because(reason: Because, **values: Value) -> Reason:
    return Reason(because=reason, words=words(SENTENCES[reason], **values))
