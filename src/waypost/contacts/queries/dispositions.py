"""How somebody was disposed before, as the history tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q
from django.db.models.fields.json import KT
from django.utils import timezone

from waypost.contacts.models import Contact
from waypost.contacts.queries.standing import disposition_in_words
from waypost.document.statements import ROW, Row, Statement, write
from waypost.history.models import Change
from waypost.ui.formats import short_date


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """Until ``day`` it was ``before``; ``by`` wrote that it no longer was."""

    before: str
    day: str
    by: str


def turns_in(rows: Iterable[Row], today: date) -> tuple[Turn, ...]:
    """What the disposition was before it became what it is, of the rows of `turns`."""
    return tuple(
        Turn(
            before=disposition_in_words(row["was"]),
            day=short_date(timezone.localdate(row["change_set__at"]), today),
            by=row["change_set__actor__name"] or "",
        )
        for row in rows
        if row["was"]
    )


def turns() -> Statement:
    """Where the disposition of the person (ROW) became another one, the newest first."""
    entries = Contact.objects.filter(Q(pk=ROW) | Q(merged_into=ROW)).values("pk")
    changes = Change.objects.filter(table=Contact._meta.label_lower, row__in=entries)
    texts = changes.annotate(was=KT("before__disposition"), now=KT("after__disposition"))
    turned = texts.filter(~Q(was=F("now")), was__isnull=False).order_by("-pk")
    return write(turned, "was", "change_set__at", "change_set__actor__name")
