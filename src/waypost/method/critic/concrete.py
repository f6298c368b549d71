"""What a clause is about: its objects, what is vague in them, and the words that name something."""

from waypost.method.critic.lexicon import Term, Whose
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.reading import NOUN_ENDS, STOP_WORDS, Clause, Found, Reading

IMPROVERS = bag(
    "improve better enhance optimize strengthen boost streamline develop refine upgrade"
    " support help leverage foster nurture drive accelerate elevate deepen broaden transform"
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
        if head and (reading.timed[place] or token.low in NOUN_ENDS or not token.low[0].isalnum()):
            return head
        if token.is_word and not reading.timed[place] and _names_something(token.low):
            head = Found(NAMELESS, place, place + 1)
        place += 1
    return head


def _names_something(word: str) -> bool:
    return len(word) > 1 and word not in STOP_WORDS and not word.endswith("ly")


NAMELESS = Term(("…",))


def vague_inside(reading: Reading, clause: Clause) -> bool:
    return any(
        found.term.buzz or found.term.subjective or (found.term.soft and not found.term.whose)
        for found in reading.terms
        if clause.first <= found.first < clause.after
    )


# Words that name something, without any figure, before it is clear what is meant.
ENOUGH = 3


def concrete(reading: Reading) -> bool:
    """Whether somebody who was not there could say what will change, without any figure."""
    main = [clause for clause in reading.clauses if clause.main]
    for clause in main:
        verb = clause.verb
        base = verb.base.split()[0] if verb else ""
        if base in IMPROVERS or vague_inside(reading, clause):
            continue
        metric = any(f.term.whose for f in objects(reading, clause))
        named = sum(
            len(f.term.words)
            for f in objects(reading, clause)
            if f.term.whose is Whose.CUSTOMER and len(f.term.words) > 1
        )
        if len(residue(reading, clause, names=False)) + named >= ENOUGH:
            return True
        if metric and _narrowed(reading, clause):
            return True
    return False


def _narrowed(reading: Reading, clause: Clause) -> bool:
    """Whether a place narrows a standard metric: in Germany."""
    return any(
        reading.tokens[place].capital and reading.low_at(place - 1) == "in"
        for place in range(clause.first + 1, clause.after)
        if not reading.timed[place] and not reading.titled
    )


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
        if token.capital and token.possessive and not names:
            continue
        left.append(place)
    return left
