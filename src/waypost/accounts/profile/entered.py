"""Who entered what stands in the profile, and what stood there before, from the history."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Final

from django.db import models
from django.utils.translation import gettext as _

from waypost.accounts.models import Fact, Gap, SwotPoint, YearFigures
from waypost.accounts.policies import Access
from waypost.document.statements import ACCOUNT, ROW, Row, Statement, write
from waypost.history.models import Change, SeenBy
from waypost.ui.formats import short_date

MODELS: Final[Mapping[str, type[models.Model]]] = {
    model._meta.label_lower: model for model in (Fact, SwotPoint, Gap, YearFigures)
}
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


EnteredBy = Mapping[type[models.Model], Mapping[int, Entered]]


def entered(access: Access, rows: Iterable[Row], today: date) -> EnteredBy:
    """By model and key, from what `changes` or `changes_of_fact` gave."""
    found: dict[Any, defaultdict[int, Entered]] = {
        model: defaultdict(Entered) for model in MODELS.values()
    }
    for row in rows:
        before, after = row["before"], row["after"]
        hidden = row["change_set__seen_by"] == SeenBy.MARGINS and not access.sight.margins
        if after is None or hidden:
            continue
        entry = found[MODELS[row["table"]]][row["row"]]
        if before is None or any(before.get(part) != after.get(part) for part in SAID):
            name = row["change_set__actor__name"]
            entry.by = _("entered by %(name)s") % {"name": name} if name else _("from a file")
        if before is not None and before.get("text") != after.get("text"):
            stood = Before(
                text=before["text"],
                source=before.get("source") or "",
                until=short_date(row["change_set__at"].date(), today),
            )
            entry.before.insert(0, stood)
    return found


@cache
def changes() -> Statement:
    """What was written to the profile of the account."""
    return _written(Change.objects.filter(table__in=MODELS))


@cache
def changes_of_fact() -> Statement:
    """What was written to one fact of it."""
    return _written(Change.objects.filter(table=Fact._meta.label_lower, row=ROW))


def _written(found: "models.QuerySet[Change]") -> Statement:
    of = found.filter(change_set__account=ACCOUNT).order_by("pk")
    names = ("table", "row", "before", "after")
    return write(of, *names, *(f"change_set__{name}" for name in ("at", "seen_by", "actor__name")))
