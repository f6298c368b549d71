"""The outline of a file before anybody knows what its values mean: keys, lists and plain words."""

from dataclasses import dataclass, field

from waypost.planfile.problems import Problems

DEPTH_LIMIT = 20
NODE_LIMIT = 200_000
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Scalar:
    """A word, number or text. ``plain``: without quotes, so that it may be a number or a null."""

    text: str
    plain: bool
    line: int
    column: int

    @property
    def unknown(self) -> bool:
        """Whether nothing is said: null, or a text without a visible character."""
        return (self.plain and self.text in _NULLS) or not self.text.strip()


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    column: int
    nodes: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file; a key may stand there twice."""

    line: int
    column: int
    entries: "list[tuple[Scalar, Node]]" = field(default_factory=list)


Node = Scalar | Items | Mapping


class Builder:
    """Puts a tree together from what a parser meets, one after the other, within the limits."""

    def __init__(self, problems: Problems) -> None:
        self.root: Node | None = None
        self._problems = problems
        self._open: list[Items | Mapping] = []
        self._key: list[Scalar | None] = []
        self._count = 0

    def add(self, node: Node) -> None:
        """Add a value, or the key of a value, to what is open; a list or mapping is then open."""
        self._count += 1
        if self._count > NODE_LIMIT:
            raise self._stop(node, f"Shorten the file: a plan has at most {NODE_LIMIT:,} values.")
        self._attach(node)
        if isinstance(node, Scalar):
            return
        if len(self._open) == DEPTH_LIMIT:
            raise self._stop(node, f"A plan is nested at most {DEPTH_LIMIT} levels deep.")
        self._open.append(node)
        self._key.append(None)

    def close(self) -> None:
        """The innermost open list or mapping is complete."""
        self._open.pop()
        self._key.pop()

    def _attach(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Items):
            parent.nodes.append(node)
        elif (key := self._key[-1]) is not None:
            parent.entries.append((key, node))
            self._key[-1] = None
        elif isinstance(node, Scalar):
            self._key[-1] = node
        else:
            raise self._stop(node, "Write a word before the colon, not a list or a mapping.")

    def _stop(self, node: Node, message: str) -> Exception:
        return self._problems.stop(node.line, node.column, "", message)
