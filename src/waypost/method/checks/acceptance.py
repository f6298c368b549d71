"""The plan is accepted, presented to the sponsor, and gets what it asks for (SES-4, 7, 8)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.plan import Plan, ResourceStatus
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

SUBMIT_DAYS = 14  # after the last session


@rule(
    "SES-4",
    title=_("Senior management accepts the plan"),
    why=_("Who has accepted a plan stands behind what it asks for."),
)
def not_accepted(plan: Plan, today: date) -> Iterator[Finding]:
    """Asked for once a planning session with objectives is over for some time."""
    senior = plan.acceptance.senior
    if senior and senior.accepted:
        return
    planned = max((s.date for s in plan.sessions if s.date <= today), default=None)
    if senior and senior.accepted is False:
        text, severity = _("Senior management has not accepted the plan."), Severity.WARNING
        step = _("Settle what it asked for, and submit the plan again.")
    elif planned and plan.objectives.business and (today - planned).days > SUBMIT_DAYS:
        text, severity = _("Senior management has not accepted the plan yet."), Severity.ADVICE
        step = _("Submit it, and ask for an answer by a day.")
    else:
        return
    remedy = fix(Remedy.SUBMIT_PLAN, step, field="acceptance.senior")
    yield not_accepted.finding("acceptance", severity, words(text), remedy)


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
        remedy = fix(Remedy.PRESENT_PLAN, _("Set the day of the presentation."), field="planned")
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
        remedy = fix(Remedy.RECORD_OUTCOME, _("Write down what the sponsor said."), field="outcome")
        yield no_outcome.finding("sponsor", Severity.ADVICE, message, remedy, subject="outcome")


@rule(
    "SES-7",
    title=_("The plan is presented after it was accepted"),
    why=_("What the customer hears from you has to hold inside your own company first."),
)
def presented_too_early(plan: Plan, _today: date) -> Iterator[Finding]:
    senior, sponsor = plan.acceptance.senior, plan.acceptance.sponsor
    if sponsor and sponsor.presented and not (senior and senior.accepted):
        message = words(_("The plan was presented to the sponsor and has not been accepted."))
        remedy = fix(Remedy.SUBMIT_PLAN, _("Have it accepted now."), field="acceptance.senior")
        yield presented_too_early.finding(
            "sponsor", Severity.ADVICE, message, remedy, subject="early"
        )


@rule(
    "SES-7",
    title=_("The sponsor is still there"),
    why=_("The plan is presented to somebody who can decide and wants it to succeed."),
)
def sponsor_gone(plan: Plan, _today: date) -> Iterator[Finding]:
    sponsor = plan.acceptance.sponsor
    gone = {person.id: person.name for person in plan.people if person.left_company}
    if sponsor and sponsor.person in gone:
        message = words(
            _("%(name)s, the sponsor, has left the customer."), name=gone[sponsor.person]
        )
        remedy = fix(Remedy.PRESENT_PLAN, _("Find the next sponsor."), field="person")
        yield sponsor_gone.finding("sponsor", Severity.WARNING, message, remedy, subject="gone")


@rule(
    "SES-8",
    title=_("A resource is asked for with its justification"),
    why=_("People give what they see the use of."),
)
def unjustified_resource(plan: Plan, _today: date) -> Iterator[Finding]:
    """What has been granted needs no reason any more."""
    for place, asked in enumerate(plan.resources_requested):
        if not asked.why and asked.status not in (ResourceStatus.GRANTED, ResourceStatus.REFUSED):
            message = words(
                _("A resource is asked for without a reason: “%(what)s”"), what=quoted(asked.what)
            )
            remedy = fix(
                Remedy.JUSTIFY_RESOURCE,
                _("Say which objective it serves, and how."),
                field="why",
            )
            yield unjustified_resource.finding(
                f"resources_requested[{place}]", Severity.ADVICE, message, remedy
            )


@rule(
    "SES-8",
    title=_("A refused resource is dealt with"),
    why=_("What was to be done with it does not happen; either the plan says so, or it is wrong."),
)
def refused_resource(plan: Plan, _today: date) -> Iterator[Finding]:
    for place, asked in enumerate(plan.resources_requested):
        if asked.status is ResourceStatus.REFUSED:
            message = words(_("A resource was refused: “%(what)s”"), what=quoted(asked.what))
            remedy = fix(
                Remedy.JUSTIFY_RESOURCE,
                _("Ask again with what it would bring, or change what depends on it."),
                field="why",
            )
            yield refused_resource.finding(
                f"resources_requested[{place}]", Severity.ADVICE, message, remedy, subject="refused"
            )
