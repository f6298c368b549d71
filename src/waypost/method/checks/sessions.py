"""Planning is done by the team, written down, accepted and presented (SES)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.plan import Plan, PlanningSession
from waypost.method.team import Function, function_of
from waypost.method.words import gettext_noop as _
from waypost.method.words import words


@rule(
    "SES-1",
    title=_("A planning session is documented"),
    why=_("What nobody wrote down is remembered differently by everybody."),
)
def not_documented(plan: Plan, today: date) -> Iterator[Finding]:
    for session in _held(plan, today):
        if session.documented is False:
            message = words(
                _("The planning session of %(on)s was not documented."), on=session.date
            )
            remedy = fix(Remedy.DOCUMENT_SESSION, _("Write down what was decided, and by whom."))
            yield not_documented.finding(
                session.id, Severity.ADVICE, message, remedy, subject="documented"
            )


@rule(
    "SES-3",
    title=_("The first-line manager is at each planning session"),
    why=_("The first-line manager keeps the team honest and asks for what serves the customer."),
)
def without_manager(plan: Plan, today: date) -> Iterator[Finding]:
    managers = {m.id for m in plan.team if function_of(m) is Function.FIRST_LINE}
    for session in _held(plan, today):
        present = session.first_line_manager_present
        if present is None and session.participants:
            present = not managers.isdisjoint(session.participants)
        if present is False:
            message = words(
                _("No first-line manager was at the planning session of %(on)s."), on=session.date
            )
            remedy = fix(Remedy.INVITE_MANAGER, _("Set the next session with the manager."))
            yield without_manager.finding(session.id, Severity.WARNING, message, remedy)


@rule(
    "SES-7",
    title=_("The accepted plan is presented to the customer’s sponsor"),
    why=_("Presenting the plan to the sponsor is the best trial close there is."),
)
def not_presented(plan: Plan, today: date) -> Iterator[Finding]:
    senior, sponsor = plan.acceptance.senior, plan.acceptance.sponsor
    if senior is None or not senior.accepted or (sponsor and sponsor.presented):
        return
    planned = sponsor.planned if sponsor else None
    if planned is not None and planned >= today:
        message = words(
            _("The plan is accepted and not yet presented to the sponsor; planned for %(on)s."),
            on=planned,
        )
        remedy = fix(Remedy.PRESENT_PLAN, _("Prepare the customer page for that day."))
        yield not_presented.finding("sponsor", Severity.ADVICE, message, remedy)
    else:
        message = words(_("The plan is accepted and not presented to the sponsor."))
        remedy = fix(Remedy.PRESENT_PLAN, _("Set the day of the presentation."))
        yield not_presented.finding("sponsor", Severity.WARNING, message, remedy)


@rule(
    "SES-7",
    title=_("What came of the presentation is recorded"),
    why=_("The sponsor’s answer shows whether the plan is the customer’s as well."),
)
def no_outcome(plan: Plan, _today: date) -> Iterator[Finding]:
    sponsor = plan.acceptance.sponsor
    if sponsor and sponsor.presented and not sponsor.outcome:
        message = words(_("The plan was presented to the sponsor, and no outcome is recorded."))
        remedy = fix(Remedy.RECORD_OUTCOME, _("Write down what the sponsor said."))
        yield no_outcome.finding("sponsor", Severity.ADVICE, message, remedy, subject="outcome")


@rule(
    "SES-8",
    title=_("A resource is asked for with its justification"),
    why=_("People give what they see the use of."),
)
def unjustified_resource(plan: Plan, _today: date) -> Iterator[Finding]:
    for place, asked in enumerate(plan.resources_requested):
        if not asked.why:
            message = words(
                _("A resource is asked for without a reason: “%(what)s”"), what=quoted(asked.what)
            )
            remedy = fix(Remedy.JUSTIFY_RESOURCE, _("Say which objective it serves, and how."))
            yield unjustified_resource.finding(
                f"resources_requested[{place}]", Severity.ADVICE, message, remedy
            )


def _held(plan: Plan, today: date) -> list[PlanningSession]:
    return [session for session in plan.sessions if session.date <= today]
