"""Who is at a planning session for a part of it: customer and management (SES-4, SES-5)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, rule
from waypost.method.checks.session_facts import held
from waypost.method.plan import Plan
from waypost.method.sessions import is_low
from waypost.method.team import Function, function_of
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

INVITE = _("Ask the most senior person you can find to address the next one.")


@rule(
    "SES-4",
    title=_("Second-level management leaves the planning to the team"),
    why=_("It may hear the customer; then the team plans what it will be held to."),
)
def second_level_planned(plan: Plan, today: date) -> Iterator[Finding]:
    """Coming is as welcome as not coming; what counts is to be gone when the team plans."""
    senior = {m.id for m in plan.team if function_of(m) is Function.SENIOR}
    for session in held(plan, today):
        came = session.second_level
        left = came.left_after if came else None
        if session.led_by in senior:
            text = _("Second-level management led the planning session of %(on)s.")
        elif left is False and came and came.attended_customer_part:
            text = _("Second-level management stayed at the planning session of %(on)s.")
        elif left is None and not senior.isdisjoint(session.participants):
            text = _("Second-level management took part in the planning session of %(on)s.")
        else:
            continue
        remedy = fix(Remedy.PLAN_SESSION, _("Let the team go through the plan by itself."))
        yield second_level_planned.finding(
            session.id, Severity.WARNING, words(text, on=session.date), remedy
        )


@rule(
    "SES-5",
    title=_("Whoever addresses the session is senior at the customer"),
    why=_("Those lower down cannot speak for the business, and seldom open the way up."),
)
def low_level_opening(plan: Plan, today: date) -> Iterator[Finding]:
    """A low level, or two below the highest whom one of us knows."""
    people = {person.id: person for person in plan.people}
    for session in held(plan, today):
        opening = session.customer_opening
        opener = people.get(opening.person or "") if opening else None
        if opener and is_low(plan, opener):
            message = words(
                _("%(name)s, who addressed the planning session of %(on)s, is not senior enough."),
                name=opener.name,
                on=session.date,
            )
            remedy = fix(Remedy.INVITE_CUSTOMER, INVITE)
            yield low_level_opening.finding(session.id, Severity.ADVICE, message, remedy)


@rule(
    "SES-5",
    title=_("The customer addresses the planning session"),
    why=_("A plan made without having heard the customer is about what you would like."),
)
def no_opening(plan: Plan, today: date) -> Iterator[Finding]:
    """Of several sessions one is enough."""
    sessions = held(plan, today)
    theirs = {person.id for person in plan.people}
    heard = any(s.customer_opening or theirs & set(s.participants) for s in sessions)
    if sessions and not heard:
        last = max(sessions, key=lambda session: session.date)
        message = words(_("Nobody of the customer has addressed a planning session."))
        remedy = fix(Remedy.INVITE_CUSTOMER, INVITE)
        yield no_opening.finding(last.id, Severity.ADVICE, message, remedy, subject="opening")
