"""The sample plan that is handed round with its answers, where it is at hand."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import yaml

from waypost.method.checks import RULES, check
from waypost.method.goals import State
from waypost.method.horizon import next_review, window
from waypost.method.objectives import reds_on, standing
from waypost.method.plan import Plan
from waypost.planfile import read

TODAY = date(2026, 11, 24)

# P3 stands in the answers under DMG-2, with "nobody knows her (DMG-4)"; nobody of the plan is at
# L3; two opportunities of class A serve nothing; T5 has two hours a week and 16 in February.
BEYOND = {"DMG-4 P3", "DMG-4 L3", "OBJ-7 OP2", "OBJ-7 OP3", "STP-6 short_term_plan"}


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
    decided = {rule.number for rule in RULES}
    wanted, unwanted = (
        {
            f"{answer['rule']} {answer['at']}"
            for answer in shared.answers[kind]
            if answer["rule"] in decided
        }
        for kind in ("must_find", "must_not_find")
    )
    assert wanted - places == set()
    assert unwanted & places == set()


def test_check_finds_little_beyond_what_the_answers_name(shared):
    found = {f"{finding.rule} {finding.at}" for finding in check(shared.plan, TODAY)}
    named = {f"{answer['rule']} {answer['at']}" for answer in shared.answers["must_find"]}
    assert {place for place in found - named if not place.startswith(("CRI", "ROTI"))} == BEYOND


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
