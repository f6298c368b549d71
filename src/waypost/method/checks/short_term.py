"""The short-term plan is definite, owned and current (STP)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.horizon import window
from waypost.method.plan import Action, Plan
from waypost.method.short_term import is_late, is_open, month_of
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _


@rule(
    "STP-3",
    title=_("An action of the first month has an exact date"),
    why=_("The first month is planned in detail; what has no day is pushed on."),
)
def no_date(plan: Plan, today: date) -> Iterator[Finding]:
    first = window(plan, today).months[0]
    for action in plan.short_term_plan.actions:
        if is_open(action) and month_of(action) == first and action.due is None:
            message = _about(action, _("%(id)s has no exact date, in the first month: “%(what)s”"))
            remedy = fix(Remedy.SET_DATE, _("Set the day, or move it to a later month."))
            yield no_date.finding(action.id, Severity.WARNING, message, remedy)


@rule(
    "STP-5",
    title=_("Each action has an owner"),
    why=_("What belongs to nobody is done by nobody."),
)
def no_owner(plan: Plan, _today: date) -> Iterator[Finding]:
    for action in plan.short_term_plan.actions:
        if is_open(action) and action.owner is None:
            message = _about(action, _("%(id)s has no owner: “%(what)s”"))
            remedy = fix(Remedy.SET_OWNER, _("Ask who takes it, in person."))
            yield no_owner.finding(action.id, Severity.WARNING, message, remedy)


@rule(
    "STP-7",
    title=_("No open action is past its date"),
    why=_("A plan that nobody updates is no longer the plan; people stop looking at it."),
)
def late(plan: Plan, today: date) -> Iterator[Finding]:
    for action in plan.short_term_plan.actions:
        if is_late(action, today):
            text = (
                _("%(id)s was due on %(due)s and is still open: “%(what)s”")
                if action.due
                else _("%(id)s is still open after its month: “%(what)s”")
            )
            remedy = fix(Remedy.SETTLE_ACTION, _("Mark it done, give it a new date, or drop it."))
            yield late.finding(action.id, Severity.WARNING, _about(action, text), remedy)


def _about(action: Action, text: str) -> Words:
    what = quoted(action.what)
    if action.due is None:
        return words(text, id=action.id, what=what)
    return words(text, id=action.id, what=what, due=action.due)
