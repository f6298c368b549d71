"""Recording: every operation writes one change set in the transaction of its own writes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db import models, transaction
from django.utils import timezone

from waypost.history.models import Change, ChangeSet, SeenBy
from waypost.history.writes import insert, insert_all

if TYPE_CHECKING:
    from waypost.accounts.models import Account
    from waypost.staff.models import User


Row = TypeVar("Row", covariant=True)


@dataclass(frozen=True, slots=True)
class Written(Generic[Row]):
    """What an operation wrote, and its change set: None where everything stood there already."""

    row: Row
    change_set: ChangeSet | None


class Recording:
    """The rows that the running operation has written so far.

    ``account`` is the one concerned; an operation that creates an account sets it. ``as_of`` is
    the day that the plan describes, where the operation brought in a plan as a whole. Afterwards
    ``change_set`` is what was recorded.
    """

    def __init__(self, account: "Account | None") -> None:
        self.account = account
        self.as_of: date | None = None
        self.change_set: ChangeSet | None = None
        self._changes: list[Change] = []

    @property
    def is_empty(self) -> bool:
        return not self._changes

    def created(self, *rows: models.Model) -> None:
        self._changes += [_change(row, before=None, after=row_values(row)) for row in rows]

    def changed(self, row: models.Model, before: dict[str, Any]) -> None:
        """``before`` is what `row_values` gave before the row was written."""
        after = row_values(row)
        if after != before:
            self._changes.append(_change(row, before=before, after=after))

    def removed(self, rows: Iterable[models.Model]) -> None:
        """Note rows about to be deleted for good; a soft delete is a change."""
        self._changes += [_change(row, before=row_values(row), after=None) for row in rows]

    def _write(self, change_set: ChangeSet) -> None:
        insert(change_set)
        for change in self._changes:
            change.change_set = change_set
        self.change_set = change_set
        insert_all(self._changes)


@contextmanager
def record(
    *,
    actor: "User | None",
    account: "Account | None",
    what: str,
    touches: bool = True,
    seen_by: SeenBy = SeenBy.PLAN,
    undoes: ChangeSet | None = None,
    is_final: bool = False,
    held: bool = False,
) -> Iterator[Recording]:
    """Run one operation atomically and write its change set; ``actor`` None is the system.

    ``seen_by`` says who may read of it, where not everybody who sees the plan. The account counts
    as touched unless the operation says that it leaves the plan as it was. What ``is_final`` cannot
    be taken back. Nothing is written when the operation raises. One that has ``held`` the account
    in a transaction of its own needs none here.
    """
    with transaction.atomic(savepoint=not held):
        recording = Recording(account)
        yield recording
        now = timezone.now()
        change_set = ChangeSet(
            account=recording.account,
            actor=actor,
            at=now,
            what=what,
            seen_by=seen_by,
            undoes=undoes,
            is_final=is_final,
        )
        recording._write(change_set)
        if recording.account is not None and touches:
            recording.account.touch(now, recording.as_of)


def row_values(row: models.Model) -> dict[str, Any]:
    """The stored fields of a row by column name, each as the database keeps it. Secrets (password,
    token) are left out."""
    return {
        field.attname: _kept(field, field.value_from_object(row))
        for field in row._meta.concrete_fields
        if field.attname not in SECRET_FIELDS
    }


def _kept(field: "models.Field[Any, Any]", value: Any) -> Any:
    """3 in a column of four places comes back as 3.0000."""
    if isinstance(field, models.DecimalField) and isinstance(value, Decimal):
        return value.quantize(Decimal(1).scaleb(-field.decimal_places))
    return value


SECRET_FIELDS = frozenset({"password", "token_hash", "sealed"})


def _change(
    row: models.Model, *, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> Change:
    return Change(table=row._meta.label_lower, row=row.pk, before=before, after=after)
