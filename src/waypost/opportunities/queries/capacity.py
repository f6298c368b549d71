"""The capacity line: what fits the hours, and what has to go to let something else in (ROTI-4)."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from waypost.method.allocation import Allocation, Because, Exchange, LeftOut, allocate, let_in
from waypost.method.plan import Opportunity
from waypost.method.roti import Rating, hours_of, ratings
from waypost.opportunities.models import Decided
from waypost.opportunities.queries.details import Details, decided
from waypost.plans.queries.wording import names
from waypost.ui.formats import hours, money
from waypost.ui.memory import few_remembered

NOTHING = Decimal(0)
EXPLAINED = 3  # of what stands below the line: the first ones, each costs as much as the line


class Capacity:
    """The best set of an account's open opportunities for so many hours."""

    def __init__(
        self, opportunities: Sequence[Opportunity], details: Mapping[str, Details], there: Decimal
    ) -> None:
        self.having = tuple(opportunities)
        self._keep = decided(details, Decided.KEEP)
        self._drop = decided(details, Decided.DROP)
        self.found: Allocation = _allocation(self.having, there, self._keep, self._drop)
        self.taken = frozenset(one.id for one in self.found.take)
        self._left = {left.opportunity.id: left for left in self.found.leaves_out}

    def why(self, code: str) -> LeftOut | None:
        """Why it stands below the line; None above it."""
        return self._left.get(code)

    def exchange(self, code: str) -> Exchange | None:
        """What to drop to let it in."""
        there = self.found.hours
        return _exchange(code, self.having, there, self._keep, self._drop)


# The best set takes as long as the page around it, and is the same until a figure changes.
@few_remembered
def _allocation(
    having: tuple[Opportunity, ...], there: Decimal, keep: frozenset[str], drop: frozenset[str]
) -> Allocation:
    return allocate(having, there, keep=keep, drop=drop)


@few_remembered
def _exchange(
    code: str,
    having: tuple[Opportunity, ...],
    there: Decimal,
    keep: frozenset[str],
    drop: frozenset[str],
) -> Exchange | None:
    found = _allocation(having, there, keep, drop)
    return let_in(code, found, having, keep=keep, drop=drop)


@few_remembered
def rated(having: tuple[Opportunity, ...]) -> tuple[Rating, ...]:
    """The opportunities rated against each other (ROTI-1)."""
    return ratings(having)


def asked_for(opportunities: Iterable[Opportunity]) -> Decimal:
    """The hours that all of them take, as far as they are known."""
    return sum((hours_of(one) or NOTHING for one in opportunities), NOTHING)


def why_below(left: LeftOut) -> str:
    """Why it gets no hours, in a few words."""
    if left.because is Because.NO_ROOM:
        return _("%(hours)s too many") % {"hours": hours(left.lacks)}
    return {
        Because.NO_MARGIN: _("margin not known"),
        Because.NO_CHANCE: _("chance not known"),
        Because.NO_HOURS: _("hours not known"),
        Because.EARNS_NOTHING: _("earns nothing"),
        Because.DROPPED: _("dropped by the team"),
    }[left.because]


def letting_in(one: Opportunity, found: Exchange | None, currency: str | None) -> str:
    """What to drop to let it in, and what that costs."""
    if found is None:
        return _("There are not enough hours for it, whatever is dropped.")
    words = {"name": one.name, "drop": names(_names(found.drop)), "more": ""}
    if found.brings_in:
        more = _(" and take %(names)s as well") % {"names": names(_names(found.brings_in))}
        words["more"] = more
    if not found.drop:
        sentence = _("There is room for %(name)s as it is.")
    elif found.gains < 0:
        sentence = _("To let %(name)s in, drop %(drop)s%(more)s: %(loss)s less expected.")
    else:
        sentence = _("To let %(name)s in, drop %(drop)s%(more)s: %(gain)s more expected.")
    gain, loss = money(found.gains, currency), money(-found.gains, currency)
    return sentence % {**words, "gain": gain, "loss": loss}


def _names(opportunities: Iterable[Opportunity]) -> tuple[str, ...]:
    return tuple(one.name for one in opportunities)
