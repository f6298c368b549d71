"""The law of business objectives and stage goals: SMART, and about the customer (OBJ-3, CRI)."""

from waypost.method.critic.judging import Judged
from waypost.method.critic.kind import Kind
from waypost.method.critic.realism import risk
from waypost.method.critic.suggestions import Blank, insert_after, rewrite
from waypost.method.critic.text import Span
from waypost.method.critic.verdicts import Criterion, Facts, Met, Verdict
from waypost.method.critic.whose import Beneficiary
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _


def business_verdicts(
    judged: Judged, facts: Facts, vague: tuple[Span, ...], beneficiary: Beneficiary
) -> tuple[Verdict, ...]:
    """The six verdicts on a business objective."""
    return (
        _specific(judged, facts, vague),
        *hard_verdicts(judged, facts),
        risk(judged, facts),
        _relevant(judged, facts, beneficiary),
        _outcome(judged),
    )


def hard_verdicts(judged: Judged, facts: Facts) -> tuple[Verdict, Verdict]:
    """Measurable and time-bound, which a stage goal has to be too."""
    return _measurable(judged, facts), _time_bound(judged, facts)


def _met(criterion: Criterion, rule: str, span: Span | None, why: Words) -> Verdict:
    return Verdict(criterion=criterion, met=Met.MET, rule=rule, span=span, why=why)


def _specific(judged: Judged, facts: Facts, vague: tuple[Span, ...]) -> Verdict:
    if judged.specific and not vague:
        why = words(_("Somebody who was not there can say what will change."))
        return _met(Criterion.SPECIFIC, "CRI-1", None, why)
    if not vague:
        return Verdict(
            criterion=Criterion.SPECIFIC,
            met=Met.MET if facts.metric else Met.NOT_MET,
            rule="CRI-1",
            span=None,
            why=words(_("It does not say which part of it will change, or how.")),
            suggestion=None if facts.metric else rewrite(judged, Blank.WHICH),
        )
    named = ", ".join(f"“{span.text}”" for span in vague[:3])
    return Verdict(
        criterion=Criterion.SPECIFIC,
        met=Met.CANNOT_TELL if judged.specific or facts.metric else Met.NOT_MET,
        rule="CRI-1",
        span=vague[0],
        why=words(_("%(words)s can be read in many ways."), words=named),
        suggestion=insert_after(judged, vague[0]),
    )


def _measurable(judged: Judged, facts: Facts) -> Verdict:
    if facts.target is not None and facts.metric:
        why = words(_("Measured by %(metric)s."), metric=facts.metric)
        return _met(Criterion.MEASURABLE, "CRI-2", None, why)
    if judged.measurable:
        return _met(
            Criterion.MEASURABLE,
            "CRI-2",
            _first_figure(judged),
            words(_("Two people would agree whether it was reached.")),
        )
    blank = judged.figures.blanks
    if blank:
        why = words(_("The figure is still to be filled in."))
        span = judged.reading.span(blank[0], blank[0] + 1)
        return _missing(Criterion.MEASURABLE, span, why, None)
    why = words(_("No figure and no event tells when it is reached."))
    return _missing(Criterion.MEASURABLE, None, why, rewrite(judged, Blank.FIGURE))


def _time_bound(judged: Judged, facts: Facts) -> Verdict:
    times = judged.reading.deadlines
    if times:
        start, end = times[0].start, times[0].end
        span = Span(start, end, judged.reading.text[start:end])
        return _met(Criterion.TIME_BOUND, "CRI-2", span, words(_("It says by when, or how often.")))
    if facts.due:
        why = words(_("Due on %(due)s."), due=facts.due)
        return _met(Criterion.TIME_BOUND, "CRI-2", None, why)
    why = words(_("No date or period says by when."))
    return _missing(Criterion.TIME_BOUND, None, why, rewrite(judged, Blank.DATE))


def _missing(
    criterion: Criterion, span: Span | None, why: Words, suggestion: Words | None
) -> Verdict:
    return Verdict(
        criterion=criterion,
        met=Met.NOT_MET,
        rule="CRI-2",
        span=span,
        why=why,
        suggestion=suggestion,
    )


def _relevant(judged: Judged, facts: Facts, beneficiary: Beneficiary) -> Verdict:
    for linked, why in (
        (facts.serves_customer, _("It serves one of the customer’s own goals.")),
        (facts.customer_agreed, _("The customer agreed to it.")),
        (facts.customer_benefit, _("It says what the customer gains.")),
        (beneficiary is not Beneficiary.SELLER, _("It is about a result of the customer.")),
    ):
        if linked:
            return _met(Criterion.RELEVANT, "CRI-4", None, words(why))
    known = facts.serves_customer is False and facts.customer_agreed is False
    return Verdict(
        criterion=Criterion.RELEVANT,
        met=Met.NOT_MET if known else Met.CANNOT_TELL,
        rule="CRI-4",
        span=None,
        why=words(_("It is about our own result; what does the customer gain from it?")),
        suggestion=rewrite(judged, Blank.GAIN),
    )


def _outcome(judged: Judged) -> Verdict:
    if judged.kind is Kind.OUTCOME:
        why = words(_("It names a state that is to change."))
        return _met(Criterion.OUTCOME, "OBJ-3", None, why)
    clause = next(clause for clause in judged.reading.clauses if clause.main)
    span = judged.reading.span(clause.verb_at, clause.verb_after) if clause.verb else None
    return Verdict(
        criterion=Criterion.OUTCOME,
        met=Met.NOT_MET,
        rule="OBJ-3",
        span=span,
        why=words(_("It names work to be done; what will be different afterwards?")),
        suggestion=rewrite(judged, Blank.CHANGE),
    )


def _first_figure(judged: Judged) -> Span | None:
    if judged.quantities:
        first = judged.quantities[0]
        return judged.reading.span(first.first, first.after)
    event = judged.events[0]
    return judged.reading.span(event.first, event.after)
