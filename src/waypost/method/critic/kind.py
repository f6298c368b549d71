"""Whether a goal is a changed state or work done (OBJ-3)."""

import re
from collections.abc import Iterator
from enum import StrEnum

from waypost.method.critic.belonging import does_itself
from waypost.method.critic.concrete import (
    COMPARED,
    NAMELESS,
    object_head,
    objects,
    says_aspect,
    vague_inside,
)
from waypost.method.critic.events import GETTING, MOVED_ONTO
from waypost.method.critic.lexicon import Term, Verb
from waypost.method.critic.lexicon.forms import bag, gerund
from waypost.method.critic.lexicon.people import BODIES, PEOPLE
from waypost.method.critic.quantities import Figures, Measure, Quantity, has_service_limit
from waypost.method.critic.reading import Clause, Reading, verb_at


class Kind(StrEnum):
    """A changed state, or work done."""

    OUTCOME = "outcome"
    ACTIVITY = "activity"


# Work verbs that with a state for an object mean the state: "build trust", "deliver growth".
STATE_MAKERS = bag(
    "deliver provide create build establish form set produce demonstrate complete place open"
    " upgrade develop supply show start begin record report book add put print offer"
)
# Soft, but handed over like a thing.
HANDED = bag("insight insights idea ideas solution solutions")


SIDE = (
    PEOPLE
    | BODIES
    | bag("customer customers client clients account accounts them they buyers users")
)


# Our own people are to do something.
OURS_DO = re.compile(
    r"^(?:have|get) [^.;]{0,30}\b(?:\w+ of )our \w+ (?!at\b|in\b|on\b|for\b|to\b|with\b|and\b)"
    r"(?!\w+(?:ed|en)\b)\w"
)
# So many of them do something by themselves: "7 out of 10 crews use the app".
THEY_DO = re.compile(
    r"(?:%|\d|\b(?:all|every|half|each)\b)[^.;]{1,60}? (?:use|uses|order|orders|buy|rate|recommend"
    r"|prefer|log|carry|rely|trust|choose|know|reach|stay|pass|find|say|pick|notice)\b"
)
# Service as the customer meets it: done in time, or so many of so many.
SERVING = bag(
    "answer respond reply resolve repair deliver restore dispatch ship acknowledge handle process"
    " settle announce notify fix replace clean collect serve treat clear issue refund return"
)
# To answer in time is work, unless it is said of what is answered.
REPLYING = bag("answer respond reply acknowledge")
SHARE = re.compile(r"\d ?(?:%|per ?cent|(?:in|out of|of) \d)")
# Where it stands now is said beside where it is to be.
# What is counted is a measure of something: a share, a level moved, a limit, so many of each.
MEASURED = re.compile(
    r"\d ?(?:%|per ?cent)(?! of\b)|\bfrom [\w.,]+ to [\w.,]+|\d ?[\w%]* ?(?:->|→)|:[^:]{0,12}\d"
    r"|\b(?:below|under|above|no more than|not more than|fewer than|less than|at most|takes?) \d"
)
KEPT = re.compile(
    r"^\W*(?:keep|keeping) [^.;]{2,40}? (?:informed|updated|posted|briefed|up to date)\b"
)
STANDS_NOW = re.compile(r"\b(?:currently|at present|so far|today)\b[^;]*[.;] ")


# What work is to bring is aimed at too, when it says how much.
THAT_BRINGS = re.compile(
    r"\b(?:that|which) (?:earns?|brings?|saves?|yields?|generates?|cuts?|sells?|adds?|takes?|frees?"
    r"|removes?|lowers?|reduces?|raises?|lifts?|halves|doubles)\b"
    r"[^.;]{0,40}?\d"
)


def find_kind(reading: Reading, figures: Figures) -> Kind:
    if any(said.search(reading.low) for said in (OURS_DO, KEPT, MOVED_ONTO)):
        return Kind.ACTIVITY
    if any(_is_outcome(reading, quantity) for quantity in figures.quantities):
        return Kind.OUTCOME
    if figures.quantities and any(said.search(reading.low) for said in (STANDS_NOW, THAT_BRINGS)):
        return Kind.OUTCOME
    main = [clause for clause in reading.clauses if clause.main]
    said = [clause for clause in main if object_head(reading, clause)] or main
    if not said:
        return Kind.OUTCOME
    later = any(_changes_something(reading, clause) for clause in said[1:])
    return Kind.OUTCOME if later else _kind_of(reading, said[0])


# With one of these before it, work is told by how it is done.
BETTER = bag("better improved smoother easier simpler closer stronger clearer")


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
    if reading.low_at(bound.first - 1) == "whose":
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
        if reading.low_at(clause.first) in COMPARED | BETTER:
            return Kind.OUTCOME
        done = happens and not (THEY_DO.search(reading.low) or MEASURED.search(reading.low))
        return Kind.ACTIVITY if done else Kind.OUTCOME
    if _serves(reading, clause, term) or does_itself(reading, clause):
        return Kind.OUTCOME
    if verb.work:
        return _kind_of_work(reading, clause, verb, term)
    base = verb.base.split()[0]
    if base == "replace" and head and head.term is NAMELESS and not _takes_over(reading, clause):
        return Kind.ACTIVITY
    if verb.effort and not verb.change:
        helps = base in HELPING and bool(_somebody_changes(reading, clause))
        return Kind.OUTCOME if helps else Kind.ACTIVITY
    more = happens and base in MORE_OF and not _moved(reading, clause)
    aspect = base == "make" and says_aspect(reading, clause, how_many=False)
    return Kind.ACTIVITY if more and not aspect else Kind.OUTCOME


def _takes_over(reading: Reading, clause: Clause) -> bool:
    """Whether what is replaced is a competitor's, so that ours comes instead."""
    words = {reading.low_at(place) for place in range(clause.verb_after, clause.after)}
    return bool(words & RIVALS)


RIVALS = bag("incumbent incumbents competitor competitors rival rivals our ours supplier vendor")


def _kind_of_work(reading: Reading, clause: Clause, verb: Verb, term: Term | None) -> Kind:
    """Whether the object of a work verb makes it a result: deliver growth, win the order."""
    base = verb.base.split()[0]
    if term is None:
        return Kind.OUTCOME if verb.change else Kind.ACTIVITY
    if term.deal and (verb.change or base in GETTING):
        return Kind.OUTCOME
    said = vague_inside(reading, clause) and (not term.event or says_aspect(reading, clause))
    if said and (base == "deliver" or (base in ("create", "build") and term.generic)):
        return Kind.OUTCOME
    state = (term.soft or term.buzz or bool(term.whose)) and not (
        term.event or term.words == ("approach",) or term.words[-1] in HANDED
    )
    tried = base == "offer" and term.thing
    if state and not tried and (base in STATE_MAKERS or verb.change):
        return Kind.OUTCOME
    happens = term.event and not (term.whose or term.deal)
    if verb.change and not (happens or term.thing):
        return Kind.OUTCOME
    return Kind.ACTIVITY


def _serves(reading: Reading, clause: Clause, term: Term | None) -> bool:
    """Whether work is told by what the customer gets of it: a level met, so many answered."""
    base = clause.verb.base.split()[0] if clause.verb else ""
    if base == "meet":
        return bool(term and term.whose and not term.thing)
    if base in REPLYING and not clause.passive and has_service_limit(reading):
        return False
    serving = base in SERVING or (clause.passive and base in ("finish", "complete", "do"))
    in_time = has_service_limit(reading) or _in_time(reading, clause)
    return serving and bool(in_time or SHARE.search(reading.low))


def _in_time(reading: Reading, clause: Clause) -> bool:
    """Whether something is to be done for them in time, said of what is done and not of us."""
    return clause.passive and bool(IN_TIME.search(reading.low))


IN_TIME = re.compile(
    r"\b(?:on time|always|never|ahead|in advance|next (?:working |business )?day|same day)\b"
)


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
        if verb and not verb.work and reading.low_at(place) in _plain(verb):
            return verb
    return None


def _plain(verb: Verb) -> tuple[str, str]:
    base = verb.base.split()[0]
    return base, gerund(base)


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
