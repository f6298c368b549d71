"""The sample plan that is handed round with its answers, where it is at hand."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import yaml

from waypost.method.checks import check
from waypost.method.goals import State
from waypost.method.horizon import next_review, window
from waypost.method.objectives import reds_on, standing
from waypost.method.plan import Plan
from waypost.planfile import read

TODAY = date(2026, 11, 24)

# Found by the goal critic, and by rules on agreement, motivations and participants.
NOT_DECIDED_HERE = {
    "CRI-1 B3", "CRI-2 B3", "CRI-4 B3", "CRI-5 OP1", "OBJ-3 B3", "OBJ-3 B1", "DMG-2 P2",
    "DMG-2 P3", "SES-2 SE2", "ROTI-3 OP3",
}  # fmt: skip


@dataclass(frozen=True)
class Shared:
    plan: Plan
    answers: Any


@pytest.fixture(scope="module")
def shared(request):
    folder = request.config.rootpath.parent / "shared" / "plans"
    if not folder.exists():
        pytest.skip("the optional input ../shared/plans is not there")
    return Shared(
        plan=read((folder / "nordvik.yaml").read_bytes()),
        answers=yaml.safe_load((folder / "nordvik.expected.yaml").read_text(encoding="utf-8")),
    )


def test_check_finds_what_the_answers_name(shared):
    found = check(shared.plan, TODAY)
    places = {f"{finding.rule} {finding.at}" for finding in found}
    wanted, unwanted = (
        {f"{answer['rule']} {answer['at']}" for answer in shared.answers[kind]}
        for kind in ("must_find", "must_not_find")
    )
    assert wanted - places == NOT_DECIDED_HERE
    assert unwanted & places == set()
    # P3 stands in the answers under DMG-2, with "nobody knows her (DMG-4)".
    assert places - wanted == {"DMG-4 P3"}


def test_check_finds_three_people_at_one_strategy(shared):
    found = check(shared.plan, TODAY)
    assert [f.subject for f in found if (f.rule, f.at) == ("STR-3", "S1")] == ["T3", "T6", "T4"]


def test_check_quotes_nothing_that_is_not_for_everybody(shared):
    said = " ".join(f"{f.message} {f.why} {f.fix}" for f in check(shared.plan, TODAY))
    kept = ("raw data", "paid per visit", "Norrland", "34 %", "stop calendar")
    assert [words for words in kept if words in said] == []


def test_standing_and_red_lights_of_its_objectives(shared):
    objectives = shared.plan.objectives.business
    stands = [standing(objective, TODAY) for objective in objectives]
    assert [(stand.state, stand.decided_by) for stand in stands] == [
        (State.MISSED, "B1a"),
        (State.WILL_BE_MISSED, "B2b"),
        (State.NOT_MEASURED, "B3"),
    ]
    assert [light.id for light in reds_on(shared.plan, "B1")] == ["L-3"]


def test_window_and_next_review(shared):
    assert [str(month) for month in window(shared.plan, TODAY).months] == [
        "2026-12",
        "2027-01",
        "2027-02",
    ]
    review = next_review(shared.plan, TODAY)
    assert (review.on, review.overdue) == (date(2026, 11, 26), False)
