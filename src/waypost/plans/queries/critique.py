"""What the critic says of a text while it is typed, in words to read beside it (CRI, STR-1)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.method.checks.short_term import is_definite
from waypost.method.checks.ways_of_working import is_single_call
from waypost.method.critic import Criterion, Critique, Facts, Level, Met, Verdict, critique

LEVELS: Final = {
    "visionary": Level.VISION,
    "relationship": Level.RELATIONSHIP,
    "business": Level.BUSINESS,
}
LABELS: Final[dict[Criterion, str | Promise]] = {
    Criterion.SPECIFIC: gettext_lazy("Specific"),
    Criterion.MEASURABLE: gettext_lazy("Measurable"),
    Criterion.REALISTIC: gettext_lazy("Realistic"),
    Criterion.RELEVANT: gettext_lazy("For the customer"),
    Criterion.TIME_BOUND: gettext_lazy("Timed"),
    Criterion.OUTCOME: gettext_lazy("Outcome"),
    Criterion.UNLIMITED: gettext_lazy("Unlimited"),
    Criterion.CUSTOMERS_VOICE: gettext_lazy("In their words"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A piece of the text; ``vague`` ones are underlined."""

    text: str
    vague: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One criterion. ``signal`` is empty where the words alone cannot tell."""

    label: str
    signal: str
    said: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Advice:
    """What stands under a text; it never blocks. ``rewrite`` keeps the words and leaves blanks."""

    pieces: tuple[Piece, ...]
    answers: tuple[Answer, ...]
    rewrite: str


def advice_on(
    subject: str,
    text: str,
    known: Mapping[str, Any],
    *,
    serves_customer: bool | None,
    own: frozenset[str],
    today: date,
) -> Advice | None:
    """The verdicts on a text about an objective of a level, a strategy or an action; None where
    there is no text yet. ``own`` are the words in lower case that are never vague here."""
    if not text.strip():
        return None
    if subject not in LEVELS:
        answers = _of_strategy(text) if subject == "strategy" else _of_action(text)
        return Advice(pieces=(), answers=answers, rewrite="")
    facts = Facts(**known, serves_customer=serves_customer, today=today)
    judged = critique(text, level=LEVELS[subject], facts=facts, own_terms=own)
    return Advice(
        pieces=tuple(_pieces(text, judged)) if subject == "business" else (),
        answers=tuple(_answer(verdict) for verdict in judged.verdicts),
        rewrite=_rewrite(judged),
    )


def _pieces(text: str, judged: Critique) -> Iterator[Piece]:
    end = 0
    for span in judged.vague:
        yield Piece(text=text[end : span.start], vague=False)
        yield Piece(text=span.text, vague=True)
        end = span.end
    yield Piece(text=text[end:], vague=False)


def _answer(verdict: Verdict) -> Answer:
    return _said(str(LABELS[verdict.criterion]), verdict.met, str(verdict.why))


def _said(label: str, met: Met, why: str) -> Answer:
    signals = {Met.MET: ("green", _("Met")), Met.NOT_MET: ("amber", _("Attention"))}
    signal, said = signals.get(met, ("", ""))
    return Answer(label=label, signal=signal, said=said, why=why)


def _rewrite(judged: Critique) -> str:
    """The rewrite for the first thing that is not met; a figure also settles most vague words."""
    unmet = [verdict for verdict in judged.verdicts if verdict.met is Met.NOT_MET]
    unmet.sort(key=lambda verdict: verdict.criterion is Criterion.SPECIFIC)
    return next((str(verdict.suggestion) for verdict in unmet if verdict.suggestion), "")


def _of_strategy(text: str) -> tuple[Answer, ...]:
    if is_single_call(text, set()):
        why = _("It reads like a single call. Say how you work with this customer each time.")
        return (_said(_("A way of working"), Met.NOT_MET, why),)
    return (_said(_("A way of working"), Met.MET, _("It outlasts a single call.")),)


def _of_action(text: str) -> tuple[Answer, ...]:
    if is_definite(text):
        return (_said(_("Definite"), Met.MET, _("Somebody else can see that it is done.")),)
    why = _("When is it done? Say what there is in the end, and from whom.")
    return (_said(_("Definite"), Met.NOT_MET, why),)
