"""Queries that differ by an id or two, written once and planned once.

Django writes the SQL of a queryset anew each time, which takes several times as long as running
it, and PostgreSQL plans it anew, which does too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from django.db import connection
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper
from django.db.models import QuerySet

Row = dict[str, Any]

# Stand in a queryset for the ids that its statement will be asked about.
ACCOUNT: Final = -1
USER: Final = -2


@dataclass(frozen=True, slots=True)
class Statement:
    """The SQL of a queryset, with ACCOUNT and USER among its parameters."""

    sql: str
    parameters: tuple[Any, ...]
    names: tuple[str, ...]
    converters: tuple[tuple[int, tuple[Callable[..., Any], ...], Any], ...]

    def rows(self, ids: Mapping[int, int]) -> list[Row]:
        """The rows with ``ids`` in place of ACCOUNT and USER."""
        with open_cursor() as cursor:
            cursor.execute(self.sql, [ids.get(given, given) for given in self.parameters])
            found = cursor.fetchall()
        return [self._row(list(values)) for values in found]

    def _row(self, values: list[Any]) -> Row:
        for place, converters, column in self.converters:
            for convert in converters:
                values[place] = convert(values[place], column, connection)
        return dict(zip(self.names, values, strict=True))


def write(queryset: QuerySet[Any, Any], *names: str) -> Statement:
    """The statement that reads these columns. Keep it: writing it is what takes the time.

    Nothing else in it changes, so a queryset that looks at the clock has no place here.
    """
    compiler = queryset.values(*names).query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
    return Statement(
        sql=sql,
        parameters=tuple(parameters),
        names=names,
        converters=tuple((place, tuple(of), column) for place, (of, column) in converters.items()),
    )


def open_cursor() -> CursorWrapper:
    """A cursor that sends SQL and parameters apart, so that PostgreSQL keeps the plan of what it is
    asked more often than ``prepare_threshold`` (settings) in a connection. Django's own writes the
    parameters into the SQL, so that it never asks the same twice."""
    if connection.vendor != "postgresql":
        return connection.cursor()
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    wrapped = CursorDebugWrapper if connection.queries_logged else CursorWrapper
    return wrapped(psycopg.Cursor(connection.connection), connection)
