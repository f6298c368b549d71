"""Whether a goal is a changed state or work done (OBJ-3)."""

from collections.abc import Iterator
from enum import StrEnum

from waypost.method.critic.concrete import object_head, objects
from waypost.method.critic.events import GETTING
from waypost.method.critic.lexicon import Verb
from waypost.method.critic.lexicon.forms import bag, gerund
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
    main = [clause for clause in reading.clauses if clause.main]
    said = [clause for clause in main if object_head(reading, clause)] or main
    if not said:
        return Kind.OUTCOME
    later = any(_changes_something(reading, clause) for clause in said[1:])
    return Kind.OUTCOME if later else _kind_of(reading, said[0])


HAVING = bag("have has get gets receive receives")


def _holds_event(reading: Reading) -> bool:
    """Whether each of so many is to have something done: "90% of accounts have a review"."""
    return any(
        f.term.event and reading.low_at(f.first - back) in HAVING
        for f in reading.terms
        for back in range(2, 6)
    )


def _changes_something(reading: Reading, clause: Clause) -> bool:
    """Whether a further clause has a result of its own: "... and win one in three"."""
    verb = clause.verb
    if not verb or not verb.change or verb.work:
        return False
    return any(f.term.whose or f.term.soft or f.term.deal for f in objects(reading, clause))


def _is_outcome(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure is the target of a result, not the count of some work."""
    bound = quantity.bound
    if bound is None or not bound.term.whose or quantity.measure is Measure.REFERENCE:
        return False
    if bound.term.thing and _holds_event(reading):
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
    head = object_head(reading, clause)
    term = head.term if head else None
    happens = bool(term and term.event and not (term.whose or term.deal))
    if verb is None:
        return Kind.ACTIVITY if happens else Kind.OUTCOME
    base = verb.base.split()[0]
    if verb.effort and not verb.work and not verb.change:
        helps = base in HELPING and bool(_somebody_changes(reading, clause))
        return Kind.OUTCOME if helps else Kind.ACTIVITY
    if not verb.work:
        return (
            Kind.ACTIVITY
            if happens and base in MORE_OF and not _moved(reading, clause)
            else Kind.OUTCOME
        )
    if term is None:
        return Kind.OUTCOME if verb.change else Kind.ACTIVITY
    if term.deal and (verb.change or base in GETTING):
        return Kind.OUTCOME
    state = (term.soft or term.buzz or bool(term.whose)) and not term.event
    if state and (base in STATE_MAKERS or verb.change):
        return Kind.OUTCOME
    if verb.change and not (happens or term.thing):
        return Kind.OUTCOME
    return Kind.ACTIVITY


def _moved(reading: Reading, clause: Clause) -> bool:
    """Whether something else of the clause is to change: "increase calls answered"."""
    return any(f.term.whose and not f.term.event for f in objects(reading, clause))


# More of some work is work: "increase visits", "have a review with each".
MORE_OF = bag(
    "increase raise double triple grow boost add have get keep maintain achieve make do up hit"
)
HELPING = bag("help enable assist support")


def _somebody_changes(reading: Reading, clause: Clause) -> Verb | None:
    """The verb of change of somebody on their side, as in "help the customer grow"."""
    for place in _side_verbs(reading, clause):
        verb = verb_at(reading.tokens, place)
        if verb and verb.change and reading.low_at(place) in (verb.base, gerund(verb.base)):
            return verb
    return None


def _side_verbs(reading: Reading, clause: Clause) -> Iterator[int]:
    """The words behind the first of somebody on their side."""
    side = False
    for place in range(clause.verb_after, clause.after):
        token = reading.tokens[place]
        side = side or (token.capital and not reading.titled) or token.low in SIDE
        if side and token.is_word:
            yield place


def helped_verbs(reading: Reading) -> list[tuple[int, int]]:
    """The places of vague verbs that we help somebody with: "help the customer grow"."""
    found = []
    for clause in reading.clauses:
        if clause.main and clause.verb and clause.verb.base in HELPING:
            for place in _side_verbs(reading, clause):
                verb = verb_at(reading.tokens, place)
                if verb and verb.vague and verb.base == reading.low_at(place):
                    found.append((place, place + 1))
    return found
