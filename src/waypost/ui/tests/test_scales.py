"""Ticks, and labels that do not cover each other."""

from decimal import Decimal
from itertools import combinations

import pytest

from waypost.method.month import Month
from waypost.ui.scales import Scale, Spot, Wanted, box_of, month_ticks, nice_ticks, place


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        ("2", "5", "2 3 4 5"),
        ("25", "61.4", "20 30 40 50 60 70"),
        ("0", "1200000", "0 500000 1000000 1500000"),
        ("-5", "12", "-5 0 5 10 15"),
        ("0.02", "0.05", "0.02 0.03 0.04 0.05"),
        ("5", "5", "4.0 4.5 5.0 5.5 6.0"),
    ],
)
def test_nice_ticks_are_round_and_few(low, high, ticks):
    found = nice_ticks(Decimal(low), Decimal(high))
    assert found == tuple(Decimal(tick) for tick in ticks.split())


@pytest.mark.parametrize(
    ("last", "ticks"),
    [
        (Month(2026, 5), "2026-03 2026-04 2026-05"),
        (Month(2027, 9), "2026-03 2026-06 2026-09 2026-12 2027-03 2027-06 2027-09"),
        (Month(2026, 3), "2026-03"),
    ],
)
def test_month_ticks_are_even(last, ticks):
    assert [str(month) for month in month_ticks(Month(2026, 3), last)] == ticks.split()


def test_month_ticks_stay_few_over_a_century():
    assert len(month_ticks(Month(1990, 1), Month(2100, 12))) <= 8


def test_scale_keeps_values_between_its_ends():
    scale = Scale(2, 5, 210, 54)
    assert [scale.at(value) for value in (2, 3, 5, 9, -9)] == [210, 158, 54, 54, 210]


def test_place_moves_a_label_and_leaves_out_what_has_no_room():
    spots = (Spot(10, 20), Spot(10, 40))
    wanted = [Wanted("first", spots), Wanted("second", spots), Wanted("third", spots)]
    placed = place(wanted, 200, 100)
    assert [(label.text, label.y) for label in placed] == [("first", "20"), ("second", "40")]
    assert not any(a.box.covers(b.box) for a, b in combinations(placed, 2))


def test_place_keeps_clear_of_the_edges_and_of_what_is_drawn():
    outside = Wanted("label", (Spot(195, 20), Spot(10, 5), Spot(3, 20, "end")))
    assert place([outside], 200, 100) == ()
    spot = Spot(10, 20)
    assert place([Wanted("label", (spot,))], 200, 100, [box_of("x", spot)]) == ()
