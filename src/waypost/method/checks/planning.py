"""The short-term plan as a whole: there, current, balanced and possible (STP)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from waypost.method.checks.links import lead_of, open_actions
from waypost.method.checks.registry import (
    ActionDraft,
    Finding,
    Remedy,
    Severity,
    fix,
    rule,
)
from waypost.method.horizon import window
from waypost.method.month import Month
from waypost.method.plan import ActionStatus, Plan
from waypost.method.short_term import is_important_not_urgent, is_late, month_of
from waypost.method.words import gettext_noop as _
from waypost.method.words import words
from waypost.method.working_hours import hours_there_are

SHORT_TERM_PLAN = "short_term_plan"
ENOUGH_ACTIONS = 3  # of fewer nobody can say what they have in common
DAYS_FOR_AN_ACTION = 14


@rule(
    "STP-1",
    title=_("Planning ends in actions"),
    why=_("A team can analyse for months; only who does what by when moves anything."),
)
def nothing_planned(plan: Plan, today: date) -> Iterator[Finding]:
    """Asked for once there is an objective or a strategy that something could be done for."""
    first = window(plan, today).months[0]
    aims = [objective.id for objective in plan.objectives.business]
    aims += [strategy.id for strategy in plan.strategies]
    to_do = [month_of(action) for action in open_actions(plan)]
    if aims and not any(month is None or month >= first for month in to_do):
        message = words(_("Nothing is planned from %(on)s on."), on=first.first_day)
        remedy = fix(
            Remedy.PLAN_ACTION,
            _("Plan the first step: what, who, and by which day."),
            action=ActionDraft(
                what=words(_("Take the first step towards %(id)s"), id=aims[0]),
                achieves=aims[0],
                owner=lead_of(plan),
            ),
        )
        yield nothing_planned.finding(SHORT_TERM_PLAN, Severity.WARNING, message, remedy)


@rule(
    "STP-1",
    title=_("What was planned is done"),
    why=_("A plan of which nothing is ever done is a description."),
)
def nothing_done(plan: Plan, today: date) -> Iterator[Finding]:
    actions = plan.short_term_plan.actions
    late = [action for action in actions if is_late(action, today)]
    if len(late) >= ENOUGH_ACTIONS and not any(a.status is ActionStatus.DONE for a in actions):
        message = words(
            _("None of the %(count)s actions that were due has been done."), count=len(late)
        )
        remedy = fix(
            Remedy.HOLD_REVIEW, _("Go through them with the team: do the first one this week.")
        )
        yield nothing_done.finding(
            SHORT_TERM_PLAN, Severity.WARNING, message, remedy, subject="done"
        )


@rule(
    "SES-1",
    title=_("Responsibility is assigned"),
    why=_("A plan in which nobody is named is carried out by nobody."),
)
def hardly_owned(plan: Plan, _today: date) -> Iterator[Finding]:
    """Where most actions have no owner, it is not this action or that any more."""
    actions = open_actions(plan)
    without = [action for action in actions if action.owner is None]
    if len(without) >= ENOUGH_ACTIONS and len(without) * 2 > len(actions):
        message = words(
            _("%(count)s of %(all)s open actions have no owner."),
            count=len(without),
            all=len(actions),
        )
        remedy = fix(
            Remedy.SET_OWNER,
            _("Go through them with the team: who takes which?"),
            member=lead_of(plan),
        )
        yield hardly_owned.finding(
            SHORT_TERM_PLAN, Severity.WARNING, message, remedy, subject="owners"
        )


@rule(
    "STP-3",
    title=_("The first month holds the actions that come first"),
    why=_("What is planned for later months only is not begun."),
)
def empty_first_month(plan: Plan, today: date) -> Iterator[Finding]:
    """As long as there is time for something in that month."""
    first = window(plan, today).months[0]
    if (first.last_day - today).days < DAYS_FOR_AN_ACTION:
        return
    months = [month_of(action) for action in plan.short_term_plan.actions]
    later = [month_of(action) for action in open_actions(plan)]
    if first not in months and any(month and month > first for month in later):
        message = words(
            _("Nothing is planned for the first month, which begins on %(on)s."),
            on=first.first_day,
        )
        remedy = fix(Remedy.PLAN_ACTION, _("Ask which of the later actions can begin."))
        yield empty_first_month.finding(SHORT_TERM_PLAN, Severity.ADVICE, message, remedy)


@rule(
    "STP-4",
    title=_("Important actions that are not urgent are planned as well"),
    why=_("New contacts, introductions and finding out never press; only the plan brings them up."),
)
def only_urgent(plan: Plan, today: date) -> Iterator[Finding]:
    first = window(plan, today).months[0]
    ahead = [action for action in open_actions(plan) if (month_of(action) or first) >= first]
    known = len(ahead) >= ENOUGH_ACTIONS and all(action.important is not None for action in ahead)
    if known and not any(is_important_not_urgent(action) for action in ahead):
        message = words(_("No open action is important without being urgent."))
        remedy = fix(
            Remedy.PLAN_ACTION,
            _("Plan one: a new contact, an introduction, something to find out."),
            action=ActionDraft(
                what=words(_("Introduce a colleague to somebody whom none of us knows")),
                owner=lead_of(plan),
            ),
        )
        yield only_urgent.finding(SHORT_TERM_PLAN, Severity.ADVICE, message, remedy)


@rule(
    "STP-6",
    title=_("A month asks for no more hours than there are"),
    why=_("What does not fit into somebody’s weeks is not done, whoever has agreed to it."),
)
def too_many_hours(plan: Plan, today: date) -> Iterator[Finding]:
    asked: dict[tuple[str, Month], Decimal] = defaultdict(Decimal)
    for action in open_actions(plan):
        month = month_of(action)
        if action.owner and month and month >= Month.of(today):
            asked[action.owner, month] += action.hours or 0
    months = window(plan, today).months
    for member in plan.team:
        for month in months:
            hours = asked.get((member.id, month))
            there = hours_there_are([member], month) if hours else None
            if hours is None or there is None or hours <= there:
                continue
            message = words(
                _(
                    "%(name)s has %(hours)s hours of actions in the month that begins on %(on)s, "
                    "and about %(there)s for this account."
                ),
                name=member.name,
                hours=hours,
                on=month.first_day,
                there=round(there),
            )
            remedy = fix(
                Remedy.ASK_MEMBER,
                _("Ask %(name)s what goes to another month, or to somebody else."),
                member=member.id,
                name=member.name,
            )
            yield too_many_hours.finding(
                SHORT_TERM_PLAN,
                Severity.QUESTION,
                message,
                remedy,
                subject=f"{month} {member.id}",
            )
