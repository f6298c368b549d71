"""Taking back: the rows of a change set become again what they were before it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext

from waypost.history.models import Change, ChangeSet
from waypost.history.operations import Recording, row_values

# When somebody last worked on a plan is no part of it.
UNWATCHED = frozenset({"touched_at", "as_of"})
# These count on, whatever is taken back: what others know of a row is older than what it is now.
COUNTED = ("version", "calendar_sequence")
# A row that ends does not vanish: one of these says since when it is gone.
ENDINGS = ("deleted_at", "retired_at")


@dataclass(frozen=True, kw_only=True, slots=True)
class Obstacle:
    """A column that somebody wrote after the change set: before it, and as it stands now.

    ``column`` is empty where the row as a whole came back or went away meanwhile.
    """

    table: str
    row: int
    column: str = ""
    before: Any = None
    now: Any = None


class UndoError(Exception):
    """Rows of the change set were written since; taking it back would lose that.

    Without ``obstacles`` it cannot be taken back at all; ``reason`` says why.
    """

    def __init__(self, obstacles: tuple[Obstacle, ...] = (), reason: str = "") -> None:
        super().__init__(reason or f"{len(obstacles)} in the way")
        self.obstacles = obstacles
        self.reason = reason


def take_back(change_set: ChangeSet, recording: Recording, *, anyway: bool = False) -> None:
    """Undo a change set inside the operation that authorised it.

    Raises UndoError where a row was written since. ``anyway`` puts the columns that the change
    set wrote back nevertheless and leaves all others as they are now. A yes to words is never
    carried over to other words: once people have answered, words are changed, not taken back.
    """
    changes = list(change_set.changes.order_by("-pk"))
    if any(_answered_since(change) for change in changes):
        raise UndoError(reason=gettext("People were told these words or answered to them since."))
    if not anyway and (obstacles := tuple(_obstacles(changes))):
        raise UndoError(obstacles)
    try:
        with transaction.atomic():
            for change in changes:
                _revert(change, recording)
            # Not only at the end of the transaction, where it would be too late to say so.
            connection.check_constraints([_model(change)._meta.db_table for change in changes])
    except IntegrityError as error:
        gone = gettext("What it belonged to is gone, or its place is taken.")
        raise UndoError(reason=gone) from error
    if recording.is_empty:
        raise UndoError(reason=gettext("Everything is as it was before already."))


def _answered_since(change: Change) -> bool:
    """Whether somebody said yes or no to words that the change wrote (OBJ-3, STR-3)."""
    row = _row(change)
    for relation in _reworded(change) if row is not None else ():
        answers = getattr(row, relation)
        later = Change.objects.filter(
            table=answers.model._meta.label_lower,
            row__in=list(answers.values_list("pk", flat=True)),
            change_set__gt=change.change_set_id,
        )
        if later.exists():
            return True
    return False


def rewords(change: Change) -> bool:
    """Whether the change wrote words that people answer to, or brought or took them as a whole."""
    if not hasattr(_model(change), "ANSWERED_BY"):
        return False
    before, after = change.before or {}, change.after or {}
    return bool(_reworded(change)) or before.get("deleted_at", "") != after.get("deleted_at", "")


def _reworded(change: Change) -> set[str]:
    before, after = change.before, change.after
    if not (before and after):
        return set()
    answered: dict[str, str] = getattr(_model(change), "ANSWERED_BY", {})
    return {relation for column, relation in answered.items() if before[column] != after[column]}


def current_values(change: Change) -> dict[str, Any] | None:
    """The row of the change as it stands now; None where it is gone."""
    return stored(_row(change))


def _obstacles(changes: list[Change]) -> Iterator[Obstacle]:
    own = {(change.table, change.row) for change in changes}
    for change in changes:
        row = _row(change)
        now, after = stored(row), change.after
        if row is not None and change.before is None:
            for part in _hanging(row):
                if (part._meta.label_lower, part.pk) not in own:
                    yield Obstacle(table=part._meta.label_lower, row=part.pk)
        if now == after or (now and after and _watched(now) == _watched(after)):
            continue
        yield from _differences(change, now)


def _hanging(row: models.Model) -> Iterator[models.Model]:
    """The live parts that belong to a row: they would stay without it."""
    for relation in row._meta.related_objects:
        model = relation.related_model
        if relation.one_to_many and hasattr(model, "deleted_at"):
            owned = {relation.field.name: row, "deleted_at": None}
            if relation.on_delete is models.CASCADE:
                yield from model._base_manager.filter(**owned)


def _differences(change: Change, now: dict[str, Any] | None) -> Iterator[Obstacle]:
    place: dict[str, Any] = {"table": change.table, "row": change.row}
    if now is None or change.after is None:
        yield Obstacle(**place)
        return
    for column, value in change.after.items():
        if column not in UNWATCHED.union(COUNTED) and now.get(column) != value:
            before = (change.before or {}).get(column)
            yield Obstacle(**place, column=column, before=before, now=now.get(column))


def _watched(values: dict[str, Any]) -> dict[str, Any]:
    """What counts as the same row: its version where it has one and lives, else all of it."""
    ignored = UNWATCHED if "version" not in values else UNWATCHED | set(values) - KEPT
    return {column: value for column, value in values.items() if column not in ignored}


KEPT = {"version", "deleted_at"}


def _revert(change: Change, recording: Recording) -> None:
    row = _row(change)
    if change.before is None:
        if row is not None:
            _end(row, recording)
    elif row is None:
        row = _model(change)(**_read(_model(change), change.before))
        row.save(force_insert=True)
        recording.created(row)
    else:
        _put_back(row, change, recording)


def _end(row: models.Model, recording: Recording) -> None:
    """What was created goes: softly where its kind knows that."""
    ending = next((name for name in ENDINGS if hasattr(row, name)), None)
    if ending is None:
        recording.removed([row])
        row.delete()
    elif getattr(row, ending) is None:
        for part in _hanging(row):
            _end(part, recording)
            _end(part.ref, recording)  # type: ignore[attr-defined]  # every part has one
        _write(row, {ending: timezone.now()}, recording)


def _put_back(row: models.Model, change: Change, recording: Recording) -> None:
    before, after = change.before or {}, change.after or {}
    changed = {
        column: value
        for column, value in before.items()
        if column not in UNWATCHED.union(COUNTED) and after.get(column) != value
    }
    _write(row, _read(type(row), changed), recording)


def _write(row: models.Model, values: dict[str, Any], recording: Recording) -> None:
    before = row_values(row)
    for column, value in values.items():
        setattr(row, column, value)
    if row_values(row) == before:
        return
    counted = [name for name in COUNTED if name in before]
    for name in counted:
        setattr(row, name, before[name] + 1)
    row.save(update_fields=[*(_field(row, name).name for name in values), *counted])
    recording.changed(row, before)


def _field(row: models.Model, column: str) -> "models.Field[Any, Any]":
    return next(field for field in row._meta.concrete_fields if field.attname == column)


def _read(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    """Values as they were recorded, in the types of their columns."""
    return {
        field.attname: field.to_python(values[field.attname])
        for field in model._meta.concrete_fields
        if field.attname in values
    }


def stored(row: models.Model | None) -> dict[str, Any] | None:
    """The values of a row as a change keeps them."""
    if row is None:
        return None
    values: dict[str, Any] = json.loads(json.dumps(row_values(row), cls=DjangoJSONEncoder))
    return values


def _row(change: Change) -> models.Model | None:
    return _model(change)._base_manager.select_for_update().filter(pk=change.row).first()


def _model(change: Change) -> type[models.Model]:
    return apps.get_model(change.table)
