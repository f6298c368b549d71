"""A form that is sent twice is done once: the second answer is that of the first (TRUST.md, R5)."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from waypost.history.models import SentForm
from waypost.history.operations import Written

if TYPE_CHECKING:
    from waypost.staff.models import User

REMEMBERED = timedelta(days=1)


def done_before(*, actor: "User", key: str) -> Written[Any] | None:
    """What came of the form with this key; None if nothing did, or it was taken back since."""
    found = SentForm.objects.filter(actor=actor, key=key).select_related("change_set").first()
    if found is None or found.change_set is None or found.change_set.undone_by.exists():
        return None
    row = apps.get_model(found.table)._base_manager.filter(pk=found.row).first()
    return Written(row, found.change_set) if row is not None else None


def do_once(*, actor: "User", key: str, do: Callable[[], Written[Any]]) -> Written[Any]:
    """What ``do`` writes; what it wrote before where the actor sent the form with this key before.

    Of two at once the second waits for the first. What fails, writes nothing or was taken back
    since was not done: it is done now.
    """
    sent = SentForm.objects.filter(actor=actor)
    too_old = Q(at__lt=timezone.now() - REMEMBERED)
    sent.filter(too_old).delete()
    if done_before(actor=actor, key=key) is None:
        sent.filter(key=key, change_set__isnull=False).delete()
    try:
        with transaction.atomic():
            form = SentForm.objects.create(actor=actor, key=key)
            written = do()
            _remember(form, written)
            return written
    except IntegrityError:
        earlier = done_before(actor=actor, key=key)
        if earlier is None:
            raise
        return earlier


def _remember(form: SentForm, written: Written[Any]) -> None:
    if written.change_set is None:
        form.delete()
        return
    form.change_set = written.change_set
    form.table, form.row = written.row._meta.label_lower, written.row.pk
    form.save(update_fields=["change_set", "table", "row"])
