"""YAML that people like to read and every YAML reader, old or new, reads alike."""

import json
import re
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from waypost.method.month import Month

Leaf: TypeAlias = str | bool | int | Decimal | date | Month
Outline: TypeAlias = "Leaf | list[Outline] | dict[str, Outline]"

_WIDTH = 120
_STEP = "  "
# One word needs no quotes, except where YAML 1.1 or 1.2 takes it for something else.
_WORD = re.compile("[A-Za-z][A-Za-z0-9._/-]*")
_NOT_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# Line separators of Unicode break lines in YAML 1.1; a byte order mark may be lost on the way.
_ESCAPED = re.compile("[\u2028\u2029\ufeff]")


def yaml_text(outline: dict[str, Outline]) -> str:
    """The outline as one YAML document; a short mapping or list stands on one line."""
    return "\n".join(_block(outline, "")) + "\n"


def _block(mapping: dict[str, Outline], pad: str) -> list[str]:
    lines: list[str] = []
    for key, value in mapping.items():
        lines += _entry(f"{pad}{_leaf(key)}:", value, pad + _STEP)
    return lines


def _entry(head: str, value: Outline, pad: str) -> list[str]:
    """The lines of a value after its key or the dash of its list."""
    if isinstance(value, str) and _is_readable_in_lines(value):
        return [f"{head} |-", *(pad + line if line else "" for line in value.split("\n"))]
    if not isinstance(value, list | dict) or _fits(head, value):
        return [f"{head} {_flow(value)}"]
    return [head, *(_dashes(value, pad) if isinstance(value, list) else _block(value, pad))]


def _dashes(items: list[Outline], pad: str) -> list[str]:
    lines: list[str] = []
    for item in items:
        if isinstance(item, dict) and not _fits(f"{pad}-", item):
            first, *rest = _block(item, pad + _STEP)
            lines += [f"{pad}- {first.removeprefix(pad + _STEP)}", *rest]
        else:
            lines += _entry(f"{pad}-", item, pad + _STEP)
    return lines


def _fits(head: str, value: list[Outline] | dict[str, Outline]) -> bool:
    return not _needs_lines(value) and len(head) + 1 + len(_flow(value)) <= _WIDTH


def _needs_lines(value: Outline) -> bool:
    """Whether it holds a list of mappings or a text of several lines, which read better so."""
    match value:
        case dict():
            return any(_needs_lines(member) for member in value.values())
        case list():
            return any(isinstance(item, dict) or _needs_lines(item) for item in value)
        case str():
            return _is_readable_in_lines(value)
    return False


def _flow(value: Outline) -> str:
    match value:
        case dict():
            members = (f"{_leaf(key)}: {_flow(member)}" for key, member in value.items())
            return "{" + ", ".join(members) + "}"
        case list():
            return "[" + ", ".join(_flow(item) for item in value) + "]"
    return _leaf(value)


def _leaf(value: Leaf) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            is_word = _WORD.fullmatch(value) and value.lower() not in _NOT_WORDS
            return value if is_word else _quoted(value)
        case Decimal():
            return format(value, "f")
    return str(value)


def _quoted(text: str) -> str:
    """In double quotation marks; what JSON escapes, YAML reads."""
    escaped = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)


def _is_readable_in_lines(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) > 1 and not _ESCAPED.search(text) and all(s == s.rstrip() for s in lines)
