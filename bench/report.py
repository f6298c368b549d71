"""The figures as a table, and whether the budgets are kept."""

import os
from collections.abc import Iterator, Sequence

from bench.measure import Result
from bench.scenarios import Budget, Scenario

HEAD = ("page", "accounts", "p50 ms", "× hello", "queries", "growth", "budget")
ROW = "{:<22}{:>10}{:>9}{:>9}{:>9}{:>8}  {}"


def show(hello: float, results: Sequence[Result], scenarios: Sequence[Scenario]) -> int:
    """Print a line for each page and size; returns 1 where a budget is missed, else 0."""
    budgets = {scenario.name: scenario.budget for scenario in scenarios}
    print(ROW.format(*HEAD))
    print(ROW.format("hello, world", "", f"{hello:.2f}", "1.0", "0", "", "").rstrip())
    missed = {id(result): ", ".join(misses(result, budgets[result.name])) for result in results}
    for result in results:
        print(
            ROW.format(
                result.name,
                f"{result.accounts:,}",
                f"{result.milliseconds:.2f}",
                f"{result.times_hello:.1f}",
                result.queries,
                f"{result.growth:.2f}",
                missed[id(result)] or "kept",
            )
        )
    if (load := os.getloadavg()[0]) > (os.cpu_count() or 1):
        print(
            f"The machine was busy with something else as well (load {load:.1f}), which slows long "
            "pages more than short ones. Measure again on an idle one."
        )
    return int(any(missed.values()))


def misses(result: Result, budget: Budget) -> Iterator[str]:
    """What costs more than it may, in words."""
    if result.times_hello > budget.times_hello:
        yield f"over {budget.times_hello:g} × hello"
    if result.queries > budget.queries:
        yield f"over {budget.queries} queries"
    if result.growth > budget.growth:
        yield f"grows over {budget.growth:g}"
