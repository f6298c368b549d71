from datetime import date

import pytest

from waypost.method.plan import Commitment, Strategy
from waypost.method.strategies import Answer, commitment, is_asked
from waypost.method.tests.build import member, plan

TOLD = date(2026, 11, 5)


def strategy(*members, wording=2):
    return Strategy(id="S1", statement="Machine first", wording_version=wording, members=members)


def answer(wording=2, **record):
    found = commitment(
        plan(team=(member("T1"),)), strategy(Commitment(who="T1", **record), wording=wording)
    )
    (given,) = found.answers
    return given.answer


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({}, Answer.NOT_TOLD),
        ({"told": TOLD}, Answer.TOLD),
        ({"told": TOLD, "version": 2}, Answer.TOLD),
        ({"told": TOLD, "version": 2, "committed": True}, Answer.COMMITTED),
        ({"told": TOLD, "version": 2, "committed": True, "doubts": "Only if …"}, Answer.COMMITTED),
        ({"told": TOLD, "version": 2, "committed": False}, Answer.DOUBT),
        ({"told": TOLD, "version": 2, "doubts": "Who pays?"}, Answer.DOUBT),
        ({"told": TOLD, "version": 1, "committed": True}, Answer.ASK_AGAIN),
        ({"told": TOLD, "version": 1, "committed": False}, Answer.ASK_AGAIN),
        ({"committed": True}, Answer.COMMITTED),
    ],
)
def test_commitment_of_a_member(record, expected):
    assert answer(**record) is expected


def test_commitment_to_a_strategy_without_versions_is_to_its_only_wording():
    assert answer(wording=None, told=TOLD) is Answer.TOLD


def test_commitment_asks_everybody_but_managers():
    team = (
        member("T1", "account lead"),
        member("T3", in_planning=False),
        member("T6", "channel partner", external=True),
        member("M1", "first-line manager"),
        member("M2", "second-level management"),
    )
    told = strategy(
        Commitment(who="T1", told=TOLD, version=2, committed=True),
        Commitment(who="M1", told=TOLD, version=2, committed=False),
    )
    found = commitment(plan(team=team), told)
    assert [(given.member.id, given.answer) for given in found.answers] == [
        ("T1", Answer.COMMITTED),
        ("T3", Answer.NOT_TOLD),
        ("T6", Answer.NOT_TOLD),
    ]
    assert found.answers[0].record == told.members[0]
    assert found.answers[1].record is None
    assert (found.asked, found.committed, found.not_told) == (3, 1, 2)
    assert (found.told, found.doubt, found.ask_again) == (0, 0, 0)
    assert [given.member.id for given in found.of(Answer.NOT_TOLD)] == ["T3", "T6"]
    assert [one.id for one in team if is_asked(one)] == ["T1", "T3", "T6"]
