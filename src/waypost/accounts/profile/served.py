"""What we do for each goal of the customer: objectives, strategies and opportunities (CRI-4)."""

from collections.abc import Iterator

from waypost.accounts.profile.lines import Does
from waypost.method.plan import Plan
from waypost.plans.queries.served import address

PARTS = ("objectives", "strategies", "opportunities")


def serving(plan: Plan, account_id: int) -> dict[str, tuple[Does, ...]]:
    """By the id of what is served."""
    found: dict[str, tuple[Does, ...]] = {}
    for does, serves in _parts(plan, account_id):
        for code in serves:
            found[code] = (*found.get(code, ()), does)
    return found


def choices(plan: Plan, account_id: int) -> list[tuple[str, str]]:
    """What can serve a goal of the customer."""
    return [(does.code, f"{does.code} {does.text}") for does, _serves in _parts(plan, account_id)]


def _parts(plan: Plan, account_id: int) -> Iterator[tuple[Does, tuple[str, ...]]]:
    for objective in plan.objectives.business:
        url = address("plans:objective", account_id, objective.id)
        yield _does(objective.id, objective.text, url), objective.serves
    for strategy in plan.strategies:
        url = address("plans:strategy", account_id, strategy.id)
        yield _does(strategy.id, strategy.statement, url), strategy.serves
    for opportunity in plan.opportunities:
        url = address("opportunities:opportunity", account_id, opportunity.id)
        yield _does(opportunity.id, opportunity.name, url), opportunity.serves


def _does(code: str, text: str, url: str) -> Does:
    return Does(code=code, text=text, url=url)
