"""Whatever plan can be read from a file can be judged on any day."""

from hypothesis import given, settings
from hypothesis import strategies as st

from waypost.method.checks import check
from waypost.method.goals import State
from waypost.method.horizon import next_review, window
from waypost.method.lights import read_lights
from waypost.method.next_stage import next_stage_of
from waypost.method.objectives import standing
from waypost.method.plan import Colour
from waypost.method.shape import FIRST_DAY, LAST_DAY
from waypost.method.short_term import short_term
from waypost.method.strategies import commitment
from waypost.planfile.tests.strategies import plans

EXAMPLES = 25
DAYS = st.dates(FIRST_DAY, LAST_DAY)
GREEN = {State.ON_TRACK, State.REACHED}
RED = {State.MISSED, State.WILL_BE_MISSED}


@settings(max_examples=EXAMPLES)
@given(plans(), DAYS)
def test_check_finds_each_thing_once_and_worst_first(plan, today):
    found = check(plan, today)
    identities = [(f.rule, f.at, f.subject) for f in found]
    assert len(identities) == len(set(identities))
    severities = [f.severity for f in found]
    assert severities == sorted(severities, reverse=True)
    assert all(str(f.message) and str(f.why) and str(f.fix) for f in found)


@settings(max_examples=EXAMPLES)
@given(plans(), DAYS)
def test_standing_has_the_colour_of_its_state(plan, today):
    for objective in plan.objectives.business:
        stands = standing(objective, today)
        assert (stands.signal is Colour.GREEN) == (stands.state in GREEN)
        assert (stands.signal is Colour.RED) == (stands.state in RED)
        assert [str(reason.words) for reason in stands.reasons]


@settings(max_examples=EXAMPLES)
@given(plans(), DAYS)
def test_short_term_plan_keeps_every_open_action(plan, today):
    found = short_term(plan, window(plan, today), today)
    months = [planned.action.id for month in found.months for planned in month.actions]
    shown = [*months, *(planned.action.id for planned in (*found.other, *found.undated))]
    assert len(shown) == len(set(shown))
    opened = {a.id for a in plan.short_term_plan.actions if a.status in (None, "open")}
    assert opened <= set(shown)


@settings(max_examples=EXAMPLES)
@given(plans(), DAYS)
def test_next_review_is_overdue_or_to_come(plan, today):
    found = next_review(plan, today)
    assert found.overdue or found.on >= today


@settings(max_examples=EXAMPLES)
@given(plans(), DAYS)
def test_lights_and_answers_are_all_counted(plan, today):
    assert len(read_lights(plan, today)) == len(plan.traffic_lights)
    coming = next_stage_of(plan, today)
    assert coming is None or coming.stage.due >= today
    for strategy in plan.strategies:
        asked = commitment(plan, strategy)
        counts = (asked.committed, asked.told, asked.doubt, asked.ask_again, asked.not_told)
        assert sum(counts) == asked.asked
