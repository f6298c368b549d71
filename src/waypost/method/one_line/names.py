"""People by name, initials or title, and what is asked where a name fits several (STP-1, TL-3)."""

from collections.abc import Iterable, Iterator

from waypost.method.one_line.line import fold
from waypost.method.one_line.meaning import Asked, Found, Meaning, Reading, Someone
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

MARK = "@"
LONGEST = 5  # words of a name or a title that are compared
AROUND = "@.:;!?()[]{}\"'“”‘’"
POSSESSIVES = ("'s", "’s")


class Directory:
    """Everybody a line may name, by the words they are known by."""

    def __init__(self, people: Iterable[Someone]) -> None:
        self._names: dict[tuple[str, ...], list[Someone]] = {}
        self._titles: dict[tuple[str, ...], list[Someone]] = {}
        self._parts: dict[str, list[Someone]] = {}
        self._initials: dict[str, list[Someone]] = {}
        for person in people:
            name = _split(person.name)
            self._names.setdefault(name, []).append(person)
            for part in {part for part in name if len(part) > 1}:
                self._parts.setdefault(part, []).append(person)
            if person.initials:
                self._initials.setdefault(person.initials, []).append(person)
            if title := _split(person.title.partition(",")[0]):
                self._titles.setdefault(title, []).append(person)

    def named(self, folded: tuple[str, ...]) -> list[Someone]:
        """Everybody with this whole name, or else with this first, middle or last name."""
        key = tuple(_bare(word) for word in folded)
        if key in self._names:
            return self._names[key]
        return self._parts.get(key[0], []) if len(key) == 1 else []

    def initialled(self, written: str) -> list[Someone]:
        """Everybody with these initials, in capitals."""
        return self._initials.get(written, [])

    def titled(self, folded: tuple[str, ...]) -> list[Someone]:
        """Everybody with this title; "Buyer, Horsens" is a buyer."""
        return self._titles.get(tuple(_bare(word) for word in folded), [])


def which(written: str, people: list[Someone], meaning: Meaning) -> Reading | None:
    """The one person meant, or a question where there are several; None for nobody."""
    match people:
        case []:
            return None
        case [person]:
            return Found(meaning, person.code)
    *others, last = _labels(people)
    return Asked(
        words(
            _("Which %(name)s: %(others)s or %(last)s?"),
            name=written.strip(AROUND),
            others=", ".join(others),
            last=last,
        )
    )


def nobody(written: str) -> Asked:
    """The question after an @ that names nobody."""
    return Asked(words(_("Who is %(name)s? Nobody here has this name."), name=written))


def _labels(people: list[Someone]) -> Iterator[str]:
    names = [person.name for person in people]
    for person in people:
        once = names.count(person.name) == 1
        yield person.name if once else f"{person.name} ({person.code})"


def _split(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split() if (word := _bare(fold(part))))


def _bare(word: str) -> str:
    """A folded word without punctuation and without the s of a possessive."""
    word = word.strip(AROUND)
    for ending in POSSESSIVES:
        word = word.removesuffix(ending)
    return word
