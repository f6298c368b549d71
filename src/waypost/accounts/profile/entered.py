"""Who entered what stands in the profile, and what stood there before, from the history."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db import models
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.history.models import Change, SeenBy
from waypost.ui.formats import short_date

SAID = ("text", "source", "as_of")


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """What a fact said until it was replaced."""

    text: str
    source: str
    until: str


@dataclass(slots=True)
class Entered:
    """``by`` says who wrote what stands there now; ``before``: what stood there, newest first."""

    by: str = ""
    before: list[Before] = field(default_factory=list)


def entered(
    access: Access, model: type[models.Model], today: date, row: int | None = None
) -> dict[int, Entered]:
    """Of the rows of a model in this account, or of one of them, by key. One query."""
    written = Change.objects.filter(
        table=model._meta.label_lower, change_set__account=access.account
    )
    if row is not None:
        written = written.filter(row=row)
    if not access.sight.margins:
        written = written.exclude(change_set__seen_by=SeenBy.MARGINS)
    found: defaultdict[int, Entered] = defaultdict(Entered)
    columns = ("row", "before", "after", "change_set__at", "change_set__actor__name")
    for key, before, after, at, name in written.order_by("pk").values_list(*columns):
        if after is None:
            continue
        if before is None or any(before.get(part) != after.get(part) for part in SAID):
            by = _("entered by %(name)s") % {"name": name} if name else _("from a file")
            found[key].by = by
        if before is not None and before.get("text") != after.get("text"):
            stood = Before(
                text=before["text"],
                source=before.get("source") or "",
                until=short_date(at.date(), today),
            )
            found[key].before.insert(0, stood)
    return found
