"""Progress towards stage goals and targets (OBJ-5)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, rule
from waypost.method.goals import GoalStanding, State
from waypost.method.objectives import Standing, standing
from waypost.method.plan import Plan
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _


@rule(
    "OBJ-5",
    title=_("A stage goal was missed"),
    why=_(
        "A stage goal shows a problem while it can still be solved; a missed one needs a way on."
    ),
)
def missed(plan: Plan, today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        stands = standing(objective, today)
        for goal in _found_in(stands, State.MISSED):
            remedy = fix(Remedy.MOVE_STAGE, _("Set a new date, and plan the action that meets it."))
            yield missed.finding(goal.at, Severity.SERIOUS, _missed(goal, stands), remedy)


@rule(
    "OBJ-5",
    title=_("A stage goal will be missed at the pace so far"),
    why=_("A miss that is seen early can be turned; a report afterwards cannot."),
)
def foreseen_miss(plan: Plan, today: date) -> Iterator[Finding]:
    """Silent while a goal of the objective is missed: what follows from that is one problem."""
    for objective in plan.objectives.business:
        stands = standing(objective, today)
        if _found_in(stands, State.MISSED):
            continue
        for goal in _found_in(stands, State.AT_RISK, State.WILL_BE_MISSED):
            if goal.short is None or goal.short <= 0:
                continue  # at risk for want of check-ins, not by its pace
            severity = Severity.WARNING if goal.state is State.WILL_BE_MISSED else Severity.ADVICE
            remedy = fix(
                Remedy.PLAN_ACTION,
                _("Plan an action that changes the pace before %(due)s."),
                due=goal.due,
            )
            yield foreseen_miss.finding(goal.at, severity, _foreseen(goal), remedy)


@rule(
    "OBJ-5",
    title=_("A stage goal came due and nobody checked in"),
    why=_("Progress that nobody looks at cannot be steered."),
)
def unchecked(plan: Plan, today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        for goal in _found_in(standing(objective, today), State.NO_CHECK_IN):
            if goal.due < today:
                message = words(
                    _("%(at)s was due on %(due)s, and nobody has checked in."),
                    at=goal.at,
                    due=goal.due,
                )
                remedy = fix(Remedy.CHECK_IN, _("Check in the figure of today."))
                yield unchecked.finding(goal.at, Severity.WARNING, message, remedy)


def _found_in(stands: Standing, *states: State) -> list[GoalStanding]:
    """The stage goals in these states; without any the target, which would say the same."""
    found = [stage for stage in stands.stages if stage.state in states]
    if not found and stands.target and stands.target.state in states:
        return [stands.target]
    return found


def _missed(goal: GoalStanding, stands: Standing) -> Words:
    facts = (("at", goal.at), *goal.reasons[0].words.values)
    coming = stands.next_stage
    if coming is None:
        text = _(
            "%(at)s was missed: %(value)s was due on %(due)s, and the last check-in, on %(on)s, "
            "says %(now)s."
        )
        return Words(text, facts)
    text = _(
        "%(at)s was missed: %(value)s was due on %(due)s, and the last check-in, on %(on)s, says "
        "%(now)s. %(next)s wants %(next_value)s by %(next_due)s."
    )
    ahead = (("next", coming.id), ("next_value", coming.value), ("next_due", coming.due))
    return Words(text, (*facts, *ahead))


def _foreseen(goal: GoalStanding) -> Words:
    text = (
        _(
            "%(at)s will be missed narrowly: at the pace so far it is about %(reaches)s on "
            "%(due)s, not %(value)s."
        )
        if goal.state is State.AT_RISK
        else _(
            "%(at)s will be missed: at the pace so far it is about %(reaches)s on %(due)s, not "
            "%(value)s."
        )
    )
    return Words(text, (("at", goal.at), *goal.reasons[0].words.values))
