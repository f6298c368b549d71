"""The facts of the profile, and how a sentence may speak of them (PRO-1)."""

from collections.abc import Iterator

from waypost.method.checks.registry import quoted
from waypost.method.plan import Fact, Plan
from waypost.method.words import Value, Words, words

COMPETITORS = "competitors"
LISTS = (
    "company_goals",
    "markets_and_positioning",
    "industry_trends",
    COMPETITORS,
    "structure",
    "financial_performance",
    "value_chain",
)


def facts(plan: Plan) -> Iterator[tuple[str, str, Fact]]:
    """Every fact with its id, else its path, and with the list it stands in."""
    for list_name in LISTS:
        listed: tuple[Fact, ...] = getattr(plan.profile, list_name)
        for place, fact in enumerate(listed):
            yield fact.id or f"{list_name}[{place}]", list_name, fact


def about(fact: Fact, list_name: str, unnamed: str, named: str, **values: Value) -> Words:
    """The message, which quotes the fact unless it is one that not everybody may read."""
    if list_name == COMPETITORS:
        return words(unnamed, **values)
    return words(named, text=quoted(fact.text), **values)
