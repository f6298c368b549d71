"""A goal as the critic reads it: its words, times, verbs and terms, clause by clause."""

from dataclasses import dataclass, field

from waypost.method.critic.dates import TimeSpan, Timing
from waypost.method.critic.lexicon import VERBS, Term, Verb
from waypost.method.critic.text import Span, Token

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
