"""What the account team keeps to itself about somebody."""

from functools import cache

from waypost.contacts.models import CoachDevelopment, Contact, PrivateNote
from waypost.document.statements import ROW, Row, Statement, as_model, columns, write


def notes_on(contact: Contact) -> list[Row]:
    """The private notes, the newest first. One query."""
    return _notes().rows({ROW: contact.ref_id})


def coaching_of(contact: Contact) -> CoachDevelopment | None:
    """How far they are developed as a coach. One query."""
    rows = _coaching().rows({ROW: contact.pk})
    return as_model(CoachDevelopment, rows[0]) if rows else None


@cache
def _notes() -> Statement:
    found = PrivateNote.objects.filter(person=ROW).order_by("-on", "-pk")
    return write(found, "pk", "text", "by_name", "on")


@cache
def _coaching() -> Statement:
    return write(CoachDevelopment.objects.filter(contact=ROW), *columns(CoachDevelopment))
