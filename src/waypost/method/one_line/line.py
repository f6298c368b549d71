"""One line as tokens in comma parts: what is taken out of it and what stays text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from waypost.method.one_line.meaning import Found, Meaning, Reading, Span
from waypost.method.words import Words

Shape = TypeVar("Shape")

LIMIT = 10_000  # characters judged, as long as a text may be; a longer line is text
TOKEN = re.compile("(?:[^\\s,]|(?<=[0-9]),(?=[0-9]))+")  # "1,5h" is one token


class State(Enum):
    """What happened to a token: nothing yet, taken out, or it stays text whatever follows."""

    FREE = 0
    CUT = 1
    KEPT = 2


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the line at its place, and as it is compared."""

    start: int
    end: int
    part: int
    folded: str


class Line:
    """A line while it is read. Tokens are counted from 0; ``first`` and ``stop`` are a slice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text)) if len(text) <= LIMIT else []
        self.states = [State.FREE] * len(self.tokens)
        self.questions: dict[Words, None] = {}  # in their order, each once
        self._spans: list[tuple[int, Span]] = []
        self._found: set[Found] = set()
        self._meanings: set[Meaning] = set()

    def words(self, first: int, stop: int) -> str:
        """The words as they were written."""
        return self.text[self.tokens[first].start : self.tokens[stop - 1].end]

    def folded(self, first: int, stop: int) -> tuple[str, ...]:
        return tuple(token.folded for token in self.tokens[first:stop])

    def parts(self) -> list[range]:
        """The tokens between commas, part by part."""
        found: list[range] = []
        for index, token in enumerate(self.tokens):
            if found and token.part == self.tokens[index - 1].part:
                found[-1] = range(found[-1].start, index + 1)
            else:
                found.append(range(index, index + 1))
        return found

    def is_free(self, first: int, stop: int) -> bool:
        """All of the tokens are still to be read, and no comma is between them."""
        return (
            stop <= len(self.tokens)
            and all(state is State.FREE for state in self.states[first:stop])
            and self.tokens[first].part == self.tokens[stop - 1].part
        )

    def has(self, meaning: Meaning) -> bool:
        return not self._meanings.isdisjoint(same(meaning))

    def knows(self, found: Found) -> bool:
        return found in self._found

    def ends_at(self, stop: int) -> bool:
        """No word of the same part stands after the words before ``stop``."""
        after = stop
        while after < len(self.tokens) and self.states[after] is State.CUT:
            after += 1
        return after == len(self.tokens) or self.tokens[after].part != self.tokens[stop - 1].part

    def take(self, first: int, stop: int, reading: Reading, *, cut: bool = True) -> None:
        """The words are understood, or asked about; what is asked about stays text."""
        if isinstance(reading, Found):
            span = Span(reading.meaning, self.words(first, stop), reading.value)
            self._spans.append((self.tokens[first].start, span))
            self._found.add(reading)
            self._meanings.add(reading.meaning)
        else:
            cut = False
            self.questions[reading.question] = None
        self.states[first:stop] = [State.CUT if cut else State.KEPT] * (stop - first)

    def keep(self, index: int) -> None:
        """The token is text, and what stands before it may still be read."""
        self.states[index] = State.KEPT

    def split(self, index: int, length: int) -> None:
        """Two tokens of one, the first ``length`` characters long; one that is no longer stays."""
        whole = self.tokens[index]
        middle = whole.start + length
        if middle == whole.end:
            return
        self.tokens[index : index + 1] = [
            Token(start, end, whole.part, fold(self.text[start:end]))
            for start, end in ((whole.start, middle), (middle, whole.end))
        ]
        self.states.insert(index, State.FREE)

    def value(self, meaning: Meaning, shape: type[Shape]) -> Shape | None:
        """The value understood as ``meaning``, which is always of this type."""
        values = (span.value for _, span in self._spans if span.kind is meaning)
        return next((value for value in values if isinstance(value, shape)), None)

    def values(self, meaning: Meaning) -> tuple[str, ...]:
        """The texts that were understood so, in the order of the line."""
        return tuple(str(span.value) for span in self.understood() if span.kind is meaning)

    def understood(self) -> tuple[Span, ...]:
        return tuple(span for _, span in sorted(self._spans, key=lambda found: found[0]))

    def kept(self) -> str:
        """The line without what was taken out; its own spaces and commas where nothing was."""
        if State.CUT not in self.states:
            return self.text.strip()
        pieces: list[str] = []
        last = None
        for index, token in enumerate(self.tokens):
            if self.states[index] is State.CUT:
                continue
            if last is not None:
                pieces.append(self._between(last, index))
            pieces.append(self.text[token.start : token.end])
            last = index
        return "".join(pieces)

    def _between(self, one: int, other: int) -> str:
        before, after = self.tokens[one], self.tokens[other]
        if other == one + 1:
            return self.text[before.end : after.start]
        return " " if before.part == after.part else ", "


def same(meaning: Meaning) -> tuple[Meaning, ...]:
    """The meanings of which a line has only one: a day or a month, whichever comes first."""
    when = (Meaning.DAY, Meaning.MONTH)
    return when if meaning in when else (meaning,)


def fold(word: str) -> str:
    """The word in small letters without accents."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _tokens(text: str) -> Iterator[Token]:
    part, end = 0, 0
    for match in TOKEN.finditer(text):
        part += "," in text[end : match.start()]
        end = match.end()
        yield Token(match.start(), end, part, fold(match[0]))
