"""Where a goal stands between its check-ins and its date (OBJ-4, OBJ-5).

A goal is a value of the metric by a date: each stage goal, and the target itself. It is

- reached, green: the last check-in reaches it; after its date, also when the check-in of that date
  did, or a later one does;
- on track, green: at the pace so far it will be reached, and somebody checked in lately;
- at risk, amber: it will be missed by a quarter of its step at most, or the faster half of the
  pace would reach it; or nobody checked in for so long that nobody can know;
- will be missed, red: it will be missed by more than that;
- missed, red: its date has passed without it;
- no trend yet, no colour: check-ins on a single day tell no pace;
- no check-in yet: no colour, amber once its date has passed;
- not measured, no colour: without a target and a date there is nothing to compare with.

A step is the way from the goal before it; for the target, the whole way from the baseline.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile

from waypost.method.forecast import Forecast, Trend
from waypost.method.plan import CheckIn, Colour
from waypost.method.words import Value, Words, gettext_noop, words

CHECK_IN_HOLDS_DAYS = 45  # a monthly review, and two weeks for the one that is late
NARROW = Decimal("0.25")  # share of a step that a narrow miss may lack


class State(StrEnum):
    """Where a goal stands, worst first."""

    MISSED = "missed"
    WILL_BE_MISSED = "will be missed"
    AT_RISK = "at risk"
    NO_CHECK_IN = "no check-in yet"
    NO_TREND = "no trend yet"
    NOT_MEASURED = "not measured"
    ON_TRACK = "on track"
    REACHED = "reached"


WORST_FIRST = tuple(State)


class Because(StrEnum):
    """Why a goal stands where it does."""

    REACHED = "reached"
    PASSED = "date passed"
    PACE_REACHES = "pace reaches it"
    PACE_FALLS_SHORT = "pace falls just short"
    PACE_MISSES = "pace misses it"
    OLD_CHECK_IN = "last check-in is old"
    ONE_CHECK_IN = "one check-in tells no pace"
    NO_CHECK_IN = "nobody has checked in"
    NO_TARGET = "no target"
    NO_DATE = "no date"


SENTENCES = {
    Because.REACHED: gettext_noop("%(value)s was reached on %(on)s."),
    Because.PASSED: gettext_noop(
        "%(value)s was due on %(due)s; the last check-in, on %(on)s, says %(now)s."
    ),
    Because.PACE_REACHES: gettext_noop(
        "At the pace so far it is %(reaches)s on %(due)s, and %(value)s is enough."
    ),
    Because.PACE_FALLS_SHORT: gettext_noop(
        "At the pace so far it is %(reaches)s on %(due)s, which narrowly misses %(value)s."
    ),
    Because.PACE_MISSES: gettext_noop(
        "At the pace so far it is %(reaches)s, not %(value)s, on %(due)s."
    ),
    Because.OLD_CHECK_IN: gettext_noop("The last check-in was on %(on)s."),
    Because.ONE_CHECK_IN: gettext_noop("One check-in, on %(on)s, tells no pace yet."),
    Because.NO_CHECK_IN: gettext_noop("Nobody has checked in yet."),
    Because.NO_TARGET: gettext_noop("There is no target to compare with."),
    Because.NO_DATE: gettext_noop("There is no date to reach the target by."),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One reason of a judgement, and the sentence that says it."""

    because: Because
    words: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class ForeseenMiss:
    """By how much a goal will be missed, and what could still turn that (OBJ-5).

    ``needed`` is the change in 30 days that reaches the goal from the last check-in on.
    ``change_by`` is the latest date on which the pace has to become the fastest one that was seen
    or planned; None when not even that would reach the goal from the last check-in on.
    """

    short: Decimal
    forecast: Forecast
    needed: Decimal
    change_by: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GoalStanding:
    """Where one goal stands; ``at`` is the id of the stage goal, or for the target the objective's.

    ``value`` and ``short`` are in the metric's unit; ``short`` is what the forecast for the date
    lacks, the last check-in when the date has passed, and zero or less when it lacks nothing.
    """

    at: str
    due: date
    value: Decimal
    state: State
    signal: Colour | None
    reasons: tuple[Reason, ...]
    forecast: Forecast | None = None
    short: Decimal | None = None
    reached_on: date | None = None
    miss: ForeseenMiss | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """A value to reach by a date; ``step`` is the way to it, zero when it is not known."""

    at: str
    due: date
    value: Decimal
    step: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """What the check-ins up to today say; ``direction`` is 1 for a metric to rise, -1 to fall.

    ``fastest`` is the fastest change a day that was seen or planned in that direction.
    """

    today: date
    known: tuple[CheckIn, ...]
    trend: Trend | None
    direction: int
    fastest: Decimal

    def lacks(self, value: Decimal, goal: Decimal) -> Decimal:
        """What a value lacks to the goal; zero or less when it reaches it."""
        return (goal - value) * self.direction if self.direction else abs(goal - value)


def judge(goal: Goal, progress: Progress) -> GoalStanding:
    """Where a goal stands by the rules at the head of this module (OBJ-5)."""
    if not progress.known:
        passed = goal.due < progress.today
        signal = Colour.AMBER if passed else None
        return _stands(goal, State.NO_CHECK_IN, signal, because(Because.NO_CHECK_IN))
    reached_on = _reached_on(goal, progress)
    if reached_on is not None:
        return _stands(
            goal,
            State.REACHED,
            Colour.GREEN,
            because(Because.REACHED, value=goal.value, on=reached_on),
            reached_on=reached_on,
        )
    if goal.due < progress.today:
        return _missed(goal, progress)
    return _foreseen(goal, progress)


def because(reason: Because, **values: Value) -> Reason:
    """The reason with its sentence about ``values``."""
    return Reason(because=reason, words=words(SENTENCES[reason], **values))


def _reached_on(goal: Goal, progress: Progress) -> date | None:
    """The first check-in of the last run that reaches the goal, looked at now and on its date."""
    by_the_date = tuple(made for made in progress.known if made.on <= goal.due)
    for made in (progress.known, by_the_date):
        run = tuple(takewhile(lambda m: progress.lacks(m.value, goal.value) <= 0, reversed(made)))
        if run:
            return run[-1].on
    return None


def _missed(goal: Goal, progress: Progress) -> GoalStanding:
    last = progress.known[-1]
    reason = because(Because.PASSED, value=goal.value, due=goal.due, on=last.on, now=last.value)
    short = progress.lacks(last.value, goal.value)
    return _stands(goal, State.MISSED, Colour.RED, reason, short=short)


def _foreseen(goal: Goal, progress: Progress) -> GoalStanding:
    last_on = progress.known[-1].on
    forecast = progress.trend.on(goal.due) if progress.trend else None
    short = progress.lacks(forecast.value, goal.value) if forecast else None
    state, signal, reason = _pace(goal, forecast, short, progress)
    reasons = [reason]
    if (progress.today - last_on).days > CHECK_IN_HOLDS_DAYS:
        reasons.append(because(Because.OLD_CHECK_IN, on=last_on))
        if state is not State.WILL_BE_MISSED:
            state, signal = State.AT_RISK, Colour.AMBER
    stands = _stands(goal, state, signal, *reasons, forecast=forecast, short=short)
    return replace(stands, miss=_miss(goal, stands, progress))


def _miss(goal: Goal, stands: GoalStanding, progress: Progress) -> ForeseenMiss | None:
    trend, forecast, short = progress.trend, stands.forecast, stands.short
    if trend is None or forecast is None or short is None or short <= 0:
        return None
    return ForeseenMiss(
        short=short,
        forecast=forecast,
        needed=trend.needed(goal.value, goal.due),
        change_by=trend.change_by(goal.value, goal.due, progress.fastest),
    )


def _pace(
    goal: Goal, forecast: Forecast | None, short: Decimal | None, progress: Progress
) -> tuple[State, Colour | None, Reason]:
    if forecast is None or short is None:
        reason = because(Because.ONE_CHECK_IN, on=progress.known[-1].on)
        return State.NO_TREND, None, reason
    foreseen: dict[str, Value] = {"value": goal.value, "due": goal.due, "reaches": forecast.value}
    if short <= 0:
        return State.ON_TRACK, Colour.GREEN, because(Because.PACE_REACHES, **foreseen)
    at_best = min(progress.lacks(value, goal.value) for value in (forecast.low, forecast.high))
    if short <= goal.step * NARROW or at_best <= 0:
        return State.AT_RISK, Colour.AMBER, because(Because.PACE_FALLS_SHORT, **foreseen)
    return State.WILL_BE_MISSED, Colour.RED, because(Because.PACE_MISSES, **foreseen)


def _stands(
    goal: Goal,
    state: State,
    signal: Colour | None,
    *reasons: Reason,
    forecast: Forecast | None = None,
    short: Decimal | None = None,
    reached_on: date | None = None,
) -> GoalStanding:
    return GoalStanding(
        at=goal.at,
        due=goal.due,
        value=goal.value,
        state=state,
        signal=signal,
        reasons=reasons,
        forecast=forecast,
        short=short,
        reached_on=reached_on,
    )
