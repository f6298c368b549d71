from decimal import Decimal

import pytest

from waypost.method.figures import goal_in_words
from waypost.method.plan import BusinessObjective


@pytest.mark.parametrize(
    ("metric", "unit", "value", "words"),
    [
        ("machines under agreement", "machine", "3", "3 machines under agreement"),
        ("Stops at Vejle", "stops", "10", "10 Stops at Vejle"),
        ("unplanned downtime PM4", "hours", "50.50", "50.5 hours, unplanned downtime PM4"),
        ("availability", "%", "94", "94%, availability"),
        ("call-outs a year", None, "1200", "1200 call-outs a year"),
        (None, "‰", "3", "3‰"),
        (None, "tonnes", "1E+2", "100 tonnes"),
        (None, None, "0.10", "0.1"),
    ],
)
def test_goal_in_words(metric: str | None, unit: str | None, value: str, words: str) -> None:
    objective = BusinessObjective(id="B1", text="x", metric=metric, unit=unit)

    assert goal_in_words(objective, Decimal(value)) == words
