"""A traffic light in one line: "red: Kestrel offers consignment stock on B1" (TL-1 to TL-3)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from waypost.method.month import Month
from waypost.method.one_line import english, ids, names
from waypost.method.one_line.ids import Ids
from waypost.method.one_line.line import Line
from waypost.method.one_line.meaning import Found, Meaning, Reading, Someone, Span
from waypost.method.one_line.names import Directory
from waypost.method.one_line.phrases import read_date, take_after, take_end, take_whole_parts
from waypost.method.plan import Colour
from waypost.method.shape import OBJECTIVES, Kind
from waypost.method.words import Words

STANDS_ON = (*OBJECTIVES, Kind.STAGE, Kind.OPPORTUNITY)
TOUCHED = (*STANDS_ON, Kind.STRATEGY, Kind.ACTION)
SEPARATORS = {":", "-", "–", "—"}


@dataclass(frozen=True, kw_only=True, slots=True)
class LightLine:
    """What a line says about a light; None is not said, and the page asks (TL-3).

    ``text`` is the line without its colour and the id it is on. ``mentions`` are the people it is
    about, ``touches`` other parts of the plan, ``day`` or ``month`` what it says of time.
    """

    text: str
    colour: Colour | None = None
    on: str | None = None
    mentions: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    day: date | None = None
    month: Month | None = None
    understood: tuple[Span, ...] = ()
    questions: tuple[Words, ...] = ()


def read_light(
    line: str, *, today: date, people: Sequence[Someone], parts: Mapping[str, Kind]
) -> LightLine:
    """The light that a person wrote in one line (TL-1 to TL-3); never raises.

    The colour is a colour word at the beginning or the end, or "r:", "a:", "g:"; it is never
    guessed from what the line says. "on B1" at the end and ``#B1`` are taken out of the text; other
    ids, people by name or title, and dates count and stay in it.
    """
    reader = _Reader(Line(line), today, Directory(people), Ids(parts))
    reader.read_colour()
    reader.read_ids()
    reader.read_colour()  # what was on its way to the end may be gone
    take_whole_parts(reader.line, reader.date, cut=False)
    take_end(reader.line, reader.date, cut=False)
    take_after(reader.line, english.DATE_LEADS, reader.date, cut=False)
    reader.read_people()
    return reader.result()


@dataclass(frozen=True, slots=True)
class _Reader:
    line: Line
    today: date
    directory: Directory
    ids: Ids

    def read_colour(self) -> None:
        """At the beginning before the end; a second one is text."""
        if self.line.tokens and not self.line.has(Meaning.COLOUR):
            self._colour_first()
            take_end(self.line, _colour)

    def read_ids(self) -> None:
        """What the light is on, named with "on" or a mark first; then what it touches."""
        line = self.line
        for index, token in enumerate(line.tokens):
            if line.words(index, index + 1).startswith(ids.MARK):
                self._id(Meaning.ON, STANDS_ON, index, index + 1, cut=True)
            elif token.folded == english.ON and index + 1 < len(line.tokens):
                self._id(Meaning.ON, STANDS_ON, index, index + 2, cut=line.ends_at(index + 2))
        for meaning, kinds in ((Meaning.ON, STANDS_ON), (Meaning.TOUCHES, TOUCHED)):
            for index in range(len(line.tokens)):
                self._id(meaning, kinds, index, index + 1, cut=False)

    def date(self, line: Line, first: int, stop: int) -> Reading | None:
        return read_date(line, first, stop, self.today)

    def read_people(self) -> None:
        """Names with a capital and titles, the longest first; nobody is mentioned twice."""
        line = self.line
        for first in range(len(line.tokens)):
            for stop in range(min(first + names.LONGEST, len(line.tokens)), first, -1):
                reading = self._person(first, stop) if line.is_free(first, stop) else None
                if reading and not (isinstance(reading, Found) and line.knows(reading)):
                    line.take(first, stop, reading, cut=False)

    def result(self) -> LightLine:
        line = self.line
        return LightLine(
            text=line.kept(),
            colour=line.value(Meaning.COLOUR, Colour),
            on=line.value(Meaning.ON, str),
            mentions=line.values(Meaning.ABOUT),
            touches=line.values(Meaning.TOUCHES),
            day=line.value(Meaning.DAY, date),
            month=line.value(Meaning.MONTH, Month),
            understood=line.understood(),
            questions=tuple(line.questions),
        )

    def _colour_first(self) -> None:
        line = self.line
        word, colon, _rest = line.words(0, 1).partition(":")
        colour = english.COLOURS.get(word.casefold())
        if colon:
            colour = colour or english.COLOUR_LETTERS.get(word.casefold())
        following = line.folded(1, 2)
        if colour is None or (not colon and set(following) & english.COLOURED):
            return
        line.split(0, len(word + colon))
        separated = not colon and set(following) & SEPARATORS and line.is_free(0, 2)
        line.take(0, 2 if separated else 1, Found(Meaning.COLOUR, colour))

    def _id(
        self, meaning: Meaning, kinds: Collection[Kind], first: int, stop: int, *, cut: bool
    ) -> None:
        line = self.line
        code = self.ids.read(line.words(stop - 1, stop), kinds)
        if code is None or not line.is_free(first, stop):
            return
        found = Found(meaning, code)
        known = line.has(meaning) if meaning is Meaning.ON else line.knows(found)
        if not known and not line.knows(Found(Meaning.ON, code)):
            line.take(first, stop, found, cut=cut)

    def _person(self, first: int, stop: int) -> Reading | None:
        line = self.line
        folded, written = line.folded(first, stop), line.words(first, stop)
        found = self.directory.titled(folded)
        marked = written.startswith(names.MARK)
        if not found and (marked or not written.strip(names.AROUND)[:1].islower()):
            found = self.directory.named(folded)
        return names.which(written, found, Meaning.ABOUT)


def _colour(line: Line, first: int, stop: int) -> Reading | None:
    colour = english.COLOURS.get(" ".join(line.folded(first, stop)).strip("()."))
    return Found(Meaning.COLOUR, colour) if colour else None
