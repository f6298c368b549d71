"""What the step chart says: in sentences, and step by step (OBJ-4, OBJ-5)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.method.forecast import Forecast
from waypost.method.goals import Because, GoalStanding, State
from waypost.method.objectives import Standing
from waypost.method.plan import BusinessObjective, CheckIn
from waypost.plans.queries.progress import state_word
from waypost.plans.queries.wording import Reader, listed
from waypost.ui.formats import days_ago, number

WARNINGS = (State.AT_RISK, State.WILL_BE_MISSED)


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """What the chart means, and what could turn it; ``signal`` is empty while that is unknown."""

    signal: str
    word: str
    meaning: str
    turn: str
    basis: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StepRow:
    """One step; ``number`` is empty for the target, ``code`` is the id of the goal."""

    code: str
    number: str
    due: str
    plan: str
    actual: str
    expected: str
    signal: str
    state: str
    customer_sees: str


def goals_of(stands: Standing) -> tuple[GoalStanding, ...]:
    """The stage goals and the target by date; a target that the last stage goal is, only once."""
    target = stands.target
    same = [s for s in stands.stages if target and (s.due, s.value) == (target.due, target.value)]
    goals = (*stands.stages, *([target] if target and not same else []))
    return tuple(sorted(goals, key=lambda goal: goal.due))


def description(
    objective: BusinessObjective,
    goals: tuple[GoalStanding, ...],
    made: tuple[CheckIn, ...],
    reader: Reader,
) -> str:
    """The facts of the drawing in sentences."""
    sentences = []
    start = [reader.figure(objective, objective.baseline)] if objective.baseline is not None else []
    if goals:
        steps = [_by(reader.figure(objective, goal.value), goal, reader) for goal in goals]
        sentences.append(_("Planned: %(steps)s.") % {"steps": listed(*start, *steps)})
    if made:
        first, last = made[0], made[-1]
        days = [
            _on(objective, one, reader) for one in ((first,) if first is last else (first, last))
        ]
        sentences.append(_("Actual: %(values)s.") % {"values": listed(*days)})
    ahead = [(goal, goal.forecast) for goal in goals if goal.forecast]
    if ahead:
        values = [_by(reader.figure(objective, seen.value), goal, reader) for goal, seen in ahead]
        sentences.append(_("Expected at that pace: %(values)s.") % {"values": listed(*values)})
        _last_goal, seen = ahead[-1]
        if seen.low != seen.high:
            ends = {"day": reader.day(seen.on), **_range(objective, seen, reader)}
            sentences.append(_("Its range on %(day)s is %(low)s to %(high)s.") % ends)
    return " ".join(sentences)


def note(
    objective: BusinessObjective, stands: Standing, made: tuple[CheckIn, ...], reader: Reader
) -> Note:
    """What it means, and what that rests on."""
    goal = _decisive(stands)
    warns = bool(goal and stands.state in WARNINGS and goal.short and goal.short > 0)
    return Note(
        signal=stands.signal or "",
        word=_("Early warning") if warns else state_word(stands.state),
        meaning=_meaning(objective, stands, goal, reader),
        turn=_turn(objective, goal, reader),
        basis=_basis(objective, goal, made, reader),
    )


def step_rows(
    objective: BusinessObjective,
    stands: Standing,
    goals: tuple[GoalStanding, ...],
    made: tuple[CheckIn, ...],
    reader: Reader,
) -> tuple[StepRow, ...]:
    """The steps of the table in the order of their dates."""
    numbers = {goal.at: str(number) for number, goal in enumerate(stands.stages, start=1)}
    sees = {stage.id: stage.customer_sees or "" for stage in objective.stages}
    return tuple(
        StepRow(
            code=goal.at,
            number=numbers.get(goal.at, ""),
            due=reader.day(goal.due),
            plan=reader.figure(objective, goal.value),
            actual=_actual(objective, goal, made, reader),
            expected=_expected(objective, goal, reader),
            signal=goal.signal or "",
            state=_state(goal, reader),
            customer_sees=sees.get(goal.at, ""),
        )
        for goal in goals
    )


def _decisive(stands: Standing) -> GoalStanding | None:
    """The goal that is talked about; of an objective on track, the next one ahead."""
    goals = (*stands.stages, *([stands.target] if stands.target else []))
    if stands.state is State.ON_TRACK:
        return next((goal for goal in goals if goal.forecast), None)
    return next((goal for goal in goals if goal.at == stands.decided_by), None)


def _meaning(
    objective: BusinessObjective, stands: Standing, goal: GoalStanding | None, reader: Reader
) -> str:
    if goal is None:
        return _("Without a target and a date there is nothing to compare with.")
    words = {"goal": _name(stands, goal), "value": reader.figure(objective, goal.value)}
    if goal.short is not None:
        words["short"] = reader.figure(objective, abs(goal.short))
    match stands.state:
        case State.REACHED:
            return _("%(value)s was reached on %(day)s.") % {
                **words,
                "day": reader.day(goal.reached_on),
            }
        case State.MISSED:
            return _("The date of %(goal)s has passed, and %(short)s is lacking.") % words
        case State.NO_CHECK_IN:
            return _("Nobody has checked in yet, so nobody can know.")
        case State.NO_TREND:
            return _("One check-in tells no pace yet. The next one does.")
    if goal.short is not None and goal.short > 0:
        return _("At that pace %(goal)s is missed by %(short)s.") % words
    if any(reason.because is Because.OLD_CHECK_IN for reason in goal.reasons):
        ago = {"ago": days_ago(stands.checked_on, reader.today)}
        return _("The last check-in was %(ago)s ago, so nobody can know.") % ago
    return _("At that pace %(goal)s is reached.") % words


def _turn(objective: BusinessObjective, goal: GoalStanding | None, reader: Reader) -> str:
    """The pace it takes against the pace so far, and until when that has to change."""
    if goal is None or goal.miss is None:
        return ""
    words = {
        "needed": reader.figure(objective, goal.miss.needed),
        "pace": reader.figure(objective, goal.miss.forecast.per_month),
    }
    takes = _("It takes %(needed)s a month; so far it is %(pace)s.") % words
    by = goal.miss.change_by
    if by is None or by < reader.today:
        return f"{takes} {_('No pace that was seen or planned is enough any more.')}"
    return f"{takes} {_('Something has to change by %(day)s.') % {'day': reader.day(by)}}"


def _basis(
    objective: BusinessObjective,
    goal: GoalStanding | None,
    made: tuple[CheckIn, ...],
    reader: Reader,
) -> str:
    """From 2 on 1 Mar to 3 on 8 Dec. 10 check-ins give 3.4 by 31 Mar, 3.2 to 3.6."""
    if goal is None or goal.forecast is None:
        return ""
    seen = goal.forecast
    values = {
        "first": _on(objective, made[0], reader),
        "last": _on(objective, made[-1], reader),
        "points": number(seen.points),
        "value": reader.figure(objective, seen.value),
        "day": reader.day(seen.on),
        **_range(objective, seen, reader),
    }
    went = _("From %(first)s to %(last)s.") % values
    rests = ngettext(
        "%(points)s check-in gives %(value)s on %(day)s",
        "%(points)s check-ins give %(value)s on %(day)s",
        seen.points,
    )
    spread = "" if seen.low == seen.high else _("with a range of %(low)s to %(high)s") % values
    return f"{went} {listed(rests % values, spread)}."


def _range(objective: BusinessObjective, seen: Forecast, reader: Reader) -> dict[str, str]:
    return {
        "low": reader.figure(objective, min(seen.low, seen.high)),
        "high": reader.figure(objective, max(seen.low, seen.high)),
    }


def _name(stands: Standing, goal: GoalStanding) -> str:
    steps = [stage.at for stage in stands.stages]
    if goal.at not in steps:
        return _("the target")
    return _("step %(number)s") % {"number": steps.index(goal.at) + 1}


def _actual(
    objective: BusinessObjective,
    goal: GoalStanding,
    made: tuple[CheckIn, ...],
    reader: Reader,
) -> str:
    """What was checked in by the date, or when it was reached later; empty while it is to come."""
    if not made or (goal.due >= reader.today and not goal.reached_on):
        return ""
    until = max(goal.due, goal.reached_on or goal.due)
    known = [one for one in made if one.on <= until]
    return reader.figure(objective, known[-1].value) if known else ""


def _expected(objective: BusinessObjective, goal: GoalStanding, reader: Reader) -> str:
    if goal.forecast is None:
        return ""
    # Translators: a value that is expected, such as 3.4 exp.
    return _("%(value)s exp.") % {"value": reader.figure(objective, goal.forecast.value)}


def _state(goal: GoalStanding, reader: Reader) -> str:
    if goal.reached_on:
        return _("Reached %(day)s") % {"day": reader.day(goal.reached_on)}
    return state_word(goal.state)


def _by(value: str, goal: GoalStanding, reader: Reader) -> str:
    return _("%(value)s by %(day)s") % {"value": value, "day": reader.day(goal.due)}


def _on(objective: BusinessObjective, one: CheckIn, reader: Reader) -> str:
    words = {"value": reader.figure(objective, one.value), "day": reader.day(one.on)}
    return _("%(value)s on %(day)s") % words
