"""From a Plan to the text of a plan file; the same plan always gives the same text."""

import json
from decimal import Decimal
from enum import StrEnum
from typing import Any

from waypost.method.plan import Plan
from waypost.planfile.fields import (
    PLAN,
    Field,
    FlagOrMany,
    Link,
    Many,
    Number,
    Part,
    Place,
    Value,
)
from waypost.planfile.reader import FORMAT, FORMAT_KEY
from waypost.planfile.values import canonical
from waypost.planfile.yaml_text import Outline, yaml_text


def write_yaml(plan: Plan) -> str:
    """The plan as YAML for people: what is not known is left out."""
    return yaml_text(_outline(plan))


def write_json(plan: Plan) -> str:
    """The plan as JSON, with the same keys as in YAML."""
    return json.dumps(_json_value(_outline(plan)), ensure_ascii=False, indent=2) + "\n"


def _outline(plan: Plan) -> dict[str, Outline]:
    return {FORMAT_KEY: FORMAT, **_Writer(plan).part(PLAN, plan)}


def _json_value(value: Outline) -> object:
    match value:
        case dict():
            return {key: _json_value(member) for key, member in value.items()}
        case list():
            return [_json_value(item) for item in value]
        case Decimal():  # at most 15 digits, which a float holds exactly
            return int(value) if value == value.to_integral_value() else float(value)
        case bool() | int():
            return value
    return str(value)


class _Writer:
    """Turns parts into mappings, each person in full where a decision group names him first."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._waiting: dict[str, dict[str, Any]] = {}

    def part(self, described: Part, part: Any) -> dict[str, Outline]:
        """The keys and values of one part that are known."""
        link = described.link
        if link and (whole := self._take(link, part)):
            others = tuple(field for field in described.fields if field is not link.field)
            return {**self.part(link.whole, whole), **self._entries(others, part)}
        return self._entries(described.fields, part)

    def _take(self, link: Link, part: Any) -> Any:
        """The part that is named here for the first time, None from the second time on."""
        held = getattr(self._plan, link.list_name)
        waiting = self._waiting.setdefault(link.list_name, {whole.id: whole for whole in held})
        return waiting.pop(getattr(part, link.field.name), None)

    def _entries(self, fields: tuple[Field, ...], part: Any) -> dict[str, Outline]:
        entries = {}
        for field in fields:
            known = getattr(part, field.name)
            if part is self._plan and field.name in self._waiting:
                known = tuple(self._waiting[field.name].values())
            if field.required or known != field.default:
                entries[field.key] = self._value(field.value, known)
        return entries

    def _value(self, value: Value, known: Any) -> Outline:
        match value:
            case Part():
                return self.part(value, known)
            case Many(item):
                return [self._value(item, one) for one in known]
            case FlagOrMany(many) if not isinstance(known, bool):
                return self._value(many, known)
            case Number(whole=False, thousands=thousands):
                return canonical(known / 1000 if thousands else known)
            case Place(list_name):
                return f"{list_name}[{known}]"
        return str(known) if isinstance(known, StrEnum) else known
