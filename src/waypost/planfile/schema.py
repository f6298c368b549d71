"""The JSON Schema of plan files, for editors and other programs that write them."""

from typing import Any

from waypost.method import shape
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

_Schema = dict[str, Any]


def json_schema() -> _Schema:
    """Draft 2020-12. It cannot say that ids are unique and known, and that nothing is too long
    once blanks around it are gone; the reader checks that."""
    definitions: dict[str, _Schema] = {}
    plan = _mapping(PLAN.fields, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:waypost-plan:1",
        "title": f"Account plan, {FORMAT}",
        "description": description(PLAN),
        **plan,
        "properties": {FORMAT_KEY: {"const": FORMAT}, **plan["properties"]},
        "required": [FORMAT_KEY, *plan["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _mapping(fields: tuple[Field, ...], definitions: dict[str, _Schema]) -> _Schema:
    return {
        "type": "object",
        "properties": {field.key: _field(field, definitions) for field in fields},
        "required": [field.key for field in fields if field.required],
        "additionalProperties": False,
    }


def _field(field: Field, definitions: dict[str, _Schema]) -> _Schema:
    schema = _value(field.value, definitions)
    if field.instead:
        schema["description"] = field.instead
    return schema if field.required else _or_unknown(schema)


def _or_unknown(schema: _Schema) -> _Schema:
    """The same, or null for what is not known."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    unknown = {key: rule for key, rule in schema.items() if key not in {"type", "minLength"}}
    return {"type": [*types, "null"], **unknown}


def _value(value: Value, definitions: dict[str, _Schema]) -> _Schema:
    match value:
        case Part():
            return _part(value, definitions)
        case Many(item, distinct):
            rule = {"uniqueItems": True} if distinct else {}
            return {"type": "array", "items": _value(item, definitions), **rule}
        case FlagOrMany(many):
            return {**_value(many, definitions), "type": ["boolean", "array"]}
    return _single(value)


def _part(part: Part, definitions: dict[str, _Schema]) -> _Schema:
    name = part.of.__name__
    if name not in definitions:
        schema = _mapping(part.fields, definitions)
        if part.link:
            schema = {"anyOf": [schema, _mapping(part.link.full_form, definitions)]}
        definitions[name] = {"description": description(part), **schema}
    return {"$ref": f"#/$defs/{name}"}


def description(part: Part) -> str:
    """What the part is, from its dataclass."""
    return " ".join(str(part.of.__doc__).split()).replace("``", "`")


def _single(value: Single) -> _Schema:
    match value:
        case Text(limit, reads=reads):
            types = ["string", "number", "boolean"]
            rule = {"description": f"{reads.words[0].upper()}{reads.words[1:]}."} if reads else {}
            return {"type": types, "minLength": 1, "maxLength": limit, **rule}
        case Identifier(kind):
            pattern = f"^(?!{shape.ACCOUNT}$){shape.ID_PATTERN}$"
            return {"type": "string", "pattern": pattern, "description": f"The id of the {kind}."}
        case Reference():
            return {"type": "string", "description": _target(value)}
        case Number():
            return _number(value)
        case Flag():
            return {"type": "boolean"}
        case Day():
            return {"type": "string", "format": "date"}
        case MonthOfYear():
            return {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}
        case Choice(words):
            return {"enum": [word.value for word in words]}
        case Place(list_name):
            pattern = rf"^{list_name}\[[0-9]{{1,6}}\]$"
            return {"type": "string", "pattern": pattern}


def _target(value: Reference) -> str:
    words = (f"“{word}”, or " for word in value.words)
    return f"{''.join(words)}the id of: {listed(value.targets, 'or')}."


def _number(value: Number) -> _Schema:
    schema: _Schema = {"type": "integer" if value.whole else "number"}
    limit = 10 ** (shape.DIGITS_BEFORE_POINT - (3 if value.thousands else 0))
    lowest = {"exclusiveMinimum": -limit} if value.least is None else {"minimum": int(value.least)}
    highest = {"exclusiveMaximum": limit} if value.most is None else {"maximum": int(value.most)}
    return schema | lowest | highest
