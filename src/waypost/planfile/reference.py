"""The generated parts of the documentation: the JSON Schema and the tables of parts and keys."""

import json
from pathlib import Path

from waypost.planfile.fields import (
    PLAN,
    Choice,
    Day,
    Field,
    Flag,
    FlagOrMany,
    Identifier,
    Many,
    MonthOfYear,
    Number,
    Part,
    Place,
    Reference,
    Single,
    Text,
    Value,
)
from waypost.planfile.problems import listed
from waypost.planfile.reader import FORMAT, FORMAT_KEY
from waypost.planfile.schema import description, json_schema

_FOLDER = Path(__file__).parents[3] / "docs" / "reference"
SCHEMA_FILE = _FOLDER / "plan-file.schema.json"
TABLES_FILE = _FOLDER / "plan-file.md"

_BEGIN = "<!-- tables: written by python -m waypost.planfile -->"
_END = "<!-- end of tables -->"


def schema_text() -> str:
    """The JSON Schema as the text of its file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def with_tables(page: str) -> str:
    """The page with the tables between its two marks written anew."""
    before, rest = page.split(_BEGIN)
    _, after = rest.split(_END)
    return f"{before}{_BEGIN}\n\n{tables()}\n{_END}{after}"


def tables() -> str:
    """One table of keys for each part, in the order of the file."""
    found: dict[str, tuple[Part, list[str]]] = {}
    _find(PLAN, "", found)
    return "\n".join(_table(part, paths) for part, paths in found.values())


def _find(part: Part, path: str, found: dict[str, tuple[Part, list[str]]]) -> None:
    first = part.of.__name__ not in found
    found.setdefault(part.of.__name__, (part, []))[1].append(path)
    if first:
        for field in part.fields:
            here = f"{path}.{field.key}" if path else field.key
            match field.value:
                case Part() as inner:
                    _find(inner, here, found)
                case Many(Part() as inner):
                    _find(inner, f"{here}[]", found)


def _table(part: Part, paths: list[str]) -> str:
    heading = ", ".join(f"`{path}`" for path in paths) if paths != [""] else "The whole file"
    purpose = description(part)
    if part.link:
        full, key = part.link.list_name, part.link.field.key
        purpose += f" Instead of `{key}`, the keys of `{full}[]` may stand here."
    rows = [f"| {_key(field)} | {_words(field.value)} |" for field in part.fields]
    if part is PLAN:
        rows.insert(0, f"| **`{FORMAT_KEY}`** | `{FORMAT}` |")
    return "\n".join([f"### {heading}", "", purpose, "", "| key | value |", "|---|---|", *rows, ""])


def _key(field: Field) -> str:
    return f"**`{field.key}`**" if field.required else f"`{field.key}`"


def _words(value: Value) -> str:
    match value:
        case Part():
            return "keys and values, see below"
        case Many(Part()):
            return "list, see below"
        case Many(item, _, ordered):
            return f"list{', sorted' if ordered else ''}: {_words(item)}"
        case FlagOrMany(many):
            return f"true, false, or {_words(many)}"
    return _single(value)


def _single(value: Single) -> str:
    match value:
        case Text():
            return _text(value)
        case Identifier():
            return "id of this part"
        case Reference(_, words):
            named = "".join(f"`{word}`, or " for word in words)
            return f"{named}id: {listed(value.targets, 'or')}"
        case Number():
            return _number(value)
        case Flag():
            return "true or false"
        case Day():
            return "date"
        case MonthOfYear():
            return "month"
        case Choice(words):
            return listed([f"`{word}`" for word in words], "or")
        case Place(list_name):
            return f"place in `profile.{list_name}`, as `{list_name}[0]`"


def _text(value: Text) -> str:
    if value.reads:
        return value.reads.words
    return f"text, {'' if value.lines else 'one line, '}at most {value.limit:,} characters"


def _number(value: Number) -> str:
    kind = "whole number" if value.whole else "number"
    unit = " of thousands" if value.thousands else ""
    bounds = "" if value.least is None else f" from {value.least:,} to {value.most:,}"
    return f"{kind}{unit}{bounds}"
