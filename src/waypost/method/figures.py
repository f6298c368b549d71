"""Goals in the plan's own words and figures."""

from decimal import Decimal

from waypost.method.plan import BusinessObjective
from waypost.method.words import plain


def goal_in_words(objective: BusinessObjective, value: Decimal) -> str:
    """A value of the objective's metric as a goal: "3 machines under agreement", "50 hours,
    unplanned downtime PM4" (OBJ-4). Nothing is invented: without a metric the figure stands alone.
    """
    figure, unit, metric = plain(value), objective.unit, objective.metric
    if metric is None:
        return _joined(figure, unit)
    if unit is None or _same_thing(unit, metric):
        return _joined(figure, metric)
    return f"{_joined(figure, unit)}, {metric}"


def _joined(figure: str, words: str | None) -> str:
    if words is None:
        return figure
    return figure + words if words in {"%", "‰"} else f"{figure} {words}"


def _same_thing(unit: str, metric: str) -> bool:
    """Whether the metric begins with the unit, as "machines under agreement" does with machine."""
    return metric.casefold().startswith(unit.casefold())
