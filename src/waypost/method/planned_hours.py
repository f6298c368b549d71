"""Where the hours of the short-term plan go, by the class of the opportunity (ROTI-3, ROTI-4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from waypost.method.month import Month
from waypost.method.plan import ActionStatus, Plan, Tier
from waypost.method.short_term import month_of

NOTHING = Decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedHours:
    """The hours of one month: for opportunities by class (None: without one), and in all.

    Dropped actions do not count, and neither do those whose hours nobody has written down.
    """

    month: Month
    by_tier: tuple[tuple[Tier | None, Decimal], ...]
    for_opportunities: Decimal
    in_all: Decimal

    def share(self, tier: Tier | None) -> Decimal:
        """The part of the hours for opportunities that goes to this class, from 0 to 1."""
        whole = self.for_opportunities
        return dict(self.by_tier)[tier] / whole if whole else NOTHING


def planned_hours(plan: Plan, months: Iterable[Month]) -> tuple[PlannedHours, ...]:
    """Month by month, for actions that are to achieve an opportunity and for all of them."""
    tiers = {one.id: one.tier for one in plan.opportunities}
    return tuple(_month(plan, month, tiers) for month in months)


def _month(plan: Plan, month: Month, tiers: dict[str, Tier | None]) -> PlannedHours:
    work = [
        (action.achieves, action.hours or NOTHING)
        for action in plan.short_term_plan.actions
        if action.status is not ActionStatus.DROPPED and month_of(action) == month
    ]
    known = [(tiers[code], hours) for code, hours in work if code is not None and code in tiers]
    by_tier = tuple(
        (tier, sum((hours for of, hours in known if of is tier), NOTHING)) for tier in (*Tier, None)
    )
    return PlannedHours(
        month=month,
        by_tier=by_tier,
        for_opportunities=sum((hours for _tier, hours in known), NOTHING),
        in_all=sum((hours for _code, hours in work), NOTHING),
    )
