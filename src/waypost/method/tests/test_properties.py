"""What holds for every window, staircase and forecast there can be."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from waypost.method.forecast import DAYS_OF_A_MONTH, forecast, trend
from waypost.method.goals import State
from waypost.method.horizon import window
from waypost.method.month import Month
from waypost.method.objectives import standing
from waypost.method.plan import BusinessObjective, CheckIn, Settings, StageGoal
from waypost.method.stages import propose_stages
from waypost.method.tests.build import plan

START = date(2026, 1, 1)
DAYS = st.dates(START, date(2029, 12, 31))
VALUES = st.decimals(-1000, 1000, places=2)
RULES = st.sampled_from([None, "last Thursday of the month", "15", "last working day", "31"])
CHECK_INS = st.lists(st.tuples(st.dates(START, date(2026, 12, 31)), VALUES), max_size=8)


def metric(made, **fields):
    return BusinessObjective(
        id="B1",
        text="Machines under agreement",
        check_ins=tuple(CheckIn(on=on, value=value) for on, value in made),
        **fields,
    )


@given(st.integers(1, 24), RULES, DAYS)
def test_window_is_months_in_a_row_from_this_or_the_next(months, review_day, today):
    found = window(
        plan(settings=Settings(window_months=months, review_day=review_day)), today
    ).months
    assert len(found) == months
    assert found[0] in {Month.of(today), Month.of(today).plus(1)}
    assert [month.plus(1) for month in found[:-1]] == list(found[1:])


@given(RULES, DAYS, st.integers(0, 60))
def test_window_never_goes_back(review_day, today, days):
    having = plan(settings=Settings(review_day=review_day))
    later = window(having, today + timedelta(days=days)).months
    assert window(having, today).months[0] <= later[0]


@given(VALUES, VALUES, DAYS, DAYS, st.integers(1, 12), st.integers(0, 6), st.booleans())
def test_proposed_stages_lead_evenly_from_baseline_to_target(
    baseline, target, start, due, count, slack, whole
):
    if whole:
        baseline, target = Decimal(round(baseline)), Decimal(round(target))
    asked = {"baseline": baseline, "target": target, "start": start, "due": due}
    try:
        stages = propose_stages(**asked, stages=count, slack_months=slack, whole_units=whole)
    except ValueError:  # there is nothing to plan, or no month end to plan for
        assume(False)
    days = [stage.due for stage in stages]
    values = [baseline, *(stage.value for stage in stages)]
    assert 1 <= len(stages) <= count
    assert values[-1] == target
    assert days == sorted(set(days))
    assert all(start < day <= due for day in days)
    assert all((day + timedelta(days=1)).day == 1 for day in days)
    assert values in (sorted(values), sorted(values, reverse=True))
    if whole:
        assert len(set(values)) == len(values)
        assert all(value == int(value) for value in values)


@given(CHECK_INS, DAYS)
def test_forecast_lies_in_its_range_and_counts_its_days(made, on):
    found = forecast(metric(made), on)
    days = {day for day, _value in made if day <= on}
    if len(days) < 2:
        assert found is None
        return
    assert found is not None
    low, high = sorted((found.low, found.high))
    assert low <= found.value <= high
    assert found.points == len(days)


@given(
    st.sets(st.integers(0, 300), min_size=2, max_size=8),
    st.integers(-9, 9),
    st.integers(0, 300),
)
def test_forecast_of_a_steady_metric_goes_on_as_it_went(days, pace, ahead):
    made = [(START + timedelta(days=day), Decimal(10_000 + pace * day)) for day in days]
    on = START + timedelta(days=max(days) + ahead)
    found, steady = forecast(metric(made), on), trend(metric(made), on)
    assert found is not None
    assert steady is not None
    expected = 10_000 + pace * (max(days) + ahead)
    assert abs(found.value - expected) <= steady.unit / 2
    assert found.low == found.value == found.high


@given(CHECK_INS, VALUES, VALUES)
def test_forecast_of_the_mirrored_metric_is_the_mirrored_forecast(made, baseline, target):
    """Rising and falling are judged alike."""
    stands = dict(made).values()  # the last of a day; a metric on both sides of zero has no floor
    assume(any(value < 0 for value in stands) and any(value > 0 for value in stands))
    due = date(2027, 6, 30)
    up = metric(made, baseline=baseline, target=target)
    down = metric([(on, -value) for on, value in made], baseline=-baseline, target=-target)
    one, other = forecast(up, due), forecast(down, due)
    if one is None or other is None:
        assert one == other
        return
    assert (one.value, one.per_month) == (-other.value, -other.per_month)
    assert sorted((one.low, one.high)) == sorted((-other.low, -other.high))


@given(CHECK_INS, VALUES, VALUES, st.lists(st.tuples(DAYS, VALUES), max_size=4), DAYS, DAYS)
def test_foreseen_miss_can_be_turned_by_the_pace_and_by_the_day_it_names(
    made, baseline, target, stages, due, today
):
    goals = tuple(
        StageGoal(id=f"B1{number}", due=day, value=value)
        for number, (day, value) in enumerate(stages)
    )
    one = metric(made, baseline=baseline, target=target, due=due, stages=goals)
    stands = standing(one, today)
    for goal in (*stands.stages, *([stands.target] if stands.target else [])):
        if goal.miss is None:
            assert goal.short is None or goal.short <= 0 or goal.state is State.MISSED
            continue
        pace = trend(one, today)
        assert pace is not None
        left = (goal.due - pace.last.on).days
        assert goal.short == goal.miss.short > 0
        needed = (goal.value - pace.last.value) / max(left, 1) * DAYS_OF_A_MONTH
        assert abs(goal.miss.needed - needed) <= pace.unit / 20
        if goal.miss.change_by:
            assert pace.last.on <= goal.miss.change_by
