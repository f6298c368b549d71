"""What the method costs by itself, without a database: python -m bench.method.

The plan is a sample of ordinary size, the goals those that the critic is tested on. CPU time of
this process; the best of several rounds, as whatever else runs can only add.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

from waypost import planfile
from waypost.demo.dates import render
from waypost.method.checks import check
from waypost.method.critic import critique

PACKAGE = Path(__file__).resolve().parent.parent / "src/waypost"
SAMPLE = PACKAGE / "demo/plans/quillmere.yaml"
GOALS = PACKAGE / "method/tests/goals"
TODAY = date(2026, 11, 24)
ROUNDS = 7
MOST_MILLISECONDS = 15  # a check of one plan
FEWEST_GOALS = 2_000  # judged in a second


def main() -> int:
    """Print both figures; 1 where one misses its budget."""
    plan = planfile.read(render(SAMPLE.read_text(encoding="utf-8"), TODAY), name=SAMPLE.name)
    goals = [
        json.loads(line)["text"]
        for file in sorted(GOALS.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    check_took = best(lambda: check(plan, TODAY)) * 1000
    critique_took = best(lambda: [critique(goal) for goal in goals])
    goals_a_second = len(goals) / critique_took
    print(f"check of a plan: {check_took:.1f} ms of CPU, at most {MOST_MILLISECONDS}")
    print(f"critic: {goals_a_second:,.0f} goals a second, at least {FEWEST_GOALS:,}")
    return int(check_took > MOST_MILLISECONDS or goals_a_second < FEWEST_GOALS)


def best(do: Callable[[], object]) -> float:
    """The CPU seconds of the quickest of several times."""
    times = []
    for _round in range(ROUNDS):
        began = process_time()
        do()
        times.append(process_time() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
