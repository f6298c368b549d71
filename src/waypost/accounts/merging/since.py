"""Whether what came with a merged account was worked on since."""

from django.apps import apps
from django.db import models

from waypost.accounts.models import Account
from waypost.history.models import Change, ChangeSet


def first_work_on(merge: ChangeSet, kept: Account) -> ChangeSet | None:
    """The first thing done since to a row that the merge made, or to one that hangs on it."""
    made = set(merge.changes.filter(before__isnull=True).values_list("table", "row"))
    later = Change.objects.filter(change_set__account=kept, change_set__gt=merge.pk)
    for change in later.select_related("change_set__actor").order_by("pk").iterator():
        if (change.table, change.row) in made or _hangs_on(change, made):
            return change.change_set
    return None


def _hangs_on(change: Change, made: set[tuple[str, int]]) -> bool:
    values = change.after or {}
    return any(
        (column.related_model._meta.label_lower, values.get(column.attname)) in made
        for column in apps.get_model(change.table)._meta.concrete_fields
        if isinstance(column, models.ForeignKey)
    )
