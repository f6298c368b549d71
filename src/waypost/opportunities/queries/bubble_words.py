"""What the chart of margin against time means, in sentences."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from waypost.method.plan import Tier
from waypost.method.roti import Rating, expected, hours_of
from waypost.plans.queries.wording import known
from waypost.ui.formats import hours, money, rounded, with_unit

ZERO, TEN = Decimal(0), Decimal(10)


def meaning(rated: Sequence[Rating]) -> tuple[str, ...]:
    """What class A carries, and what looks larger than it is."""
    return known(_best(rated), _deceptive(rated))


def an_hour(rate: Decimal | None, currency: str | None) -> str:
    """What an hour brings: €1.4 k, €577."""
    return "" if rate is None else money(rounded(rate, 0 if abs(rate) >= TEN else 2), currency)


def _best(rated: Sequence[Rating]) -> str:
    best = [rating for rating in rated if (rating.opportunity.tier or rating.suggested) is Tier.A]
    whole = sum(_earned(rated), ZERO)
    if not best or whole <= 0:
        return ""
    words = {
        "hours": hours(sum((hours_of(rating.opportunity) or ZERO for rating in best), ZERO)),
        "share": percent(sum(_earned(best), ZERO) / whole),
    }
    return _("Class A takes %(hours)s and carries %(share)s of the expected margin.") % words


def _deceptive(rated: Sequence[Rating]) -> str:
    """One with a large margin that returns less for each hour than one with a smaller margin."""
    by_margin = sorted(rated, key=lambda rating: -(rating.opportunity.margin or ZERO))
    large = next((rating for rating in by_margin if _overtaken(rating, rated)), None)
    if large is None:
        return ""
    better = _overtaken(large, rated)
    words = {
        "name": large.opportunity.name,
        "chance": percent(large.opportunity.chance or ZERO),
        "better": min(
            better, key=lambda rating: rating.opportunity.margin or ZERO
        ).opportunity.name,
    }
    return (
        _("%(name)s looks large, but at a %(chance)s chance returns less an hour than %(better)s.")
        % words
    )


def _overtaken(one: Rating, rated: Sequence[Rating]) -> list[Rating]:
    """Those with at most half its margin that return more for each hour."""
    mine, margin = one.per_hour or ZERO, one.opportunity.margin or ZERO
    return [
        other
        for other in rated
        if (other.opportunity.margin or ZERO) * 2 <= margin and (other.per_hour or ZERO) > mine
    ]


def _earned(rated: Sequence[Rating]) -> Iterator[Decimal]:
    """What they are expected to earn; losses are not set off against it."""
    for rating in rated:
        yield max(expected(rating.opportunity) or ZERO, ZERO)


def percent(share: Decimal) -> str:
    return with_unit((share * 100).quantize(Decimal(1), ROUND_HALF_UP), "%")
