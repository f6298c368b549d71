"""Sentences with their values apart, so that a page can translate the one and format the others."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Value = str | int | date | Decimal


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in plain English with ``%(name)s`` places, and the values that stand in them.

    ``str()`` gives the English sentence. A page translates ``text`` and formats ``values`` its own
    way. Equal words are about equal facts.
    """

    text: str
    values: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return self.text % {name: plain(value) for name, value in self.values}


def words(text: str, /, **values: Value) -> Words:
    """The sentence ``text`` about ``values``."""
    return Words(text, tuple(values.items()))


def gettext_noop(text: str) -> str:
    """The text itself; the name makes it known to whoever collects texts for translation."""
    return text


def plain(value: Value) -> str:
    """A value in plain English: 8 Dec 2026, 3.4, or the text itself."""
    if isinstance(value, date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)
