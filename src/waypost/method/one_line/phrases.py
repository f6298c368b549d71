"""Where in a line words are read: whole comma parts, the end, and after a preposition.

A name of a day or a month elsewhere is text: "we may call", "the Monday meeting".
"""

from collections.abc import Callable, Collection
from datetime import date

from waypost.method.month import Month
from waypost.method.one_line import english
from waypost.method.one_line.days import LONGEST, read_when
from waypost.method.one_line.line import Line, same
from waypost.method.one_line.meaning import Asked, Found, Meaning, Reading, Unclear
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

LONGEST_WORD = 40
Read = Callable[[Line, int, int], Reading | None]
Item = tuple[int, int, Reading]


def take_whole_parts(line: Line, read: Read, *, cut: bool = True) -> None:
    """Take every comma part that is understood to its last word; a line without comma has none."""
    parts = line.parts()
    for part in parts if len(parts) > 1 else ():
        items, reached = _backwards(line, part, read)
        if reached == part.start:
            _take(line, items, cut=cut)


def take_end(line: Line, read: Read, *, cut: bool = True) -> None:
    """Take what is understood from the end of the line backwards, to the first word that is not."""
    for part in reversed(line.parts()):
        if any(line.is_free(index, index + 1) for index in part):
            items, _reached = _backwards(line, part, read)
            _take(line, items, cut=cut)
            return


def take_after(line: Line, leads: Collection[str], read: Read, *, cut: bool = True) -> None:
    """Take what is understood after a word that leads to it, anywhere in the line."""
    for first, token in enumerate(line.tokens):
        if token.folded in leads and not _has_double_meaning(line.folded(first, first + 2)):
            for stop in range(min(first + LONGEST, len(line.tokens)), first + 1, -1):
                reading = _read(line, first, stop, read)
                if reading and not _is_known(line, [], reading):
                    line.take(first, stop, reading, cut=cut)
                    break


def read_date(line: Line, first: int, stop: int, today: date) -> Reading | None:
    """The day or month that the words say, or the question which of two days they say."""
    match read_when(line.folded(first, stop), today):
        case None:
            return None
        case found if _is_rest_of_date(line, first, found):
            return None
        case Unclear(one, other):
            question = words(
                _("Is %(words)s %(first)s or %(last)s?"),
                words=line.words(first, stop),
                first=one,
                last=other,
            )
            return Asked(question)
        case Month() as month:
            return Found(Meaning.MONTH, month)
        case day:
            return Found(Meaning.DAY, day)


def _is_rest_of_date(line: Line, first: int, found: date | Month | Unclear) -> bool:
    """After "sat" or "31" the words are the rest of a day that is none: sat 4 dec, 31 apr."""
    before = line.folded(first - 1, first) if first and line.is_free(first - 1, first + 1) else ()
    return any(
        word in english.WEEKDAYS or (word.isdecimal() and isinstance(found, Month))
        for word in before
    )


def _backwards(line: Line, part: range, read: Read) -> tuple[list[Item], int]:
    """What the end of the part says, and the token from which on all of it is understood."""
    items: list[Item] = []
    stop = part.stop
    while stop > part.start:
        if not line.is_free(stop - 1, stop):
            stop -= 1
            continue
        item = _item_before(line, part, stop, read)
        if item is None or _is_known(line, items, item[2]):
            break
        items.append(item)
        stop = item[0]
    return items, stop


def _item_before(line: Line, part: range, stop: int, read: Read) -> Item | None:
    for first in range(max(part.start, stop - LONGEST), stop):
        reading = _read(line, first, stop, read)
        if reading and not _belongs_to_sentence(line, part, first):
            return first, stop, reading
    return None


def _belongs_to_sentence(line: Line, part: range, first: int) -> bool:
    """After "from", "of" or "they" the words are part of what is said."""
    before = first - 1
    return (
        before >= part.start
        and line.is_free(before, first)
        and line.tokens[before].folded in english.SMALL_WORDS
    )


def _read(line: Line, first: int, stop: int, read: Read) -> Reading | None:
    short = all(len(word) <= LONGEST_WORD for word in line.folded(first, stop))
    return read(line, first, stop) if short and line.is_free(first, stop) else None


def _is_known(line: Line, items: list[Item], reading: Reading) -> bool:
    """The line has such a thing already; the first counts, others stay text."""
    if isinstance(reading, Asked):
        return False
    taken = {item.meaning for *_, item in items if isinstance(item, Found)}
    return line.has(reading.meaning) or bool(taken & set(same(reading.meaning)))


def _has_double_meaning(folded: tuple[str, ...]) -> bool:
    """ "This may" is no month in the middle of a sentence."""
    return folded[0] in (english.THIS, english.NEXT) and folded[-1] in english.DOUBLE_MEANING


def _take(line: Line, items: list[Item], *, cut: bool) -> None:
    for first, stop, reading in items:
        line.take(first, stop, reading, cut=cut)
