"""A text as the critic reads it: one case, one kind of space, dash and quote, nothing moved.

Whatever is replaced is replaced by one character, so that a place in what is read is the same place
in what was written, and every span is a verbatim piece of it.
"""

import re
from dataclasses import dataclass

# As much as a text of a plan can hold; what is written beyond it is not read.
LIMIT = 10_000

SPACES = dict.fromkeys(
    [
        *(*range(0x09, 0x0E), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029),
        *(0x202F, 0x205F, 0x3000, 0x2022, 0x25CF, 0x25AA),
    ],
    " ",
)
DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D), "-")
QUOTES = dict.fromkeys((0x2018, 0x2019, 0x201B, 0x02BC, 0x2032, 0x60, 0xB4), "'")
DIGITS = {first + digit: str(digit) for first in (0x660, 0x6F0, 0xFF10) for digit in range(10)}
PLAIN = {**SPACES, **DASHES, **QUOTES, **DIGITS, 0xFF05: "%", 0xFE6A: "%"}

# Accents of their own and invisible joiners stand inside words.
TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*|[^\W\d_][\w\u0300-\u036f\u00ad\u200b-\u200d]*|'s\b|'|[^\w\s]|_+", re.UNICODE
)
INVISIBLE = re.compile("[\u00ad\u200b-\u200d]")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text as it was written, and where it begins and ends."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Token:
    """A word in lower case, a number or a sign, with its place in the text."""

    low: str
    start: int
    end: int
    capital: bool
    possessive: bool = False

    @property
    def is_word(self) -> bool:
        return self.low[0].isalpha()


def plain(text: str) -> str:
    """The text with one kind of space, dash and quote, each character in its place."""
    return text[:LIMIT].translate(PLAIN)


def lower(text: str) -> str:
    """The text in lower case, each character in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := one.lower()) == 1 else one for one in text)


def tokenise(written: str, low: str) -> list[Token]:
    """The words, numbers and signs of a text; hyphens part words, `'s` marks a possessive."""
    tokens: list[Token] = []
    for match in TOKEN.finditer(low):
        start, end = match.span()
        word = match[0]
        if word in ("'s", "'"):
            if tokens and tokens[-1].end == start:
                tokens[-1].possessive = word == "'s" or tokens[-1].low.endswith("s")
            continue
        if word == "-" and _joins_words(tokens, low, start, end):
            continue
        if not word.isascii():
            word = INVISIBLE.sub("", word)
            if not word:
                continue
        tokens.append(Token(word, start, end, written[start].isupper()))
    return tokens


def _joins_words(tokens: list[Token], low: str, start: int, end: int) -> bool:
    return bool(tokens) and tokens[-1].end == start and low[end : end + 1].isalpha()
