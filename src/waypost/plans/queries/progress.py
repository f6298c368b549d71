"""How far a business objective has come, in a few words (OBJ-3, OBJ-5)."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.method.goals import Because, GoalStanding, State
from waypost.method.objectives import Standing
from waypost.method.plan import BusinessObjective
from waypost.method.stages import in_order
from waypost.plans.queries.wording import Reader
from waypost.ui.formats import days_ago


def way(objective: BusinessObjective, reader: Reader) -> str:
    """2 → 5 by 30 Sep 2027, or what of it nobody has written down."""
    if objective.target is None:
        figures = _("no target yet")
    else:
        target = reader.figure(objective, objective.target)
        start = objective.baseline
        figures = target if start is None else f"{reader.figure(objective, start)} → {target}"
    if objective.due is None:
        return f"{figures}, {_('no date yet')}"
    return _("%(figures)s by %(day)s") % {"figures": figures, "day": reader.day(objective.due)}


def now(objective: BusinessObjective, found: Standing, reader: Reader) -> str:
    if found.now is None:
        return ""
    return _("now %(value)s") % {"value": reader.figure(objective, found.now)}


def trend(objective: BusinessObjective, found: Standing, reader: Reader) -> str:
    """Why the objective stands where it does; empty where there is nothing to measure."""
    goal = {"goal": _decisive(objective, found)}
    match found.state:
        case State.NOT_MEASURED:
            return ""
        case State.MISSED:
            return _("%(goal)s was missed") % goal
        case State.WILL_BE_MISSED:
            return _("trend misses %(goal)s") % goal
        case State.AT_RISK if any(r.because is Because.OLD_CHECK_IN for r in found.reasons):
            ago = {"ago": days_ago(found.checked_on, reader.today)}
            return _("last check-in %(ago)s ago") % ago
        case State.AT_RISK:
            return _("trend narrowly misses %(goal)s") % goal
        case State.ON_TRACK:
            return _foreseen(objective, _ahead(found), reader)
    return state_word(found.state).lower()


def reaches(objective: BusinessObjective, stage: GoalStanding, reader: Reader) -> str:
    """What the check-ins say of a stage goal to come."""
    if stage.reached_on:
        return _("reached on %(day)s") % {"day": reader.day(stage.reached_on)}
    return _foreseen(objective, stage, reader)


def condition(objective: BusinessObjective, reader: Reader) -> str:
    """What is to hold meanwhile, and how it was when somebody last looked (OBJ-3)."""
    if objective.condition is None:
        return ""
    words = {"condition": objective.condition}
    known = (c for c in objective.check_ins if c.condition_value and c.on <= reader.today)
    last = max(known, key=lambda check_in: check_in.on, default=None)
    if last is None:
        return _("while %(condition)s") % words
    return _("while %(condition)s, last %(value)s") % {**words, "value": last.condition_value}


def state_word(state: State) -> str:
    return str(STATE_WORDS[state])


STATE_WORDS: Final = {
    State.MISSED: gettext_lazy("Missed"),
    State.WILL_BE_MISSED: gettext_lazy("Will be missed"),
    State.AT_RISK: gettext_lazy("At risk"),
    State.NO_CHECK_IN: gettext_lazy("No check-in yet"),
    State.NO_TREND: gettext_lazy("No trend yet"),
    State.NOT_MEASURED: gettext_lazy("Not measured"),
    State.ON_TRACK: gettext_lazy("On track"),
    State.REACHED: gettext_lazy("Reached"),
}


def _foreseen(objective: BusinessObjective, goal: GoalStanding, reader: Reader) -> str:
    if goal.forecast is None:
        return state_word(goal.state).lower()
    value = reader.figure(objective, goal.forecast.value)
    return _("trend reaches %(value)s") % {"value": value}


def _ahead(found: Standing) -> GoalStanding:
    """The next goal that is still to be reached, of an objective that is on track."""
    goals = (*found.stages, *([found.target] if found.target else []))
    return next((goal for goal in goals if goal.forecast), goals[-1])


def _decisive(objective: BusinessObjective, found: Standing) -> str:
    """The goal that the state is about: step 2, or the target."""
    steps = [stage.id for stage in in_order(objective)]
    if found.decided_by not in steps:
        return _("the target")
    return _("step %(number)s") % {"number": steps.index(found.decided_by) + 1}
