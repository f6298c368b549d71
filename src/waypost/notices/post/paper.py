"""What a letter is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from waypost.ui.calendar import Method


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One thing; ``facts`` are what else there is to know of it."""

    text: str
    url: str = ""
    facts: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What calendar programs read in a mail: a file, and what they are to do with it."""

    method: Method
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A mail without its envelope; its addresses are whole ones. ``page`` is where it leads,
    ``told`` what the outbox remembers of it."""

    subject: str
    sections: Sequence[Section]
    page: str
    page_words: str
    lede: str = ""
    entry: Entry | None = None
    told: str = ""


def absolute(path: str) -> str:
    return f"{settings.BASE_URL.geturl()}{path}"


def said(*words: str) -> list[str]:
    return [word for word in words if word]
