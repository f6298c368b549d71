"""What operations share: ids for new parts, and saves that lose nobody's work."""

from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from waypost.accounts.models import Account, Ref
from waypost.accounts.queries import next_code
from waypost.health.operations import refresh
from waypost.history.operations import Recording, record, row_values
from waypost.method.shape import Kind
from waypost.staff.models import User

# The letter in front of the number, where we give the id and not a plan file.
PREFIXES = {Kind.MEMBER: "T"}

Row = TypeVar("Row", bound=models.Model)


class StaleError(Exception):
    """Somebody saved the same row since it was read; ``current`` is how it stands now."""

    def __init__(self, current: models.Model) -> None:
        super().__init__(str(current))
        self.current = current


def lock(row: Row) -> Row:
    """The row as it stands now, held until the transaction ends."""
    return type(row)._default_manager.select_for_update().get(pk=row.pk)


def new_ref(account: Account, kind: Kind, recording: Recording) -> Ref:
    """A free id for a new part. The account must be locked, so that nobody else takes the same."""
    code = next_code(account, PREFIXES[kind])
    ref = Ref.objects.create(account=account, code=code, kind=kind)
    recording.created(ref)
    return ref


def retire(row: models.Model, recording: Recording) -> None:
    """Soft delete a part or an entry of the profile; its id, if it has one, points at nothing."""
    now = timezone.now()
    for gone, field in ((row, "deleted_at"), (getattr(row, "ref", None), "retired_at")):
        if gone is not None:
            before = row_values(gone)
            setattr(gone, field, now)
            gone.save(update_fields=[field])
            recording.changed(gone, before)


@transaction.atomic
def save_row(
    row: Row, *, actor: User, account: Account, version: int, what: str, values: dict[str, Any]
) -> Row:
    """Write these values into a row of the account, or the account itself; returns it as saved.

    Raises StaleError where somebody else saved it since ``version``. Saving what stands there
    already writes nothing.
    """
    current = lock(row)
    before = row_values(current)
    for name, value in values.items():
        setattr(current, name, value)
    if row_values(current) == before:
        return current
    if before["version"] != version:
        raise StaleError(lock(row))
    setattr(current, "version", version + 1)  # noqa: B010  # not every model has one
    with record(actor=actor, account=account, what=what) as recording:
        current.save(update_fields=[*values, "version"])
        recording.changed(current, before)
        refresh(account)
    return current
