"""The profile covers the account, and its facts agree with each other (PRO-1, PRO-2)."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from waypost.method.checks.facts import COMPETITORS, LISTS, facts
from waypost.method.checks.likeness import plain_letters, subjects
from waypost.method.checks.registry import Finding, Remedy, Severity, fix, rule
from waypost.method.plan import Plan, Swot
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

MANY_FACTS = 100  # each is compared with each
MOSTLY_EMPTY = 4  # parts without a fact: then the profile is only begun, which is said once
SAME_SUBJECT = 0.75  # share of the words of the shorter fact
YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
FIGURE = re.compile(r"\b[0-9]+(?:[.,][0-9]+)*")
NAMED = re.compile(r"\b(?:[A-Z]|[A-Z]+[0-9]+)\b")  # plant A, PM4
OPPOSITES = (
    ("grow", "declin|shrink|fall"),
    ("rising|rises|rose|increas", "falling|falls|fell|decreas|declin"),
    ("central", "decentral|local"),
    ("approved|released", "rejected|frozen|froze|stopped"),
    ("expand|open", "clos"),
    ("buys|bought", "sells|sold"),
)

DENIED = re.compile(r"\b(?:not|no longer|never|still)\b", re.IGNORECASE)
SAME_STATEMENT = 0.6  # share of the words of the shorter fact

EMPTY = {
    "company_goals": _("Nothing is known of the customer’s goals."),
    "markets_and_positioning": _("Nothing is known of the customer’s markets and position."),
    "industry_trends": _("Nothing is known of the trends in the customer’s industry."),
    COMPETITORS: _("Nothing is known of the customer’s competitors."),
    "structure": _("Nothing is known of the customer’s structure."),
    "financial_performance": _("Nothing is known of the customer’s finances."),
    "value_chain": _("Nothing is known of what the customer does for its own customers."),
    "swot": _("Nothing is known of the customer’s strengths, weaknesses, opportunities, threats."),
}


@rule(
    "PRO-1",
    title=_("The profile says something of each part of the account"),
    why=_("Goals are set for a customer one knows; each empty part is a question never asked."),
)
def empty_part(plan: Plan, _today: date) -> Iterator[Finding]:
    """One finding a part; one for the account where the profile is only begun."""
    empty = [name for name in LISTS if not getattr(plan.profile, name)]
    if plan.profile.swot == Swot():
        empty.append("swot")
    if len(empty) >= MOSTLY_EMPTY:
        message = words(
            _("Of the %(all)s parts of the profile %(count)s are empty."),
            all=len(EMPTY),
            count=len(empty),
        )
        remedy = fix(
            Remedy.ADD_FACT,
            _("Begin with the customer’s own goals: their annual report, or a talk with them."),
            field=f"profile.{empty[0]}",
        )
        yield empty_part.finding("account", Severity.ADVICE, message, remedy)
        return
    for name in empty:
        remedy = fix(
            Remedy.ADD_FACT,
            _("Add what you know, or a gap for what you do not."),
            field=f"profile.{name}",
        )
        yield empty_part.finding(name, Severity.ADVICE, words(EMPTY[name]), remedy)


@rule(
    "PRO-2",
    title=_("The facts do not contradict each other"),
    why=_("Of two facts that cannot both be true, somebody in the team works with the wrong one."),
)
def contradicting_facts(plan: Plan, _today: date) -> Iterator[Finding]:
    """One finding a fact, with the first of those before it that says otherwise."""
    known = tuple(islice(facts(plan), MANY_FACTS))
    for place, (later, _list, fact) in enumerate(known):
        earlier = (at for at, _list, other in known[:place] if _contradict(other.text, fact.text))
        if at := next(earlier, None):
            message = words(
                _("%(at)s and %(other)s seem to contradict each other."), at=later, other=at
            )
            remedy = fix(Remedy.CHECK_FACT, _("Find out which holds, and take the other one out."))
            yield contradicting_facts.finding(later, Severity.QUESTION, message, remedy, subject=at)


def _contradict(one: str, other: str) -> bool:
    """Whether two facts are about one thing and give other figures for it, or say opposites."""
    first, second = _words_only(one), _words_only(other)
    least, both = min(len(first), len(second)), len(first & second)
    if least < 2 or both * 2 < least or _apart(NAMED, one, other) or _apart(YEAR, one, other):
        return False
    denied = bool(DENIED.search(one)) != bool(DENIED.search(other))
    without_years = YEAR.sub("", one), YEAR.sub("", other)
    return (
        _opposite(one, other)
        or (denied and both >= SAME_STATEMENT * least)
        or (both >= SAME_SUBJECT * least and _apart(FIGURE, *without_years))
    )


def _apart(kind: re.Pattern[str], one: str, other: str) -> bool:
    """Whether both texts name something of this kind, and nothing that both name."""
    first, second = set(kind.findall(one)), set(kind.findall(other))
    return bool(first and second) and first.isdisjoint(second)


def _words_only(text: str) -> frozenset[str]:
    return frozenset(word for word in subjects(text) if word.isalpha())


def _opposite(one: str, other: str) -> bool:
    first, second = plain_letters(one), plain_letters(other)
    return any(
        (_says(first, this) and _says(second, that) and not _says(first, that))
        or (_says(first, that) and _says(second, this) and not _says(second, that))
        for this, that in OPPOSITES
    )


def _says(text: str, beginnings: str) -> bool:
    return bool(re.search(rf"\b(?:{beginnings})", text))
