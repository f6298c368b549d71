"""What somebody at the customer said, whether or not for a relationship objective (OBJ-2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Value
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.contacts.models import Contact, Said
from waypost.document.statements import ACCOUNT, CODE, ROW, Row, Statement, write
from waypost.plans.models import Heard
from waypost.plans.queries.wording import known
from waypost.ui.formats import short_date


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteLine:
    """One sentence; ``objective`` is the id it was heard for; ``removal`` where it is removed."""

    text: str
    day: str
    objective: str
    removal: str


def quotes_in(
    contact: Contact, heard: Iterable[Row], said: Iterable[Row], today: date
) -> tuple[QuoteLine, ...]:
    """Of the rows of `heard` and `said`: the newest first, those without a day last."""
    found = sorted((*heard, *said), key=lambda row: row["on"] or date.min, reverse=True)
    return tuple(_line(contact, row, row.get("objective__ref__code", ""), today) for row in found)


def _line(contact: Contact, row: Row, code: str, today: date) -> QuoteLine:
    removal, at = (
        ("plans:heard-removal", code) if code else ("contacts:said-removal", contact.ref.code)
    )
    return QuoteLine(
        text=row["text"],
        day=", ".join(known(short_date(row["on"], today), _("for %s") % code if code else "")),
        objective=code,
        removal=reverse(removal, args=[contact.account_id, at, row["pk"]]),
    )


def heard() -> Statement:
    """What the person of this name (CODE) said for a relationship objective."""
    found = Heard.objects.filter(objective__account=ACCOUNT, objective__deleted_at=None)
    theirs = found.annotate(name=Upper("who")).filter(name=Upper(Value(CODE))).order_by("-pk")
    return write(theirs, "pk", "text", "on", "objective__ref__code")


def said() -> Statement:
    """What the person (ROW) said beside."""
    person = Contact.objects.filter(pk=ROW).values("ref")
    return write(Said.objects.filter(person__in=person).order_by("-pk"), "pk", "text", "on")
