"""Whether two texts are about the same thing, and two names of the same person."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

SHORTEST_WORD = 3
STEM = 5  # letters that two forms of a word have in common: agreement, agreed
FUZZY_FROM = 6  # letters; in shorter names one letter makes another name
ALIKE = 0.85
WORD = re.compile(r"[^\W_]+")
EVERYDAY = frozenset(
    WORD.findall(
        "about after all also and any are ask before but can could does find for from get give has "
        "have how into its may more much need not now one only our out over send should than that "
        "the their them then there they this until was were what when where which who will with "
        "would you your"
    )
)
FORMS_OF_ADDRESS = frozenset(
    WORD.findall("mr mrs ms miss dr prof professor herr frau madame monsieur sir ing eng dipl phd")
)
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d"})


def plain_letters(text: str) -> str:
    """The text in small letters without accents: Kåre is kare."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def subjects(text: str) -> frozenset[str]:
    """What a text is about: the beginnings of its words, without those that stand everywhere."""
    found = WORD.findall(plain_letters(text))
    return frozenset(
        word[:STEM] for word in found if len(word) >= SHORTEST_WORD and word not in EVERYDAY
    )


def shared(first: frozenset[str], second: frozenset[str]) -> float:
    """How much of the shorter of two texts the other is about as well, from 0 to 1."""
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def same_name(one: str, other: str) -> bool:
    """Whether two names may be those of one person: "Kåre Nilsen" and "K. Nilsen".

    The family names are the same but for a slip; the first names are, or one is short for the
    other. A family name alone names nobody.
    """
    first, second = _names(one), _names(other)
    if len(first) < 2 or len(second) < 2:
        return False
    return _same_in_order(first, second) or sorted(first) == sorted(second)


def initials(name: str) -> str:
    """The first letters of first and family name in the order of the alphabet: all names that can
    be those of one person have the same."""
    parts = _names(name)
    return "".join(sorted((parts[0][0], parts[-1][0]))) if parts else ""


def is_abbreviated(name: str) -> bool:
    """Whether of the first name no more than its first letter is known."""
    return len(_names(name)[0]) == 1 if _names(name) else False


def _same_in_order(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    if not _alike(first[-1], second[-1]):
        return False
    short, long = sorted((first[0], second[0]), key=len)
    return long.startswith(short) if len(short) == 1 else _alike(short, long)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if one[0] != other[0] or min(len(one), len(other)) < FUZZY_FROM:
        return False
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


@lru_cache(maxsize=1024)
def _names(name: str) -> tuple[str, ...]:
    """The parts of a name, the family name last, also of "Nilsen, Kåre"."""
    family, comma, first = plain_letters(name).partition(",")
    ordered = f"{first} {family}" if comma else family
    found = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", ordered)
    return tuple(part for part in found if part not in FORMS_OF_ADDRESS)
