"""Reading: who did what."""

from django.db import models

from waypost.history.models import Change


def last_change_of(row: models.Model) -> Change | None:
    """Who last wrote the row, and when: ``.change_set``."""
    changes = Change.objects.filter(table=row._meta.label_lower, row=row.pk)
    return changes.select_related("change_set__actor").order_by("-pk").first()
