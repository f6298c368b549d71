"""From the tree of a file to a Plan, following the fields of the dataclasses."""

from collections.abc import Iterable
from typing import Any

from waypost.method.plan import Plan, TeamMember
from waypost.method.team import Function, function_of
from waypost.planfile.fields import (
    PLAN,
    Field,
    FlagOrMany,
    Identifier,
    Link,
    Many,
    Part,
    Place,
    Reference,
    Single,
    Value,
    id_field,
)
from waypost.planfile.json_source import parse_json
from waypost.planfile.problems import Problems, Refused, listed, nearest, quoted
from waypost.planfile.references import References
from waypost.planfile.source import SIZE_LIMIT, characters
from waypost.planfile.tree import Items, Mapping, Node, Scalar
from waypost.planfile.values import FLAGS, read_scalar
from waypost.planfile.yaml_source import parse_yaml

FORMAT_KEY = "format"
FORMAT = "waypost-plan/1"

_Entries = dict[str, tuple[Scalar, Node]]
_Given = dict[str, Any]


def read(data: bytes | str, *, name: str = "plan", size_limit: int | None = SIZE_LIMIT) -> Plan:
    """The plan in a YAML or JSON file; ``name`` stands before each problem in the error's text.

    Only what Waypost wrote itself is read without a ``size_limit`` (bytes).

    Raises PlanFileError with all problems, at most 50, in the order of lines.
    """
    problems = Problems(name)
    text = characters(data, problems, size_limit)
    parse = parse_json if text.lstrip()[:1] == "{" else parse_yaml
    return _Reader(problems).plan(parse(text, problems))


class _Reader:
    """Reads one file. A value that cannot be read is noted as a problem, and reading goes on."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._references = References(problems)
        self._in_full: dict[str, list[Any]] = {}
        self._named: dict[str, dict[str, None]] = {}
        self._manager_line: int | None = None

    def plan(self, root: Node | None) -> Plan:
        """The whole file; raises PlanFileError."""
        if not isinstance(root, Mapping):
            line, column = (root.line, root.column) if root else (None, None)
            message = f"Begin the file with “{FORMAT_KEY}: {FORMAT}”, then the parts of the plan."
            raise self._problems.stop(line, column, "", message)
        entries = self._entries(root, "")
        self._check_format(root, entries.pop(FORMAT_KEY, None))
        given = self._given(PLAN.fields, entries, root, "")
        self._references.check()
        self._problems.raise_if_any()
        for list_name, named in self._named.items():
            parts = (*self._in_full.get(list_name, ()), *given.get(list_name, ()))
            given[list_name] = in_order(parts, named)
        return Plan(**given)

    def _check_format(self, root: Mapping, entry: tuple[Scalar, Node] | None) -> None:
        if entry is None:
            message = f"Add the line “{FORMAT_KEY}: {FORMAT}” at the top."
            self._problems.add(root.line, root.column, FORMAT_KEY, message)
        elif not (isinstance(entry[1], Scalar) and entry[1].text.strip() == FORMAT):
            message = f"Write “{FORMAT}”: it is the format that this version of Waypost reads."
            raise self._problems.stop(entry[1].line, entry[1].column, FORMAT_KEY, message)

    def _entries(self, node: Mapping, path: str) -> _Entries:
        entries: _Entries = {}
        for key, value in node.entries:
            if key.text in entries:
                first = entries[key.text][0].line
                self._note(
                    key, path, f"Remove one {quoted(key.text)}: line {first} has it already."
                )
            else:
                entries[key.text] = key, value
        return entries

    def _given(
        self, fields: tuple[Field, ...], entries: _Entries, node: Mapping, path: str
    ) -> _Given:
        known = {field.key: field for field in fields}
        given: _Given = {}
        for name, (key, value) in entries.items():
            if field := known.get(name):
                self._take(field, value, _join(path, name), given)
            else:
                self._note(key, path, _unknown_key(name, tuple(known)))
        for field in fields:
            if field.required and field.key not in entries:
                self._note(node, path, f"Add “{field.key}”: it is required.")
            if field.upwards and field.name in given:
                self._go_up(field, fields, entries, given, path)
        return given

    def _take(self, field: Field, node: Node, path: str, given: _Given) -> None:
        if isinstance(node, Scalar) and node.unknown:
            if field.required:
                self._note(node, path, "Fill this in: it is required.")
            return
        try:
            value = self._value(field.value, node, path)
        except Refused as refused:
            self._note(node, path, field.instead or str(refused))
            return
        if value is not None and (field.required or not _is_empty(field.value, value)):
            given[field.name] = value

    def _value(self, value: Value, node: Node, path: str) -> object:
        match value:
            case Part():
                return self._part(value, node, path)
            case Many():
                return self._many(value, node, path)
            case FlagOrMany():
                if isinstance(node, Items):
                    return self._many(value.many, node, path) or False
                return self._flag(node)
        return self._single(value, node, path)

    def _flag(self, node: Node) -> object:
        if isinstance(node, Scalar) and (flag := FLAGS.get(node.text.strip())) is not None:
            return flag
        raise Refused(f"Write true, false or a list, not {_described(node)}.")

    def _single(self, value: Single, node: Node, path: str) -> object:
        if not isinstance(node, Scalar):
            raise Refused(f"Write one value here, not {_described(node)}.")
        read = read_scalar(value, node)
        match value, read:
            case Identifier(kind), str():
                self._references.define(kind, read, node, path)
            case Reference(), str():
                self._references.refer(value, read, node, path)
            case Place(), int():
                self._references.point(value, read, node, path)
        return read

    def _many(self, value: Many, node: Node, path: str) -> tuple[Any, ...]:
        if not isinstance(node, Items):
            raise Refused(f"Write a list here, not {_described(node)}.")
        self._references.count(path, len(node.nodes))
        seen: dict[object, int] = {}
        items = []
        for index, child in enumerate(node.nodes):
            item = self._item(value.item, child, f"{path}[{index}]")
            if item is not None:
                self._check_repeated(value, item, child, f"{path}[{index}]", seen)
                items.append(item)
        return tuple(sorted(items) if value.ordered else items)

    def _item(self, value: Value, node: Node, path: str) -> Any:
        try:
            if isinstance(node, Scalar) and node.unknown:
                raise Refused("Fill this entry in or remove it.")
            return self._value(value, node, path)
        except Refused as refused:
            self._note(node, path, str(refused))
            return None

    def _check_repeated(
        self, value: Many, item: Any, node: Node, path: str, seen: dict[object, int]
    ) -> None:
        once = value.item.once if isinstance(value.item, Part) else None
        if not (value.distinct or once):
            return
        mark = getattr(item, once.name) if once else item
        if mark in seen:
            message = f"Remove one {quoted(str(mark))}: line {seen[mark]} has it already."
            self._note(node, _join(path, once.key) if once else path, message)
        seen.setdefault(mark, node.line)

    def _part(self, value: Part, node: Node, path: str) -> Any:
        if not isinstance(node, Mapping):
            keys = ", ".join(field.key for field in value.fields)
            raise Refused(f"Write keys and values here ({keys}), not {_described(node)}.")
        entries = self._entries(node, path)
        link = value.link
        stands_in_full = link and link.field.key not in entries
        fields = link.full_form if link and stands_in_full else value.fields
        given = self._given(fields, entries, node, path)
        if any(field.required and field.name not in given for field in fields):
            return None
        if link:
            self._link(link, given)
        part = value.of(**given)
        if isinstance(part, TeamMember) and function_of(part) == Function.FIRST_LINE:
            self._check_one_manager(entries["role"][1], _join(path, "role"))
        return part

    def _check_one_manager(self, node: Node, path: str) -> None:
        """A team has one first-line manager (SES-3)."""
        if self._manager_line is None:
            self._manager_line = node.line
        else:
            line = self._manager_line
            message = f"Give another role: the team’s first-line manager is in line {line} already."
            self._note(node, path, message)

    def _link(self, link: Link, given: _Given) -> None:
        """Keep the part that stands in full, if it does, and the order in which parts are named."""
        if link.field.name not in given:
            names = [field.name for field in link.whole.fields]
            whole = link.whole.of(**{name: given.pop(name) for name in names if name in given})
            self._in_full.setdefault(link.list_name, []).append(whole)
            given[link.field.name] = whole.id
        self._named.setdefault(link.list_name, {}).setdefault(given[link.field.name])

    def _go_up(
        self, field: Field, fields: tuple[Field, ...], entries: _Entries, given: _Given, path: str
    ) -> None:
        own = id_field(fields)
        node = entries[field.key][1]
        if own and own.name in given and isinstance(node, Scalar):
            target = given[field.name]
            self._references.go_up(given[own.name], target, node, _join(path, field.key))

    def _note(self, node: Node, path: str, message: str) -> None:
        self._problems.add(node.line, node.column, path, message)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _described(node: Node) -> str:
    match node:
        case Scalar(text):
            return quoted(text)
        case Items():
            return "a list"
    return "keys and values"


def _unknown_key(name: str, known: tuple[str, ...]) -> str:
    if name == "<<":
        return "Write the keys out: merge keys (<<) are not read."
    close = nearest(name, known)
    hint = f"; the nearest is {quoted(close)}" if close else ""
    return f"There is no key {quoted(name)} here{hint}. The keys are {listed(known, 'and')}."


def _is_empty(value: Value, read: object) -> bool:
    """Whether a part says nothing, which is then as if it were not there."""
    return isinstance(value, Part) and all(
        getattr(read, field.name) == field.default for field in value.fields
    )


def in_order(parts: Iterable[Any], named: Iterable[str]) -> tuple[Any, ...]:
    """The parts in the order in which they are named, then those that are not."""
    waiting = {part.id: part for part in parts}
    first = [waiting.pop(code) for code in named]
    return (*first, *waiting.values())
