"""Ids and what refers to them: unique, known, of the right kind, and without going in circles."""

from dataclasses import dataclass

from waypost.method.shape import Kind
from waypost.planfile.fields import Place, Reference
from waypost.planfile.problems import Problems, listed, nearest, quoted
from waypost.planfile.tree import Scalar

_SHOWN_OF_CIRCLE = 6


@dataclass(frozen=True, slots=True)
class _Use:
    """A word of the file that means a part of it."""

    text: str
    scalar: Scalar
    path: str


class References:
    """Every id and every reference of one file, compared once all of it has been read."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._kinds: dict[str, Kind] = {}
        self._lines: dict[str, int] = {}
        self._references: list[tuple[Reference, _Use]] = []
        self._places: list[tuple[Place, int, _Use]] = []
        self._upwards: dict[str, _Use] = {}
        self._lengths: dict[str, int] = {}

    def define(self, kind: Kind, code: str, scalar: Scalar, path: str) -> None:
        """A part gives itself this id."""
        if code in self._kinds:
            message = (
                f"Choose another id: {quoted(code)} is already the id of "
                f"{_a(self._kinds[code])} in line {self._lines[code]}."
            )
            self._problems.add(scalar.line, scalar.column, path, message)
        self._kinds.setdefault(code, kind)
        self._lines.setdefault(code, scalar.line)

    def refer(self, value: Reference, code: str, scalar: Scalar, path: str) -> None:
        """A field names a part by its id."""
        self._references.append((value, _Use(code, scalar, path)))

    def point(self, value: Place, place: int, scalar: Scalar, path: str) -> None:
        """A field names an entry of a list by its place."""
        self._places.append((value, place, _Use(scalar.text, scalar, path)))

    def go_up(self, code: str, target: str, scalar: Scalar, path: str) -> None:
        """The part with the id ``code`` is below the part with the id ``target``."""
        self._upwards.setdefault(code, _Use(target, scalar, path))

    def count(self, path: str, length: int) -> None:
        """The list at this path has so many entries."""
        self._lengths[path] = length

    def check(self) -> None:
        """Note a problem for everything that means nothing, or goes in a circle."""
        for reference, use in self._references:
            if use.text not in reference.words:
                self._note(use, self._mismatch(reference, use.text))
        for value, place, use in self._places:
            length = self._lengths.get(f"profile.{value.list_name}", 0)
            if place >= length:
                self._note(use, _beyond(value.list_name, length, use.text))
        self._check_circles()

    def _note(self, use: _Use, message: str | None) -> None:
        if message:
            self._problems.add(use.scalar.line, use.scalar.column, use.path, message)

    def _mismatch(self, reference: Reference, code: str) -> str | None:
        kind = self._kinds.get(code)
        if kind in reference.kinds:
            return None
        if kind:
            return f"{quoted(code)} is {_a(kind)}; enter {_needed(reference)}."
        names = [name for name, known in self._kinds.items() if known in reference.kinds]
        close = nearest(code, [*reference.words, *names])
        hint = f"; the nearest is {quoted(close)}" if close else ""
        return f"There is no {listed(reference.targets, 'or')} with the id {quoted(code)}{hint}."

    def _check_circles(self) -> None:
        walked: set[str] = set()
        for start in self._upwards:
            trail: dict[str, None] = {}
            code = start
            while code in self._upwards and code not in walked:
                walked.add(code)
                trail[code] = None
                code = self._upwards[code].text
            if code in trail:
                circle = list(trail)[list(trail).index(code) :]
                self._note(self._upwards[circle[-1]], _circle(circle))


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _needed(reference: Reference) -> str:
    words = "".join(f"{quoted(word)} or " for word in reference.words)
    return f"{words}the id of {_a(listed(reference.targets, 'or'))}"


def _beyond(list_name: str, length: int, text: str) -> str:
    held = f"the last of {list_name} is {list_name}[{length - 1}]" if length else "there are none"
    return f"There is no {quoted(text)}: {held}."


def _circle(codes: list[str]) -> str:
    shown = [*codes[:_SHOWN_OF_CIRCLE], "…"] if len(codes) > _SHOWN_OF_CIRCLE else codes
    way = " → ".join([*shown, codes[0]])
    return f"Choose somebody else: {way} goes in a circle."
