"""An action in one line: "Call Mette about the trial @jonas fri 2h !" (STP-1, STP-5)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from waypost.method.month import Month
from waypost.method.one_line import english, ids, names
from waypost.method.one_line.hours import read_hours
from waypost.method.one_line.ids import Ids
from waypost.method.one_line.line import Line
from waypost.method.one_line.meaning import Found, Meaning, Reading, Someone, Span, Weight
from waypost.method.one_line.names import Directory
from waypost.method.one_line.phrases import read_date, take_after, take_end, take_whole_parts
from waypost.method.shape import OBJECTIVES, Kind
from waypost.method.words import Words

ACHIEVED = (*OBJECTIVES, Kind.STAGE, Kind.STRATEGY, Kind.OPPORTUNITY)
WEIGHTS = {"!": Weight.IMPORTANT, "!!": Weight.URGENT}
LEADING_WEIGHT = re.compile("!!?(?!!)")


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionLine:
    """What a line says about an action; None is not said (STP-1, STP-5).

    ``what`` is the line without what was understood. ``due`` or ``month`` is given, never both.
    ``understood`` is in the order of the line, ``questions`` are about words that stayed text.
    """

    what: str
    owner: str | None = None
    due: date | None = None
    month: Month | None = None
    hours: Decimal | None = None
    important: bool | None = None
    urgent: bool | None = None
    achieves: str | None = None
    understood: tuple[Span, ...] = ()
    questions: tuple[Words, ...] = ()


def read_action(
    line: str, *, today: date, people: Sequence[Someone], parts: Mapping[str, Kind]
) -> ActionLine:
    """The action that a person wrote in one line (STP-1, STP-5); never raises.

    ``@name``, ``#B1``, "for B1", dates after a preposition and a leading ``!`` count anywhere;
    dates, hours and ``!`` at the end; these, names and ids as a whole comma part. They are taken
    out of the text. An id elsewhere counts and stays in it: "Discuss S2". The first of each counts.
    """
    reader = _Reader(Line(line), today, Directory(people), Ids(parts))
    reader.read_marks()
    take_whole_parts(reader.line, reader.whole_part)
    take_after(reader.line, {english.FOR}, reader.id)
    reader.read_ids()
    take_end(reader.line, reader.phrase)
    take_after(reader.line, english.DATE_LEADS, reader.date)
    return reader.result()


@dataclass(frozen=True, slots=True)
class _Reader:
    line: Line
    today: date
    directory: Directory
    ids: Ids

    def read_marks(self) -> None:
        self._leading_weight()
        for index in range(len(self.line.tokens)):
            written = self.line.words(index, index + 1)
            if written.startswith(names.MARK) and len(written) > 1:
                self._marked_person(index)
            elif written.startswith(ids.MARK):
                self._id(index, cut=True)

    def whole_part(self, line: Line, first: int, stop: int) -> Reading | None:
        return (
            self.phrase(line, first, stop)
            or self.id(line, first, stop)
            or self._person(first, stop)
        )

    def phrase(self, line: Line, first: int, stop: int) -> Reading | None:
        """Whatever may stand at the end: a weight, hours or a date."""
        written = line.words(first, stop)
        if written in WEIGHTS:
            return Found(Meaning.WEIGHT, WEIGHTS[written])
        hours = read_hours(line.folded(first, stop))
        if hours is not None:
            return Found(Meaning.HOURS, hours)
        return self.date(line, first, stop)

    def date(self, line: Line, first: int, stop: int) -> Reading | None:
        return read_date(line, first, stop, self.today)

    def id(self, line: Line, first: int, stop: int) -> Reading | None:
        """B1 or "for B1"."""
        if stop - first > 1 and line.tokens[first].folded == english.FOR:
            first += 1
        code = self.ids.read(line.words(first, stop), ACHIEVED)
        return Found(Meaning.ACHIEVES, code) if code else None

    def read_ids(self) -> None:
        """Ids inside the text count and stay in it."""
        for index in range(len(self.line.tokens)):
            if self.line.is_free(index, index + 1):
                self._id(index, cut=False)

    def result(self) -> ActionLine:
        line = self.line
        weight = line.value(Meaning.WEIGHT, Weight)
        return ActionLine(
            what=line.kept(),
            owner=line.value(Meaning.OWNER, str),
            due=line.value(Meaning.DAY, date),
            month=line.value(Meaning.MONTH, Month),
            hours=line.value(Meaning.HOURS, Decimal),
            important=True if weight is Weight.IMPORTANT else None,
            urgent=None if weight is None else weight is Weight.URGENT,
            achieves=line.value(Meaning.ACHIEVES, str),
            understood=line.understood(),
            questions=tuple(line.questions),
        )

    def _leading_weight(self) -> None:
        """``!`` before the first word, with or without a space."""
        match = LEADING_WEIGHT.match(self.line.words(0, 1)) if self.line.tokens else None
        if match:
            self.line.split(0, match.end())
            self.line.take(0, 1, Found(Meaning.WEIGHT, WEIGHTS[match[0]]))

    def _marked_person(self, first: int) -> None:
        """@jonas, @Jonas Brandt or @jb; a second owner is text."""
        if self.line.has(Meaning.OWNER):
            self.line.keep(first)
            return
        for stop in range(min(first + names.LONGEST, len(self.line.tokens)), first, -1):
            reading = self._person(first, stop)
            if reading and self.line.is_free(first, stop):
                self.line.take(first, stop, reading)
                return
        self.line.take(first, first + 1, names.nobody(self.line.words(first, first + 1)))

    def _person(self, first: int, stop: int) -> Reading | None:
        """Who has this name, or these initials: in capitals, or after an @."""
        written = self.line.words(first, stop)
        marked = written.startswith(names.MARK)
        found = self.directory.named(self.line.folded(first, stop))
        if not found:
            found = self.directory.initialled(written[1:].upper() if marked else written)
        return names.which(written, found, Meaning.OWNER)

    def _id(self, index: int, *, cut: bool) -> None:
        reading = self.id(self.line, index, index + 1)
        if reading and not self.line.has(Meaning.ACHIEVES):
            self.line.take(index, index + 1, reading, cut=cut)
