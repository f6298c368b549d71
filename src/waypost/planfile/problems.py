"""What a person is told about a plan file that cannot be read: where, and what to do about it."""

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass

PROBLEM_LIMIT = 50

# Controls other than tab and line ends, halves of surrogate pairs, and two that are no characters:
# databases, XML and terminals refuse or misread them.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What turns the direction of the text after it: with these a name can look like another. Letters
# that are written from right to left need none of them.
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")

_QUOTED = 40
_COMPARED = 1_000  # comparing with more names than this takes longer than the hint is worth


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, at a line and column counted from 1, and at a path in the plan."""

    line: int | None
    column: int | None
    path: str
    message: str

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        place = ", ".join(filter(None, (line, self.path)))
        return f"{place}: {self.message}" if place else self.message


class PlanFileError(Exception):
    """The file cannot be read as a plan; ``problems`` holds at most 50, in the order of lines."""

    def __init__(self, problems: tuple[Problem, ...], *, name: str = "plan") -> None:
        super().__init__(problems)
        self.problems = problems
        self.name = name

    def __str__(self) -> str:
        return "\n".join(f"{self.name}: {problem}" for problem in self.problems)


class Refused(Exception):  # noqa: N818 - says what happened to the value; never leaves planfile
    """A value that its field cannot hold; the text of the error is the message of the problem."""


class Problems:
    """Collects problems; stops the reading with a PlanFileError when there are enough."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._found: list[Problem] = []

    def add(self, line: int | None, column: int | None, path: str, message: str) -> None:
        """Note one problem; the fiftieth ends the reading."""
        self._found.append(Problem(line, column, path, message))
        if len(self._found) == PROBLEM_LIMIT:
            self.raise_if_any()

    def stop(self, line: int | None, column: int | None, path: str, message: str) -> PlanFileError:
        """The error for a problem after which nothing else can be said."""
        return PlanFileError((Problem(line, column, path, message),), name=self._name)

    def raise_if_any(self) -> None:
        """Raise PlanFileError when anything was found, sorted by line."""
        if self._found:
            found = sorted(
                self._found, key=lambda problem: (problem.line or 0, problem.column or 0)
            )
            raise PlanFileError(tuple(found), name=self._name)


def quoted(text: str) -> str:
    """The beginning of a text of the file in quotation marks, on one line, safe to print."""
    line = " ".join(REORDERING.sub("�", UNSTORABLE.sub("�", text[: 4 * _QUOTED])).split())
    return f"“{line}”" if len(line) <= _QUOTED else f"“{line[:_QUOTED]}…”"


def unstorable(character: str) -> str:
    """What to do about a character that cannot be stored."""
    return f"Remove the character U+{ord(character):04X}: it cannot be stored."


def reordering(character: str) -> str:
    """What to do about a character that makes one line look like another."""
    return f"Remove the character U+{ord(character):04X}: with it a name can look like another."


def listed(words: Collection[str], conjunction: str) -> str:
    """``a, b or c``"""
    *first, last = words
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def nearest(text: str, names: Collection[str]) -> str | None:
    """The one of ``names`` that looks most like ``text``, if any does."""
    if len(text) > _QUOTED or len(names) > _COMPARED:
        return None
    found = difflib.get_close_matches(text, names, n=1, cutoff=0.5)
    return found[0] if found else None
