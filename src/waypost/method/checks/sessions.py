"""Planning has its time, is nobody’s own, ends in actions and is written down (SES-1)."""

import re
from collections.abc import Iterator
from datetime import date

from waypost.method.checks.links import members_by_id
from waypost.method.checks.registry import Finding, Remedy, Severity, fix, rule
from waypost.method.checks.session_facts import YEAR, held
from waypost.method.plan import Plan
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

NO_ACTIONS = re.compile(
    r"\b(?:no|without|before|lacks?|missing) (?:the |any |an? )?action|out of time"
    r"|\bactions? (?:plans? )?(?:later|next time|to follow|missing|postponed|left open|not )",
    re.IGNORECASE,
)
SMALL_TEAM = 2


@rule(
    "SES-1",
    title=_("There is time set aside for planning"),
    why=_("There is never a convenient time to plan; only a date makes one."),
)
def no_session(plan: Plan, today: date) -> Iterator[Finding]:
    """Asked for once there is a business objective, which a session should have set."""
    if not plan.objectives.business or any(s.date >= today - YEAR for s in plan.sessions):
        return
    last = max((session.date for session in plan.sessions), default=None)
    message = (
        words(_("The last planning session was on %(on)s."), on=last)
        if last
        else words(_("The team has never planned together."))
    )
    remedy = fix(Remedy.PLAN_SESSION, _("Set the date of a planning session."))
    yield no_session.finding("account", Severity.ADVICE, message, remedy, subject="session")


@rule(
    "SES-1",
    title=_("A planning session is documented"),
    why=_("What nobody wrote down is remembered differently by everybody."),
)
def not_documented(plan: Plan, today: date) -> Iterator[Finding]:
    for session in held(plan, today):
        if session.documented is False:
            message = words(
                _("The planning session of %(on)s was not documented."), on=session.date
            )
            remedy = fix(
                Remedy.DOCUMENT_SESSION,
                _("Write down what was decided, and by whom."),
                member=session.led_by,
                field="outcome",
            )
            yield not_documented.finding(
                session.id, Severity.ADVICE, message, remedy, subject="documented"
            )


@rule(
    "SES-1",
    title=_("A planning session ends in actions"),
    why=_("Objectives that nobody was given anything to do for are wishes."),
)
def without_actions(plan: Plan, today: date) -> Iterator[Finding]:
    for session in held(plan, today):
        if NO_ACTIONS.search(session.outcome or ""):
            message = words(
                _("The planning session of %(on)s ended without actions."), on=session.date
            )
            remedy = fix(Remedy.PLAN_ACTION, _("Plan the actions with the same people."))
            yield without_actions.finding(
                session.id, Severity.ADVICE, message, remedy, subject="actions"
            )


@rule(
    "SES-1",
    title=_("A plan is not one person’s agenda"),
    why=_("What somebody has planned alone is theirs, and the others watch."),
)
def planned_alone(plan: Plan, today: date) -> Iterator[Finding]:
    members = members_by_id(plan)
    for session in held(plan, today):
        ours = [members[code] for code in session.participants if code in members]
        if len(ours) == 1 and len(members) > SMALL_TEAM:
            message = words(
                _("%(name)s was alone at the planning session of %(on)s."),
                name=ours[0].name,
                on=session.date,
            )
            remedy = fix(Remedy.PLAN_SESSION, _("Go through the plan with the whole team."))
            yield planned_alone.finding(
                session.id, Severity.WARNING, message, remedy, subject="alone"
            )
