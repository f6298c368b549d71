"""Cursors for SQL that is written once and asked for again and again."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper


@contextmanager
def open_cursor() -> Iterator[Any]:
    """A cursor that sends SQL and parameters apart, so that PostgreSQL keeps the plan of what it is
    asked more often than ``prepare_threshold`` (settings) in a connection. Django's own writes the
    parameters into the SQL, so that it never asks the same twice.

    What Django does around each query it does once around all of them, unless it counts them.
    """
    database = connections[DEFAULT_DB_ALIAS]
    database.close_if_health_check_failed()
    database.ensure_connection()
    database.validate_no_broken_transaction()
    with database.wrap_database_errors, _cursor_of(database) as cursor:
        if database.queries_logged:
            yield CursorDebugWrapper(cursor, database)
        elif database.execute_wrappers:
            yield CursorWrapper(cursor, database)
        else:
            yield cursor


def _cursor_of(database: BaseDatabaseWrapper) -> Any:
    if database.vendor == "postgresql":
        return psycopg.Cursor(database.connection)
    return closing(database.connection.cursor(factory=SqliteCursor))


class SqliteCursor(SQLiteCursorWrapper):
    """Writes a statement in the way of SQLite once, not each time."""

    def convert_query(
        self,
        query: str,
        *,
        param_names: list[str] | None = None,  # noqa: ARG002  # as Django calls it
    ) -> str:
        return _converted(query)


@cache
def _converted(sql: str) -> str:
    return sql.replace("%s", "?").replace("%%", "%")
