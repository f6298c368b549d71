"""Rounds of input: the order of answers, their ranking, how far people are apart (SES-1).

Everybody answers alone, and nobody's answer is seen before all are. What a leader thinks comes
last, so that it does not lead; where people are far apart is what a session is worth holding for.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import Final, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")
Apart = Callable[[Answer, Answer], Fraction]

# Answers that stand on a line, from one end to the other.
COLOURS: Final = ("green", "amber", "red")
DISPOSITIONS: Final = ("against us", "wary", "neutral", "open", "ally")
MOST_ON_ONE: Final = 3  # dots of one person on one answer
CLOSE: Final = Fraction(1, 4)
APART: Final = Fraction(1, 2)


class Spread(StrEnum):
    """How far people are apart, in a word."""

    AGREED = "agreed"
    CLOSE = "close"
    APART = "apart"
    FAR = "far apart"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked(Generic[Key]):
    """An answer with its ``dots`` and its place; ``is_tied`` where it shares that place."""

    key: Key
    dots: int
    place: int
    is_tied: bool


def leader_last(shuffled: Iterable[Key], leader: Collection[Key]) -> tuple[Key, ...]:
    """The order of the reveal: as chance has it, but what the leader wrote comes last (SES-1)."""
    return tuple(sorted(shuffled, key=lambda key: key in leader))


def ranking(dots: Mapping[Key, int]) -> tuple[Ranked[Key], ...]:
    """Most dots first. Who has as many shares the place, and the next ones are further down:
    1, 2, 2, 4 (SES-1)."""
    counts = list(dots.values())
    found = (
        Ranked(
            key=key,
            dots=count,
            place=1 + sum(other > count for other in counts),
            is_tied=counts.count(count) > 1,
        )
        for key, count in dots.items()
    )
    return tuple(sorted(found, key=lambda one: one.place))


def can_spend(ballot: Mapping[Key, int], key: Key, dots: int) -> bool:
    """Whether another dot may go to this answer: of all ``dots`` one is left, and not more than
    `MOST_ON_ONE` stand there."""
    return sum(ballot.values()) < dots and ballot.get(key, 0) < MOST_ON_ONE


def disagreement(answers: Sequence[Answer], apart: "Apart[Answer]") -> Fraction | None:
    """How far two people are apart on average, over all pairs: 0 all say the same, 1 no two could
    differ more (SES-1). None with fewer than two answers."""
    pairs = list(combinations(answers, 2))
    if not pairs:
        return None
    return sum((apart(one, other) for one, other in pairs), Fraction()) / len(pairs)


def on_line(line: Sequence[str]) -> "Apart[str]":
    """Two answers are apart by how many steps of the line lie between them."""
    places = {word: place for place, word in enumerate(line)}
    return lambda one, other: Fraction(abs(places[one] - places[other]), len(line) - 1)


def differs(one: object, other: object) -> Fraction:
    """Answers that stand on no line are the same or not."""
    return Fraction(one != other)


def ballots_apart(one: Mapping[Key, int], other: Mapping[Key, int]) -> Fraction:
    """The share of their dots that two people gave to different answers; nobody's are empty."""
    mine, theirs = sum(one.values()), sum(other.values())
    same = sum(
        min(Fraction(count, mine), Fraction(other.get(key, 0), theirs))
        for key, count in one.items()
    )
    return 1 - Fraction(same)


def spread(disagreement: Fraction) -> Spread:
    """The same in a word: up to a quarter is close, beyond a half is far apart."""
    if not disagreement:
        return Spread.AGREED
    if disagreement <= CLOSE:
        return Spread.CLOSE
    return Spread.APART if disagreement <= APART else Spread.FAR


def most_apart_first(topics: Iterable[tuple[Key, Fraction | None]]) -> tuple[Key, ...]:
    """The agenda in the order of what there is to talk about; what nobody answered stays last,
    equal ones as they stood (SES-1)."""
    found = sorted(topics, key=lambda one: 1 if one[1] is None else -one[1])
    return tuple(key for key, _apart in found)
