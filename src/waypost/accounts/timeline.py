"""The history of an account for people: who did what when, and what that changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.history.models import Change, ChangeSet, SeenBy
from waypost.history.undo import Obstacle
from waypost.ui.formats import excerpt, number, short_date

# What may be shown of a row, by table: nothing that is hidden in the plan from whoever sees this.
# A column that is not here changes without its values being shown.
SHOWN: dict[str, frozenset[str]] = {
    "accounts.account": frozenset(
        {"name", "tier", "parent", "currency", "review_day", "window_months"}
    ),
    "accounts.teammember": frozenset({"name", "function", "access_role", "hours_per_week"}),
    "plans.objective": frozenset(
        {"text", "customer_text", "horizon_years", "metric", "unit", "baseline", "target"}
        | {"due", "condition", "agreed_team", "agreed_customer", "owner_id"}
    ),
    "plans.stagegoal": frozenset({"due", "value", "customer_sees"}),
    "plans.strategy": frozenset({"statement", "communicate"}),
    "plans.action": frozenset(
        {"month", "what", "due", "status", "urgent", "important", "hours", "reason"}
        | {"owner_id", "achieves_id"}
    ),
    "plans.trafficlight": frozenset({"colour", "text", "since", "response", "on_id"}),
}
# Of these the values are hidden in the plan from whoever does not see margins.
MARGINS_ONLY = {("plans.objective", "condition")}
LONG = 12  # a change set of more rows than this was a file: its sentence says enough


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One value that changed, in words: before and after, empty where there is none."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One change set in words; ``can_be_undone`` says whether it is worth offering."""

    pk: int
    at: datetime
    actor: str
    what: str
    turns: tuple[Turn, ...]
    can_be_undone: bool
    was_undone: bool


def changes_of(access: Access) -> QuerySet[ChangeSet]:
    """The change sets of the account that the person may read of, newest first."""
    sight = access.sight
    hidden = [
        seen_by
        for seen_by, seen in ((SeenBy.MARGINS, sight.margins), (SeenBy.NOTES, sight.notes))
        if not seen
    ]
    found = ChangeSet.objects.filter(account=access.account).exclude(seen_by__in=hidden)
    return found.select_related("actor").order_by("-pk")


def change_of(access: Access, pk: int) -> ChangeSet:
    """One of them; Http404 for any other."""
    found = changes_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def entries(change_sets: Iterable[ChangeSet], access: Access, today: date) -> list[Entry]:
    """The change sets in words; the same few queries however many there are."""
    sets = list(change_sets)
    keys = [found.pk for found in sets]
    sizes = dict(
        Change.objects.filter(change_set__in=keys)
        .values_list("change_set")
        .annotate(rows=Count("pk"))
        .order_by()
    )
    short = [key for key in keys if sizes.get(key, 0) <= LONG]
    changes: dict[int, list[Change]] = {}
    for change in Change.objects.filter(change_set__in=short).order_by("pk"):
        changes.setdefault(change.change_set_id, []).append(change)
    undone = set(
        ChangeSet.objects.filter(undoes__in=keys).values_list("undoes", flat=True).order_by()
    )
    words = Words(
        [change for found in changes.values() for change in found], today, access.sight.margins
    )
    return [
        Entry(
            pk=found.pk,
            at=found.at,
            actor=found.actor.name if found.actor else "",
            what=found.what,
            turns=tuple(words.turns(changes.get(found.pk, ()))),
            can_be_undone=(
                bool(sizes.get(found.pk))
                and found.pk not in undone
                and not found.is_final
                and access.may_undo(found)
            ),
            was_undone=found.pk in undone,
        )
        for found in sets
    ]


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
