"""A goal as the critic reads it: its words, times, verbs and terms, clause by clause."""

from dataclasses import dataclass, field

from waypost.method.critic.dates import TimeSpan
from waypost.method.critic.lexicon import VERBS, Term, Verb
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.text import Span, Token
from waypost.method.critic.timing import Timing

STOP_WORDS = bag(
    "a an the and or of in on at to for with from by as than then that this these those it"
    " its is are was were be been being will would can could should must may might not no our"
    " we us they them their his her he she you your i my me who which what when where how if"
    " while so such into onto out up down off over under above below between among across"
    " through per via about around after before during within without against along also only"
    " just very too more most less least much many few each every all any some both either"
    " other others own same new old first last next current existing top level new end"
    " together there here again back own whole overall total average one two three four five"
    " six seven eight nine ten customer's client's do does doing done have has having get"
    " getting make making s t re ve ll us both well like least least towards toward upon"
    " throughout because than whether it's let even ever never always still yet rather quite"
    " another anything nothing k m bn eur usd gbp euro euros dollars pounds percent cent pct"
    " pp wherever whenever year years month months week weeks day days hour hours minute"
    " minutes time times ourselves themselves itself yourself home being used using based name"
    " names known side regard regards terms order addition part particular general sure way"
    " able"
)
# What ends the words that belong to one noun.
NOUN_ENDS = bag(
    "of in on at to for with from by as than and or that which who so per via within across"
    " among between before after until through into onto under over above below during while"
    " when if plus about around is are was were be will up out down without against along"
    " using towards have has get gets w"
)
# A noun is over before these: tickets older than ten days.
BEHIND_NOUNS = bag(
    "older newer longer shorter later earlier larger smaller due outstanding worth"
    " faster better quicker sooner"
)
# What says how a metric is counted, and leaves it what it is: the bill for demurrage.
MEASURES = bag("bill bills charge charges rate rates level levels figure figures total totals")
HOW_FAR = bag("to by below under above from")
SENTENCE_ENDS = frozenset(".;:!?")


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
    starting: dict[int, Found] = field(default_factory=dict)
    clause_at: list[Clause] = field(default_factory=list)

    def span(self, first: int, after: int) -> Span:
        """The text of some tokens, as it was written."""
        start, end = self.tokens[first].start, self.tokens[after - 1].end
        return Span(start, end, self.text[start:end])

    def low_at(self, place: int) -> str:
        """The word at a place, empty outside the text."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def clause_of(self, place: int) -> Clause:
        """The clause in which a token stands."""
        return self.clause_at[place]

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

    def ends_noun(self, found: Found) -> bool:
        """Whether no other noun follows that says what it is: not "renewal" in "renewal talks"."""
        if found.after >= len(self.tokens) or self.timed[found.after]:
            return True
        following = self.tokens[found.after]
        word = following.low
        if not following.is_word or self.clause_of(found.after).verb_at == found.after:
            return True
        if is_adverb(word) or self._moves(found.after) or word in MEASURES:
            return True
        return word in NOUN_ENDS or word in STOP_WORDS or word in BEHIND_NOUNS

    def _moves(self, place: int) -> bool:
        """Whether a verb says how far the noun before it goes: "sales reach 200k"."""
        following = self.low_at(place + 1)
        far = following in HOW_FAR or following[:1].isdigit()
        return far and verb_at(self.tokens, place) is not None

    @property
    def deadlines(self) -> list[TimeSpan]:
        """The pieces of time that say by when, or how often."""
        return [time for time in self.times if time.timing is not Timing.MEASURE]

    @property
    def says_when(self) -> bool:
        return bool(self.deadlines)


# These end like an adverb and are none.
NOT_ADVERBS = bag(
    "supply apply reply assembly family monopoly anomaly ally rally fly july italy multiply comply"
    " imply rely"
)


def is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in NOT_ADVERBS


def verb_at(tokens: list[Token], place: int) -> Verb | None:
    """The longest verb of the lexicon that begins at a token."""
    for verb in VERBS.get(tokens[place].low, ()):
        if stands_at(verb.words, tokens, place):
            return verb
    return None


def stands_at(words: tuple[str, ...], tokens: list[Token], place: int) -> bool:
    if len(words) == 1:
        return True
    if place + len(words) > len(tokens):
        return False
    return all(tokens[place + step].low == word for step, word in enumerate(words))
