"""How the close date of an opportunity has moved, as the history knows it."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models.fields.json import KT
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.document.statements import ROW, Row, Statement, write
from waypost.history.models import Change
from waypost.opportunities.models import Opportunity
from waypost.ui.formats import short_date


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """Another close date: when, in words, and by whom."""

    on: str
    iso: str
    text: str
    by: str


def close_dates(opportunity: Opportunity, today: date) -> tuple[Moved, ...]:
    """The changes of the close date, the last one first; one query."""
    rows = _changes().rows({ROW: opportunity.pk})
    found = ((row, _day(row["was"]), _day(row["now"])) for row in rows)
    return tuple(_moved(row, was, now, today) for row, was, now in found if was != now)


def _moved(row: Row, was: date | None, now: date | None, today: date) -> Moved:
    words = {"was": short_date(was, today), "now": short_date(now, today)}
    if now is None:
        text = _("No close date any more, it was %(was)s.") % words
    elif was is None:
        text = _("Set to %(now)s.") % words
    elif now > was:
        text = _("Moved back from %(was)s to %(now)s.") % words
    else:
        text = _("Moved forward from %(was)s to %(now)s.") % words
    day, by = timezone.localdate(row["change_set__at"]), row["change_set__actor__name"]
    return Moved(on=short_date(day, today), iso=day.isoformat(), text=text, by=by or "")


def _day(written: str | None) -> date | None:
    """SQLite says null for no date."""
    return date.fromisoformat(written) if written and written != "null" else None


@cache
def _changes() -> Statement:
    rows = Change.objects.filter(table=Opportunity._meta.label_lower, row=ROW)
    moved = rows.annotate(was=KT("before__closes_on"), now=KT("after__closes_on"))
    found = moved.filter(after__isnull=False).order_by("-pk")
    return write(found, "was", "now", "change_set__at", "change_set__actor__name")
