"""Reading: who did what."""

from django.db import models

from waypost.history.models import Change


def last_change_of(*rows: models.Model) -> Change | None:
    """Who last wrote one of these rows of one kind, and when: ``.change_set``."""
    tables = {row._meta.label_lower for row in rows}
    changes = Change.objects.filter(table__in=tables, row__in=[row.pk for row in rows])
    return changes.select_related("change_set__actor").order_by("-pk").first()
