"""Accounts classed A / B / C across the portfolio, as opportunities within one (ROTI-1, ROTI-3).

What an account can bring is the best set of its opportunities for the hours there are (ROTI-4). Two
sides are compared with the other accounts in the same currency:

- its potential: high from the average of those that can bring anything on; low below half of that;
- its return: what an hour of that set brings, high from the average of an hour over all of them on;
  low below half of that.

A: the potential is high and the return is not low.
C: the return is low; or the potential is, and the return is not high.
B: everything between. C as well where nothing is expected to earn anything; no class while no
opportunity is rated, or there is no other account to compare with.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from waypost.method.allocation import MOST_HOURS, allocate
from waypost.method.plan import Opportunity, Tier
from waypost.method.roti import HALF, Level, expected, hours_of
from waypost.method.words import Value, Words, gettext_noop, words

NOTHING = Decimal(0)


class Because(StrEnum):
    """Why a class is suggested for an account, or none."""

    NOT_RATED = "not rated"
    EARNS_NOTHING = "earns nothing"
    ALONE = "alone"
    POTENTIAL = "potential"
    RETURN = "return"
    NO_HOURS = "no hours"
    TOO_FEW_HOURS = "too few hours"


SENTENCES = {
    Because.NOT_RATED: gettext_noop(
        "What it can bring is unknown: no opportunity has a margin, a chance and hours."
    ),
    Because.EARNS_NOTHING: gettext_noop(
        "Nothing that fits its hours is expected to earn anything."
    ),
    Because.ALONE: gettext_noop("There is no other account in its currency to compare it with."),
    Because.POTENTIAL: gettext_noop(
        "Its potential is %(level)s: number %(rank)s of %(rated)s accounts in %(currency)s."
    ),
    Because.RETURN: gettext_noop(
        "What it brings an hour is %(level)s: number %(rank)s of %(rated)s."
    ),
    Because.NO_HOURS: gettext_noop(
        "How many hours there are for it is not said, so all its opportunities count."
    ),
    Because.TOO_FEW_HOURS: gettext_noop(
        "Its opportunities ask for %(asked)s hours and there are %(there)s: what does not fit them "
        "does not count."
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Potential:
    """What the opportunities of an account can bring (ROTI-4).

    ``brings`` in units of the currency, ``takes`` and ``asked`` in hours: those of the set that is
    taken, and those of all opportunities that are rated.
    """

    brings: Decimal
    takes: Decimal
    asked: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """An account to be classed; ``there`` are the hours there are for its opportunities."""

    currency: str
    potential: Potential | None
    there: Decimal | None = None

    @property
    def per_hour(self) -> Decimal | None:
        """What an hour brings, in units of the currency; None while nothing takes any."""
        found = self.potential
        return found.brings / found.takes if found and found.takes else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One reason of a suggested class, and the sentence that says it."""

    because: Because
    words: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """The class that the figures of an account suggest (ROTI-1); None where they suggest none."""

    tier: Tier | None
    reasons: tuple[Reason, ...]


def potential(
    opportunities: Sequence[Opportunity],
    there: Decimal | None,
    *,
    keep: Collection[str] = (),
    drop: Collection[str] = (),
) -> Potential | None:
    """What the opportunities bring in the hours there are (ROTI-4); None while none is rated.

    ``keep`` and ``drop`` are the ids that the team has decided about. Where nobody has said how
    many hours there are, all count that are expected to earn anything.
    """
    rated = [one for one in opportunities if expected(one) is not None and hours_of(one)]
    if not rated:
        return None
    asked = _hours(rated)
    room = MOST_HOURS if there is None else min(there, MOST_HOURS)
    found = allocate(rated, room, keep=keep, drop=drop)
    return Potential(brings=found.expected, takes=found.uses, asked=asked)


class Ranking:
    """Accounts compared with each other, those of each currency apart: nothing is converted."""

    def __init__(self, accounts: Iterable[Candidate]) -> None:
        grouped: dict[str, list[Candidate]] = {}
        for one in accounts:
            if one.per_hour is not None and one.per_hour > 0:
                grouped.setdefault(one.currency, []).append(one)
        self._compared = {currency: _Compared(group) for currency, group in grouped.items()}

    def suggest(self, one: Candidate) -> Suggestion:
        """The class of one of these accounts, with the reasons (ROTI-1, ROTI-3)."""
        if one.potential is None:
            return Suggestion(tier=None, reasons=(_because(Because.NOT_RATED),))
        hours = _about_hours(one, one.potential)
        if one.per_hour is None or one.per_hour <= 0:
            return Suggestion(tier=Tier.C, reasons=(_because(Because.EARNS_NOTHING), *hours))
        among = self._compared.get(one.currency)
        if among is None or len(among.sizes) < 2:
            return Suggestion(tier=None, reasons=(_because(Because.ALONE), *hours))
        return among.suggest(one.potential.brings, one.per_hour, one.currency, hours)


class _Compared:
    """The accounts of one currency that are expected to bring anything."""

    def __init__(self, accounts: Sequence[Candidate]) -> None:
        found = [one.potential for one in accounts if one.potential]
        self.sizes = sorted(one.brings for one in found)
        self._returns = sorted(one.per_hour for one in accounts if one.per_hour)
        brings = sum(self.sizes, NOTHING)
        self._size = brings / len(found)
        self._return = brings / sum((one.takes for one in found), NOTHING)

    def suggest(
        self, brings: Decimal, per_hour: Decimal, currency: str, hours: tuple[Reason, ...]
    ) -> Suggestion:
        size, returns = _level(brings, self._size), _level(per_hour, self._return)
        rated = len(self.sizes)
        first: dict[str, Value] = {"rank": _rank(brings, self.sizes), "rated": rated}
        then: dict[str, Value] = {"rank": _rank(per_hour, self._returns), "rated": rated}
        return Suggestion(
            tier=_suggested(size, returns),
            reasons=(
                _because(Because.POTENTIAL, level=size, **first, currency=currency),
                _because(Because.RETURN, level=returns, **then),
                *hours,
            ),
        )


def _suggested(size: Level, returns: Level) -> Tier:
    if returns is Level.LOW or (size is Level.LOW and returns is not Level.HIGH):
        return Tier.C
    return Tier.A if size is Level.HIGH else Tier.B


def _level(found: Decimal, average: Decimal) -> Level:
    if found < average * HALF:
        return Level.LOW
    return Level.HIGH if found >= average else Level.MEDIUM


def _rank(found: Decimal, among: Sequence[Decimal]) -> int:
    """From 1, the highest first; ``among`` are sorted, the lowest first."""
    return 1 + len(among) - bisect_right(among, found)


def _hours(opportunities: Sequence[Opportunity]) -> Decimal:
    return sum((hours_of(one) or NOTHING for one in opportunities), NOTHING)


def _about_hours(one: Candidate, found: Potential) -> tuple[Reason, ...]:
    if one.there is None:
        return (_because(Because.NO_HOURS),)
    if found.asked > one.there:
        return (_because(Because.TOO_FEW_HOURS, asked=found.asked, there=one.there),)
    return ()


def _because(reason: Because, **values: Value) -> Reason:
    return Reason(because=reason, words=words(SENTENCES[reason], **values))
