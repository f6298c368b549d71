"""Strategies are there, and each is a way of working (STR-1, STR-2)."""

import re
from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.plan import Plan
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

# What is done every time is a way of working, whatever it is that is done.
HABIT = re.compile(
    r"\b(?:every|each|always|never|whenever|any|no|all|both|before|until|weekly|monthly|quarterly"
    r"|yearly|regularly|instead of|rather than)\b",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\b(?:calls?|phone|ring|visit|meet|meeting|demo|demonstration|lunch|dinner|breakfast|golf"
    r"|appointment|present|presentation|pitch|offer|quote|proposal|send|e-?mail|ask|invite|book"
    r"|follow[ -]?up|chase|tell|show|discount|close)\b",
    re.IGNORECASE,
)
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
EVENT = re.compile(
    r"\b(?:[0-9]{4}-[0-9]{2}-[0-9]{2}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?(?:{MONTHS})[a-z]*\b"
    rf"|(?:{MONTHS})[a-z]* [0-9]{{1,2}}(?:st|nd|rd|th)?\b(?! ?%)"
    r"|(?:on|next|this|coming) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:next|coming|following) (?:week|month)\b"
    r"|(?:next|this|coming|following|tomorrow['’]?s) "
    r"(?:call|visit|meeting|demo|lunch|dinner|appointment)\b"
    r"|tomorrow|the (?:call|meeting|demo|lunch|dinner|appointment|kick-?off|trade fair)\b)",
    re.IGNORECASE,
)
SINGLE_CONTACT = re.compile(
    r"\s*(?:we (?:will |shall )?)?(?:call|phone|ring|e-?mail|chase|follow[ -]?up|book"
    r"|arrange|schedule|visit|meet|see|invite|take|ask|send|show|present|offer|tell|pitch|get|close)"
    r"\b",
    re.IGNORECASE,
)
ALWAYS_SINGLE = re.compile(
    r"\s*(?:we (?:will |shall )?)?(?:(?:call|phone|ring|e-?mail|chase|book|arrange|schedule) "
    r"(?:a|an|the|up|with)\b|follow[ -]?up\b|take .{1,40} (?:to|for|out) .{0,12}"
    r"(?:lunch|dinner|golf|drink))",
    re.IGNORECASE,
)


@rule(
    "STR-1",
    title=_("A strategy is a way of working"),
    why=_("What happens in one sales call is an action; a strategy outlasts it."),
)
def sales_call(plan: Plan, _today: date) -> Iterator[Finding]:
    names = {name for person in plan.people for name in person.name.split()[-1:]}
    for strategy in plan.strategies:
        if is_single_call(strategy.statement, names):
            message = words(
                _("%(id)s reads like a single call, not a way of working: “%(text)s”"),
                id=strategy.id,
                text=quoted(strategy.statement),
            )
            remedy = fix(
                Remedy.REWORD,
                _("Make it an action, and say how you work with this customer each time."),
                field="statement",
            )
            yield sales_call.finding(strategy.id, Severity.ADVICE, message, remedy)


@rule(
    "STR-2",
    title=_("The plan says how the objectives are to be reached"),
    why=_("Objectives say where to; without strategies each member of the team goes another way."),
)
def no_strategy(plan: Plan, _today: date) -> Iterator[Finding]:
    """Asked for once there is a business objective that a strategy could serve."""
    if plan.objectives.business and not plan.strategies:
        message = words(_("The plan has no strategy."))
        remedy = fix(
            Remedy.WRITE_STRATEGY,
            _("Ask the team which ways of working lead to the objectives, and write one down."),
        )
        yield no_strategy.finding("strategies", Severity.WARNING, message, remedy)


def is_single_call(statement: str, people: set[str]) -> bool:
    """Whether a statement tells of one contact: with a day, the next meeting, or one person."""
    if HABIT.search(statement):
        return False
    if ALWAYS_SINGLE.match(statement):
        return True
    if CONTACT.search(statement) and EVENT.search(statement):
        return True
    return bool(SINGLE_CONTACT.match(statement)) and not people.isdisjoint(
        re.findall(r"[\w'’-]+", statement)
    )
