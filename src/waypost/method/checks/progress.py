"""Progress towards stage goals and targets (OBJ-5)."""

from collections.abc import Iterator
from datetime import date, timedelta

from waypost.method.checks.links import is_worked_on
from waypost.method.checks.registry import ActionDraft, Finding, Fix, Remedy, Severity, fix, rule
from waypost.method.figures import goal_in_words
from waypost.method.goals import CHECK_IN_HOLDS_DAYS, ForeseenMiss, GoalStanding, State
from waypost.method.horizon import window
from waypost.method.objectives import Standing, standing
from waypost.method.plan import BusinessObjective, Plan
from waypost.method.short_term import is_open, month_of
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _

FORESEEN = {
    # Whether it is missed narrowly, and whether there is a range.
    (True, True): _(
        "%(at)s will be missed narrowly, by %(short)s: at this pace %(reaches)s, not %(value)s, by "
        "%(due)s. %(points)s check-ins give %(low)s to %(high)s."
    ),
    (True, False): _(
        "%(at)s will be missed narrowly, by %(short)s: at this pace %(reaches)s, not %(value)s, by "
        "%(due)s. That rests on %(points)s check-ins."
    ),
    (False, True): _(
        "%(at)s will be missed by %(short)s: at this pace %(reaches)s, not %(value)s, by %(due)s. "
        "%(points)s check-ins give %(low)s to %(high)s."
    ),
    (False, False): _(
        "%(at)s will be missed by %(short)s: at this pace %(reaches)s, not %(value)s, by %(due)s. "
        "That rests on %(points)s check-ins."
    ),
}
BEHIND = (State.MISSED, State.WILL_BE_MISSED, State.AT_RISK)
CHECK_IN_NOW = fix(Remedy.CHECK_IN, _("Check in the figure of today."))


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
            if goal.miss is None:
                continue  # at risk for want of check-ins, not by its pace
            severity = Severity.WARNING if goal.state is State.WILL_BE_MISSED else Severity.ADVICE
            remedy = _change_of_pace(objective, goal, goal.miss, today)
            yield foreseen_miss.finding(goal.at, severity, _foreseen(goal, goal.miss), remedy)


@rule(
    "OBJ-5",
    title=_("A stage goal came due and nobody checked in"),
    why=_("Progress that nobody looks at cannot be steered."),
)
def unchecked(plan: Plan, today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        for goal in _came_due_unchecked(standing(objective, today), today):
            message = words(
                _("%(at)s was due on %(due)s, and nobody has checked in."),
                at=goal.at,
                due=goal.due,
            )
            yield unchecked.finding(goal.at, Severity.WARNING, message, CHECK_IN_NOW)


@rule(
    "OBJ-5",
    title=_("The last check-in is not old"),
    why=_("A miss can be foreseen only from figures that are not old."),
)
def long_unchecked(plan: Plan, today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        stands = standing(objective, today)
        coming = _coming(stands, today)
        if coming and stands.checked_on and stands.checked_on < _lately(today):
            message = words(
                _("Nobody has checked in on %(at)s since %(on)s; %(next)s is due on %(due)s."),
                at=objective.id,
                on=stands.checked_on,
                next=coming.at,
                due=coming.due,
            )
            yield long_unchecked.finding(
                objective.id, Severity.WARNING, message, CHECK_IN_NOW, subject="check-in"
            )


@rule(
    "OBJ-5",
    title=_("Progress is checked in from the start"),
    why=_("Two check-ins tell a pace; without the first one nobody sees a miss come."),
)
def never_checked(plan: Plan, today: date) -> Iterator[Finding]:
    """Found when the next goal is near, or when the plan has been worked on for long."""
    soon = today + timedelta(days=CHECK_IN_HOLDS_DAYS)
    for objective in plan.objectives.business:
        stands = standing(objective, today)
        coming = _coming(stands, today)
        if not coming or stands.checked_on or _came_due_unchecked(stands, today):
            continue
        if coming.due <= soon or _is_long_under_way(plan, today):
            message = words(
                _("Nobody has checked in on %(at)s yet; %(next)s is due on %(due)s."),
                at=objective.id,
                next=coming.at,
                due=coming.due,
            )
            yield never_checked.finding(
                objective.id, Severity.ADVICE, message, CHECK_IN_NOW, subject="check-in"
            )


@rule(
    "OBJ-5",
    title=_("An action of the window serves the next stage goal"),
    why=_("A stage goal that nobody works on is reached by chance."),
)
def not_worked_on(plan: Plan, today: date) -> Iterator[Finding]:
    """Looks at goals that are due within the window, and at objectives that are behind; silent
    where nothing at all is planned, which is one problem and not one of each objective."""
    until = window(plan, today).months[-1].last_day
    achieved = _achieved(plan, until)
    for objective in plan.objectives.business:
        stands = standing(objective, today)
        coming = _coming(stands, today)
        if not coming or not achieved or is_worked_on(plan, objective, achieved):
            continue
        behind = any(goal.state in BEHIND for goal in (*stands.stages, coming))
        if behind or coming.due <= until:
            message = words(
                _("No action until %(until)s serves %(at)s, due on %(due)s."),
                until=until,
                at=coming.at,
                due=coming.due,
            )
            severity = Severity.WARNING if behind else Severity.ADVICE
            draft = _draft(objective, coming)
            remedy = fix(Remedy.PLAN_ACTION, _("Plan an action that serves it."), action=draft)
            yield not_worked_on.finding(coming.at, severity, message, remedy, subject="action")


def _found_in(stands: Standing, *states: State) -> list[GoalStanding]:
    """The stage goals in these states; without any the target, which would say the same."""
    found = [stage for stage in stands.stages if stage.state in states]
    if not found and stands.target and stands.target.state in states:
        return [stands.target]
    return found


def _came_due_unchecked(stands: Standing, today: date) -> list[GoalStanding]:
    return [goal for goal in _found_in(stands, State.NO_CHECK_IN) if goal.due < today]


def _coming(stands: Standing, today: date) -> GoalStanding | None:
    """The next goal that is still to be reached; none once the target is."""
    goals = (*stands.stages, *([stands.target] if stands.target else []))
    open_goals = (goal for goal in goals if goal.due >= today and goal.state is not State.REACHED)
    return None if stands.state is State.REACHED else next(open_goals, None)


def _lately(today: date) -> date:
    return today - timedelta(days=CHECK_IN_HOLDS_DAYS)


def _is_long_under_way(plan: Plan, today: date) -> bool:
    """Whether the plan was worked on so long ago that progress could have been checked in."""
    days = [review.date for review in plan.reviews if review.held]
    days += [check.on for one in plan.objectives.business for check in one.check_ins]
    if plan.short_term_plan.planned_on:
        days.append(plan.short_term_plan.planned_on)
    return min(days, default=today) < _lately(today)


def _achieved(plan: Plan, until: date) -> set[str]:
    """What the open actions achieve that are planned for a day up to this one, or for none."""
    return {
        action.achieves
        for action in plan.short_term_plan.actions
        if action.achieves and is_open(action)
        if (month := month_of(action)) is None or month.first_day <= until
    }


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
    facts = (
        *facts,
        ("next", coming.id),
        ("next_value", coming.value),
        ("next_due", coming.due),
    )
    miss = next(stage.miss for stage in stands.stages if stage.at == coming.id)
    if miss is None:
        return Words(text, facts)
    text = _(
        "%(at)s was missed: %(value)s was due on %(due)s, and the last check-in, on %(on)s, says "
        "%(now)s. %(next)s wants %(next_value)s by %(next_due)s, which takes %(needed)s a month; "
        "so far it is %(pace)s."
    )
    return Words(text, (*facts, ("needed", miss.needed), ("pace", miss.forecast.per_month)))


def _foreseen(goal: GoalStanding, miss: ForeseenMiss) -> Words:
    """At this pace 45, not 38, by 31 Mar: by how much it is missed, and what that rests on."""
    seen = miss.forecast
    ends = {"low": min(seen.low, seen.high), "high": max(seen.low, seen.high)}
    has_range = seen.low != seen.high
    return words(
        FORESEEN[goal.state is State.AT_RISK, has_range],
        at=goal.at,
        short=miss.short,
        reaches=seen.value,
        value=goal.value,
        due=goal.due,
        points=seen.points,
        **(ends if has_range else {}),
    )


def _change_of_pace(
    objective: BusinessObjective, goal: GoalStanding, miss: ForeseenMiss, today: date
) -> Fix:
    """What pace it takes, and the latest date by which it has to be that."""
    if miss.change_by and miss.change_by >= today:
        return fix(
            Remedy.PLAN_ACTION,
            _(
                "It takes %(needed)s a month; so far it is %(pace)s. Plan an action that changes "
                "the pace by %(change_by)s at the latest."
            ),
            action=_draft(objective, goal),
            needed=miss.needed,
            pace=miss.forecast.per_month,
            change_by=miss.change_by,
        )
    return fix(
        Remedy.PLAN_ACTION,
        _(
            "It takes %(needed)s a month; so far it is %(pace)s, and no pace that was seen or "
            "planned is enough. Plan another way, or agree on what can be reached by %(due)s."
        ),
        action=_draft(objective, goal),
        needed=miss.needed,
        pace=miss.forecast.per_month,
        due=goal.due,
    )


def _draft(objective: BusinessObjective, goal: GoalStanding) -> ActionDraft:
    """An action to propose for a goal."""
    what = words(
        _("Agree with the customer what it takes to reach %(goal)s by %(due)s"),
        goal=goal_in_words(objective, goal.value),
        due=goal.due,
    )
    return ActionDraft(what=what, achieves=goal.at, owner=objective.owner)
