"""What a plan file holds, taken from the dataclasses of the plan and the marks on their fields."""

import dataclasses
import types
import typing
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from waypost.method import shape
from waypost.method.month import Month
from waypost.method.plan import Plan


@dataclass(frozen=True, slots=True)
class Text:
    """Words of at most ``limit`` characters; ``lines``: with line breaks; ``reads``: only such."""

    limit: int
    lines: bool
    reads: shape.Reads | None


@dataclass(frozen=True, slots=True)
class Identifier:
    """The id that a part of this kind gives itself."""

    kind: shape.Kind


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of another part of one of these kinds, or one of these words."""

    kinds: tuple[shape.Kind, ...]
    words: tuple[str, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        """What it can name, in words."""
        if len(self.kinds) == len(shape.Kind):
            return ("part",)
        if not set(self.kinds).issuperset(shape.OBJECTIVES):
            return self.kinds
        return ("objective", *(kind for kind in self.kinds if kind not in shape.OBJECTIVES))


@dataclass(frozen=True, slots=True)
class Number:
    """A number in this range; ``thousands``: the file holds a thousandth of it."""

    whole: bool
    least: Decimal | None
    most: Decimal | None
    thousands: bool


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day."""


@dataclass(frozen=True, slots=True)
class MonthOfYear:
    """A calendar month."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list of the profile, by its number from 0."""

    list_name: str


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping with the fields of a dataclass of the plan.

    ``link``: another part may stand in it in full; ``once``: the field in which the parts of one
    list differ.
    """

    of: type[Any]
    fields: "tuple[Field, ...]"
    link: "Link | None"
    once: "Field | None"


@dataclass(frozen=True, slots=True)
class Many:
    """A list; ``distinct``: nothing stands there twice; ``ordered``: it is kept sorted."""

    item: "Value"
    distinct: bool
    ordered: bool


@dataclass(frozen=True, slots=True)
class FlagOrMany:
    """True, false, or a list that says for whom it is true."""

    many: Many


Single = Text | Identifier | Reference | Number | Flag | Day | MonthOfYear | Choice | Place
Value = Single | Part | Many | FlagOrMany


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a part: ``name`` in Python, ``key`` in the file."""

    name: str
    key: str
    value: Value
    required: bool
    default: Any
    once: bool
    upwards: bool
    in_full: str | None
    instead: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """``field`` names a part of the plan's list ``list_name``, or that part stands here in full.

    ``full_form`` are the fields that are then there: those of the part, and the others.
    """

    field: Field
    list_name: str
    whole: Part
    full_form: tuple[Field, ...]


_Mark = TypeVar("_Mark")


def id_field(fields: Iterable[Field]) -> Field | None:
    """The field that holds the part's own id."""
    return next((field for field in fields if isinstance(field.value, Identifier)), None)


def _part(of: type[Any]) -> Part:
    hints = typing.get_type_hints(of, include_extras=True)
    described = tuple(_field(field, *_unfold(hints[field.name])) for field in fields(of))
    linking = next((field for field in described if field.in_full), None)
    return Part(
        of=of,
        fields=described,
        link=_link(linking, described) if linking else None,
        once=next((field for field in described if field.once), None),
    )


def _link(field: Field, described: tuple[Field, ...]) -> Link:
    list_name = str(field.in_full)
    whole = _part(typing.get_args(typing.get_type_hints(Plan)[list_name])[0])
    others = (other for other in described if other is not field)
    return Link(field, list_name, whole, (*whole.fields, *others))


def _field(field: "dataclasses.Field[Any]", base: Any, marks: tuple[object, ...]) -> Field:
    key = _mark(shape.Key, marks)
    in_full = _mark(shape.InFull, marks)
    instead = _mark(shape.Instead, marks)
    return Field(
        name=field.name,
        key=key.name if key else field.name,
        value=_value(base, marks),
        required=field.default is dataclasses.MISSING,
        default=field.default,
        once=_mark(shape.Once, marks) is not None,
        upwards=_mark(shape.Upwards, marks) is not None,
        in_full=in_full.list_name if in_full else None,
        instead=instead.sentence if instead else None,
    )


def _unfold(hint: Any) -> tuple[Any, tuple[object, ...]]:
    """The type without its marks and without None, and the marks."""
    if typing.get_origin(hint) is Annotated:
        base, marks = _unfold(hint.__origin__)
        return base, (*marks, *hint.__metadata__)
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        members = [member for member in typing.get_args(hint) if member is not types.NoneType]
        return _unfold(members[0]) if len(members) == 1 else (tuple(members), ())
    return hint, ()


def _mark(kind: type[_Mark], marks: Iterable[object]) -> _Mark | None:
    return next((mark for mark in marks if isinstance(mark, kind)), None)


def _value(base: Any, marks: tuple[object, ...]) -> Value:
    if isinstance(base, tuple):
        (many,) = (member for member in base if member is not bool)
        return FlagOrMany(_many(many, ()))
    if typing.get_origin(base) is tuple:
        return _many(base, marks)
    if is_dataclass(base) and isinstance(base, type):
        return _part(base)
    return _single(base, marks)


def _many(base: Any, marks: tuple[object, ...]) -> Many:
    item = _value(*_unfold(typing.get_args(base)[0]))
    distinct = isinstance(item, Reference | Choice | MonthOfYear)
    return Many(item, distinct, _mark(shape.Sorted, marks) is not None)


def _single(base: type[Any], marks: tuple[object, ...]) -> Single:
    if base is str:
        return _words(marks)
    if base in {int, Decimal}:
        return _number(base is int, marks)
    if issubclass(base, StrEnum):
        return Choice(base)
    others: dict[type[Any], Single] = {bool: Flag(), date: Day(), Month: MonthOfYear()}
    return others[base]


def _number(whole: bool, marks: tuple[object, ...]) -> Number | Place:
    if place := _mark(shape.PlaceIn, marks):
        return Place(place.list_name)
    bounds = _mark(shape.Range, marks) or shape.Range()
    thousands = _mark(shape.Thousands, marks) is not None
    return Number(whole, bounds.least, bounds.most, thousands)


def _words(marks: tuple[object, ...]) -> Text | Identifier | Reference:
    for mark in marks:
        match mark:
            case shape.Names(kind):
                return Identifier(kind)
            case shape.Refers(kinds, words):
                return Reference(kinds, words)
            case shape.Length(limit, lines):
                return Text(limit, lines, _mark(shape.Reads, marks))
    raise TypeError("a text without a mark that says what it holds")


PLAN = _part(Plan)
