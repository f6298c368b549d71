"""Which parts of a plan have ids, and what each id names."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import get_args, get_type_hints

from waypost.method.plan import Plan
from waypost.method.shape import Kind, Names


def named_parts(plan: Plan) -> dict[str, Kind]:
    """Every id of the plan with the kind of part it names, in the order of the plan file."""
    return dict(_named(plan))


def _named(value: object) -> Iterator[tuple[str, Kind]]:
    if isinstance(value, tuple):
        for part in value:
            yield from _named(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for name, kind in _fields(type(value)).items():
            held = getattr(value, name)
            if kind is None:
                yield from _named(held)
            elif held is not None:
                yield held, kind


@cache
def _fields(shape: type) -> dict[str, Kind | None]:
    """The fields of a dataclass that hold ids of parts, or more dataclasses; the one that holds the
    part's own id has the kind it names."""
    hints = get_type_hints(shape, include_extras=True)
    kinds = {field.name: _own_id(hints[field.name]) for field in fields(shape)}
    return {name: kind for name, kind in kinds.items() if kind or _leads_on(hints[name])}


def _leads_on(hint: object) -> bool:
    is_shape = isinstance(hint, type) and is_dataclass(hint)
    return is_shape or any(_leads_on(part) for part in get_args(hint))


def _own_id(hint: object) -> Kind | None:
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, Names):
            return mark.kind
    return next((kind for part in get_args(hint) if (kind := _own_id(part))), None)
