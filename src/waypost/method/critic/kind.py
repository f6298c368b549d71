"""Whether a goal is a changed state or work done (OBJ-3)."""

from enum import StrEnum

from waypost.method.critic.concrete import objects
from waypost.method.critic.events import GETTING
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.quantities import Figures, Measure, Quantity
from waypost.method.critic.reading import Clause, Reading, verb_at


class Kind(StrEnum):
    """A changed state, or work done."""

    OUTCOME = "outcome"
    ACTIVITY = "activity"


# Work verbs that with a state for an object mean the state: "build trust", "deliver growth".
STATE_MAKERS = bag(
    "deliver provide create build establish form set produce demonstrate complete place open"
    " develop supply show start begin record report book add put print"
)


SIDE = bag("customer customers client clients account accounts them they buyers users")


def find_kind(reading: Reading, figures: Figures) -> Kind:
    if any(_is_outcome(reading, quantity) for quantity in figures.quantities):
        return Kind.OUTCOME
    kinds = [_kind_of(reading, clause) for clause in reading.clauses if clause.main]
    first = kinds[0] if kinds else Kind.OUTCOME
    later = any(
        clause.main and clause.verb and clause.verb.change and not clause.verb.work
        and any(f.term.whose or f.term.soft for f in objects(reading, clause))
        for clause in reading.clauses[1:]
    )  # fmt: skip
    return Kind.OUTCOME if later else first


def _is_outcome(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure is the target of a result, not the count of some work."""
    bound = quantity.bound
    if bound is None or not bound.term.whose or quantity.measure is Measure.REFERENCE:
        return False
    clause = reading.clause_of(quantity.first)
    verb = clause.verb
    if verb is None:
        return not bound.term.event
    if verb.change and not verb.work:
        return (
            not bound.term.event or bound.term.deal or verb.base.split()[0] not in ("have", "get")
        )
    before = reading.low_at(quantity.first - 1)
    changes = before in ("by", "from", "to", "below", "above", "under", "over", "than") and (
        quantity.measure is not Measure.WHOLE
    )
    return changes and not bound.term.event


def _kind_of(reading: Reading, clause: Clause) -> Kind:
    verb = clause.verb
    terms = [f for f in objects(reading, clause) if not f.term.subjective and not f.term.party]
    first = terms[0].term if terms else None
    if verb is None:
        works = first and first.event and not (first.whose or first.deal or first.buzz)
        return Kind.ACTIVITY if works else Kind.OUTCOME
    base = verb.base.split()[0]
    if verb.change and not verb.work and not verb.effort:
        return Kind.OUTCOME
    if verb.effort and not verb.work:
        helps = base in ("help", "enable", "assist", "support") and _somebody_changes(
            reading, clause
        )
        return Kind.OUTCOME if helps else Kind.ACTIVITY
    if first and first.deal and base in GETTING and not clause.passive:
        return Kind.OUTCOME
    if first and first.deal and verb.change:
        return Kind.OUTCOME
    makes_state = base in STATE_MAKERS or verb.change
    if makes_state and first and not first.event and (first.soft or first.buzz or first.whose):
        return Kind.OUTCOME
    if verb.change and not any(f.term.event or f.term.thing for f in terms):
        return Kind.OUTCOME
    return Kind.ACTIVITY


def _somebody_changes(reading: Reading, clause: Clause) -> bool:
    """Whether somebody on their side changes something: help the customer grow."""
    side = False
    for place in range(clause.verb_after, clause.after):
        token = reading.tokens[place]
        side = side or (token.capital and not reading.titled) or token.low in SIDE
        verb = verb_at(reading.tokens, place) if side and token.is_word else None
        if verb and verb.change and verb.base == token.low:
            return True
    return False
