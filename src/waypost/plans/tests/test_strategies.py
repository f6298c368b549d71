"""A strategy's line: what it serves, whether the team was told, and who is behind it."""

from datetime import date

from waypost.method.plan import Commitment, Strategy
from waypost.method.tests.build import member, plan
from waypost.plans.queries.strategies import strategies
from waypost.plans.queries.wording import Reader

TEAM = (
    member("T1"),
    member("T2"),
    member("T3"),
    member("T4"),
    member("M1", role="first-line manager"),
)
TOLD = date(2026, 11, 5)


def read(*answers, me=None, **fields):
    written = Strategy(id="S1", statement="Machine outwards", members=answers, **fields)
    reader = Reader(plan(team=TEAM, strategies=(written,)), date(2026, 11, 24))
    (line,) = strategies(reader, me)
    return line


def test_strategy_nobody_was_told_of():
    line = read()
    assert line.facts == ("serves no objective yet",)
    assert line.untold == "Not yet communicated"
    assert (line.committed, line.answers, line.doubts) == ((), ("nobody",), ())


def test_strategy_says_who_is_committed_and_what_the_others_answered():
    line = read(
        Commitment(who="T1", told=TOLD, version=2, committed=True),
        Commitment(who="T2", told=date(2026, 6, 1), version=1, committed=True),
        Commitment(who="T3", told=TOLD, version=2, committed=False, doubts="Who pays?"),
        wording_version=2,
        serves=("B1", "B2"),
        communicate="At the kick-off",
    )
    assert line.facts == ("for B1, B2", "told 3 of 4, last 5 Nov", "At the kick-off")
    assert line.untold == ""
    assert line.committed == (TEAM[0],)
    assert line.answers == ("1 of 4", "1 doubt", "1 to ask again")
    assert line.doubts == (("Who pays?", "Member T3"),)


def test_strategy_told_on_no_known_day():
    assert read(Commitment(who="T1", committed=True)).facts == (
        "serves no objective yet",
        "told 1 of 4",
    )


def test_strategy_says_that_my_answer_is_awaited():
    told = Commitment(who="T2", told=TOLD)
    answered = Commitment(who="T1", told=TOLD, committed=True)
    assert read(told, answered, me="T2").answers == ("1 of 4", "asked you")
    assert read(told, answered, me="T1").answers == ("1 of 4",)
    assert read(told, answered, me="M1").answers == ("1 of 4",)


def test_strategy_asks_me_again_when_its_wording_changed():
    old = Commitment(who="T2", told=TOLD, version=1, committed=True)
    line = read(old, me="T2", wording_version=2)
    assert line.answers == ("nobody", "1 to ask again", "asked you")
