"""Which columns of any table point at somebody: at their row or at their id."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from waypost.accounts.models import Part


def pointing_at(model: type[models.Model]) -> "Iterator[models.ForeignKey[Any, Any]]":
    """Every column of any table that points at this model, but that of the part itself."""
    for relation in model._meta.get_fields(include_hidden=True):
        column = relation.field if isinstance(relation, models.ManyToOneRel) else None
        if not isinstance(column, models.ForeignKey):
            continue
        if not (issubclass(column.model, Part) and column.name == "ref"):
            yield column
