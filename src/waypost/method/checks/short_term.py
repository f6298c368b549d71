"""Each action is definite, owned, dated and current (STP-3, STP-5, STP-7)."""

import re
from collections.abc import Iterator
from datetime import date

from waypost.method.checks.links import lead_of, members_by_id, open_actions
from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.horizon import window
from waypost.method.month import Month
from waypost.method.plan import Action, ActionStatus, Plan
from waypost.method.short_term import is_late, is_open, month_of
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _

SATURDAY = 5
# Verbs that never end: nobody can say when they are done. With an outcome named they would be.
VAGUE = re.compile(
    r"\s*(?:to )?(?:follow(?:ing)?[ -]?up\b(?! (?:visit|meeting|call|report|survey|audit|training))"
    r"|keep(?:ing)? (?:in touch|in contact|close|warm|an eye|up)|touch(?:ing)? base"
    r"|stay(?:ing)? (?:in touch|in contact|close|on)|check(?:ing)? in with|catch(?:ing)? up"
    r"|work(?:ing)? (?:on|with)|look(?:ing)? (?:into|at|after)|think(?:ing)? about|continue"
    r"|liaise|push|progress|explore|network(?:ing)?"
    r"|(?:manage|maintain|improve|build(?:ing)?|strengthen|deepen) (?:\S+ ){0,2}"
    r"(?:relationships?|rapport|contacts?|communication|trust))\b",
    re.IGNORECASE,
)
OUTCOME = re.compile(
    r"[:;]|\b(?:agree|agreed|signed?|decide|decision|until|so that|and (?:get|ask|set|write|send"
    r"|bring|find|fix|name|note|book|report|collect|hand)|to (?:get|agree|set|find|sign|decide"
    r"|learn|fix|name)|for an? (?:week|day|month)|[0-9]+)\b",
    re.IGNORECASE,
)


@rule(
    "STP-3",
    title=_("An action of the first month has an exact date"),
    why=_("The first month is planned in detail; what has no day is pushed on."),
)
def no_date(plan: Plan, today: date) -> Iterator[Finding]:
    for action in _of_the_first_month(plan, today):
        if action.due is None:
            message = _about(action, _("%(id)s has no exact date, in the first month: “%(what)s”"))
            remedy = fix(
                Remedy.SET_DATE, _("Set the day, or move it to a later month."), field="due"
            )
            yield no_date.finding(action.id, Severity.WARNING, message, remedy)


@rule(
    "STP-3",
    title=_("An action of the first month is definite"),
    why=_("Somebody else has to be able to see that it is done."),
)
def not_definite(plan: Plan, today: date) -> Iterator[Finding]:
    for action in _of_the_first_month(plan, today):
        if not is_definite(action.what):
            message = _about(action, _("%(id)s does not say when it is done: “%(what)s”"))
            remedy = fix(
                Remedy.REWORD, _("Say what there is in the end, and from whom."), field="what"
            )
            yield not_definite.finding(
                action.id, Severity.ADVICE, message, remedy, subject="definite"
            )


@rule(
    "STP-3",
    title=_("Actions are due on working days"),
    why=_("A day on which nobody works is not meant; the plan is made for real days."),
)
def on_weekend(plan: Plan, today: date) -> Iterator[Finding]:
    for action in open_actions(plan):
        if action.due and action.due >= today and action.due.weekday() >= SATURDAY:
            text = (
                _("%(id)s is due on a Saturday, %(due)s: “%(what)s”")
                if action.due.weekday() == SATURDAY
                else _("%(id)s is due on a Sunday, %(due)s: “%(what)s”")
            )
            remedy = fix(Remedy.SET_DATE, _("Set the Friday before, if it was not meant."))
            yield on_weekend.finding(
                action.id, Severity.QUESTION, _dated(action, text), remedy, subject="weekend"
            )


@rule(
    "STP-3",
    title=_("The date of an action lies in its month"),
    why=_("With two answers to when it is due, everybody believes the later one."),
)
def other_month(plan: Plan, _today: date) -> Iterator[Finding]:
    for action in open_actions(plan):
        if action.due and action.month and Month.of(action.due) != action.month:
            message = words(
                _("%(id)s is planned for %(month)s and due on %(due)s: “%(what)s”"),
                id=action.id,
                month=str(action.month),
                due=action.due,
                what=quoted(action.what),
            )
            remedy = fix(Remedy.SET_DATE, _("Settle which of the two holds."), field="month")
            yield other_month.finding(
                action.id, Severity.QUESTION, message, remedy, subject="month"
            )


@rule(
    "STP-5",
    title=_("Each action has an owner"),
    why=_("What belongs to nobody is done by nobody."),
)
def no_owner(plan: Plan, _today: date) -> Iterator[Finding]:
    lead = lead_of(plan)
    for action in open_actions(plan):
        if action.owner is None:
            message = _about(action, _("%(id)s has no owner: “%(what)s”"))
            remedy = fix(
                Remedy.SET_OWNER,
                _("Ask who takes it, in person."),
                member=lead,
                field="owner",
            )
            yield no_owner.finding(action.id, Severity.WARNING, message, remedy)


@rule(
    "STP-5",
    title=_("Whoever owns an action takes part in the planning"),
    why=_("An action given to somebody who was not asked is done late, or not at all."),
)
def owner_outside(plan: Plan, _today: date) -> Iterator[Finding]:
    """An owner at the customer is welcome, and so is a manager."""
    members = members_by_id(plan)
    left = {person.id: person for person in plan.people if person.left_company}
    for action in open_actions(plan):
        owner = members.get(action.owner or "")
        if owner and owner.in_planning is False:
            message = words(
                _("%(name)s owns %(id)s and is not in the planning team."),
                name=owner.name,
                id=action.id,
            )
            remedy = fix(
                Remedy.ASK_MEMBER,
                _("Ask %(name)s to take it on, and into the planning."),
                member=owner.id,
                name=owner.name,
            )
            yield owner_outside.finding(
                action.id, Severity.QUESTION, message, remedy, subject="owner"
            )
        elif gone := left.get(action.owner or ""):
            message = words(
                _("%(name)s owns %(id)s and has left the customer."), name=gone.name, id=action.id
            )
            remedy = fix(Remedy.SET_OWNER, _("Find another owner."), field="owner")
            yield owner_outside.finding(
                action.id, Severity.WARNING, message, remedy, subject="owner"
            )


@rule(
    "STP-5",
    title=_("Each action belongs to a month"),
    why=_("What is planned for no month comes up in none."),
)
def no_month(plan: Plan, _today: date) -> Iterator[Finding]:
    for action in open_actions(plan):
        if month_of(action) is None:
            message = _about(action, _("%(id)s has neither a month nor a date: “%(what)s”"))
            remedy = fix(Remedy.SET_DATE, _("Choose the month, or drop it."), field="month")
            yield no_month.finding(action.id, Severity.ADVICE, message, remedy, subject="month")


@rule(
    "STP-5",
    title=_("A series of actions is in order"),
    why=_("An action cannot be done before the one that it waits for."),
)
def out_of_order(plan: Plan, _today: date) -> Iterator[Finding]:
    actions = {action.id: action for action in plan.short_term_plan.actions}
    for action in open_actions(plan):
        for code in dict.fromkeys(action.depends_on):
            first = actions.get(code)
            if first is None or first is action:
                continue
            if first.status is ActionStatus.DROPPED:
                text = _("%(id)s waits for %(first)s, which was dropped.")
            elif is_open(first) and _begins(first) > _ends(action):
                text = _("%(id)s is due before %(first)s, which it waits for.")
            else:
                continue
            remedy = fix(Remedy.SET_DATE, _("Set the dates in order, or untie them."), field="due")
            yield out_of_order.finding(
                action.id,
                Severity.ADVICE,
                words(text, id=action.id, first=first.id),
                remedy,
                subject=first.id,
            )


@rule(
    "STP-7",
    title=_("No open action is past its date"),
    why=_("A plan that nobody updates is no longer the plan; people stop looking at it."),
)
def late(plan: Plan, today: date) -> Iterator[Finding]:
    members = members_by_id(plan)
    for action in plan.short_term_plan.actions:
        if is_late(action, today):
            text = (
                _("%(id)s was due on %(due)s and is still open: “%(what)s”")
                if action.due
                else _("%(id)s is still open after its month: “%(what)s”")
            )
            message = _dated(action, text) if action.due else _about(action, text)
            remedy = fix(
                Remedy.SETTLE_ACTION,
                _("Mark it done, give it a new date, or drop it."),
                member=action.owner if action.owner in members else None,
                field="status",
            )
            yield late.finding(action.id, Severity.WARNING, message, remedy)


def is_definite(what: str) -> bool:
    """Whether somebody else could see that an action is done (STP-3)."""
    return not VAGUE.match(what) or OUTCOME.search(what) is not None


def _of_the_first_month(plan: Plan, today: date) -> list[Action]:
    first = window(plan, today).months[0]
    return [action for action in open_actions(plan) if month_of(action) == first]


def _begins(action: Action) -> date:
    """The first day on which it can be done."""
    month = month_of(action)
    return action.due or (month.first_day if month else date.min)


def _ends(action: Action) -> date:
    """The last day on which it can be done."""
    month = month_of(action)
    return action.due or (month.last_day if month else date.max)


def _about(action: Action, text: str) -> Words:
    return words(text, id=action.id, what=quoted(action.what))


def _dated(action: Action, text: str) -> Words:
    return words(text, id=action.id, due=action.due or date.max, what=quoted(action.what))
