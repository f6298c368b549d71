"""A form that is sent twice is done once: the second answer is that of the first (TRUST.md, R5)."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from waypost.history.models import SentForm
from waypost.history.operations import Written

if TYPE_CHECKING:
    from waypost.staff.models import User

REMEMBERED = timedelta(days=1)


def done_before(*, actor: "User", key: str) -> Written[Any] | None:
    """What came of the form with this key; None if nothing did, or it was taken back since."""
    found = SentForm.objects.filter(actor=actor, key=key).select_related("change_set").first()
    return _outcome(found) if found is not None else None


def do_once(*, actor: "User", key: str, do: Callable[[], Written[Any]]) -> Written[Any]:
    """What ``do`` writes; what it wrote before where the actor sent the form with this key before.

    Of two at once the second waits for the first. What fails, writes nothing or was taken back
    since was not done: it is done now.
    """
    sent = SentForm.objects.filter(actor=actor)
    sent.filter(at__lt=timezone.now() - REMEMBERED).delete()
    for form in sent.filter(key=key, change_set__isnull=False).select_related("change_set"):
        if _outcome(form) is None:
            form.delete()  # this one alone: another may be done at this moment
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


def _outcome(form: SentForm) -> Written[Any] | None:
    """What the form wrote, as long as that stands."""
    if form.change_set is None or form.change_set.undone_by.exists():
        return None
    row = apps.get_model(form.table)._base_manager.filter(pk=form.row).first()
    return Written(row, form.change_set) if row is not None else None


def _remember(form: SentForm, written: Written[Any]) -> None:
    if written.change_set is None:
        form.delete()
        return
    form.change_set = written.change_set
    form.table, form.row = written.row._meta.label_lower, written.row.pk
    form.save(update_fields=["change_set", "table", "row"])
