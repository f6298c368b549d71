"""From the text of a goal to its words, times, clauses and terms."""

from waypost.method.critic.clauses import find_clauses
from waypost.method.critic.dates import TimeSpan, find_times
from waypost.method.critic.lexicon import TERMS, Term, Whose
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.reading import STOP_WORDS, Found, Reading, stands_at
from waypost.method.critic.text import Token, lower, plain, tokenise
from waypost.method.critic.timing import Timing


def read(text: str) -> Reading:
    """Read a goal. Time grows with the length of the text and with nothing else."""
    written = plain(text)
    low = lower(written)
    tokens = tokenise(written, low)
    times = find_times(low, tokens)
    reading = Reading(text, low, tokens, times, _timed(tokens, times))
    capitals = [token.capital for token in tokens if token.is_word]
    reading.titled = len(capitals) > 2 and sum(capitals) > len(capitals) * 0.7
    reading.clauses = find_clauses(reading)
    for clause in reading.clauses:
        reading.clause_at += [clause] * (clause.after - clause.first)
    verbs = {clause.verb_at: clause.verb_after for clause in reading.clauses if clause.verb}
    place = 0
    while place < len(tokens):
        if place in verbs and not reading.clause_of(place).passive:
            place = verbs[place]
            continue
        unread = reading.timed[place] or reading.is_name(place)
        term = (
            None
            if unread
            else _duration(reading, place)
            or _loss(reading, place)
            or _phrase_at(TERMS, tokens, place)
        )
        if term is None:
            place += 1
            continue
        after = place + len(term.words)
        if term.words == ON_TIME and _names_work(reading, after):
            after += 1
        found = Found(term, place, after)
        reading.terms.append(found)
        reading.starting[place] = found
        place = after
    return reading


# What is done "on time" is told by its name behind it: on-time arrival.
ON_TIME = ("on", "time")


def _names_work(reading: Reading, place: int) -> bool:
    word = reading.low_at(place)
    return word[:1].isalpha() and word not in STOP_WORDS and not reading.timed[place]


# How long something of theirs takes, whatever it is: "ironing time", "dough resting times".
TAKES = Term(("time",), whose=Whose.EITHER)
# What the customer has too much or too little of, whatever it is: "trim losses".
LACKS = Term(("loss",), whose=Whose.CUSTOMER)
NO_LACK = bag(
    "customer client account logo order tender bid contract market share profit revenue sales job"
    " net our tax"
)
NO_DURATION = bag(
    "real prime spare record full part half long short lead sales selling run down over good right"
    " best bad hard big face break air show free quality peak arrival departure opening closing"
)


def _loss(reading: Reading, place: int) -> Term | None:
    """The last word of a noun that says what is lost, when that is no business of ours."""
    before = reading.low_at(place - 1)
    if (
        reading.low_at(place) not in ("loss", "losses")
        or not before[:1].isalpha()
        or before in STOP_WORDS | NO_LACK
    ):
        return None
    return LACKS


def _duration(reading: Reading, place: int) -> Term | None:
    """The last word of a noun that says how long something takes."""
    before = reading.low_at(place - 1)
    if (
        reading.low_at(place) not in ("time", "times")
        or not before[:1].isalpha()
        or before in STOP_WORDS | NO_DURATION
        or reading.timed[place - 1]
        or reading.clause_of(place).verb_after == place
        or reading.tokens[place - 1].possessive
    ):
        return None
    return TAKES


def _timed(tokens: list[Token], times: list[TimeSpan]) -> list[bool]:
    """Which tokens belong to a time; those of a service level stay figures."""
    timed = [False] * len(tokens)
    spans = iter(times)
    current = next(spans, None)
    for place, token in enumerate(tokens):
        while current and token.start >= current.end:
            current = next(spans, None)
        if current and token.start >= current.start:
            timed[place] = current.timing is not Timing.MEASURE
    return timed


def _phrase_at(table: dict[str, list[Term]], tokens: list[Token], place: int) -> Term | None:
    for term in table.get(tokens[place].low, ()):
        if stands_at(term.words, tokens, place):
            return term
    return None
