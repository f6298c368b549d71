"""New rows by SQL that is written once for each model: Django writes it anew for each row, which
takes several times as long as running it."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection, models
from django.db.models.sql import InsertQuery

FEW = 5


def insert(row: models.Model) -> None:
    """Save a new row and give it its key, as ``row.save(force_insert=True)`` does. No signals."""
    with connection.cursor() as cursor:
        _insert(cursor, row)


def insert_all(rows: Sequence[models.Model]) -> None:
    """The same for rows of one model; many go together, as the database is quicker then."""
    if len(rows) > FEW:
        type(rows[0])._default_manager.bulk_create(rows, batch_size=500)
        return
    with connection.cursor() as cursor:
        for row in rows:
            _insert(cursor, row)


def _insert(cursor: Any, row: models.Model) -> None:
    sql, fields = _statement(type(row))
    values = (field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields)
    cursor.execute(sql, tuple(values))
    (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias


@cache
def _statement(model: type[models.Model]) -> "tuple[str, tuple[models.Field[Any, Any], ...]]":
    """The SQL for one row of the model, and the fields whose values it takes in this order."""
    fields = tuple(field for field in model._meta.local_concrete_fields if not field.primary_key)
    query = InsertQuery(model)
    query.insert_values(fields, [model()])
    compiler = query.get_compiler(connection=connection)
    compiler.returning_fields = [model._meta.pk]
    ((sql, _values),) = compiler.as_sql()
    return sql, fields
