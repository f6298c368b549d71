"""The words of the objectives: clear, measurable, dated, and about the customer (CRI-1 to CRI-4).

Links come before words: what is written down beside a goal settles what its text leaves open. Each
criterion says one thing about a goal, or nothing.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from waypost.method.checks.registry import Finding, Fix, Remedy, Severity, fix, quoted, rule
from waypost.method.critic import Beneficiary, Criterion, Critique, Level, Met, critique
from waypost.method.plan import BusinessObjective, Plan
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _

MOST_NAMED = 3  # vague words in one message


@rule(
    "OBJ-1",
    title=_("A vision is not held back by history or today’s obstacles"),
    why=_("A picture of everything going well has no room for what stands in its way today."),
)
def hedged_vision(plan: Plan, _today: date) -> Iterator[Finding]:
    for vision in plan.objectives.visionary:
        if held_back := _against(vision.text, Level.VISION, Criterion.UNLIMITED):
            yield hedged_vision.finding(vision.id, Severity.QUESTION, held_back, _reword())


@rule(
    "OBJ-2",
    title=_("A relationship objective is what the customer would say"),
    why=_("It guides daily conduct only in words that a person would really say of us."),
)
def not_said(plan: Plan, _today: date) -> Iterator[Finding]:
    for voice in plan.objectives.relationship:
        if unsaid := _against(voice.text, Level.RELATIONSHIP, Criterion.CUSTOMERS_VOICE):
            yield not_said.finding(voice.id, Severity.QUESTION, unsaid, _reword())


@rule(
    "CRI-1",
    title=_("A business objective uses no vague words"),
    why=_("What can be read in many ways is agreed by everybody and pursued by nobody."),
)
def vague_words(plan: Plan, _today: date) -> Iterator[Finding]:
    """A metric with a target says what the words leave open."""
    known = own_terms(plan)
    for objective in plan.objectives.business:
        if objective.metric and objective.target is not None:
            continue
        said = judged(objective.text)
        vague = [span.text for span in said.vague if span.text.lower() not in known]
        if not vague:
            continue
        message = words(
            _("%(id)s is vague: %(words)s."),
            id=objective.id,
            words=", ".join(f"“{text}”" for text in vague[:MOST_NAMED]),
        )
        severity = Severity.ADVICE if said.measurable else Severity.WARNING
        yield vague_words.finding(objective.id, severity, message, _reword())


@rule(
    "CRI-2",
    title=_("A business objective has a measure and a date"),
    why=_("Without them nobody can say whether it was reached, or that it will be missed."),
)
def unmeasured(plan: Plan, _today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        said = judged(objective.text)
        measured = said.measurable or objective.target is not None
        timed = said.time_bound or objective.due is not None
        if measured and timed:
            continue
        if timed:
            text = _("No figure and no event tells when %(id)s is reached: “%(text)s”")
        elif measured:
            text = _("%(id)s has no date: “%(text)s”")
        else:
            text = _("%(id)s has neither a measure nor a date: “%(text)s”")
        yield unmeasured.finding(
            objective.id,
            Severity.WARNING,
            words(text, id=objective.id, text=quoted(objective.text)),
            _fill_in(measured=measured),
        )


@rule(
    "CRI-4",
    title=_("A business objective is about the customer"),
    why=_("Customers help with what they want themselves; our figures are no reason for them."),
)
def about_ourselves(plan: Plan, _today: date) -> Iterator[Finding]:
    """Silent for what serves a goal of the customer’s company, or what the customer agreed to."""
    for objective in plan.objectives.business:
        if objective.agreed.customer or _serves_company(plan, objective):
            continue
        ours = judged(objective.text).beneficiary is Beneficiary.SELLER
        text = (
            _("%(id)s is about our own result; what does the customer gain from it? “%(text)s”")
            if ours
            else _(
                "Does the customer want %(id)s? It serves none of their goals, nor is it agreed."
            )
        )
        values = {"text": quoted(objective.text)} if ours else {}
        yield about_ourselves.finding(
            objective.id,
            Severity.WARNING if ours else Severity.QUESTION,
            words(text, id=objective.id, **values),
            fix(
                Remedy.LINK_OBJECTIVE,
                _("Name the customer’s goal it serves, or agree on it with them."),
                field="serves",
            ),
        )


def own_terms(plan: Plan) -> frozenset[str]:
    """Words in lower case that are never vague here (CRI-1): the customer’s own terms, and the
    names of the two companies, of sites, lines and opportunities with their words."""
    account = plan.account
    named = [account.name, *account.also_known_as, account.parent or "", plan.supplier.name]
    for location in account.locations:
        named += [location.name, *location.lines]
    named += [opportunity.name for opportunity in plan.opportunities]
    words_of_names = (word for name in named for word in [name, *name.split()])
    return frozenset(word.lower() for word in [*account.settings.own_terms, *words_of_names])


@lru_cache(maxsize=1024)
def judged(text: str) -> Critique:
    """The critique of the words of a business objective."""
    return critique(text)


def _against(text: str, level: Level, criterion: Criterion) -> Words | None:
    verdict = critique(text, level=level).verdict(criterion)
    return verdict.why if verdict and verdict.met is Met.NOT_MET else None


def _serves_company(plan: Plan, objective: BusinessObjective) -> bool:
    """Whether it serves a goal of the customer’s company, itself or by what it serves."""
    goals = {goal.id for goal in plan.profile.company_goals if goal.id}
    by_id = {each.id: each for each in plan.objectives.business}
    ahead, seen = list(objective.serves), set[str]()
    while ahead:
        code = ahead.pop()
        if code in goals:
            return True
        if code in by_id and code not in seen:
            seen.add(code)
            ahead += by_id[code].serves
    return False


def _reword() -> Fix:
    return fix(Remedy.REWORD, _("Say what exactly, in words that can be checked."), field="text")


def _fill_in(*, measured: bool) -> Fix:
    if measured:
        return fix(Remedy.SET_DATE, _("Say by when."), field="due")
    return fix(
        Remedy.REWORD,
        _("Name what is measured, where it stands today, the target and the date."),
        field="target",
    )
