"""What is known of the account has a source and is not old; gaps are being filled (PRO)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.month import Month
from waypost.method.plan import ActionStatus, Fact, Plan
from waypost.method.words import Value, Words, words
from waypost.method.words import gettext_noop as _

OLD_AFTER_MONTHS = 12
COMPETITORS = "competitors"
FACTS = (
    "company_goals",
    "markets_and_positioning",
    "industry_trends",
    COMPETITORS,
    "structure",
    "financial_performance",
    "value_chain",
)


@rule(
    "PRO-2",
    title=_("Each fact has a source and a date"),
    why=_("Others can only rely on a fact when they see who said it, and when."),
)
def unsourced_fact(plan: Plan, _today: date) -> Iterator[Finding]:
    for at, list_name, fact in _facts(plan):
        if not fact.source:
            message = _about(
                fact,
                list_name,
                _("A fact about a competitor has no source."),
                _("“%(text)s” has no source."),
            )
            remedy = fix(Remedy.ADD_SOURCE, _("Add who says so, or take it out."))
            yield unsourced_fact.finding(at, Severity.ADVICE, message, remedy, subject="source")
        if fact.as_of is None:
            message = _about(
                fact,
                list_name,
                _("A fact about a competitor has no date."),
                _("“%(text)s” has no date."),
            )
            remedy = fix(Remedy.ADD_SOURCE, _("Add when it was known."))
            yield unsourced_fact.finding(at, Severity.ADVICE, message, remedy, subject="date")


@rule(
    "PRO-2",
    title=_("No fact is older than twelve months"),
    why=_("A customer changes; a plan on old facts answers a situation that has passed."),
)
def old_fact(plan: Plan, today: date) -> Iterator[Finding]:
    for at, list_name, fact in _facts(plan):
        if fact.as_of and _is_old(fact.as_of, today):
            message = _about(
                fact,
                list_name,
                _("A fact about a competitor is of %(on)s."),
                _("“%(text)s” is of %(on)s."),
                on=fact.as_of,
            )
            remedy = fix(Remedy.CHECK_FACT, _("Check whether it still holds, and date it anew."))
            yield old_fact.finding(at, Severity.ADVICE, message, remedy, subject="age")


@rule(
    "PRO-2",
    title=_("Each gap in what is known is being filled"),
    why=_("A gap is closed by somebody who goes and asks."),
)
def open_gap(plan: Plan, _today: date) -> Iterator[Finding]:
    actions = plan.short_term_plan.actions
    worked_on = {a.from_gap for a in actions if a.status is not ActionStatus.DROPPED}
    for place, gap in enumerate(plan.profile.gaps):
        if place not in worked_on:
            message = words(_("No action fills this gap: “%(text)s”"), text=quoted(gap))
            remedy = fix(Remedy.PLAN_ACTION, _("Make it an action."))
            yield open_gap.finding(f"gaps[{place}]", Severity.ADVICE, message, remedy)


def _facts(plan: Plan) -> Iterator[tuple[str, str, Fact]]:
    for list_name in FACTS:
        facts: tuple[Fact, ...] = getattr(plan.profile, list_name)
        for place, fact in enumerate(facts):
            yield fact.id or f"{list_name}[{place}]", list_name, fact


def _is_old(known_on: date, today: date) -> bool:
    ends = Month.of(known_on).plus(OLD_AFTER_MONTHS), known_on.day
    return ends < (Month.of(today), today.day)


def _about(fact: Fact, list_name: str, unnamed: str, named: str, **values: Value) -> Words:
    """The message, which quotes the fact unless it is one that not everybody may read."""
    if list_name == COMPETITORS:
        return words(unnamed, **values)
    return words(named, text=quoted(fact.text), **values)
