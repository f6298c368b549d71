"""Rows by SQL that is written once for each model: Django writes it anew for each row, which takes
several times as long as running it. No signals."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from django.db import connection, models
from django.db.models.sql import InsertQuery

from waypost.history.cursors import open_cursor

# What needs no preparing, which takes longer than writing it.
KEPT: "dict[type[models.Field[Any, Any]], type]" = {
    models.CharField: str,
    models.TextField: str,
    models.ForeignKey: int,
    models.PositiveSmallIntegerField: int,
    models.PositiveIntegerField: int,
    models.BigIntegerField: int,
    models.BooleanField: bool,
}
Fields = tuple["models.Field[Any, Any]", ...]


def insert(row: models.Model) -> None:
    """Save a new row and give it its key, as ``row.save(force_insert=True)`` does."""
    sql, fields = _insertion(type(row), returns_key=True)
    with open_cursor() as cursor:
        cursor.execute(sql, _stored(row, fields, True))
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias


def insert_all(rows: Sequence[models.Model]) -> None:
    """Write new rows of one model in their order; they are not told their keys."""
    if rows:
        sql, fields = _insertion(type(rows[0]), returns_key=False)
        with open_cursor() as cursor:
            cursor.executemany(sql, [_stored(row, fields, True) for row in rows])


def update(row: models.Model, *names: str) -> None:
    """Write these columns of a stored row, as ``row.save(update_fields=names)`` does; nothing where
    the row is gone."""
    sql, fields = _updating(type(row), names)
    with open_cursor() as cursor:
        cursor.execute(sql, (*_stored(row, fields, False), row.pk))


def _stored(row: models.Model, fields: Fields, is_new: bool) -> tuple[Any, ...]:
    """The values of the row as the database takes them."""
    return tuple(
        value
        if (kept := KEPT.get(type(field))) and type(value := getattr(row, field.attname)) is kept
        else field.get_db_prep_save(field.pre_save(row, is_new), connection)
        for field in fields
    )


@cache
def _insertion(model: type[models.Model], *, returns_key: bool) -> tuple[str, Fields]:
    """The SQL for one row of the model, and the fields whose values it takes in this order."""
    fields = tuple(field for field in model._meta.local_concrete_fields if not field.primary_key)
    query = InsertQuery(model)
    query.insert_values(fields, [model()])
    compiler = query.get_compiler(connection=connection)
    if returns_key:
        compiler.returning_fields = [model._meta.pk]
    ((sql, _values),) = compiler.as_sql()
    return sql, fields


@lru_cache(maxsize=512)
def _updating(model: type[models.Model], names: tuple[str, ...]) -> tuple[str, Fields]:
    """The same for changing these columns of the row whose key comes last."""
    quoted = connection.ops.quote_name
    table: Any = model._meta
    fields = tuple(table.get_field(name) for name in names)
    values = ", ".join(f"{quoted(field.column)} = %s" for field in fields)
    key = f"{quoted(table.pk.column)} = %s"
    return f"UPDATE {quoted(table.db_table)} SET {values} WHERE {key}", fields  # noqa: S608  # no values
