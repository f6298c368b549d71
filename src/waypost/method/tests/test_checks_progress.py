from datetime import date

import pytest

from waypost.method.checks import Remedy, Severity, progress
from waypost.method.checks.registry import ActionDraft
from waypost.method.plan import Review, ShortTermPlan
from waypost.method.tests.build import found, objective, plan
from waypost.method.words import words

TODAY = date(2026, 11, 24)
STOPS = {
    "stages": "2026-12-31 50, 2027-03-31 38, 2027-06-30 25",
    "baseline": "61",
    "target": "25",
    "due": date(2027, 6, 30),
}
FALLING = "2026-09-24 58, 2026-10-29 55, 2026-11-19 54"
MACHINES = {"baseline": "2", "target": "5", "due": date(2027, 12, 31)}


def of(rule, *business, today=TODAY):
    return found(rule, plan(business=business), today)


def fixes(rule, *business, today=TODAY, **parts):
    return [f.fix for f in rule.apply(plan(business=business, **parts), today)]


def places(rule, *business, today=TODAY, **parts):
    having = plan(business=business, **parts)
    return [(f.at, f.severity) for f in rule.apply(having, today)]


def test_missed_stage_names_what_comes_next_and_the_pace_it_takes():
    stages = "2026-10-30 3, 2027-03-31 4, 2027-09-30 5"
    late = objective("2026-08-27 2, 2026-10-29 2", stages, **MACHINES)
    assert of(progress.missed, late) == [
        (
            "B1a",
            "",
            Severity.SERIOUS,
            "B1a was missed: 3 was due on 30 Oct 2026, and the last check-in, on 29 Oct 2026, "
            "says 2. B1b wants 4 by 31 Mar 2027, which takes 0.39 a month; so far it is 0.",
        )
    ]
    assert of(progress.foreseen_miss, late) == []


def test_missed_stage_says_no_pace_where_there_is_none():
    stages = "2026-10-30 3, 2027-03-31 4"
    once = objective("2026-10-29 2", stages, **MACHINES)
    assert [message for *_, message in of(progress.missed, once)] == [
        "B1a was missed: 3 was due on 30 Oct 2026, and the last check-in, on 29 Oct 2026, "
        "says 2. B1b wants 4 by 31 Mar 2027."
    ]


def test_missed_target_is_named_when_no_stage_says_the_same():
    over = {"baseline": "2", "target": "5", "due": date(2026, 10, 30)}
    assert of(progress.missed, objective("2026-08-27 2, 2026-10-29 4", **over)) == [
        (
            "B1",
            "",
            Severity.SERIOUS,
            "B1 was missed: 5 was due on 30 Oct 2026, and the last check-in, on 29 Oct 2026, "
            "says 4.",
        )
    ]


def test_missed_is_silent_once_a_new_date_is_set():
    again = objective("2026-08-27 2, 2026-11-20 2.4", "2027-03-31 3", **MACHINES)
    assert of(progress.missed, again) == []


def test_missed_asks_for_a_new_date():
    stages = "2026-10-30 3"
    (remedy,) = fixes(progress.missed, objective("2026-10-29 2", stages, **MACHINES))
    assert (remedy.kind, str(remedy)) == (
        Remedy.MOVE_STAGE,
        "Set a new date, and plan the action that meets it.",
    )


def test_foreseen_miss_is_a_warning_when_clear_and_advice_when_narrow():
    assert of(progress.foreseen_miss, objective(FALLING, **STOPS)) == [
        (
            "B1a",
            "",
            Severity.ADVICE,
            "B1a will be missed narrowly, by 1: at this pace 51, not 50, by 31 Dec 2026. "
            "3 check-ins give 51 to 52.",
        ),
        (
            "B1b",
            "",
            Severity.WARNING,
            "B1b will be missed by 7: at this pace 45, not 38, by 31 Mar 2027. "
            "3 check-ins give 44 to 46.",
        ),
        (
            "B1c",
            "",
            Severity.WARNING,
            "B1c will be missed by 13: at this pace 38, not 25, by 30 Jun 2027. "
            "3 check-ins give 36 to 41.",
        ),
    ]
    assert of(progress.missed, objective(FALLING, **STOPS)) == []


def test_foreseen_miss_of_a_rising_metric_has_its_range_in_order():
    rising = objective("2026-09-01 2, 2026-10-01 2.2, 2026-11-01 2.3", "2027-03-31 4", **MACHINES)
    assert [message for *_, message in of(progress.foreseen_miss, rising)] == [
        "B1a will be missed by 1: at this pace 3, not 4, by 31 Mar 2027. "
        "3 check-ins give 2.9 to 3.2."
    ]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            "2026-10-20 58, 2026-11-19 56",
            "B1a will be missed by 3: at this pace 53, not 50, by 31 Dec 2026. "
            "That rests on 2 check-ins.",
        ),
        (
            "2026-10-20 57, 2026-11-19 54",
            "B1b will be missed narrowly, by 3: at this pace 41, not 38, by 31 Mar 2027. "
            "That rests on 2 check-ins.",
        ),
    ],
)
def test_foreseen_miss_has_no_range_from_two_check_ins(values, message):
    assert message in [said for *_, said in of(progress.foreseen_miss, objective(values, **STOPS))]


def test_foreseen_miss_says_the_pace_it_takes_and_until_when():
    remedies = fixes(progress.foreseen_miss, objective(FALLING, unit="hours", **STOPS))
    assert [str(remedy) for remedy in remedies] == [
        "It takes -2.9 a month; so far it is -2.1. Plan an action that changes the pace by "
        "17 Dec 2026 at the latest.",
        "It takes -3.6 a month; so far it is -2.1. Plan an action that changes the pace by "
        "29 Dec 2026 at the latest.",
        "It takes -3.9 a month; so far it is -2.1. Plan an action that changes the pace by "
        "29 Dec 2026 at the latest.",
    ]
    assert {remedy.kind for remedy in remedies} == {Remedy.PLAN_ACTION}
    assert remedies[0].action == ActionDraft(
        what=words(
            "Agree with the customer what it takes to reach %(goal)s by %(due)s",
            goal="50 hours",
            due=date(2026, 12, 31),
        ),
        achieves="B1a",
        owner=None,
    )


def test_foreseen_miss_names_the_owner_for_the_action():
    (remedy, *_) = fixes(progress.foreseen_miss, objective(FALLING, owner="T2", **STOPS))
    assert remedy.action is not None
    assert remedy.action.owner == "T2"


@pytest.mark.parametrize(("today", "is_early"), [("12-29", True), ("12-30", False)])
def test_foreseen_miss_says_when_no_pace_is_enough_any_more(today, is_early):
    falling = objective(FALLING, **{**STOPS, "stages": "2027-03-31 38, 2027-06-30 25"})
    day = date.fromisoformat(f"2026-{today}")
    (first, _last) = fixes(progress.foreseen_miss, falling, today=day)
    assert str(first) == (
        "It takes -3.6 a month; so far it is -2.1. Plan an action that changes the pace by "
        "29 Dec 2026 at the latest."
        if is_early
        else "It takes -3.6 a month; so far it is -2.1, and no pace that was seen or planned is "
        "enough. Plan another way, or agree on what can be reached by 31 Mar 2027."
    )


def test_foreseen_miss_is_found_at_the_target_when_no_stage_says_the_same():
    falling = objective(FALLING, **{**STOPS, "stages": "2026-12-31 53"})
    assert places(progress.foreseen_miss, falling) == [("B1", Severity.WARNING)]


@pytest.mark.parametrize(
    "values",
    [
        "",
        "2026-11-19 58",
        "2026-11-19 58, 2026-11-19 57",
        "2026-10-01 58, 2026-11-20 40",
        "2026-10-01 58, 2026-11-20 20",
        "2026-08-01 58, 2026-09-01 40",
    ],
)
def test_foreseen_miss_is_silent_without_a_pace_that_misses(values):
    assert of(progress.foreseen_miss, objective(values, **STOPS)) == []


def test_unchecked_when_a_stage_came_due_without_any_check_in():
    staged = objective(stages="2026-11-23 3, 2026-11-24 4", **MACHINES)
    assert of(progress.unchecked, staged) == [
        (
            "B1a",
            "",
            Severity.WARNING,
            "B1a was due on 23 Nov 2026, and nobody has checked in.",
        )
    ]
    assert of(progress.never_checked, staged) == []
    assert [str(remedy) for remedy in fixes(progress.unchecked, staged)] == [
        "Check in the figure of today."
    ]


def test_long_unchecked_names_the_last_check_in_and_the_next_goal():
    old = objective("2026-09-01 58, 2026-10-09 55", **STOPS)
    assert of(progress.long_unchecked, old) == [
        (
            "B1",
            "check-in",
            Severity.WARNING,
            "Nobody has checked in on B1 since 9 Oct 2026; B1a is due on 31 Dec 2026.",
        )
    ]


@pytest.mark.parametrize(
    "silent",
    [
        objective("2026-10-10 55", **STOPS),
        objective("2026-10-09 25", **STOPS),
        objective("2026-10-09 4", target="5", due=date(2026, 11, 23)),
        objective("2026-10-09 4"),
        objective(**STOPS),
    ],
    ids=["lately", "reached", "over", "not measured", "never"],
)
def test_long_unchecked_is_silent(silent):
    assert of(progress.long_unchecked, silent) == []


def test_long_unchecked_looks_past_a_stage_that_is_reached():
    early = objective("2026-09-01 58, 2026-10-09 49", **STOPS)
    assert [message for *_, message in of(progress.long_unchecked, early)] == [
        "Nobody has checked in on B1 since 9 Oct 2026; B1b is due on 31 Mar 2027."
    ]


@pytest.mark.parametrize(("due", "at"), [("2027-01-08", ["B1"]), ("2027-01-09", [])])
def test_never_checked_when_the_next_goal_is_near(due, at):
    staged = objective(stages=f"{due} 3", **MACHINES)
    assert [place for place, *_ in of(progress.never_checked, staged)] == at


def test_never_checked_names_the_next_goal():
    assert of(progress.never_checked, objective(stages="2026-11-24 3", **MACHINES)) == [
        (
            "B1",
            "check-in",
            Severity.ADVICE,
            "Nobody has checked in on B1 yet; B1a is due on 24 Nov 2026.",
        )
    ]


LONG_AGO, LATELY = date(2026, 10, 9), date(2026, 10, 10)


@pytest.mark.parametrize(
    ("parts", "is_found"),
    [
        ({}, False),
        ({"reviews": (Review(date=LONG_AGO, held=True),)}, True),
        ({"reviews": (Review(date=LATELY, held=True),)}, False),
        ({"reviews": (Review(date=LONG_AGO, held=False),)}, False),
        ({"short_term_plan": ShortTermPlan(planned_on=LONG_AGO)}, True),
        ({"short_term_plan": ShortTermPlan(planned_on=LATELY)}, False),
    ],
)
def test_never_checked_when_the_plan_is_long_under_way(parts, is_found):
    far = objective(stages="2027-03-31 3", **MACHINES)
    assert bool(places(progress.never_checked, far, **parts)) is is_found


def test_never_checked_when_others_are_checked_in_for_long():
    far = objective(stages="2027-03-31 3", id="B2", **MACHINES)
    checked = objective("2026-10-09 55, 2026-11-19 54", **STOPS)
    assert places(progress.never_checked, checked, far) == [("B2", Severity.ADVICE)]


def test_never_checked_is_silent_without_a_goal_and_once_checked():
    assert of(progress.never_checked, objective(), objective("2026-11-19 54", **STOPS)) == []
