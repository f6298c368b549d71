"""Events and artefacts of which somebody can say that they are there, or not (CRI-2)."""

from waypost.method.critic.concrete import objects, residue, vague_inside
from waypost.method.critic.lexicon import Term
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.reading import Clause, Found, Reading

# Work of which a bare plural says nothing yet: "provide training", "share insights".
LOOSE_WORK = bag(
    "provide offer develop communicate share review analyze assess discuss prioritize"
    " evaluate define study introduce create prepare promote advertise supply build contact"
)


GETTING = bag(
    "win secure sign close land obtain get renew gain earn book become be bring retain extend"
    " achieve negotiate agree capture acquire receive have convert qualify keep award place"
    " finalize approve replace turn add specify make list nominate move complete accept"
    " conclude reach"
)


NAMELESS = Term(("…",), event=True)


def find_events(reading: Reading) -> list[Found]:
    """The events and artefacts of which somebody can say that they are there, or not."""
    found = []
    for clause in reading.clauses:
        if clause.main:
            found += _events_in(reading, clause)
    return found


def _events_in(reading: Reading, clause: Clause) -> list[Found]:
    verb = clause.verb
    terms = objects(reading, clause)
    things = [f for f in terms if (f.term.event or f.term.deal) and not _is_modified(reading, f)]
    if verb is None:
        return things[:1] if things and things[0] is _first_noun(terms) else []
    base = verb.base.split()[0]
    if base in GETTING:
        deals = [f for f in things if f.term.deal]
        if deals:
            return deals
        if not verb.work:
            return []
    if (verb.effort and not verb.work) or not verb.work:
        return []
    if any(f.term.buzz and not f.term.event for f in terms) and not things:
        return []
    if base in LOOSE_WORK:
        return [f for f in things if _is_one(reading, f)]
    if things:
        return things
    return _unknown_object(reading, clause, terms)


def _first_noun(terms: list[Found]) -> Found | None:
    return next((f for f in terms if not f.term.subjective and not f.term.party), None)


def _is_modified(reading: Reading, found: Found) -> bool:
    """Whether nobody can say which: regular reviews, innovative solutions."""
    return any(
        other.after == found.first and (other.term.subjective or other.term.buzz)
        for other in reading.terms
    )


def _is_one(reading: Reading, found: Found) -> bool:
    for step in range(1, 5):
        before = reading.low_at(found.first - step)
        if before in ("a", "an", "the", "one", "our", "its", "their", "this"):
            return True
        if not before or before in ("to", "for", "with", "of", "on", "at"):
            return False
    return False


def _unknown_object(reading: Reading, clause: Clause, terms: list[Found]) -> list[Found]:
    """An object that is in no list but is named: "install 24 valves", "go live with Atlas"."""
    if vague_inside(reading, clause) and not clause.passive:
        return []
    bare = [f for f in terms if not f.term.party]
    named = residue(reading, clause, names=True)
    if not named or (bare and bare[0].term.soft):
        return []
    return bare[:1] or [Found(NAMELESS, named[0], named[0] + 1)]
