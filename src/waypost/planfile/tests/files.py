"""Plan files for tests: the smallest, one that uses everything, and what is said of a bad one."""

from pathlib import Path

import pytest

from waypost import planfile

SMALLEST = "format: waypost-plan/1\nsupplier: {name: Castor}\naccount: {name: Brambleholt}\n"
COMPLETE = Path(__file__).with_name("samples") / "complete.yaml"


def problems(data: bytes | str) -> list[str]:
    """What reading the file says, one sentence a problem."""
    with pytest.raises(planfile.PlanFileError) as refused:
        planfile.read(data)
    return [str(problem) for problem in refused.value.problems]


def problems_after(rest: str) -> list[str]:
    """The same for the smallest file followed by these lines; their first one is line 4."""
    return problems(SMALLEST + rest)
