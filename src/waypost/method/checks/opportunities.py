"""Opportunities can be compared by the time they take (ROTI)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, rule
from waypost.method.plan import Plan
from waypost.method.words import gettext_noop as _
from waypost.method.words import words


@rule(
    "ROTI-2",
    title=_("The hours that an opportunity takes are estimated"),
    why=_("Without the time it takes, nobody can say whether another one deserves it more."),
)
def unknown_hours(plan: Plan, _today: date) -> Iterator[Finding]:
    for opportunity in plan.opportunities:
        if opportunity.hours is None and opportunity.q.hours is None:
            yield unknown_hours.finding(
                opportunity.id,
                Severity.ADVICE,
                words(
                    _("The hours for %(id)s, %(name)s, are not known."),
                    id=opportunity.id,
                    name=opportunity.name,
                ),
                fix(Remedy.ESTIMATE_HOURS, _("Estimate the hours, roughly will do.")),
            )
