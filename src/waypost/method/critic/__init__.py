"""The goal critic: what the words of a goal say, and what METHOD.md would ask about them (CRI).

It reads one text at a time and nothing else: no clock, no file, no list of goals it knows. Time
grows with the length of the text, of which the first ``LIMIT`` characters are read.
"""

from waypost.method.critic.business import business_verdicts, hard_verdicts
from waypost.method.critic.judging import Judged, judge
from waypost.method.critic.kind import Kind
from waypost.method.critic.reader import read
from waypost.method.critic.realism import LIMIT_PER_MONTH, monthly_pace
from waypost.method.critic.soft import relationship_verdicts, vision_verdicts
from waypost.method.critic.text import LIMIT, Span
from waypost.method.critic.vagueness import vague_spans
from waypost.method.critic.verdicts import (
    Criterion,
    Critique,
    Facts,
    Level,
    Met,
    Verdict,
)
from waypost.method.critic.whose import Beneficiary, beneficiary

__all__ = [
    "LIMIT",
    "LIMIT_PER_MONTH",
    "Beneficiary",
    "Criterion",
    "Critique",
    "Facts",
    "Kind",
    "Level",
    "Met",
    "Span",
    "Verdict",
    "critique",
    "monthly_pace",
]


def critique(
    text: str,
    *,
    level: Level = Level.BUSINESS,
    facts: Facts | None = None,
    own_terms: frozenset[str] = frozenset(),
) -> Critique:
    """Judge a goal by the law of its level (OBJ-1 to OBJ-4, CRI-1 to CRI-5).

    ``own_terms`` are words of the customer, in lower case, that are never called vague.
    """
    judged = judge(read(text))
    vague = tuple(vague_spans(judged, own_terms))
    whose = beneficiary(judged)
    return Critique(
        level=level,
        specific=judged.specific,
        measurable=judged.measurable,
        time_bound=judged.reading.says_when,
        beneficiary=whose,
        kind=judged.kind,
        vague=vague,
        verdicts=_verdicts(level, judged, facts or Facts(), vague, whose),
    )


def _verdicts(
    level: Level, judged: Judged, facts: Facts, vague: tuple[Span, ...], whose: Beneficiary
) -> tuple[Verdict, ...]:
    match level:
        case Level.VISION:
            return vision_verdicts(judged)
        case Level.RELATIONSHIP:
            return relationship_verdicts(judged)
        case Level.STAGE:
            return hard_verdicts(judged, facts)
        case _:
            return business_verdicts(judged, facts, vague, whose)
