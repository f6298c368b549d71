"""Several statements in one question to the database, which takes as long to hear it as to answer.

Each statement gives all of its rows as one text of JSON.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, Final

from django.db import connection

from waypost.document.statements import Row, Statement
from waypost.history.cursors import open_cursor

Answers = dict[Statement, list[Row]]
Texts = tuple[str | None, ...]  # JSON
Converter = Callable[[Any], Any]

# What JSON has no word for, by the type of the column. SQLite has none either: there Django's own
# converters know what to make of it.
FROM_JSON: Final[Mapping[str, Converter]] = {
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
    "DecimalField": Decimal,
}


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """The SQL of all the statements, with their parameters one after the other."""

    sql: str
    parameters: tuple[Any, ...]
    readers: tuple[tuple[Statement, tuple[tuple[int, Converter], ...]], ...]
    decode: Callable[[str], Any]

    def rows(self, ids: Mapping[Any, Any]) -> tuple[list[Row], ...]:
        """The rows of each in their order, as its `Statement.rows` gives them."""
        with open_cursor() as cursor:
            return tuple(self.read(cursor, ids).values())

    def read(self, cursor: Any, ids: Mapping[Any, Any]) -> Answers:
        """The rows by statement, by a cursor that is asked for more than this."""
        return self.decoded(self.ask(cursor, ids))

    def ask(self, cursor: Any, ids: Mapping[Any, Any]) -> Texts:
        """The text of each, which `decoded` makes rows of."""
        cursor.execute(self.sql, [ids.get(given, given) for given in self.parameters])
        return tuple(cursor.fetchone())

    def decoded(self, texts: Texts) -> Answers:
        """``texts`` may be those of the last statements alone."""
        readers = self.readers[len(self.readers) - len(texts) :]
        return {
            statement: [_row(statement, converters, values) for values in self.decode(text or "[]")]
            for (statement, converters), text in zip(readers, texts, strict=True)
        }


def together(statements: Iterable[Statement]) -> Together:
    """One statement of these. Keep it, as each of them."""
    asked = tuple(statements)
    is_postgresql = connection.vendor == "postgresql"
    each = _postgresql if is_postgresql else _sqlite
    converters = _of_types if is_postgresql else _of_django
    return Together(
        sql=f"SELECT {', '.join(map(each, asked))}",
        parameters=tuple(given for statement in asked for given in statement.parameters),
        readers=tuple((statement, tuple(converters(statement))) for statement in asked),
        decode=partial(json.loads, parse_float=Decimal) if is_postgresql else json.loads,
    )


def _row(
    statement: Statement, converters: tuple[tuple[int, Converter], ...], values: list[Any]
) -> Row:
    for place, convert in converters:
        if values[place] is not None:
            values[place] = convert(values[place])
    return dict(zip(statement.names, values, strict=True))


def _postgresql(statement: Statement) -> str:
    row = f"json_build_array({_columns(statement)})"
    return f"(SELECT json_agg({row})::text FROM ({statement.sql}) r)"  # noqa: S608  # no values


def _sqlite(statement: Statement) -> str:
    row = f"json_array({_columns(statement)})"
    return f"(SELECT json_group_array({row}) FROM ({statement.sql}) r)"  # noqa: S608  # no values


def _columns(statement: Statement) -> str:
    return ", ".join(f"r.{connection.ops.quote_name(name)}" for name in statement.names)


def _of_types(statement: Statement) -> Iterable[tuple[int, Converter]]:
    for place, name in enumerate(statement.types):
        if name in FROM_JSON:
            yield place, FROM_JSON[name]


def _of_django(statement: Statement) -> Iterable[tuple[int, Converter]]:
    for place, converters, column in statement.converters:
        if statement.types[place] == "DateField":  # Django's own looks at each more closely
            yield place, date.fromisoformat
            continue
        for convert in converters:
            yield place, partial(_convert, convert, column)


def _convert(convert: Callable[..., Any], column: Any, value: Any) -> Any:
    return convert(value, column, connection)
