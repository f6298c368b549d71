"""Events and artefacts of which somebody can say that they are there, or not (CRI-2)."""

import re
from bisect import bisect_left

from waypost.method.critic.clauses import ends_phrase, is_participle
from waypost.method.critic.concrete import (
    NAMELESS,
    object_head,
    objects,
    residue,
    vague_inside,
)
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.reading import Clause, Found, Reading, verb_at
from waypost.method.critic.timing import Timing

# Work of which a bare plural says nothing yet: "provide training", "share insights".
LOOSE_WORK = bag(
    "provide offer develop communicate share review analyze assess discuss prioritize"
    " evaluate define study introduce create prepare promote advertise supply build contact"
    " update refresh revise refine redesign show use upgrade attend"
    " explain describe clarify compare estimate examine inform notify remind suggest involve reward"
    " determine predict declare delegate allocate"
)


GETTING = bag(
    "win secure sign close land obtain get renew gain earn book become be bring retain extend"
    " achieve negotiate agree capture acquire receive have convert qualify keep award place"
    " pass finalize approve replace specify make list nominate complete accept conclude reach"
    " ensure guarantee"
)


# What the customer decides: once it is so, everybody knows.
DECIDED = bag(
    "specify approve accept award list win renew close appoint nominate select sign grant pass"
    " ratify endorse authorize accredit"
)


# What happens to us once they have decided: "be invited to bid".
CHOSEN = DECIDED | bag("invite shortlist choose name")


def find_events(reading: Reading) -> list[Found]:
    """The events and artefacts of which somebody can say that they are there, or not."""
    found = []
    for clause in reading.clauses:
        if clause.main:
            found += (
                _rated(reading, clause) or _got_to(reading, clause) or _events_in(reading, clause)
            )
    return found or [f for f in reading.terms if is_ranked(reading, f)] or _placed(reading)


# Everything that is somewhere is to be moved onto something new, which is a piece of work.
MOVED_ONTO = re.compile(
    r"^\W*(?:move|switch|transition|shift|cut) (?!from )[^.;]{2,60}? (?:over |on|in)?to"
    r" (?:the|a|our|their|its) new "
)
# A place in a ranking that somebody publishes.
PLACED = re.compile(
    r"\b(?:top (?:\d+|two|three|five|ten|quartile|third)"
    r"|(?:first|second|third|1st|2nd|3rd) (?:place|rank|position)"
    r"|rank(?:ed|s)? (?:first|second|third)"
    r"|(?:number|no\.?|#) ?(?:one|two|three|[1-3])|(?:place|rank|position) \d+)\b[^.;]{0,40}?"
    r"\b(?:ranking|survey|scorecard|league table|index|benchmark|rating|poll|awards?|audit)s?\b"
)


def _placed(reading: Reading) -> list[Found]:
    """A place in a ranking: "top 3 of their supplier survey"."""
    match = PLACED.search(reading.low)
    if match is None:
        return []
    starts = [token.start for token in reading.tokens]
    first = bisect_left(starts, match.start())
    return [Found(NAMELESS, first, bisect_left(starts, match.end()))]


def is_ranked(reading: Reading, found: Found) -> bool:
    """Whether it is said by what we are to be first: "number one by revenue"."""
    measured = reading.starting.get(found.after + 1)
    return (
        found.term.words[0] in ("number", "no", "#")
        and reading.low_at(found.after) == "by"
        and measured is not None
        and measured.term.whose is not None
    )


# What was lost or broken and is to be there again.
REGAINING = frozenset(
    ("win back", "regain", "recover", "restore", "reinstate", "reclaim", "reopen")
)
SECURING = bag("secure land win obtain book")
LOST = bag("lost former previous old lapsed")
RATED = bag("rated graded ranked scored classed certified")
GRADES = bag("a aa aaa b gold silver platinum green preferred approved")


def _events_in(reading: Reading, clause: Clause) -> list[Found]:
    verb = clause.verb
    head = object_head(reading, clause)
    if head is None or _is_modified(reading, clause, head):
        return [head] if head and _is_held(reading, clause, head) else []
    if verb is None:
        return [head] if head.term.event or head.term.deal else []
    base = verb.base.split()[0]
    if (
        _is_regained(reading, clause, head)
        or (base in SECURING and _loosely_counted(reading, head))
        or (base == "pass" and head.term.event)
    ):
        return [head]
    if base in GETTING and not (base == "make" and vague_inside(reading, clause)):
        deals = [f for f in objects(reading, clause) if f.term.deal and reading.ends_noun(f)]
        if deals:
            return deals
    if _is_settled(reading, clause, base):
        return [head]
    chosen = verb_at(reading.tokens, clause.verb_after) if base == "be" else None
    if chosen and is_participle(chosen) and chosen.base in CHOSEN:
        return [Found(NAMELESS, clause.verb_at, clause.verb_after + 1)]
    return _made(reading, clause, head, base) if verb.work else []


def _is_settled(reading: Reading, clause: Clause, base: str) -> bool:
    """Whether it is said so that it is done or not: had done, moved, extended, decided by them."""
    if clause.passive:
        return base in DECIDED | FINISHING
    return (
        (base in HAVING and _done(reading, clause))
        or (base in DECIDED and reading.low_at(clause.verb_at) == f"{base}s")
        or MOVED_ONTO.search(reading.low) is not None
        or _turned_into(reading, clause)
        or (base == "sign" and not vague_inside(reading, clause))
        or _widens(reading, clause, base)
    )


HAVING = bag("have get see")


def _made(reading: Reading, clause: Clause, head: Found, base: str) -> list[Found]:
    """What the work of a clause makes or holds."""
    known = _is_one(reading, head) or _recurs(reading, head) or _to_somebody(reading, clause, base)
    if base in LOOSE_WORK and not known:
        return []
    if _is_held(reading, clause, head):
        return [head]
    if head.term is NAMELESS and _is_somebody(reading, head.after):
        return []
    terms = objects(reading, clause)
    things = [f for f in terms if (f.term.event or f.term.deal) and reading.ends_noun(f)]
    if head.term is NAMELESS:
        return things or [head]
    if head.term.event or head.term.deal:
        return [head]
    if head.term.soft or head.term.buzz or vague_inside(reading, clause):
        return []
    return things or ([head] if residue(reading, clause, names=True) else [])


# What is held happens or not, whatever it is called.
HOLDING = bag("hold host organize run stage hire appoint recruit")


FINISHING = bag("do finish complete")


def _to_somebody(reading: Reading, clause: Clause, base: str) -> bool:
    """Whether it is said who is to meet whom: "introduce our head of sales to their buyer"."""
    return base == "introduce" and any(
        reading.low_at(place) == "to" for place in range(clause.verb_after + 1, clause.after)
    )


def _is_held(reading: Reading, clause: Clause, head: Found) -> bool:
    base = clause.verb.base.split()[0] if clause.verb else ""
    subjective = any(f.term.subjective for f in objects(reading, clause))
    return base in HOLDING and not subjective and _is_one(reading, head)


def _is_somebody(reading: Reading, place: int) -> bool:
    """Whether the noun is somebody of whom only the kind is said: "inactive customers"."""
    found = reading.starting.get(place)
    return found is not None and found.term.party


def _is_regained(reading: Reading, clause: Clause, head: Found) -> bool:
    """Whether something named is to be there again: "win back the Genk depot"."""
    if clause.verb is None or clause.verb.base not in REGAINING or vague_inside(reading, clause):
        return False
    named = residue(reading, clause, names=True)
    return head.term.event or any(reading.low_at(place) not in LOST for place in named)


def _recurs(reading: Reading, head: Found) -> bool:
    """Whether a thing is to be worked on each time: "update the plan every quarter"."""
    return head.term.event and any(time.timing is Timing.RECURRING for time in reading.times)


def _rated(reading: Reading, clause: Clause) -> list[Found]:
    """A grade that somebody gives us: rated A, certified gold."""
    for place in range(clause.first, clause.after - 1):
        if reading.low_at(place) in RATED:
            grade = place + 2 if reading.low_at(place + 1) == "as" else place + 1
            one = reading.low_at(grade) == "a" and not reading.tokens[grade].capital
            if reading.low_at(grade) in GRADES and not one:
                return [Found(NAMELESS, place, grade + 1)]
    return []


def _turned_into(reading: Reading, clause: Clause) -> bool:
    """Whether somebody is to become what we can show: "turn the yard into a reference site"."""
    return any(
        f.term.deal and reading.low_at(f.first - 2) == "into" for f in objects(reading, clause)
    )


def _got_to(reading: Reading, clause: Clause) -> list[Found]:
    """Somebody is to do something definite: "get the mill to extend the licence"."""
    if clause.verb is None or clause.verb.base != "get" or clause.after == len(reading.tokens):
        return []
    behind = reading.clause_of(clause.after)
    verb = behind.verb if reading.low_at(behind.first) == "to" else None
    head = object_head(reading, behind)
    if verb is None or verb.vague or head is None or head.term.soft:
        return []
    return [] if vague_inside(reading, behind) else [head]


# What is agreed is to hold for more: "expand the contract to include leak detection".
WIDENING = bag("expand extend widen broaden amend renew")


def _widens(reading: Reading, clause: Clause, base: str) -> bool:
    agreed = base in WIDENING and any(found.term.deal for found in objects(reading, clause))
    return agreed and any(
        reading.low_at(place) == "to" and reading.low_at(place + 1) in ("include", "cover")
        for place in range(clause.verb_after, len(reading.tokens))
    )


LOOSE_COUNTS = (("a", "couple", "of"), ("couple", "of"), ("a", "handful", "of"), ("handful", "of"))


def _loosely_counted(reading: Reading, head: Found) -> bool:
    """Whether some few of an event are meant, which happens or not: a couple of pilots."""
    return head.term.event and any(
        f.term.words in LOOSE_COUNTS and f.after == head.first for f in reading.terms
    )


def _done(reading: Reading, clause: Clause) -> bool:
    """Whether something is to be had done: "have the grade written into the drawing"."""
    for place in range(clause.verb_after + 1, clause.after):
        verb = verb_at(reading.tokens, place) if reading.tokens[place].is_word else None
        if verb and is_participle(verb) and (verb.work or verb.base in DECIDED):
            return ends_phrase(reading, place + len(verb.words))
    return False


def _is_modified(reading: Reading, clause: Clause, head: Found) -> bool:
    """Whether nobody can say which: regular reviews, innovative solutions, projects faster."""
    return any(
        (f.term.subjective or (f.term.buzz and head.term is NAMELESS))
        and f.term.words not in LOOSE_COUNTS
        and (f.after == head.first or f.first == head.after)
        for f in reading.terms
        if clause.first <= f.first < clause.after
    ) or (head.term.generic and vague_inside(reading, clause))


def _is_one(reading: Reading, found: Found) -> bool:
    for step in range(1, 5):
        before = reading.low_at(found.first - step)
        if before in ("a", "an", "the", "one", "this"):
            return True
        if before in ("our", "its", "their"):
            return found.term is not NAMELESS
        if not before or before in ("to", "for", "with", "of", "on", "at"):
            return False
    return False
