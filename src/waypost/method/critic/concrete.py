"""What a clause is about: its objects, what is vague in them, and the words that name something."""

from waypost.method.critic.lexicon import Term, Whose
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.reading import (
    NOUN_ENDS,
    SENTENCE_ENDS,
    STOP_WORDS,
    Clause,
    Found,
    Reading,
    is_adverb,
)

IMPROVERS = bag(
    "improve better enhance optimize strengthen boost streamline develop refine upgrade"
    " leverage foster nurture drive accelerate elevate deepen broaden transform"
    " modernize address understand manage simplify maximize minimize ensure position"
    " reposition"
)


def objects(reading: Reading, clause: Clause) -> list[Found]:
    """The terms behind the verb of a clause; in the passive those before it."""
    if clause.passive:
        inside = (clause.first, clause.verb_at)
    else:
        inside = (clause.verb_after if clause.verb else clause.first, clause.after)
    return [found for found in reading.terms if inside[0] <= found.first < inside[1]]


def object_head(reading: Reading, clause: Clause) -> Found | None:
    """The noun that the verb of a clause is about, or that begins a clause without a verb.

    A noun that is in no list is found as well, as a thing without a name here.
    """
    if clause.passive or clause.verb is None:
        place, after = clause.first, clause.verb_at if clause.passive else clause.after
    else:
        place, after = clause.verb_after, clause.after
        if clause.verb.base in GIVING:
            words = [reading.low_at(at) for at in range(place, min(after, place + PHRASE))]
            place += words.index("with") + 1 if "with" in words else 0
    inside = {f.first: f for f in reading.terms if place <= f.first < after}
    head = None
    while place < after:
        found = inside.get(place)
        if found:
            if not found.term.subjective and not found.term.party:
                head = found
            place = found.after
            continue
        token = reading.tokens[place]
        if head and reading.low_at(head.after - 1) in AMOUNTS and token.low == "of":
            head, place = None, place + 1
            continue
        if head and (reading.timed[place] or token.low in NOUN_ENDS or not token.low[0].isalnum()):
            return head
        if token.is_word and not reading.timed[place] and _names_something(token.low):
            head = Found(NAMELESS, place, place + 1)
        place += 1
    return head


# Behind "of" stands what these are an amount of.
AMOUNTS = bag("number amount frequency count")
# These take first who gets something: "provide the nurses with a manual".
GIVING = bag("provide supply equip furnish serve")


def _names_something(word: str) -> bool:
    return len(word) > 1 and word not in STOP_WORDS and not is_adverb(word)


NAMELESS = Term(("…",))


def vague_inside(reading: Reading, clause: Clause) -> bool:
    return any(
        found.term.buzz or found.term.subjective or (found.term.soft and not found.term.whose)
        for found in reading.terms
        if clause.first <= found.first < clause.after
    )


HELPING = bag("help support assist enable")
# Words that name something, without any figure, before it is clear what is meant.
ENOUGH = 3


def concrete(reading: Reading) -> bool:
    """Whether somebody who was not there could say what will change, without any figure."""
    main = [clause for clause in reading.clauses if clause.main]
    for clause in main:
        if _narrowed(reading, clause) or _moves_into(reading, clause):
            return True
        verb = clause.verb
        base = verb.base.split()[0] if verb else ""
        if base in IMPROVERS or vague_inside(reading, clause):
            continue
        named = sum(
            len(f.term.words)
            for f in objects(reading, clause)
            if f.term.whose is Whose.CUSTOMER and len(f.term.words) > 1
        )
        left = len(residue(reading, clause, names=False))
        if base in HELPING:
            made = any(
                (f.term.event or f.term.deal) and not f.term.generic
                for f in objects(reading, clause)
            )
            if left > ENOUGH or (made and left):
                return True
        elif left + named >= ENOUGH:
            return True
    return False


# Behind these stands which part of a metric is meant.
WHICH = bag("per of for in at among from to within on across because due between during with")
PHRASE_ENDS = bag("by through so while which who")
COMPARED = bag(
    "faster quicker shorter longer cheaper lighter earlier later fewer cleaner safer quieter"
    " cooler warmer lower higher slower less more"
)


HOW_MANY = bag("more less fewer higher lower")


def _narrowed(reading: Reading, clause: Clause) -> bool:
    """Whether words behind a metric say which part of it: churn in the dental segment."""
    compared = says_aspect(reading, clause)
    for found in reading.terms:
        term = found.term
        if not clause.first <= found.first < clause.after or term.soft or _general(term):
            aspect = compared and term.event and clause.first <= found.first < clause.after
            if not aspect:
                continue
        elif not (term.whose or term.deal):
            continue
        if reading.low_at(found.after) in WHICH and _says_which(reading, clause, found.after):
            return True
    first = reading.low_at(clause.first)
    if clause.verb is None and first in COMPARED and clause.first + 2 < clause.after:
        named = clause.first + 1 in residue(reading, clause, names=True)
        behind = range(clause.first + 2, min(clause.after, clause.first + 2 + NEAR))
        place = next((at for at in behind if reading.low_at(at) in WHICH), None)
        return named and place is not None and _says_which(reading, clause, place)
    return False


def _general(term: Term) -> bool:
    return term.generic and term.whose is not Whose.SERVICE


def says_aspect(reading: Reading, clause: Clause, *, how_many: bool = True) -> bool:
    """Whether a clause says in which way something is to change: faster, cheaper, fewer."""
    said = COMPARED if how_many else COMPARED - HOW_MANY
    return any(reading.low_at(place) in said for place in range(clause.first, clause.after))


def _moves_into(reading: Reading, clause: Clause) -> bool:
    """Whether it says into which part of the customer we are to grow."""
    after = clause.verb_after
    if clause.verb and clause.verb.base == "penetrate":
        return _says_which(reading, clause, clause.verb_at)
    if clause.verb is None or clause.verb.base.split()[0] not in (
        "expand",
        "move",
        "grow",
        "break",
    ):
        return False
    return any(
        reading.low_at(place) in ("into", "to") and _says_which(reading, clause, place)
        for place in range(after - 1, min(clause.after, after + 3))
    )


def _says_nothing(term: Term) -> bool:
    return term.party or term.generic or term.soft or term.buzz or term.subjective


# No phrase that says which is longer than so many words.
PHRASE = 20
# So far behind "fewer stops" stands at most of which.
NEAR = 4


def _says_which(reading: Reading, clause: Clause, preposition: int) -> bool:
    """Whether a phrase names a product, a site, a region or a segment, not only somebody."""
    past = preposition
    for place in range(preposition + 1, min(clause.after, preposition + PHRASE)):
        found = reading.starting.get(place)
        if found and _says_nothing(found.term):
            past = found.after
        if place < past:
            continue
        token = reading.tokens[place]
        if token.low in PHRASE_ENDS or token.low in SENTENCE_ENDS:
            return False
        if reading.timed[place] or not token.is_word:
            continue
        if not _names_something(token.low) or token.possessive:
            continue
        before = reading.low_at(place - 1)
        if token.capital and not reading.titled:
            owner = reading.tokens[place - 1].possessive
            if not owner and before not in ("in", "the") and not reading.is_name(place):
                continue
            if before in ("for", "at", "with") or (not owner and before not in ("in", "the")):
                continue
        return True
    return False


def residue(reading: Reading, clause: Clause, *, names: bool) -> list[int]:
    """The words of a clause that are in no list; the customer's name says nothing by itself."""
    covered = {
        place
        for found in reading.terms
        if clause.first <= found.first < clause.after and not found.term.event
        for place in range(found.first, found.after)
    }
    if clause.verb:
        covered |= set(range(clause.verb_at, clause.verb_after))
    left = []
    for place in range(clause.first, clause.after):
        token = reading.tokens[place]
        if place in covered or reading.timed[place] or not token.is_word:
            continue
        if not _names_something(token.low):
            continue
        if token.capital and place > clause.first and not names and not reading.titled:
            continue
        if token.possessive and not names:
            continue
        left.append(place)
    return left
