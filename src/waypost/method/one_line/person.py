"""Somebody at the customer in one line: "Mette Dahl, buyer, reports to Jonas; met 12 Nov" (DMG-1).

Parts are separated by commas and semicolons. The first is the name; what a part begins with says
what it is. What is not understood is part of the title, and in a note on a meeting with somebody
who is here already it is part of what that was about.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from waypost.method.one_line import english, names
from waypost.method.one_line.days import LONGEST, read_when
from waypost.method.one_line.line import LIMIT, fold
from waypost.method.one_line.meaning import Asked, Meaning, Someone, Unclear
from waypost.method.one_line.names import Directory
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _

PARTS = re.compile(r"[,;\n]|:(?=\s)")
HIGHEST, LOWEST = 1, 20
LONGEST_NAME = 5  # words
NEARLY_A_YEAR = timedelta(days=364)


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonLine:
    """What a line says about a person; ``code`` is the id of one who is known already.

    ``location``, ``reports_to`` and ``known_by`` are ids. ``questions`` are asked once.
    """

    name: str = ""
    code: str | None = None
    title: str = ""
    location: str | None = None
    level: int | None = None
    reports_to: str | None = None
    last_contact: date | None = None
    last_contact_about: str = ""
    next_contact: date | None = None
    next_contact_about: str = ""
    wants: str = ""
    known_by: tuple[str, ...] = ()
    questions: tuple[Words, ...] = ()


def read_person(
    line: str, *, today: date, people: Sequence[Someone], places: Sequence[tuple[str, str]]
) -> PersonLine:
    """The person that one line is about; never raises.

    ``people`` is everybody of us and at the customer, ``places`` the id and name of each site.
    """
    first, *rest = [part.strip() for part in PARTS.split(line)] if len(line) <= LIMIT else [line]
    reader = _Reader(today, people, places)
    reader.read_name(first)
    for part in rest:
        if part:
            reader.read(part)
    reader.settle()
    return reader.found


class _Reader:
    def __init__(
        self, today: date, people: Sequence[Someone], places: Sequence[tuple[str, str]]
    ) -> None:
        self.found = PersonLine()
        self.today = today
        self.ours = Directory([one for one in people if one.ours])
        self.theirs = Directory([one for one in people if not one.ours])
        self.names = {one.code: one.name for one in people}
        self.places = places

    def read_name(self, part: str) -> None:
        """A name that somebody here has is theirs: the line is a note about that person."""
        if self._meeting(_after(part, english.MET)):
            return
        code = self._one_of(self.theirs, part, asks=True)
        self._keep(code=code, name=self.names[code] if code else part)

    def _meeting(self, rest: str) -> bool:
        """Marit yesterday about the trial: whom one met, when, and what it was about."""
        day, said = _day_in(rest, self.today, past=True)
        written = said.split()
        for length in range(min(len(written), LONGEST_NAME), 0, -1):
            code = self._one_of(self.theirs, " ".join(written[:length]), asks=False)
            if day and code:
                about = " ".join(written[length:])
                name = self.names[code]
                self._keep(code=code, name=name, last_contact=day, last_contact_about=about)
                return True
        return False

    def settle(self) -> None:
        """A meeting gives nobody who is here already another title."""
        found = self.found
        if found.code and found.last_contact and found.title:
            about = ", ".join(text for text in (found.last_contact_about, found.title) if text)
            self._keep(title="", last_contact_about=about)

    def read(self, part: str) -> None:
        for leads, read in (
            (english.REPORTS_TO, self._superior),
            (english.KNOWN_BY, self._known_by),
            (english.MET, self._met),
            (english.NEXT_TIME, self._next),
            (english.WANTS, self._wants),
            (english.LEVEL, self._level),
        ):
            rest = _after(part, leads)
            if rest and read(rest):
                return
        if not self._place(part):
            self._title(part)

    def _superior(self, rest: str) -> bool:
        code = self._one_of(self.theirs, rest, asks=True)
        if code is None and not self.found.questions:
            self._ask(names.nobody(rest).question)
        self._keep(reports_to=code)
        return True

    def _known_by(self, rest: str) -> bool:
        code = self._one_of(self.ours, rest, asks=True)
        if code is None:
            return False
        self._keep(known_by=(*self.found.known_by, code))
        return True

    def _met(self, rest: str) -> bool:
        """A day up to today, and what it was about."""
        day, about = _day_in(rest, self.today, past=True)
        self._keep(last_contact=day, last_contact_about=about)
        if day is None:
            self._ask(words(_("When was that? Name a day up to today.")))
        return True

    def _next(self, rest: str) -> bool:
        day, about = _day_in(rest, self.today, past=False)
        if day is None:
            return False
        self._keep(next_contact=day, next_contact_about=about)
        return True

    def _wants(self, rest: str) -> bool:
        self._keep(wants=rest)
        return True

    def _level(self, rest: str) -> bool:
        if not rest.isdecimal() or not HIGHEST <= int(rest[:3]) <= LOWEST:
            return False
        self._keep(level=int(rest))
        return True

    def _place(self, part: str) -> bool:
        """The whole name of a site, or a word of the name of one alone."""
        said = fold(part)
        whole = [code for code, name in self.places if fold(name) == said]
        parts = [code for code, name in self.places if said in fold(name).split()]
        for found in (whole, parts):
            if len(found) == 1 and self.found.location is None:
                self._keep(location=found[0])
                return True
        return False

    def _title(self, part: str) -> None:
        self._keep(title=f"{self.found.title}, {part}" if self.found.title else part)

    def _one_of(self, directory: Directory, written: str, *, asks: bool) -> str | None:
        people = directory.named(tuple(fold(word) for word in written.split())) if written else []
        reading = names.which(written, people, Meaning.ABOUT)
        if isinstance(reading, Asked) and asks:
            self._ask(reading.question)
        return people[0].code if len(people) == 1 else None

    def _ask(self, question: Words) -> None:
        self._keep(questions=(*self.found.questions, question))

    def _keep(self, **said: Any) -> None:
        self.found = replace(self.found, **said)


def _after(part: str, leads: frozenset[tuple[str, ...]]) -> str:
    """What follows one of these beginnings; empty where the part begins with none of them."""
    written = part.split()
    folded = tuple(fold(word) for word in written)
    for length in (3, 2, 1):
        if folded[:length] in leads:
            return " ".join(written[length:])
    return ""


def _day_in(rest: str, today: date, *, past: bool) -> tuple[date | None, str]:
    """The first day that the words name, and the words without it."""
    written = rest.split()
    for first, last in _slices(len(written)):
        folded = tuple(fold(word) for word in written[first:last])
        day = _past(folded, today) if past else _day(folded, today)
        if day is not None:
            return day, " ".join([*written[:first], *written[last:]])
    return None, rest


def _slices(count: int) -> Iterator[tuple[int, int]]:
    """The longest first, from the left."""
    for first in range(count):
        for last in range(min(first + LONGEST, count), first, -1):
            yield first, last


def _day(folded: tuple[str, ...], today: date) -> date | None:
    found = read_when(folded, today)
    if isinstance(found, Unclear):
        return found.first
    return found if isinstance(found, date) else None


def _past(folded: tuple[str, ...], today: date) -> date | None:
    """The last such day up to today."""
    for lead in (english.PREPOSITIONS, {english.LAST}):
        if folded and folded[0] in lead:
            folded = folded[1:]
    if len(folded) == 1 and folded[0] in english.YESTERDAY:
        return today - timedelta(days=1)
    if len(folded) == 1 and folded[0] in english.TODAY:
        return today
    if len(folded) == 1 and folded[0] in english.WEEKDAYS:
        return today - timedelta(days=(today.weekday() - english.WEEKDAYS[folded[0]] - 1) % 7 + 1)
    found = _day(folded, today - NEARLY_A_YEAR) if folded else None
    return found if found is not None and found <= today else None
