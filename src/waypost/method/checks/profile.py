"""What is known of the account has a source and is not old; gaps are being filled (PRO)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.facts import about, facts
from waypost.method.checks.likeness import shared, subjects
from waypost.method.checks.links import lead_of
from waypost.method.checks.registry import (
    ActionDraft,
    Finding,
    Remedy,
    Severity,
    fix,
    quoted,
    rule,
)
from waypost.method.plan import ActionStatus, Plan
from waypost.method.profile import Freshness, freshness
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

SAME_QUESTION = 0.6  # share of the words of the shorter text
UNSOURCED = {  # with a source, with a date: of a competitor, of anything else
    (False, False): (
        _("A fact about a competitor has neither source nor date."),
        _("“%(text)s” has neither source nor date."),
    ),
    (False, True): (
        _("A fact about a competitor has no source."),
        _("“%(text)s” has no source."),
    ),
    (True, False): (
        _("A fact about a competitor has no date."),
        _("“%(text)s” has no date."),
    ),
}


@rule(
    "PRO-2",
    title=_("Each fact has a source and a date"),
    why=_("Others can only rely on a fact when they see who said it, and when."),
)
def unsourced_fact(plan: Plan, _today: date) -> Iterator[Finding]:
    for at, list_name, fact in facts(plan):
        if fact.source and fact.as_of:
            continue
        missing = UNSOURCED[bool(fact.source), fact.as_of is not None]
        remedy = fix(
            Remedy.ADD_SOURCE,
            _("Add when it was known.") if fact.source else _("Add who says so, or take it out."),
            field="as_of" if fact.source else "source",
        )
        yield unsourced_fact.finding(
            at,
            Severity.ADVICE,
            about(fact, list_name, *missing),
            remedy,
            subject="date" if fact.source else "source",
        )


@rule(
    "PRO-2",
    title=_("No fact is older than twelve months"),
    why=_("A customer changes; a plan on old facts answers a situation that has passed."),
)
def old_fact(plan: Plan, today: date) -> Iterator[Finding]:
    for at, list_name, fact in facts(plan):
        if fact.as_of and freshness(fact.as_of, today) is Freshness.OLD:
            message = about(
                fact,
                list_name,
                _("A fact about a competitor is of %(on)s."),
                _("“%(text)s” is of %(on)s."),
                on=fact.as_of,
            )
            remedy = fix(
                Remedy.CHECK_FACT,
                _("Check whether it still holds, and date it anew."),
                field="as_of",
            )
            yield old_fact.finding(at, Severity.ADVICE, message, remedy, subject="age")


@rule(
    "PRO-2",
    title=_("Each gap in what is known is being filled"),
    why=_("A gap is closed by somebody who goes and asks."),
)
def open_gap(plan: Plan, _today: date) -> Iterator[Finding]:
    """An action that stands fills it, by its link or because it asks the same."""
    actions = [a for a in plan.short_term_plan.actions if a.status is not ActionStatus.DROPPED]
    worked_on = {action.from_gap for action in actions}
    questions = [subjects(action.what) for action in actions]
    for place, gap in enumerate(plan.profile.gaps):
        asked = any(shared(subjects(gap), question) >= SAME_QUESTION for question in questions)
        if place not in worked_on and not asked:
            message = words(_("No action fills this gap: “%(text)s”"), text=quoted(gap))
            remedy = fix(
                Remedy.PLAN_ACTION,
                _("Make it an action."),
                action=ActionDraft(
                    what=words(_("Find out: %(text)s"), text=gap),
                    owner=lead_of(plan),
                    from_gap=place,
                ),
            )
            yield open_gap.finding(f"gaps[{place}]", Severity.ADVICE, message, remedy)
