"""A plan in which every text is a canary: a word that stands nowhere else."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from waypost.method.month import Month
from waypost.method.plan import Plan
from waypost.method.shape import Kind
from waypost.planfile.fields import (
    PLAN,
    Choice,
    Day,
    FlagOrMany,
    Identifier,
    Many,
    MonthOfYear,
    Number,
    Part,
    Place,
    Reference,
    Text,
    Value,
)

LENGTH_OF_LISTS = 2
SHORTEST = 12  # a currency has no room for a canary
LETTERS = dict(zip(Kind, "LTFVRBGSAXDPOQ", strict=True))


@dataclass
class Aviary:
    """Makes the plan of one owner and remembers where in it which canary sits."""

    owner: str
    canaries: dict[str, str] = field(default_factory=dict)
    _ids: defaultdict[Kind, int] = field(default_factory=lambda: defaultdict(int))

    def plan(self) -> Plan:
        made: Plan = self._part(PLAN, "", 0)
        return made

    def at(self, *beginnings: str) -> set[str]:
        """The canaries in these places of the plan."""
        return {word for path, word in self.canaries.items() if path.startswith(beginnings)}

    def canary(self, path: str) -> str:
        word = f"{self.owner}canary{len(self.canaries):04d}"
        self.canaries[path] = word
        return word

    def _part(self, part: Part, path: str, place: int) -> Any:
        own = next((f.value.kind for f in part.fields if isinstance(f.value, Identifier)), None)
        values = {
            described.name: self._value(described.value, f"{path}.{described.name}", place, own)
            for described in part.fields
            if not (described.upwards and place == 0)
        }
        return part.of(**values)

    def _value(self, value: Value, path: str, place: int, own: Kind | None) -> Any:
        match value:
            case Part():
                return self._part(value, path, place)
            case Many(Reference() as item) | FlagOrMany(Many(Reference() as item)):
                return (self._reference(item, place, own),)
            case Many(Choice(words)):
                return tuple(words)
            case Many(item):
                places = range(LENGTH_OF_LISTS)
                return tuple(self._value(item, f"{path}[{n}]", n, own) for n in places)
            case Reference():
                return self._reference(value, place, own)
        return self._single(value, path, place)

    def _single(self, value: Value, path: str, place: int) -> Any:
        match value:
            case Identifier(kind):
                self._ids[kind] += 1
                return f"{LETTERS[kind]}{self._ids[kind]}"
            case Text(limit):
                return self.canary(path) if limit >= SHORTEST else "XQZ"[:limit]
            case Number(whole, least):
                return int(least or 1) + place if whole else Decimal(least or 0)
            case Choice(words):
                return next(iter(words))
            case Day():
                return date(2026, 12, 1 + place)
            case MonthOfYear():
                return Month(2026, 11 + place)
            case Place():
                return place
        return place == 0

    @staticmethod
    def _reference(value: Reference, place: int, own: Kind | None) -> str:
        """One part of each list's own: the first points at the first. Nothing points at its like
        but a person, whose superior is the one before."""
        kinds = [kind for kind in value.kinds if kind is not own]
        return f"{LETTERS[kinds[-1]]}{place + 1}" if kinds else f"{LETTERS[value.kinds[0]]}{place}"
