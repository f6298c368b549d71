"""JSON with the place of every value, which the standard library does not keep."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable

from waypost.planfile.problems import Problems, quoted
from waypost.planfile.tree import Builder, Items, Mapping, Node, Scalar

# Always matches something: what no other group takes is "other".
_TOKEN = re.compile(
    r"""[ \t\r\n]*+(?:
        (?P<sign>[{}\[\]:,])
      | (?P<text>"(?:[^"\\\x00-\x1f]|\\.)*+")
      | (?P<plain>(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)
        (?![\w.+-]))
      | (?P<end>\Z)
      | (?P<other>"|[^\s{}\[\]:,"]++|.)
    )""",
    re.VERBOSE,
)


def parse_json(text: str, problems: Problems) -> Node | None:
    """The tree of a JSON text; raises PlanFileError."""
    reader = _Reader(text, problems)
    reader.value()
    reader.finish()
    return reader.builder.root


class _Reader:
    """Reads one value after the other, as deep as the builder lets it."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.builder = Builder(problems)
        self._problems = problems
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._tokens = _TOKEN.finditer(text)
        self._next()

    def value(self) -> None:
        """Read the value that begins here, whatever it is."""
        if self._kind in {"text", "plain"}:
            self._scalar()
        elif self._word == "{":
            self._members(Mapping(*self._place()), "}", self._entry)
        elif self._word == "[":
            self._members(Items(*self._place()), "]", self.value)
        else:
            raise self._refuse("a value")

    def finish(self) -> None:
        """Make sure that nothing follows the value."""
        if self._kind != "end":
            raise self._refuse("the end of the file")

    def _members(self, node: Items | Mapping, end: str, member: Callable[[], None]) -> None:
        self.builder.add(node)
        self._next()
        if self._word != end:
            member()
            while self._word == ",":
                self._next()
                member()
        self._expect(end, f"a comma or “{end}”")
        self.builder.close()

    def _entry(self) -> None:
        if self._kind != "text":
            raise self._refuse("a key in double quotation marks")
        self._scalar()
        self._expect(":", "a colon")
        self.value()

    def _expect(self, sign: str, description: str) -> None:
        if self._word != sign:
            raise self._refuse(description)
        self._next()

    def _scalar(self) -> None:
        plain = self._kind == "plain"
        self.builder.add(Scalar(self._word if plain else self._unescaped(), plain, *self._place()))
        self._next()

    def _unescaped(self) -> str:
        if "\\" not in self._word:
            return self._word[1:-1]
        try:
            return str(json.loads(self._word))
        except json.JSONDecodeError:
            message = "The JSON cannot be read: a backslash in this text begins no known escape."
            raise self._problems.stop(*self._place(), "", message) from None

    def _next(self) -> None:
        found = next(self._tokens)
        self._kind = str(found.lastgroup)
        self._word = found[self._kind]
        self._start = found.start(self._kind)

    def _place(self) -> tuple[int, int]:
        line = bisect_right(self._lines, self._start)
        return line, self._start - self._lines[line - 1] + 1

    def _refuse(self, expected: str) -> Exception:
        here = {"end": "the file ends", '"': "a text without its closing quotation mark stands"}
        found = here.get(self._kind) or here.get(self._word) or f"{quoted(self._word)} stands"
        message = f"The JSON cannot be read: {found} where {expected} is expected."
        return self._problems.stop(*self._place(), "", message)
