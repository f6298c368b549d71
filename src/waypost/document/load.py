"""Rows -> Plan. It takes one query."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from typing import Any, Final

from waypost.accounts.models import Account
from waypost.document.read import customer, planning, plans
from waypost.document.rows import Asked, Source, account_row
from waypost.document.statements import ACCOUNT, Statement
from waypost.document.together import Answers, Texts, Together, together
from waypost.history.cursors import open_cursor
from waypost.method import plan as p
from waypost.method.plan import Plan

REMEMBERED: Final = 32  # plans, or parts of them; the largest take two megabytes

# The fields of the plan (`locations`: of its account) that a page may ask for.
PARTS: Final[dict[str, Callable[[Source], Any]]] = {
    "locations": customer.locations,
    "team": customer.team,
    "profile": customer.profile,
    "objectives": plans.objectives,
    "strategies": plans.strategies,
    "short_term_plan": plans.actions,
    "traffic_lights": plans.traffic_lights,
    "decision_groups": customer.decision_groups,
    "people": customer.people,
    "coach_development": customer.coach_development,
    "opportunities": customer.opportunities,
    "sessions": planning.sessions,
    "resources_requested": planning.resources_requested,
    "reviews": planning.reviews,
    "customer_facing": planning.customer_facing,
}
# Less than a whole part: the field of the plan, and what reads that much of it.
SOME: Final[dict[str, tuple[str, Callable[[Source], Any]]]] = {
    "named_facts": ("profile", customer.named_facts),
    "actions": ("short_term_plan", plans.actions_alone),
    "faces": ("people", customer.faces),
    "named_opportunities": ("opportunities", customer.named_opportunities),
    "names": ("people", customer.names),
}


def load(account_id: int, parts: tuple[str, ...] = tuple(PARTS)) -> Plan:
    """The plan of an account as one frozen value, in one query.

    A page that shows only some parts may name them (`PARTS`, `SOME`); the others are then empty, so
    judge a whole plan only from a whole load. Raises Account.DoesNotExist.
    """
    plan, _others = load_beside(account_id, parts)
    return plan


def load_beside(
    account_id: int,
    parts: tuple[str, ...],
    *others: Statement,
    ids: Mapping[Any, Any] | None = None,
) -> tuple[Plan, Answers]:
    """The same, and what these statements about the account and these ``ids`` answer in the same
    query."""
    questions, own = _questions(parts, others), _own_questions(parts)
    with open_cursor() as cursor:
        texts = questions.ask(cursor, {ACCOUNT: account_id, **(ids or {})})
    of_plan = len(own.readers)
    return _plan(parts, texts[:of_plan]), questions.decoded(texts[of_plan:])


@lru_cache(maxsize=REMEMBERED)
def _plan(parts: tuple[str, ...], texts: Texts) -> Plan:
    """What the database says is asked for each time; what it comes to is made once for the same."""
    return _read(Source(_own_questions(parts).decoded(texts)), parts)


@cache
def _questions(parts: tuple[str, ...], others: tuple[Statement, ...]) -> Together:
    """There are as many as there are pages."""
    return together((*(statement for statement, _ in _own_questions(parts).readers), *others))


@cache
def _own_questions(parts: tuple[str, ...]) -> Together:
    """What the readers of these parts ask for."""
    asked = Asked()
    source = Source(asked)
    with suppress(Account.DoesNotExist):
        account_row(source)
    for part in parts:
        _field, read = _reading(part)
        read(source)
    return together(asked)


def _read(source: Source, parts: tuple[str, ...]) -> Plan:
    row, months = account_row(source)
    found = {field: read(source) for field, read in map(_reading, parts)}
    locations, also_known_as = found.pop("locations", ((), ()))
    if "short_term_plan" in found:
        found["short_term_plan"] = p.ShortTermPlan(
            planned_on=row["short_term_plan__planned_on"],
            months=tuple(sorted(p.Month.of(planned["month"]) for planned in months)),
            actions=found["short_term_plan"],
        )
    return Plan(
        supplier=p.Supplier(name=row["supplier__name"], sells=row["supplier__sells"]),
        account=customer.account(row, locations, also_known_as),
        as_of=row["as_of"],
        acceptance=planning.acceptance(row, source),
        **found,
    )


def _reading(part: str) -> tuple[str, Callable[[Source], Any]]:
    return SOME[part] if part in SOME else (part, PARTS[part])
