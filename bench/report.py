"""The figures as a table, and whether the budgets are kept."""

from collections.abc import Iterator, Mapping, Sequence

from bench.measure import Result
from bench.scenarios import Budget, Scenario

HEAD = ("page", "accounts", "p50 ms", "× hello", "queries", "growth", "")
ROW = "{:<22}{:>10}{:>9}{:>9}{:>9}{:>8}  {}"


def show(results: Mapping[int, Sequence[Result]], scenarios: Sequence[Scenario], title: str) -> int:
    """Print a line for each page and size; returns 1 where a budget is missed, else 0."""
    budgets = {scenario.name: scenario.budget for scenario in scenarios}
    smallest = {result.name: result for result in results[min(results)]}
    missed_any = False
    print(f"\n{title}\n{ROW.format(*HEAD).rstrip()}")
    for size, measured in results.items():
        for result in measured:
            growth = result.times_hello / smallest[result.name].times_hello
            budget = budgets.get(result.name)
            missed = list(misses(result, growth, budget)) if budget else []
            missed_any |= bool(missed)
            verdict = ("missed: " + ", ".join(missed) if missed else "kept") if budget else ""
            print(
                ROW.format(
                    result.name,
                    f"{size:,}",
                    f"{result.seconds * 1000:.2f}",
                    f"{result.times_hello:.1f}",
                    result.queries,
                    "" if size == min(results) else f"{growth:.2f}",
                    verdict,
                ).rstrip()
            )
    return int(missed_any)


def misses(result: Result, growth: float, budget: Budget) -> Iterator[str]:
    """What costs more than it may, in words."""
    if result.times_hello > budget.times_hello:
        yield f"over {budget.times_hello:g} × hello"
    if result.queries > budget.queries:
        yield f"over {budget.queries} queries"
    if growth > budget.growth:
        yield f"grows over {budget.growth:g}"
