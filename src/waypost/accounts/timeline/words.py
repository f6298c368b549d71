"""Recorded values as people write them: what changed, from what to what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.timeline.shown import MARGINS_ONLY, SHOWN
from waypost.history.models import Change
from waypost.history.undo import Obstacle
from waypost.ui.formats import excerpt, number, short_date


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One value that changed, in words: before and after, empty where there is none."""

    label: str
    before: str
    after: str


class Words:
    """Recorded values as people write them; the names behind keys are read once for all."""

    def __init__(self, changes: Iterable[Change], today: date, margins: bool) -> None:
        self.today = today
        self.margins = margins
        self._names: dict[type[models.Model], dict[Any, str]] = {}
        wanted: dict[type[models.Model], set[Any]] = {}
        for change in changes:
            for values in (change.before, change.after):
                self._note_keys(change.table, values or {}, wanted)
        for model, keys in wanted.items():
            rows = model._base_manager.filter(pk__in=keys)
            self._names[model] = {row.pk: excerpt(str(row)) for row in rows}

    def turns(self, changes: Iterable[Change]) -> Iterator[Turn]:
        """What changed in rows that stood there before and after."""
        for change in changes:
            if change.before is None or change.after is None:
                continue
            for column in self._columns(change.table):
                before, after = change.before.get(column), change.after.get(column)
                if before != after:
                    yield self.turn(change.table, column, before, after)

    def turn(self, table: str, column: str, before: Any, after: Any) -> Turn:
        field = _field(table, column)
        return Turn(
            label=str(field.verbose_name).capitalize(),
            before=self._value(field, before),
            after=self._value(field, after),
        )

    def _columns(self, table: str) -> list[str]:
        """Those whose values the person may read, in the order of the table."""
        shown = SHOWN.get(table, frozenset())
        return [
            field.attname
            for field in apps.get_model(table)._meta.concrete_fields
            if field.attname in shown
            and (self.margins or (table, field.attname) not in MARGINS_ONLY)
        ]

    def _note_keys(
        self, table: str, values: dict[str, Any], wanted: dict[type[models.Model], set[Any]]
    ) -> None:
        for column in self._columns(table):
            field = _field(table, column)
            if field.is_relation and values.get(column) is not None:
                wanted.setdefault(field.related_model, set()).add(values[column])  # type: ignore[arg-type]

    def _value(self, field: "models.Field[Any, Any]", value: Any) -> str:
        if value in (None, ""):
            return ""
        if field.is_relation:
            return self._names.get(field.related_model, {}).get(value, "")  # type: ignore[arg-type]
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(field, models.DateField):
            return short_date(parse_date(value), self.today)
        if isinstance(field, models.DecimalField):
            return number(_decimal(value))
        return str(value)


def obstacles_in_words(obstacles: Iterable[Obstacle], access: Access, today: date) -> list[Turn]:
    """What stands in the way of taking back: before the change set, and as it is now."""
    changes = [
        Change(
            table=found.table,
            row=found.row,
            before={found.column: found.before},
            after={found.column: found.now},
        )
        for found in obstacles
        if found.column
    ]
    return list(Words(changes, today, access.sight.margins).turns(changes))


def _field(table: str, column: str) -> "models.Field[Any, Any]":
    fields = apps.get_model(table)._meta.concrete_fields
    return next(field for field in fields if field.attname == column)


def _decimal(value: str) -> Decimal:
    try:
        return Decimal(value)
    except InvalidOperation:  # not written by us
        return Decimal(0)
