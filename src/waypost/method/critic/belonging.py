"""Whether what a goal names belongs to the customer or to us, by the words beside it (CRI-4)."""

from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.lexicon.people import BODIES, NOT_THEIRS, PEOPLE
from waypost.method.critic.reading import NOUN_ENDS, STOP_WORDS, Clause, Found, Reading, is_adverb

OURS = bag("our we us my i ourselves")
THEIRS = bag("their they them its")
SIDE = PEOPLE | bag("customer customers client clients account's buyer buyers")
SERVED_BY_NAME = ("the customer", "the client", "our customers", "our clients", "their")
AFTER_SALES = bag("of for")
AFTER_COSTS = bag("of for at in across on")


def is_theirs(reading: Reading, place: int) -> bool:
    """Whether something is said to be somebody else's: the retailer's, Castell's, their."""
    token = reading.tokens[place]
    return token.low in THEIRS or (token.possessive and token.low not in NOT_THEIRS | OURS)


# Of our own people who are called by their work alone.
OUR_STAFF = OURS | bag(
    "rep reps team teams manager managers engineer engineers architect consultant"
)


# Who does something is named at most so many words before the verb.
SUBJECT = 12


def does_itself(reading: Reading, clause: Clause) -> bool:
    """Whether somebody on their side does the work of a clause: handlers close 30 files a day."""
    subject = range(max(clause.first, clause.verb_at - SUBJECT), clause.verb_at)
    if clause.passive:
        by = reading.low_at(clause.verb_after) == "by"
        subject = range(
            clause.verb_after + 1, min(clause.after, clause.verb_after + 5) if by else 0
        )
    if any(reading.low_at(place) in OURS for place in subject):
        return False
    for place in subject:  # the manager of the mill is not ours, who is only "manager" is
        if reading.low_at(place) in OUR_STAFF:
            return False
        if reading.low_at(place) in PEOPLE | BODIES or is_theirs(reading, place):
            return True
    return False


def is_ours(reading: Reading, found: Found) -> bool:
    """Whether "our" stands close to a metric."""
    clause = reading.clause_of(found.first)
    near = range(max(clause.first, found.first - 4), min(clause.after, found.after + 4))
    return any(reading.low_at(place) in OURS for place in near)


def is_served(reading: Reading) -> bool:
    """Whether it is said to be for the customer."""
    served = (f"{way} {who}" for way in ("for", "to") for who in SERVED_BY_NAME)
    return any(words in reading.low for words in served) or any(
        reading.low_at(place) == "for"
        and reading.low_at(place + 1) == "the"
        and reading.low_at(place + 2) in PEOPLE | BODIES
        for place in range(len(reading.tokens))
    )


def customer_owns(reading: Reading, first: int, after: int) -> bool:
    """Whether between two places stands: the customer's, Castell's, their, for the client."""
    for place in range(first, min(after, len(reading.tokens))):
        token = reading.tokens[place]
        if token.low in OURS and place < after - 1 and first:
            return False
        if is_theirs(reading, place):
            return True
    return False


def owned_after(reading: Reading, found: Found, after: int, behind: frozenset[str]) -> bool:
    """Whether behind the metric stands whose it is: awareness of the client's brand."""
    for place in range(found.after, min(after, found.after + 4)):
        if reading.low_at(place) in behind:
            return any(
                is_theirs(reading, at) or _is_somebody(reading, at)
                for at in range(place + 1, min(after, place + 4))
            )
    return False


def _is_somebody(reading: Reading, place: int) -> bool:
    """Whether a word is of the customer's people or what it is, and not the lab in "lab coats"."""
    if reading.low_at(place) not in PEOPLE | BODIES:
        return False
    following = reading.low_at(place + 1)
    return (
        not following[:1].isalpha()
        or following in NOUN_ENDS | STOP_WORDS
        or following in PEOPLE | BODIES
        or reading.timed[place + 1]
        or is_adverb(following)
    )


def named_after(reading: Reading, found: Found, after: int) -> bool:
    """Whether a name stands behind the metric: inventory for Tamsin."""
    for place in range(found.after, min(after, found.after + 4)):
        if reading.low_at(place) in ("at", "for", "of", "in"):
            following = reading.tokens[place + 1] if place + 1 < len(reading.tokens) else None
            if (
                following
                and not reading.timed[place + 1]
                and (
                    following.capital
                    or (following.low == "the" and can_own(reading, place + 2))
                    or following.low in THEIRS
                )
            ):
                return True
    return False


def can_own(reading: Reading, place: int) -> bool:
    """Whether a word can be what the customer is or has: for the laundry, at the rink."""
    word = reading.low_at(place)
    return word[:1].isalpha() and word not in NOT_THEIRS | OURS and not reading.timed[place]
