"""The best set of opportunities for the hours there are (ROTI-4): exact, not greedy.

A 0/1 knapsack, by dynamic programming over the hours that a set can use. Hours and margins are
scaled to whole numbers, so nothing is rounded. Opportunities come in the order of their return an
hour; of all sets of the first ones only those are kept that no other set beats with fewer hours,
and only while the bound of the relaxed problem, in which the last opportunity may be taken in part,
does not fall below what some set is known to bring.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from math import gcd, lcm

from waypost.method.plan import Opportunity
from waypost.method.roti import expected, hours_of, per_hour
from waypost.method.words import Words, gettext_noop, words

MOST_HOURS = Decimal(100_000)
NOTHING = Decimal(0)


class Because(StrEnum):
    """Why an opportunity is left out."""

    NO_MARGIN = "no margin"
    NO_CHANCE = "no chance"
    NO_HOURS = "no hours"
    EARNS_NOTHING = "earns nothing"
    NO_ROOM = "no room"
    DROPPED = "dropped"


SENTENCES = {
    Because.NO_MARGIN: gettext_noop("The margin is not known."),
    Because.NO_CHANCE: gettext_noop("The chance is not known."),
    Because.NO_HOURS: gettext_noop("The hours are not known."),
    Because.EARNS_NOTHING: gettext_noop("It is not expected to earn anything."),
    Because.NO_ROOM: gettext_noop("It takes %(lacks)s hours more than are left."),
    Because.DROPPED: gettext_noop("The team has dropped it."),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """An opportunity that is left out, and why; ``lacks`` are the hours that it takes beyond those
    left over, when these are what is in its way."""

    opportunity: Opportunity
    because: Because
    words: Words
    lacks: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Allocation:
    """What to take, in the order of the plan, and what that leaves out (ROTI-4).

    ``uses`` is in hours, ``expected`` in units of the currency. ``drop_first`` is what returns
    least an hour of the set, ``add_first`` what returns most an hour of the rest.
    """

    hours: Decimal
    take: tuple[Opportunity, ...]
    uses: Decimal
    expected: Decimal
    leaves_out: tuple[LeftOut, ...]
    drop_first: Opportunity | None
    add_first: LeftOut | None


@dataclass(frozen=True, slots=True)
class _Item:
    """An opportunity in whole numbers.

    ``worth`` puts first what it brings, then how few hours it takes, then how early it stands in
    the plan: its last bits, one for each opportunity, mark which one it is. So the set of the
    highest worth is the best one, and no two sets are worth the same.
    """

    hours: int
    worth: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """What has to be dropped to let one more in (ROTI-4): the best that can be done.

    ``brings_in`` are others that fit beside it then; ``gains`` is in units of the currency, below
    zero where the set brings less with it.
    """

    drop: tuple[Opportunity, ...]
    brings_in: tuple[Opportunity, ...]
    gains: Decimal


_Set = tuple[int, int]  # hours, and the worth below zero, so that the better of two sorts first


def allocate(
    opportunities: Sequence[Opportunity],
    hours: Decimal,
    *,
    keep: Collection[str] = (),
    drop: Collection[str] = (),
) -> Allocation:
    """The set that brings most in so many hours (ROTI-4).

    Of sets that bring the same the one with fewer hours, then the one with what stands first in
    the plan. Only opportunities whose figures are known, with hours and an expected margin above
    zero, enter. What the team has decided goes before: the ids to ``keep`` are in the set as soon
    as their hours are known, even where there are not enough, and those to ``drop`` are not.
    Raises ValueError with a sentence for hours that are not from 0 to 100,000.
    """
    if not hours.is_finite() or not 0 <= hours <= MOST_HOURS:
        raise ValueError("Give the hours as a number from 0 to 100000.")
    kept = {p for p, one in enumerate(opportunities) if one.id in keep and hours_of(one)}
    room = hours - sum((_hours(opportunities[place]) for place in kept), NOTHING)
    open_places = [
        place for place, one in enumerate(opportunities) if place not in kept and one.id not in drop
    ]
    best = _chosen([opportunities[place] for place in open_places], max(room, NOTHING))
    chosen = kept | {open_places[place] for place in best}
    take = tuple(one for place, one in enumerate(opportunities) if place in chosen)
    uses = sum((_hours(one) for one in take), NOTHING)
    leaves_out = tuple(
        _left_out(one, hours - uses, drop)
        for place, one in enumerate(opportunities)
        if place not in chosen
    )
    waiting = [left for left in leaves_out if left.because is Because.NO_ROOM]
    return Allocation(
        hours=hours,
        take=take,
        uses=uses,
        expected=sum((_earns(one) for one in take), NOTHING),
        leaves_out=leaves_out,
        drop_first=min(take, key=_return, default=None),
        add_first=max(waiting, key=lambda left: _return(left.opportunity), default=None),
    )


def let_in(
    code: str,
    found: Allocation,
    opportunities: Sequence[Opportunity],
    *,
    keep: Collection[str] = (),
    drop: Collection[str] = (),
) -> Exchange | None:
    """What to drop to let in the opportunity with this id, which ``found`` leaves out.

    None where its hours are not known, or do not fit beside what is to be kept.
    """
    others = [other for other in drop if other != code]
    then = allocate(opportunities, found.hours, keep={*keep, code}, drop=others)
    if then.uses > found.hours or all(one.id != code for one in then.take):
        return None
    before, after = ({one.id for one in made.take} for made in (found, then))
    return Exchange(
        drop=tuple(one for one in found.take if one.id not in after),
        brings_in=tuple(one for one in then.take if one.id not in {*before, code}),
        gains=then.expected - found.expected,
    )


def _return(opportunity: Opportunity) -> Decimal:
    return per_hour(opportunity) or NOTHING


def _hours(opportunity: Opportunity) -> Decimal:
    return hours_of(opportunity) or NOTHING


def _earns(opportunity: Opportunity) -> Decimal:
    return expected(opportunity) or NOTHING


def _left_out(one: Opportunity, spare: Decimal, drop: Collection[str]) -> LeftOut:
    because = Because.DROPPED if one.id in drop else _unknown(one)
    if because is None and _return(one) <= 0:
        because = Because.EARNS_NOTHING
    if because:
        return LeftOut(opportunity=one, because=because, words=words(SENTENCES[because]))
    lacks = _hours(one) - spare
    no_room = words(SENTENCES[Because.NO_ROOM], lacks=lacks)
    return LeftOut(opportunity=one, because=Because.NO_ROOM, words=no_room, lacks=lacks)


def _unknown(one: Opportunity) -> Because | None:
    if one.margin is None:
        return Because.NO_MARGIN
    if one.chance is None:
        return Because.NO_CHANCE
    return None if hours_of(one) else Because.NO_HOURS


class _Best:
    """The best set of items for the room there is."""

    def __init__(self, items: Sequence[_Item], room: int) -> None:
        self.items = sorted(items, key=lambda item: Fraction(-item.worth, item.hours))
        step = gcd(*(item.hours for item in items))
        self.room = room - room % step if step else room  # what no set can fill is no room
        self.hours = [0, *accumulate(item.hours for item in self.items)]
        self.worth = [0, *accumulate(item.worth for item in self.items)]

    def find(self) -> int:
        """Its worth."""
        sets: list[_Set] = [(0, 0)]
        for place, item in enumerate(self.items, start=1):
            more = [
                (hours + item.hours, worth - item.worth)
                for hours, worth in sets
                if hours + item.hours <= self.room
            ]
            sets = self._promising(_unbeaten(sorted(sets + more)), place)
        return -sets[-1][1]

    def _promising(self, sets: list[_Set], place: int) -> list[_Set]:
        """The sets that may become the best one with items from this place on."""
        bounds = [self._bounds(found, place) for found in sets]
        known = max(least for least, _most in bounds)
        return [found for found, (_least, most) in zip(sets, bounds, strict=True) if most >= known]

    def _bounds(self, found: _Set, place: int) -> tuple[int, int]:
        """What a set is worth at least with items from this place on, and at most; both too high by
        the worth of all items before it, which is the same for every set."""
        hours, worth = found
        reach = self.hours[place] + self.room - hours
        end = bisect_right(self.hours, reach) - 1  # there is room for all items before it
        least = self.worth[end] - worth
        if end == len(self.items):
            return least, least
        item = self.items[end]
        return least, least + (reach - self.hours[end]) * item.worth // item.hours


def _unbeaten(sets: list[_Set]) -> list[_Set]:
    """Of sets in the order of their hours those worth more than every one before them."""
    unbeaten = sets[:1]
    for found in sets:
        if found[1] < unbeaten[-1][1]:
            unbeaten.append(found)
    return unbeaten


def _chosen(opportunities: Sequence[Opportunity], hours: Decimal) -> set[int]:
    """The places of the opportunities in the best set."""
    by_hours = _scale([_hours(one) for one in opportunities])
    by_value = _scale([_earns(one) for one in opportunities])
    more = 1 + sum(int(_hours(one) * by_hours) for one in opportunities)  # than any set takes
    marks = {place: 1 << len(opportunities) - 1 - place for place in range(len(opportunities))}
    items = [
        _Item(takes, (int(_earns(one) * by_value) * more - takes << len(marks)) + marks[place])
        for place, one in enumerate(opportunities)
        if _earns(one) > 0 and _hours(one) <= hours and (takes := int(_hours(one) * by_hours))
    ]
    best = _Best(items, int(hours * by_hours)).find()
    return {place for place, mark in marks.items() if best & mark}


def _scale(values: Sequence[Decimal]) -> int:
    """The smallest factor that makes all of them whole."""
    return lcm(*(value.as_integer_ratio()[1] for value in values))
