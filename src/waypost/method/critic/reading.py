"""A goal as the critic reads it: its words, times, verbs and terms, clause by clause."""

from dataclasses import dataclass, field

from waypost.method.critic.dates import TimeSpan, Timing, find_times
from waypost.method.critic.lexicon import LEAD_INS, TERMS, VERBS, Term, Verb
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.text import Span, Token, lower, plain, tokenise

SENTENCE_ENDS = frozenset(".;:!?")
DETERMINERS = bag("the a an our their its his her your this that these those my each every")
# What stands before a noun: a word after one of these is no verb.
BEFORE_NOUNS = DETERMINERS | bag(
    "of for in on at with from by per no new all any some more two three four five six better"
)
PURPOSE = bag("that which who so thereby thus because since where")
MEANS = bag("by through via using leveraging with")
ASIDE = bag("while without when once if provided as after before whenever until despite")


@dataclass(slots=True)
class Found:
    """A term of the lexicon in the text: tokens ``first`` to before ``after``."""

    term: Term
    first: int
    after: int


@dataclass(slots=True)
class Clause:
    """A stretch of tokens with one head verb; ``main`` says what is aimed at, not why or how."""

    first: int
    after: int
    main: bool
    verb: Verb | None = None
    verb_at: int = -1
    verb_after: int = -1
    passive: bool = False


@dataclass(slots=True)
class Reading:
    """Everything the verdicts look at."""

    text: str
    low: str
    tokens: list[Token]
    times: list[TimeSpan]
    timed: list[bool]
    terms: list[Found] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    titled: bool = False

    def span(self, first: int, after: int) -> Span:
        """The text of some tokens, as it was written."""
        start, end = self.tokens[first].start, self.tokens[after - 1].end
        return Span(start, end, self.text[start:end])

    def low_at(self, place: int) -> str:
        """The word at a place, empty outside the text."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def clause_of(self, place: int) -> Clause:
        """The clause in which a token stands."""
        return next(clause for clause in self.clauses if place < clause.after)

    def is_name(self, place: int) -> bool:
        """Whether a word is part of a name: a capital after a capital, or in the middle."""
        token = self.tokens[place]
        if self.titled or not token.capital or not token.is_word or place == 0:
            return False
        before = self.tokens[place - 1]
        if (
            before.capital
            and before.is_word
            and place > 1
            and self.low_at(place - 2) not in SENTENCE_ENDS
        ):
            return True
        after = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        return bool(
            after
            and after.capital
            and after.is_word
            and not self.text[token.start : token.end].isupper()
        )

    @property
    def deadlines(self) -> list[TimeSpan]:
        """The pieces of time that say by when, or how often."""
        return [time for time in self.times if time.timing is not Timing.MEASURE]

    @property
    def says_when(self) -> bool:
        return bool(self.deadlines)


def read(text: str) -> Reading:
    """Read a goal. Time grows with the length of the text and with nothing else."""
    written = plain(text)
    low = lower(written)
    tokens = tokenise(written, low)
    times = find_times(low, tokens)
    reading = Reading(text, low, tokens, times, _timed(tokens, times))
    capitals = [token.capital for token in tokens if token.is_word]
    reading.titled = len(capitals) > 2 and sum(capitals) > len(capitals) * 0.7
    reading.clauses = _clauses(reading)
    verbs = {clause.verb_at: clause.verb_after for clause in reading.clauses if clause.verb}
    place = 0
    while place < len(tokens):
        if place in verbs and not reading.clause_of(place).passive:
            place = verbs[place]
            continue
        unread = reading.timed[place] or reading.is_name(place)
        term = None if unread else _phrase_at(TERMS, tokens, place)
        if term is None:
            place += 1
            continue
        reading.terms.append(Found(term, place, place + len(term.words)))
        place += len(term.words)
    return reading


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
        if _stands_at(term.words, tokens, place):
            return term
    return None


def verb_at(tokens: list[Token], place: int) -> Verb | None:
    """The longest verb of the lexicon that begins at a token."""
    for verb in VERBS.get(tokens[place].low, ()):
        if _stands_at(verb.words, tokens, place):
            return verb
    return None


def _stands_at(words: tuple[str, ...], tokens: list[Token], place: int) -> bool:
    if len(words) == 1:
        return True
    if place + len(words) > len(tokens):
        return False
    return all(tokens[place + step].low == word for step, word in enumerate(words))


def _clauses(reading: Reading) -> list[Clause]:
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
    return found


def _clause_end(reading: Reading, first: int) -> int:
    """Where the clause that begins at a token ends: at a stop, a purpose or another verb."""
    tokens = reading.tokens
    place = first + 1
    while place < len(tokens):
        word = tokens[place].low
        if tokens[place - 1].low in SENTENCE_ENDS and tokens[place - 1].end < tokens[place].start:
            return place
        if not reading.timed[place] and place - first > 1 and _opens(reading, word, place):
            return place
        place += 1
    return len(tokens)


def _opens(reading: Reading, word: str, place: int) -> bool:
    """Whether a word begins a new clause: a purpose, a means, an aside or a second verb."""
    following = reading.tokens[place + 1] if place + 1 < len(reading.tokens) else None
    if following is None or not following.is_word:
        return False
    if word == "to":
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


NOUN_GOES_ON = bag(
    "of in at on from by is are was will with per ; , . ) and to under over above below"
    " between within before during until rate rates cost costs time times"
)


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
            clause.passive = place > start and _is_participle(verb)
            return
        place += 1


def _heads(reading: Reading, place: int, start: int, verb: Verb) -> bool:
    word = reading.tokens[place].low
    base = verb.base.split()[0]
    if place == start:
        following = reading.low_at(place + len(verb.words))
        return word != base or following not in ("of", "in", "from", "rate", "between")
    before = reading.low_at(place - 1)
    if before in MODALS:
        return word == base
    if before in ("and", "&", ",", "we", "they", "who"):
        return True
    if before in BEFORE_NOUNS:
        return False
    if _is_participle(verb):
        return True
    third_person = word.endswith("s") and word != base and reading.low_at(place + 1) not in (
        "of", "per", "in", "to", "for", "from", "by", "at", "and", ",", ".", "on", "with", ""
    )  # fmt: skip
    return third_person and reading.low_at(place + 1) in DETERMINERS | COUNTS


MODALS = bag("to will can must should not")
COUNTS = bag("at one two three four five six seven eight nine ten all no more up their our us")


def _is_participle(verb: Verb) -> bool:
    word, base = verb.words[0], verb.base.split()[0]
    return word != base and not word.endswith(("ing", "s"))


ADVERBS = bag("also just always never not only simply better best well more soon")


def _skip_lead_in(reading: Reading, clause: Clause) -> int:
    """Past "and", "we will", dates and commas at the beginning of a clause."""
    place = clause.first
    while place < clause.after:
        if reading.timed[place] or not reading.tokens[place].low[0].isalnum():
            place += 1
            continue
        for words in LEAD_INS.get(reading.tokens[place].low, ()):
            if _stands_at(words, reading.tokens, place):
                place += len(words)
                break
        else:
            word = reading.tokens[place].low
            adverb = (
                word.endswith("ly") and word not in ("supply", "apply", "reply")
            ) or word in ADVERBS
            if not adverb or place + 1 >= clause.after or not verb_at(reading.tokens, place + 1):
                return place
            place += 1
    return place
