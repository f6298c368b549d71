"""Signs that a goal cannot be reached in its time; no text can show that it will be (CRI-3)."""

import re
from datetime import date
from decimal import Decimal

from waypost.method.critic.judging import Judged
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.quantities import Measure
from waypost.method.critic.reading import Clause
from waypost.method.critic.text import Span
from waypost.method.critic.verdicts import Criterion, Facts, Met, Verdict
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _

# A change of a quarter of the whole in each month, and more, is rarely seen.
LIMIT_PER_MONTH = Decimal("0.25")
DAYS_A_MONTH = Decimal("30.4")
SHORT = re.compile(
    r"\b(?:this|next|within (?:the|a)|in (?:the next|a)|by the end of (?:the|this|next)) (?:week"
    r"|month)\b"
    r"|\b(?:in|within)(?: the next)? (?:\d{1,2}|thirty|sixty) days\b|\b(?:in|within)(?: the"
    r" next)? (?:\d|two|three|four) weeks\b"
)
ALWAYS = re.compile(
    r"\b100 ?(?:%|percent|per cent) (?:win|close|hit|conversion|success) rate\b|\bwin every\b"
)


def risk(judged: Judged, facts: Facts) -> Verdict:
    """Realistic: not met when a sign speaks against it, else nobody can tell."""
    span, why = _sign(judged, facts)
    return Verdict(
        criterion=Criterion.REALISTIC,
        met=Met.NOT_MET if why else Met.CANNOT_TELL,
        rule="CRI-3",
        span=span,
        why=why
        or words(_("No sign against it; whether it can be done in the time, you must say.")),
    )


def _sign(judged: Judged, facts: Facts) -> tuple[Span | None, Words | None]:
    reading = judged.reading
    always = ALWAYS.search(reading.low)
    if always:
        span = Span(always.start(), always.end(), reading.text[always.start() : always.end()])
        return span, words(_("Nobody reaches this every time."))
    multiple = next((q for q in judged.quantities if q.measure is Measure.MULTIPLE), None)
    if multiple and SHORT.search(reading.low):
        return reading.span(multiple.first, multiple.after), words(
            _("That is a multiple in a matter of weeks.")
        )
    pace = monthly_pace(facts.baseline, facts.target, facts.today, facts.due)
    if pace is not None and pace > LIMIT_PER_MONTH:
        return None, words(
            _("It asks for a change of %(percent)s %% each month."),
            percent=Decimal(round(pace * 100)),
        )
    targets = several_targets(judged)
    if targets > 1 and not facts.stages:
        return None, words(
            _("It holds %(count)s targets; one may be reached without the other."), count=targets
        )
    return None, missing_support(facts)


def monthly_pace(
    baseline: Decimal | None, target: Decimal | None, today: date | None, due: date | None
) -> Decimal | None:
    """What has to change each month, as a share of the larger value; None where unknown."""
    if not baseline or target is None or today is None or due is None or due <= today:
        return None
    months = max(Decimal((due - today).days) / DAYS_A_MONTH, Decimal(1))
    return abs(target - baseline) / max(abs(baseline), abs(target)) / months


def several_targets(judged: Judged) -> int:
    """How many different metrics have a figure of their own, conditions and means left out."""
    reading = judged.reading
    bound = {
        (q.bound.first, q.bound.after)
        for q in judged.quantities
        if q.bound and q.bound.term.whose and _aims(reading.clause_of(q.first))
    }
    return len(bound)


def _aims(clause: Clause) -> bool:
    """Whether a clause is aimed at, and is no condition to be held meanwhile (OBJ-3)."""
    return clause.main and not (clause.verb and clause.verb.base.split()[0] in HOLDING)


HOLDING = bag("maintain keep hold sustain preserve protect retain")


def missing_support(facts: Facts) -> Words | None:
    """What is not written down that would make a goal more likely to be reached."""
    if facts.depends_on == 0 and facts.stages == 0 and not facts.hours and facts.hours is not None:
        return words(_("It has no stages, nothing it depends on, and no time set aside."))
    return None
