"""What we do for each goal of the customer: objectives, strategies and opportunities (CRI-4)."""

from collections.abc import Iterator

from waypost.accounts.profile.lines import Does
from waypost.method.plan import Plan
from waypost.ui.addresses import address

PARTS = ("objectives", "strategies", "named_opportunities")


def serving(plan: Plan, account_id: int) -> dict[str, tuple[Does, ...]]:
    """By the id of what is served."""
    found: dict[str, tuple[Does, ...]] = {}
    for does, serves in _parts(plan, account_id, serving_only=True):
        for code in serves:
            found[code] = (*found.get(code, ()), does)
    return found


def choices(plan: Plan, account_id: int) -> list[tuple[str, str]]:
    """What can serve a goal of the customer."""
    return [(does.code, f"{does.code} {does.text}") for does, _serves in _parts(plan, account_id)]


def _parts(
    plan: Plan, account_id: int, *, serving_only: bool = False
) -> Iterator[tuple[Does, tuple[str, ...]]]:
    for objective in plan.objectives.business:
        if objective.serves or not serving_only:
            url = address("plans:objective", account_id, objective.id)
            yield Does(code=objective.id, text=objective.text, url=url), objective.serves
    for strategy in plan.strategies:
        if strategy.serves or not serving_only:
            url = address("plans:strategy", account_id, strategy.id)
            yield Does(code=strategy.id, text=strategy.statement, url=url), strategy.serves
    for one in plan.opportunities:
        if one.serves or not serving_only:
            url = address("opportunities:opportunity", account_id, one.id)
            yield Does(code=one.id, text=one.name, url=url), one.serves
