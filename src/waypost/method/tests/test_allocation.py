from decimal import Decimal
from itertools import combinations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.method.allocation import Because, allocate, let_in
from waypost.method.plan import EightQuestions, Opportunity

FULL = [
    ("OP1", 1_900_000, "0.5", 180),
    ("OP2", 700_000, "0.8", 120),
    ("OP3", 1_500_000, "0.1", 260),
    ("OP4", 420_000, "0.6", 90),
    ("OP5", 380_000, "0.7", 150),
    ("OP6", 60_000, "0.9", 40),
    ("OP7", 200_000, "0.4", None),
]


def decimal(value):
    return None if value is None else Decimal(str(value))


def opportunity(code, margin, chance="1", hours=10, **fields):
    return Opportunity(
        id=code,
        name=f"Opportunity {code}",
        margin=decimal(margin),
        chance=decimal(chance),
        hours=decimal(hours),
        **fields,
    )


def ids(opportunities):
    return [one.id for one in opportunities]


def best(opportunities, hours):
    """Every set there is, looked at one by one."""
    places = [
        place
        for place, one in enumerate(opportunities)
        if one.margin and one.chance and one.hours and one.margin > 0
    ]
    sets = [
        (sum(opportunities[p].margin * opportunities[p].chance for p in taken), -uses, taken)
        for size in range(len(places) + 1)
        for taken in combinations(places, size)
        if (uses := sum((opportunities[p].hours for p in taken), Decimal(0))) <= hours
    ]
    # Then what stands first in the plan: the earliest place where two sets differ decides.
    brings, uses, taken = max(
        sets, key=lambda s: (s[0], s[1], [p in s[2] for p in range(len(opportunities))])
    )
    return [opportunities[p].id for p in taken], -uses, brings


@pytest.mark.parametrize(
    ("hours", "take", "uses", "expected"),
    [
        (300, ["OP1", "OP2"], 300, 1_510_000),
        (400, ["OP1", "OP2", "OP4"], 390, 1_762_000),
        (640, ["OP1", "OP2", "OP4", "OP5", "OP6"], 580, 2_082_000),
        (39, [], 0, 0),
        (0, [], 0, 0),
    ],
)
def test_allocate_takes_what_brings_most(hours, take, uses, expected):
    having = [opportunity(*fields) for fields in FULL]
    found = allocate(having, Decimal(hours))
    assert (ids(found.take), found.uses, found.expected) == (take, uses, expected)
    assert [left.opportunity.id for left in found.leaves_out] == [
        one.id for one in having if one.id not in take
    ]


def test_allocate_is_not_greedy():
    having = [opportunity("OP1", 60, "1", 1), opportunity("OP2", 100, "1", 2),
              opportunity("OP3", 120, "1", 3)]  # fmt: skip
    assert ids(allocate(having, Decimal(5)).take) == ["OP2", "OP3"]


def test_allocate_says_what_to_drop_and_to_add_first():
    found = allocate([opportunity(*fields) for fields in FULL], Decimal(400))
    assert found.drop_first is not None
    assert found.add_first is not None
    assert (found.drop_first.id, found.add_first.opportunity.id) == ("OP4", "OP5")
    assert found.add_first.lacks == 140


def test_allocate_without_opportunities_takes_nothing():
    found = allocate([], Decimal(100))
    assert [found.take, found.leaves_out] == [(), ()]
    assert [found.uses, found.expected] == [Decimal(0), Decimal(0)]
    assert (found.drop_first, found.add_first) == (None, None)


def test_allocate_says_why_it_leaves_something_out():
    having = [
        opportunity("OP1", None),
        opportunity("OP2", 100, None),
        opportunity("OP3", 100, "0.5", None),
        opportunity("OP4", 100, "0.5", 0),
        opportunity("OP5", -100),
        opportunity("OP6", 100, "0"),
        opportunity("OP7", 100, "1", "10.5"),
        opportunity("OP8", 200, "1", 4),
    ]
    found = allocate(having, Decimal(12))
    assert ids(found.take) == ["OP8"]
    assert [(left.because, str(left.words), left.lacks) for left in found.leaves_out] == [
        (Because.NO_MARGIN, "The margin is not known.", None),
        (Because.NO_CHANCE, "The chance is not known.", None),
        (Because.NO_HOURS, "The hours are not known.", None),
        (Because.NO_HOURS, "The hours are not known.", None),
        (Because.EARNS_NOTHING, "It is not expected to earn anything.", None),
        (Because.EARNS_NOTHING, "It is not expected to earn anything.", None),
        (Because.NO_ROOM, "It takes 2.5 hours more than are left.", Decimal("2.5")),
    ]


def test_allocate_takes_the_hours_planned_before_those_answered():
    asked = EightQuestions(hours=Decimal(5))
    having = [opportunity("OP1", 1, "1", None, q=asked), opportunity("OP2", 1, "1", 7, q=asked)]
    assert allocate(having, Decimal(100)).uses == 12


def test_allocate_of_equal_sets_takes_fewer_hours_then_the_order_of_the_plan():
    same = [opportunity("OP1", 50, "1", 9), opportunity("OP2", 50, "1", 8),
            opportunity("OP3", 50, "1", 8)]  # fmt: skip
    assert ids(allocate(same, Decimal(10)).take) == ["OP2"]
    pairs = [opportunity(f"OP{n}", 10 * n, "1", 10 * n) for n in (1, 2, 3, 4)]
    assert ids(allocate(pairs, Decimal(50)).take) == ["OP1", "OP4"]
    assert ids(allocate(list(reversed(pairs)), Decimal(50)).take) == ["OP4", "OP1"]


def test_allocate_is_exact_with_fractions_of_hours():
    thirds = [opportunity("OP1", "0.3", "0.1", "0.1"), opportunity("OP2", "0.3", "0.2", "0.2"),
              opportunity("OP3", "0.3", "0.3", "0.3001")]  # fmt: skip
    assert ids(allocate(thirds, Decimal("0.3")).take) == ["OP1", "OP2"]
    assert ids(allocate(thirds, Decimal("0.3001")).take) == ["OP1", "OP2"]
    assert ids(allocate(thirds, Decimal("0.4001")).take) == ["OP1", "OP3"]
    assert allocate(thirds, Decimal("0.4001")).expected == Decimal("0.12")
    twins = [opportunity("OP1", 1, "1", "0.19"), opportunity("OP2", 1, "1", "0.19")]
    assert allocate(twins, Decimal("0.37")).uses == Decimal("0.19")
    assert allocate(twins, Decimal("0.38")).uses == Decimal("0.38")


def test_allocate_leaves_hours_that_no_set_can_fill():
    threes = [opportunity("OP1", 1, "1", 3), opportunity("OP2", 1, "1", 3)]
    assert [allocate(threes, Decimal(hours)).uses for hours in (5, 6, 8)] == [3, 6, 6]


@pytest.mark.parametrize("hours", ["-1", "100000.1", "NaN", "sNaN", "Infinity", "-Infinity"])
def test_allocate_refuses_hours_that_are_none(hours):
    with pytest.raises(ValueError, match=r"^Give the hours as a number from 0 to 100000\.$"):
        allocate([], Decimal(hours))


def test_allocate_takes_all_hours_a_plan_may_hold():
    assert allocate([opportunity("OP1", 1)], Decimal(100_000)).uses == 10


def test_allocate_of_what_earns_little_tells_the_room_it_lacks():
    (left,) = allocate([opportunity("OP1", 5, "1", 10)], Decimal(4)).leaves_out
    assert (left.because, left.lacks) == (Because.NO_ROOM, Decimal(6))


def test_let_in_what_takes_all_hours_there_are():
    having = [opportunity("OP1", 100, "1", 5), opportunity("OP2", 50, "1", 8)]
    found = let_in("OP2", allocate(having, Decimal(8)), having)
    assert found is not None
    assert (ids(found.drop), ids(found.brings_in)) == (["OP1"], [])
    assert found.gains == -50


def test_let_in_one_leaves_the_others_dropped():
    having = [opportunity(f"OP{n}", 10 * n, "1", 5) for n in (1, 2, 3)]
    dropped = ("OP2", "OP3")
    found = let_in("OP2", allocate(having, Decimal(20), drop=dropped), having, drop=dropped)
    assert found is not None
    assert (ids(found.drop), ids(found.brings_in)) == ([], [])
    assert found.gains == 20


FIGURES = st.decimals(-5, 20, places=1)
OPPORTUNITIES = st.lists(
    st.builds(
        opportunity,
        st.just("OP"),
        st.none() | FIGURES | st.sampled_from([10, 20]),
        st.none() | st.sampled_from(["0", "0.1", "0.5", "1"]),
        st.none() | st.decimals(0, 12, places=2) | st.integers(0, 12),
    ),
    max_size=10,
).map(lambda made: [renamed(one, place) for place, one in enumerate(made, start=1)])


def renamed(one, place):
    return Opportunity(
        id=f"OP{place}", name=one.name, margin=one.margin, chance=one.chance, hours=one.hours
    )


@given(OPPORTUNITIES, st.decimals(0, 60, places=2) | st.integers(0, 60).map(Decimal))
def test_allocate_finds_what_looking_at_every_set_finds(having, hours):
    found = allocate(having, hours)
    assert (ids(found.take), found.uses, found.expected) == best(having, hours)
    left = [one.opportunity.id for one in found.leaves_out]
    assert sorted([*ids(found.take), *left]) == sorted(ids(having))
    assert found.uses <= hours


def test_allocate_of_200_opportunities_and_5000_hours_takes_less_than_a_second():
    hard = [
        # As much an hour for all of them, so that nothing can be told by its return.
        opportunity(f"OP{n}", 1000 * hours, "1", hours)
        for n, hours in enumerate((5 + n * 7919 % 293 for n in range(200)), start=1)
    ]
    started = process_time()
    found = allocate(hard, Decimal(5000))
    assert (found.uses, found.expected) == (Decimal(5000), Decimal(5_000_000))
    assert process_time() - started < 1


def test_allocate_keeps_what_the_team_decided():
    having = [opportunity(*fields) for fields in FULL]
    found = allocate(having, Decimal(300), keep=["OP5"], drop=["OP1", "OP7"])
    assert ids(found.take) == ["OP2", "OP5"]
    assert found.uses == 270
    assert [(left.opportunity.id, left.because) for left in found.leaves_out] == [
        ("OP1", Because.DROPPED),
        ("OP3", Because.NO_ROOM),
        ("OP4", Because.NO_ROOM),
        ("OP6", Because.NO_ROOM),
        ("OP7", Because.DROPPED),
    ]


def test_allocate_keeps_more_than_there_are_hours_for():
    having = [opportunity(*fields) for fields in FULL]
    found = allocate(having, Decimal(100), keep=["OP1", "OP6", "OP7"])
    assert ids(found.take) == ["OP1", "OP6"]
    assert found.uses == 220
    assert found.leaves_out[0].lacks == 240


def test_let_in_drops_the_least():
    having = [opportunity(*fields) for fields in FULL]
    found = allocate(having, Decimal(400))
    swap = let_in("OP5", found, having)
    assert swap is not None
    assert (ids(swap.drop), ids(swap.brings_in)) == (["OP2", "OP4"], ["OP6"])
    assert swap.gains == (266_000 + 54_000) - (560_000 + 252_000)


def test_let_in_what_was_dropped_costs_nothing():
    having = [opportunity(*fields) for fields in FULL]
    found = allocate(having, Decimal(400), drop=["OP4"])
    swap = let_in("OP4", found, having, drop=["OP4"])
    assert swap is not None
    assert (ids(swap.drop), ids(swap.brings_in)) == (["OP6"], [])
    assert swap.gains == 198_000


@pytest.mark.parametrize(("code", "hours", "keep"), [("OP7", 400, []), ("OP3", 380, ["OP1"])])
def test_let_in_what_cannot_fit(code, hours, keep):
    having = [opportunity(*fields) for fields in FULL]
    found = allocate(having, Decimal(hours), keep=keep)
    assert let_in(code, found, having, keep=keep) is None
