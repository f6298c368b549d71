"""The clauses of a goal: what is aimed at, what for and by what means, each with its head verb."""

from waypost.method.critic.lexicon import LEAD_INS, TERMS, Verb
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.lexicon.people import PEOPLE
from waypost.method.critic.reading import (
    SENTENCE_ENDS,
    Clause,
    Reading,
    is_adverb,
    stands_at,
    verb_at,
)

DETERMINERS = bag("the a an our their its his her your this that these those my each every")


# What stands before a noun: a word after one of these is no verb.
BEFORE_NOUNS = DETERMINERS | bag(
    "of for in on at with from by per no new all any some more two three four five six better"
)


PURPOSE = bag("that which who so thereby thus because since where")


NOUN_GOES_ON = bag(
    "of in at on from by is are was will with per ; , . ) and to under over above below"
    " between within before during until rate rates cost costs time times"
)


MODALS = bag("to will can must should not")


AFTER_PARTICIPLES = bag(
    "of in on at to for with from by as within across among before after until into onto"
    " under over and or or , . ; through via during while ) out up off down back the a an all"
    " each every two three four five six our us per when"
)


def ends_phrase(reading: Reading, place: int) -> bool:
    """Whether a participle stands for a verb: nothing that it describes follows."""
    if place >= len(reading.tokens) or reading.timed[place]:
        return True
    word = reading.low_at(place)
    return word in AFTER_PARTICIPLES or word.endswith("ly") or not word[0].isalpha()


BEHIND_METRICS = bag("among across within below under above")
CURRENCIES = frozenset("$€£¥")
GOING = bag("move go shift")
DOERS = frozenset(word for word in PEOPLE if word.endswith("s"))
MOVING = bag("fall rise drop go come climb shrink sink jump")
COUNTS = bag("one two three four five six seven eight nine ten all no more up their our us")


ADVERBS = bag("also just always never not only simply better well soon")


def find_clauses(reading: Reading) -> list[Clause]:
    tokens = reading.tokens
    found = []
    place = 0
    main = True
    while place < len(tokens):
        after = _clause_end(reading, place)
        clause = Clause(place, after, main and _is_main(reading, place))
        _find_head(reading, clause)
        found.append(clause)
        main = reading.low_at(after - 1) in SENTENCE_ENDS or main
        place = after
    _demote_purpose(reading, found)
    return found


OPENERS = bag("to in for at by with from on as")


def _demote_purpose(reading: Reading, clauses: list[Clause]) -> None:
    """A purpose or a place that is named first is no aim: "To cut churn, call each customer"."""
    first = clauses[0] if clauses else None
    if first is None or reading.low_at(first.first) not in OPENERS:
        return
    aimed = any(
        clause.main and clause.verb and reading.low_at(clause.first) == ","
        for clause in clauses[1:]
    )
    if aimed and (first.verb is None or reading.low_at(first.first) == "to"):
        first.main = False


def _clause_end(reading: Reading, first: int) -> int:
    """Where the clause that begins at a token ends: at a stop, a purpose or another verb."""
    tokens = reading.tokens
    place = first + 1
    while place < len(tokens):
        word = tokens[place].low
        if tokens[place - 1].low in SENTENCE_ENDS and tokens[place - 1].end < tokens[place].start:
            return place
        least = 1 if word in ("and", "&") else 2
        if not reading.timed[place] and place - first >= least and _opens(reading, word, place):
            return place
        place += 1
    return len(tokens)


def _opens(reading: Reading, word: str, place: int) -> bool:
    """Whether a word begins a new clause: a purpose, a means, an aside or a second verb."""
    following = reading.tokens[place + 1] if place + 1 < len(reading.tokens) else None
    if following is None or not following.is_word:
        return False
    if word == "to":
        if reading.low[reading.tokens[place].start - 1] == "-":
            return False
        verb = verb_at(reading.tokens, place + 1)
        return (
            verb is not None
            and verb.base.split()[0] == following.low
            and not _is_noun(reading, place + 1)
        )
    if word in ("so", "in") and following.low in ("that", "as", "order"):
        return True
    if word in ("by", "through", "via") and following.low.endswith("ing"):
        return True
    if word in ("and", "&", "then", "plus", "-", "while", "whilst", ","):
        at = place + 2 if following.low in ("to", "then", "also", "and") else place + 1
        if at >= len(reading.tokens):
            return False
        verb = verb_at(reading.tokens, at)
        return verb is not None and not _is_noun(reading, at)
    return word in (
        "which",
        "thereby",
        "enabling",
        "leading",
        "resulting",
        "allowing",
        "whilst",
        "while",
    )


def _is_noun(reading: Reading, place: int) -> bool:
    """Whether a word that could be a verb is a noun here: two nouns in a row, or the last word."""
    verb = verb_at(reading.tokens, place)
    after = place + (len(verb.words) if verb else 1)
    if after >= len(reading.tokens):
        return True
    next_word = reading.tokens[after].low
    return next_word in NOUN_GOES_ON


def _is_main(reading: Reading, first: int) -> bool:
    word, following = reading.low_at(first), reading.low_at(first + 1)
    if first == 0 or reading.low_at(first - 1) in SENTENCE_ENDS:
        return word not in ("so", "in order")
    return word in ("and", "&", "then", "plus", "-", ",") and following not in PURPOSE


def _find_head(reading: Reading, clause: Clause) -> None:
    """Find the head verb of a clause: at its beginning, else the first that is no noun."""
    tokens = reading.tokens
    place = _skip_lead_in(reading, clause)
    start = place
    while place < clause.after:
        token = tokens[place]
        if reading.timed[place] or not token.is_word:
            place += 1
            continue
        verb = verb_at(tokens, place)
        if verb and _heads(reading, place, start, verb):
            clause.verb, clause.verb_at = verb, place
            clause.verb_after = place + len(verb.words)
            clause.passive = place > start and is_participle(verb)
            return
        place += 1


def _heads(reading: Reading, place: int, start: int, verb: Verb) -> bool:
    word = reading.tokens[place].low
    if _in_metric(reading, place, len(verb.words)) or (
        place > start and reading.low[reading.tokens[place].start - 1] == "-"
    ):
        return False
    base = verb.base.split()[0]
    if place == start:
        return _opens_clause(reading, place, verb, base)
    before = reading.low_at(place - 1)
    if word in ("have", "has") and before not in MODALS:
        return True
    if before in MODALS:
        return word == base and not (before == "to" and _is_range(reading, start, place))
    if before in ("and", "&", ",", "we", "they", "who") or (before in DOERS and word == base):
        return True
    if before in BEFORE_NOUNS or (reading.tokens[place - 1].possessive and word[-3:] == "ing"):
        return False
    if is_participle(verb):
        return ends_phrase(reading, place + len(verb.words))
    third_person = word in (f"{base}s", f"{base}es")
    if base in MOVING and third_person:
        return True
    if reading.low_at(place - 2) in BEFORE_NOUNS - DETERMINERS:
        return False
    following = reading.low_at(place + len(verb.words))
    return third_person and (following in DETERMINERS | COUNTS or following[:1].isdigit())


def _is_range(reading: Reading, start: int, place: int) -> bool:
    """Whether "to" tells how far and not what for: "from sales to service"."""
    return any(reading.low_at(at) == "from" for at in range(start, place - 1))


# Before one of these a word that can be a verb says of what: "tender success".
NOUN_BEFORE = bag("of in from rate between per success acceptance accuracy frequency erosion")
SPENT = bag("time times cost costs")


def _opens_clause(reading: Reading, place: int, verb: Verb, base: str) -> bool:
    """Whether the first word of a clause is its verb; a form in -s has nobody who does it."""
    word = reading.tokens[place].low
    if word in (f"{base}s", f"{base}es") or (verb.effort and not verb.change and word != base):
        return word.endswith("ing")
    following = reading.low_at(place + len(verb.words))
    only_work = verb.work and not verb.change
    noun = word == base and following in (NOUN_BEFORE | SPENT if only_work else NOUN_BEFORE)
    behind = reading.low_at(place + 2)
    figure = behind[:1].isdigit() or behind in CURRENCIES
    if following in BEHIND_METRICS and any(
        term.whose and len(term.words) == 1 for term in TERMS.get(word, ())
    ):
        return False
    return not noun or (following == "from" and (base in GOING or figure))


def _in_metric(reading: Reading, place: int, length: int) -> bool:
    """Whether what could be a verb is part of a metric: stock outs, days to close."""
    return any(
        len(term.words) > length + back - (back > 0)
        for back in range(min(place, 2) + 1)
        for term in TERMS.get(reading.low_at(place - back), ())
        if (term.whose or (term.event and not back))
        and stands_at(term.words, reading.tokens, place - back)
    )


def is_participle(verb: Verb) -> bool:
    word, base = verb.words[0], verb.base.split()[0]
    return word != base and not word.endswith(("ing", "s"))


def _skip_lead_in(reading: Reading, clause: Clause) -> int:
    """Past "and", "we will", dates and commas at the beginning of a clause."""
    place = clause.first
    while place < clause.after:
        if reading.timed[place] or not reading.tokens[place].low[0].isalnum():
            place += 1
            continue
        for words in LEAD_INS.get(reading.tokens[place].low, ()):
            if stands_at(words, reading.tokens, place):
                place += len(words)
                break
        else:
            word = reading.tokens[place].low
            adverb = is_adverb(word) or word in ADVERBS
            if not adverb or place + 1 >= clause.after or not verb_at(reading.tokens, place + 1):
                return place
            place += 1
    return place
