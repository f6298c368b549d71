"""What a goal says by its words alone: specific, measurable, outcome or activity (CRI-1, CRI-2)."""

from dataclasses import dataclass

from waypost.method.critic.belonging import does_itself
from waypost.method.critic.concrete import concrete, vague_inside
from waypost.method.critic.events import find_events
from waypost.method.critic.kind import Kind, find_kind
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.quantities import Figures, Measure, Quantity, find_figures
from waypost.method.critic.reading import Found, Reading

INSTRUMENTS = bag(
    "score scores rating ratings survey surveys index nps csat sla measured scorecard audit"
    " rate ces stars points out pts benchmark ppm per"
)


@dataclass(slots=True)
class Judged:
    """A goal with what was found in it."""

    reading: Reading
    figures: Figures
    quantities: list[Quantity]
    events: list[Found]
    kind: Kind
    specific: bool
    measurable: bool


def judge(reading: Reading) -> Judged:
    """Judge a goal by its words alone."""
    figures = find_figures(reading)
    events = find_events(reading)
    counted = [q for q in figures.quantities if _counts(reading, q)]
    blank = bool(figures.blanks)
    measurable = not blank and bool(counted or events)
    specific = not blank and (
        bool(figures.quantities and _any_named(reading, figures))
        or bool(events)
        or concrete(reading)
    )
    return Judged(
        reading=reading,
        figures=figures,
        quantities=counted,
        events=events,
        kind=find_kind(reading, figures),
        specific=specific or measurable,
        measurable=measurable,
    )


def _any_named(reading: Reading, figures: Figures) -> bool:
    return any(q.measure is not Measure.WHOLE or _counts(reading, q) for q in figures.quantities)


def _counts(reading: Reading, quantity: Quantity) -> bool:
    """Whether two people would agree on the due date that this figure is reached."""
    clause = reading.clause_of(quantity.first)
    verb = clause.verb
    bound = quantity.bound
    effort = verb is not None and verb.effort and not verb.change and not verb.work
    if (
        effort
        and not does_itself(reading, clause)
        and quantity.measure is not Measure.PERCENT
        and (bound is None or bound.term.thing or bound.term.event or not bound.term.whose)
    ):
        return False
    soft = bound is not None and bound.term.soft and not (bound.term.event or _grows(bound))
    counted = bound is not None and bound.term.thing and reading.low_at(quantity.after) == "of"
    if quantity.measure in (Measure.PERCENT, Measure.MULTIPLE) and soft and not counted:
        return any(token.low in INSTRUMENTS for token in reading.tokens)
    if quantity.measure is Measure.WHOLE:
        return not vague_inside(reading, clause) and (verb is None or not verb.vague)
    return True


def _grows(bound: Found) -> bool:
    """Growth of so many percent is a figure, soft as the word is without one."""
    return bound.term.words[-1] in ("growth", "awareness", "results", "brands")
