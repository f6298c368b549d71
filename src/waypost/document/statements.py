"""Queries that differ by an id or two, written once and planned once.

Django writes the SQL of a queryset anew each time, which takes several times as long as running
it, and PostgreSQL plans it anew, which does too.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import zip_longest
from typing import Any, Final, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet
from django.db.models.sql import DeleteQuery

from waypost.history.cursors import open_cursor

Row = dict[str, Any]
Found = TypeVar("Found", bound=Model)

# Stand in a queryset for the ids that its statement will be asked about; for days see `days`.
ACCOUNT: Final = -1
USER: Final = -2
ROW: Final = -3
CODE: Final = "<a code>"


@dataclass(frozen=True, slots=True)
class Statement:
    """The SQL of a queryset, with ACCOUNT, USER, ROW or CODE among its parameters; ``types`` are
    those of its columns.

    Two threads that ask first at one time write it twice, so what asks the same is the same.
    """

    sql: str
    parameters: tuple[Any, ...] = field(hash=False)
    names: tuple[str, ...] = field(hash=False)
    types: tuple[str, ...] = field(compare=False)
    converters: tuple[tuple[int, tuple[Callable[..., Any], ...], Any], ...] = field(compare=False)

    def rows(self, ids: Mapping[Any, Any]) -> list[Row]:
        """The rows with ``ids`` in place of ACCOUNT, USER, ROW or CODE."""
        with open_cursor() as cursor:
            return self.read(cursor, ids)

    def read(self, cursor: Any, ids: Mapping[Any, Any]) -> list[Row]:
        """The same by a cursor that is asked for more than this."""
        cursor.execute(self.sql, [ids.get(given, given) for given in self.parameters])
        if not self.converters:
            return [dict(zip(self.names, values, strict=True)) for values in cursor.fetchall()]
        database = connections[DEFAULT_DB_ALIAS]  # `connection` looks it up each time it is named
        return [self._row(list(values), database) for values in cursor.fetchall()]

    def run(self, ids: Mapping[Any, Any]) -> None:
        """Do what gives no rows."""
        with open_cursor() as cursor:
            cursor.execute(self.sql, [ids.get(given, given) for given in self.parameters])

    def _row(self, values: list[Any], database: BaseDatabaseWrapper) -> Row:
        for place, converters, column in self.converters:
            for convert in converters:
                values[place] = convert(values[place], column, database)
        return dict(zip(self.names, values, strict=True))


def write(queryset: QuerySet[Any, Any], *names: str) -> Statement:
    """The statement that reads these columns. Keep it: writing it is what takes the time.

    Nothing else in it changes, so a queryset that looks at the clock has no place here.
    """
    compiler = queryset.values(*names).query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    selected = [column for column, _sql, _alias in compiler.select]
    converters = compiler.get_converters(selected)
    return Statement(
        sql=sql,
        parameters=tuple(parameters),
        names=names,
        types=tuple(column.output_field.get_internal_type() for column in selected),
        converters=tuple((place, tuple(of), column) for place, (of, column) in converters.items()),
    )


def write_deletion(queryset: QuerySet[Any, Any]) -> Statement:
    """The statement that deletes these rows, of one table to which no other points."""
    compiler = queryset.query.chain(DeleteQuery).get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    return Statement(sql=sql, parameters=tuple(parameters), names=(), types=(), converters=())


def places(room: int) -> range:
    """Stand in a queryset for so many keys (`filled`)."""
    return range(-room, 0)


def filled(keys: Iterable[int]) -> dict[int, int]:
    """For `Statement.rows`: these keys, at least one, in the next power of two of places, so that
    few statements do for any number of them."""
    found = list(keys)
    room = 1 << (len(found) - 1).bit_length()
    return dict(zip_longest(places(room), found, fillvalue=found[-1]))


def days(asked: Mapping[date, date]) -> dict[Any, Any]:
    """For `Statement.rows`: the days and moments asked about in place of others in the queryset.

    Those that stand in it for others are of the year 1, where no plan has a day.
    """
    return {_stored(stands): _stored(day) for stands, day in asked.items()}


def _stored(day: date) -> Any:
    """As Django hands it to the database."""
    if isinstance(day, datetime):
        return connection.ops.adapt_datetimefield_value(day)
    return connection.ops.adapt_datefield_value(day)


@cache
def columns(model: type[Model], *related: str) -> tuple[str, ...]:
    """The columns of the model, and of the rows that these relations to one lead to."""
    own = tuple(field.attname for field in model._meta.concrete_fields)
    others = ((name, column) for name in related for column in columns(_model_at(model, name)))
    return (*own, *(f"{name}__{column}" for name, column in others))


def as_model(model: type[Found], row: Row, *related: str) -> Found:
    """The row of these `columns` as its model, with the related rows ready in it."""
    found = _of(model, row, "")
    for name in related:
        other = _of(_model_at(model, name), row, f"{name}__")
        field: Any = model._meta.get_field(name)
        field.set_cached_value(found, None if other.pk is None else other)
    return found


def _model_at(model: type[Model], relation: str) -> type[Model]:
    other: type[Model] = model._meta.get_field(relation).related_model  # type: ignore[assignment]
    return other


def _of(model: type[Found], row: Row, path: str) -> Found:
    names = columns(model)
    return model.from_db(DEFAULT_DB_ALIAS, names, [row[f"{path}{name}"] for name in names])
