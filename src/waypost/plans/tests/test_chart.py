"""The step chart: exact geometry, and a drawing for whatever a plan may say."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waypost.method.objectives import standing
from waypost.method.plan import Account, CheckIn, StageGoal
from waypost.method.shape import FIRST_DAY, LAST_DAY
from waypost.method.tests.build import objective, plan
from waypost.plans.queries.chart import step_chart
from waypost.plans.queries.wording import Reader

TODAY = date(2026, 12, 8)
LINES = {
    "values": "2026-03-01 2, 2026-04-01 2, 2026-05-01 2, 2026-06-01 2, 2026-07-01 2, "
    "2026-08-01 2, 2026-09-01 2, 2026-10-01 2, 2026-11-12 3, 2026-12-08 3",
    "stages": "2026-10-31 3, 2027-03-31 4, 2027-09-30 5",
    "baseline": "2",
    "target": "5",
    "due": date(2027, 9, 30),
    "unit": "product lines",
}
STOPS = {
    "values": "2026-09-24 58, 2026-10-29 55, 2026-11-19 54",
    "stages": "2026-12-31 50, 2027-03-31 38, 2027-06-30 25",
    "baseline": "61.4",
    "target": "25",
    "due": date(2027, 8, 31),
    "unit": "hours",
}


def drawn(values="", *, today=TODAY, currency=None, **fields):
    made = objective(values, **fields)
    having = plan(business=(made,))
    having = replace(having, account=Account(name="Dunmore Mills", currency=currency))
    return step_chart(made, standing(made, today), Reader(having, today))


def texts(chart):
    return [label.text for label in chart.labels]


def label(chart, text):
    return next((one.x, one.y, one.anchor, one.css) for one in chart.labels if one.text == text)


def test_rising_staircase_has_the_geometry_of_the_plan():
    chart = drawn(**LINES)
    assert chart.plan == "M40 210H293.3V158H450V106H640V54"
    assert chart.area == "M40 210H293.3V158H450V106H640V54V236H40Z"
    assert chart.grid == "M40 210H640M40 158H640M40 106H640M40 54H640"
    assert chart.signs == (
        "M293.3 148h-11l-6 5 6 5h11z",
        "M450 96h-11l-6 5 6 5h11z",
        "M640 44h-11l-6 5 6 5h11z",
    )
    assert chart.open_sign == ""
    assert chart.today == "M332.7 34V236"
    assert [dot.r for dot in chart.dots] == ["4"] * 9 + ["5"]
    assert chart.actual.endswith("H262.1V210H305.7V158H332.7V158")
    assert chart.expected == "M332.7 158L450 158L640 158"
    assert (chart.gap, chart.leader) == ("M450 110V158", "M450 163V193h10")


def test_labels_stand_beside_what_they_name():
    chart = drawn(**LINES)
    assert label(chart, "plan 5") == ("652", "58", "start", "t-accent")
    assert label(chart, "3 expected, 1 short") == ("464", "197", "start", "t-amber")
    assert label(chart, "now 3") == ("345.7", "182", "start", "t-strong")
    assert label(chart, "4 by 31 Mar") == ("426", "105", "end", "t-accent")
    assert label(chart, "reached 12 days late") == ("269.3", "173", "end", "")
    assert label(chart, "Mar 2026") == ("40", "257", "start", "")


def test_falling_staircase_goes_down_and_its_signs_hang_below_it():
    chart = drawn(**STOPS)
    assert chart.plan == "M40 80.8H239.5V116.4H387.8V153.8H537.8V194.4H640V194.4"
    assert chart.signs[0] == "M239.5 116.4h-11l-6 5 6 5h11z"
    assert (chart.gap, chart.leader) == ("M387.8 149.8V132", "M387.8 127V97h10")
    assert label(chart, "45 expected, 7 short") == ("401.8", "101", "start", "t-amber")


def test_target_that_the_last_step_reaches_has_an_open_sign_at_its_date():
    chart = drawn(**STOPS)
    assert chart.open_sign == "M640 194.4h-11l-6 5 6 5h11z"
    assert label(chart, "due 31 Aug") == ("616", "206.4", "end", "t-accent")
    rising = drawn(**{**LINES, "due": date(2028, 6, 30)})
    assert label(rising, "due 30 Jun") == ("616", "88", "end", "t-accent")


def test_words_say_what_the_pace_means_and_what_that_rests_on():
    chart = drawn(**STOPS)
    assert (chart.note.signal, chart.note.word) == ("red", "Early warning")
    assert chart.note.meaning == "At that pace step 2 is missed by 7."
    assert chart.note.basis == (
        "From 58 on 24 Sep to 54 on 19 Nov. "
        "3 check-ins give 45 on 31 Mar 2027, with a range of 44 to 46."
    )
    assert chart.description == (
        "Planned: 61.4, 50 by 31 Dec, 38 by 31 Mar 2027, 25 by 30 Jun 2027, 25 by 31 Aug 2027. "
        "Actual: 58 on 24 Sep, 54 on 19 Nov. Expected at that pace: 51 by 31 Dec, "
        "45 by 31 Mar 2027, 38 by 30 Jun 2027, 34 by 31 Aug 2027. "
        "Its range on 31 Aug 2027 is 32 to 37."
    )


@pytest.mark.parametrize(
    ("today", "turn"),
    [
        (TODAY, "Something has to change by 29 Dec."),
        (date(2026, 12, 29), "Something has to change by 29 Dec."),
        (date(2026, 12, 30), "No pace that was seen or planned is enough any more."),
    ],
)
def test_words_say_until_when_something_has_to_change(today, turn):
    later = {**STOPS, "stages": "2027-03-31 38, 2027-06-30 25"}
    takes = "It takes -3.6 a month; so far it is -2.1."
    assert drawn(**later, today=today).note.turn == f"{takes} {turn}"


def test_words_say_nothing_of_a_change_where_the_pace_is_enough_or_the_date_is_over():
    fast = drawn(**{**STOPS, "values": "2026-09-01 50, 2026-11-30 40"})
    missed = drawn(**{**STOPS, "stages": "2026-10-31 50"})
    assert (fast.note.turn, missed.note.turn) == ("", "")


def test_range_opens_from_the_last_check_in():
    chart = drawn(**STOPS)
    assert chart.range == (
        "M170.2 103.9L239.5 113.3L387.8 135.1L537.8 160.1L640 172.6"
        "L640 157L537.8 144.5L387.8 128.9L239.5 110.2Z"
    )


def test_range_is_left_out_where_there_is_none():
    once, twice = "2026-11-19 54", "2026-10-20 58, 2026-11-19 54"
    assert [drawn(**{**STOPS, "values": made}).range for made in ("", once, twice)] == [""] * 3


def test_range_far_beyond_the_drawing_ends_at_its_edge():
    wild = drawn(**{**STOPS, "values": "2026-11-01 60, 2026-11-10 60, 2026-11-19 90"})
    heights = [y for _x, y in points(wild.range)]
    assert (min(heights), max(heights)) == (54, 116.4)


def test_rows_say_what_was_reached_and_what_is_expected():
    rows = [
        (row.number, row.due, row.plan, row.actual, row.expected, row.signal, row.state)
        for row in drawn(**LINES).rows
    ]
    assert rows == [
        ("1", "31 Oct", "3", "3", "", "green", "Reached 12 Nov"),
        ("2", "31 Mar 2027", "4", "", "3 exp.", "red", "Will be missed"),
        ("3", "30 Sep 2027", "5", "", "3 exp.", "red", "Will be missed"),
    ]


def test_target_after_the_last_step_has_a_row_without_a_number():
    assert [row.number for row in drawn(**STOPS).rows] == ["1", "2", "3", ""]


@pytest.mark.parametrize(
    ("changes", "meaning"),
    [
        ({"values": ""}, "Nobody has checked in yet, so nobody can know."),
        ({"values": "2026-11-19 54"}, "One check-in tells no pace yet. The next one does."),
        (
            {"values": "2026-09-01 50, 2026-12-01 25"},
            "25 was reached on 1 Dec.",
        ),
        (
            {"values": "2026-09-01 50, 2026-11-30 40"},
            "At that pace step 2 is reached.",
        ),
        (
            {"stages": "2026-10-31 50"},
            "The date of step 1 has passed, and 4 is lacking.",
        ),
        (
            {"stages": "", "due": None},
            "Without a target and a date there is nothing to compare with.",
        ),
    ],
)
def test_meaning_of_each_state(changes, meaning):
    assert drawn(**{**STOPS, **changes}).note.meaning == meaning


def test_one_gap_is_marked_and_none_where_the_pace_is_enough():
    chart = drawn(**{**STOPS, "values": "2026-09-01 50, 2026-11-30 40"})
    assert (chart.gap, chart.leader) == ("", "")
    assert not [text for text in texts(chart) if "short" in text]


def test_held_metric_is_a_flat_line_in_the_middle():
    chart = drawn(baseline="5", target="5", due=date(2027, 6, 30))
    assert chart.plan == "M40 132H640V132"


def test_money_and_shares_are_written_as_everywhere():
    money = drawn(baseline="620000", target="1200000", due=date(2027, 6, 30), unit="EUR",
                  currency="EUR")  # fmt: skip
    assert "plan €1.20\u00a0m" in texts(money)
    share = drawn(baseline="-5", target="12", due=date(2027, 6, 30), unit="%")
    assert {"plan 12%", "-5%", "15%"} <= set(texts(share))
    huge = drawn(baseline="0", target="1200000", due=date(2027, 6, 30), unit="litres")
    assert "plan 1,200,000" in texts(huge)


def test_many_check_ins_have_small_dots():
    made = ", ".join(f"2026-0{day // 28 + 1}-{day % 28 + 1:02d} {day}" for day in range(60))
    assert {dot.r for dot in drawn(made, target="90", due=date(2027, 1, 31)).dots} == {"2.5", "5"}


def test_today_long_after_the_last_date_is_left_out():
    assert drawn(**LINES, today=date(2040, 1, 1)).today == ""


def test_chart_without_a_check_in_begins_today():
    chart = drawn(baseline="2", target="5", due=date(2027, 12, 31))
    assert label(chart, "Dec 2026")[0] == "40"


def test_nothing_to_draw_is_none():
    assert drawn() is None
    assert drawn(baseline="2", target="5") is None


FIGURES = st.decimals(-(10**12), 10**12, places=2) | st.decimals(0, 100, places=1)
DAYS = st.dates(FIRST_DAY, LAST_DAY) | st.dates(date(2026, 1, 1), date(2028, 12, 31))
OBJECTIVES = st.builds(
    replace,
    st.just(objective()),
    baseline=st.none() | FIGURES,
    target=st.none() | FIGURES,
    due=st.none() | DAYS,
    unit=st.sampled_from([None, "%", "NOK", "hours"]),
    stages=st.lists(st.tuples(DAYS, FIGURES), max_size=12).map(
        lambda goals: tuple(
            StageGoal(id=f"B1{number}", due=due, value=value)
            for number, (due, value) in enumerate(goals)
        )
    ),
    check_ins=st.lists(st.tuples(DAYS, FIGURES), max_size=60).map(
        lambda made: tuple(CheckIn(on=on, value=value) for on, value in made)
    ),
)


def points(path):
    """Every point that an absolute path goes through."""
    x = y = 0.0
    for letter, numbers in re.findall(r"([MLHVhvlZz])([^MLHVhvlZz]*)", path):
        values = [float(value) for value in re.findall(r"-?\d+(?:\.\d+)?", numbers)]
        match letter:
            case "M" | "L":
                x, y = values
            case "H":
                (x,) = values
            case "V":
                (y,) = values
            case "h":
                x += values[0]
            case "v":
                y += values[0]
            case "l":
                for dx, dy in zip(values[::2], values[1::2], strict=True):
                    x, y = x + dx, y + dy
                    yield x, y
        yield x, y


@settings(max_examples=150)
@given(OBJECTIVES, DAYS)
def test_whatever_is_written_is_drawn_inside_without_overlaps(made, today):
    having = plan(business=(made,))
    having = replace(having, account=Account(name="Dunmore Mills", currency="NOK"))
    chart = step_chart(made, standing(made, today), Reader(having, today))
    if chart is None:
        assert not made.stages
        return
    paths = [chart.area, chart.grid, chart.axis, chart.plan, *chart.signs, chart.open_sign]
    paths += [chart.actual, chart.expected, chart.range, chart.gap, chart.leader, chart.today]
    drawn_at = [point for path in paths for point in points(path)]
    drawn_at += [(float(dot.x), float(dot.y)) for dot in (*chart.dots, *chart.expected_dots)]
    boxes = [label.box for label in chart.labels]
    drawn_at += [corner for b in boxes for corner in ((b.left, b.top), (b.right, b.bottom))]
    assert all(0 <= x <= chart.width and 0 <= y <= chart.height for x, y in drawn_at)
    assert not any(one.covers(other) for one, other in combinations(boxes, 2))
