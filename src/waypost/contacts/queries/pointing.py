"""The entries of a person, and which columns of any table point at them."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from waypost.accounts.models import Part
from waypost.contacts.models import Contact


def pointing_at(model: type[models.Model]) -> "Iterator[models.ForeignKey[Any, Any]]":
    """Every column of any table that points at this model, but that of the part itself."""
    for relation in model._meta.get_fields(include_hidden=True):
        column = relation.field if isinstance(relation, models.ManyToOneRel) else None
        if not isinstance(column, models.ForeignKey):
            continue
        if not (issubclass(column.model, Part) and column.name == "ref"):
            yield column


def entries_of(contact: Contact) -> list[Contact]:
    """The person's entry and those that were merged into it."""
    merged = Contact.objects.filter(merged_into=contact).select_related("ref").order_by("pk")
    return [contact, *merged]
