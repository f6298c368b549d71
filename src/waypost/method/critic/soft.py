"""The laws of the soft levels: visions and relationship sentences (OBJ-1, OBJ-2)."""

import re

from waypost.method.critic.judging import Judged
from waypost.method.critic.reading import Reading
from waypost.method.critic.text import Span
from waypost.method.critic.verdicts import Criterion, Met, Verdict
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _

# A vision that history or today's obstacles hold back.
HEDGES = re.compile(
    r"\b(?:despite|in spite of|given (?:our|the|their) (?:history|past|current|limited|budget"
    r"|constraints?)"
    r"|as (?:far|much|well) as (?:possible|we can|budget allows?)|if (?:possible|budgets? allows?"
    r"|the budget"
    r"|they let us|we can|all goes well|nothing changes|circumstances allow)|budget permitting"
    r"|within (?:the )?(?:constraints|limits|current budget|existing budget|today's)|subject to"
    r"|depending on"
    r"|(?:like|as) (?:last year|before|in the past|usual|we (?:always|used to) (?:did|had|have))"
    r"|back to (?:where|what|the|our)|realistically|hopefully|perhaps|maybe|possibly|try to|at"
    r" least some"
    r"|until (?:the )?(?:freeze|budget)|once the (?:freeze|crisis|restructuring)|recover what|no"
    r" worse than"
    r"|still (?:a|one of|have|hold|supply|with)|not lose|avoid losing|survive|compared (?:with"
    r"|to) last year"
    r"|limited by|current (?:issues?|problems?|constraints?|obstacles?)|for as long as)\b"
)
# The customer speaks of us as "they" or "you", and of itself as "we"; never as "the customer".
OF_US = re.compile(
    r"\b(?:they|them|their|theirs|they're|they've|you|your|you're|you've|these (?:people|guys))\b"
)
OF_THEMSELVES = re.compile(r"\b(?:the|this|every|each) (?:customer|client|account|end user)\b")
JARGON = re.compile(
    r"\b(?:kpis?|nps|csat|revenue|share of wallet|wallet share|churn|upsell(?:ing)?|arr|synerg\w+"
    r"|thought leaders?|customer[ -]centric\w*|best[ -]in[ -]class|world[ -]class"
    r"|value[ -]add(?:ed)?|value propositions?|holistic\w*|trusted advis[eo]rs?"
    r"|(?:supplier|partner|vendor) of choice"
    r"|key accounts?|stakeholders?|leverag\w+)\b"
)


def vision_verdicts(judged: Judged) -> tuple[Verdict, ...]:
    """A vision is only asked about when something holds it back; a number is never missed."""
    hedge = HEDGES.search(judged.reading.low)
    if hedge is None:
        return (
            _verdict(
                Criterion.UNLIMITED, Met.MET, "OBJ-1", None, words(_("Nothing holds it back."))
            ),
        )
    span = _span(judged.reading, hedge)
    why = words(
        _("“%(words)s” lets history or today’s obstacles in: what if everything went well?"),
        words=span.text,
    )
    left_out = judged.reading.text[: span.start] + "[…]" + judged.reading.text[span.end :]
    suggestion = words(_("%(goal)s"), goal=left_out)
    return (_verdict(Criterion.UNLIMITED, Met.NOT_MET, "OBJ-1", span, why, suggestion),)


def relationship_verdicts(judged: Judged) -> tuple[Verdict, ...]:
    """Whether the customer would say the sentence like that."""
    reading = judged.reading
    voice = Criterion.CUSTOMERS_VOICE
    for pattern, said in (
        (JARGON, _("Customers do not say “%(words)s” of their suppliers.")),
        (OF_THEMSELVES, _("The customer would not call itself “%(words)s”.")),
    ):
        match = pattern.search(reading.low)
        if match:
            span = _span(reading, match)
            return (
                _verdict(voice, Met.NOT_MET, "OBJ-2", span, words(said, words=span.text), _blank()),
            )
    head = reading.clauses[0] if reading.clauses else None
    if OF_US.search(reading.low):
        return (
            _verdict(
                voice, Met.MET, "OBJ-2", None, words(_("The customer could say it like that."))
            ),
        )
    if (
        head
        and head.verb
        and head.verb_at == head.first
        and head.verb.base == reading.low_at(head.first)
    ):
        span = reading.span(head.verb_at, head.verb_after)
        why = words(_("It says what we want to do, not what the customer would say of us."))
        return (_verdict(voice, Met.NOT_MET, "OBJ-2", span, why, _blank()),)
    why = words(_("Is this what the customer would say of us, word for word?"))
    return (_verdict(voice, Met.CANNOT_TELL, "OBJ-2", None, why, _blank()),)


def _verdict(
    criterion: Criterion,
    met: Met,
    rule: str,
    span: Span | None,
    why: Words,
    suggestion: Words | None = None,
) -> Verdict:
    return Verdict(
        criterion=criterion, met=met, rule=rule, span=span, why=why, suggestion=suggestion
    )


def _span(reading: Reading, match: re.Match[str]) -> Span:
    return Span(match.start(), match.end(), reading.text[match.start() : match.end()])


def _blank() -> Words:
    return words(_("They [do what, so that we notice it]"))
