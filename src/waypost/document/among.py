"""A set of rows that PostgreSQL looks up first, in place of joining it to all else."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, QuerySet
from django.db.models.lookups import In
from django.db.models.sql.compiler import SQLCompiler


class Among(In):
    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        """An array that is made once. Tables that are joined are planned in every order that they
        could be joined in: with few rows to read that takes several times as long as reading."""
        column, its_parameters = self.process_lhs(compiler, connection)
        rows, their_parameters = self.process_rhs(compiler, connection)
        return f"{column} = ANY(ARRAY{rows})", (*its_parameters, *their_parameters)


def among(column: str, found: QuerySet[Any, Any]) -> Among:
    """A condition: the column has one of these values, of a queryset of one column."""
    return Among(F(column), found.query)
