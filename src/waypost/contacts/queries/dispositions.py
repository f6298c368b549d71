"""How somebody was disposed before, as the history tells it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q
from django.db.models.fields.json import KT
from django.utils import timezone

from waypost.contacts.models import Contact
from waypost.contacts.queries.standing import disposition_in_words
from waypost.history.models import Change
from waypost.ui.formats import short_date


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """Until ``day`` it was ``before``; ``by`` wrote that it no longer was."""

    before: str
    day: str
    by: str


def turns_of(contact: Contact, today: date) -> tuple[Turn, ...]:
    """What the disposition was before it became what it is, the newest first. One query."""
    entries = Contact.objects.filter(Q(pk=contact.pk) | Q(merged_into=contact)).values("pk")
    changes = Change.objects.filter(table=Contact._meta.label_lower, row__in=entries)
    texts = changes.annotate(was=KT("before__disposition"), now=KT("after__disposition"))
    turned = texts.filter(~Q(was=F("now")), was__isnull=False).order_by("-pk")
    rows = turned.values_list("was", "change_set__at", "change_set__actor__name")
    return tuple(
        Turn(
            before=disposition_in_words(was),
            day=short_date(timezone.localdate(at), today),
            by=by or "",
        )
        for was, at, by in rows
        if was
    )
