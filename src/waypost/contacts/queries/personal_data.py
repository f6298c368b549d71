"""Everything that is stored about one person (TRUST.md, S24)."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from waypost.accounts.models import Ref
from waypost.contacts.models import BuyingRole, Contact
from waypost.contacts.queries.counterparts import places_of
from waypost.contacts.queries.pointing import entries_of, pointing_at
from waypost.contacts.queries.traces import mentions, traces_of
from waypost.document.models import Snapshot
from waypost.history.models import Change
from waypost.history.operations import row_values
from waypost.plans.models import Heard


def personal_data(contact: Contact) -> dict[str, Any]:
    """All of it, by table: their own entries, what hangs on them and what they said; what the
    history and the snapshots hold of these; the texts that name them; and the same of each account
    that was merged with this one."""
    others = [place.contact for place in places_of(contact)[1:] if place.within is None]
    merged = [_data_of(one) for one in others if one is not None]
    return {**_data_of(contact), **({"in_merged_accounts": merged} if merged else {})}


def _data_of(contact: Contact) -> dict[str, Any]:
    entries = entries_of(contact)
    rows = list(rows_about(entries))
    stored: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        stored.setdefault(row._meta.label_lower, []).append(row_values(row))
    return {
        "id": contact.ref.code,
        "name": contact.name,
        "stored": stored,
        "history": list(_history(rows)),
        "snapshots": list(_snapshots(entries)),
        "named_in": [
            {"table": one.row._meta.label_lower, "row": one.row.pk, "text": one.text}
            for one in mentions(contact.account, traces_of(contact))
        ],
    }


def rows_about(entries: list[Contact]) -> Iterator[models.Model]:
    """The rows that are the person or point at them, and the sentences that bear their name."""
    yield from entries
    keys = {Contact: [one.pk for one in entries], Ref: [one.ref_id for one in entries]}
    for model, values in keys.items():
        for column in pointing_at(model):
            if column.model is not Contact:
                found = column.model._base_manager.filter(**{f"{column.attname}__in": values})
                yield from found.order_by("pk")
    yield from BuyingRole.objects.filter(membership__contact__in=entries).order_by("pk")
    names = {one.name for one in entries if one.name}
    said = Heard.objects.filter(objective__account_id=entries[0].account_id, who__in=names)
    yield from said.order_by("pk")


def _history(rows: list[models.Model]) -> Iterator[dict[str, Any]]:
    keys: dict[str, list[int]] = {}
    for row in rows:
        keys.setdefault(row._meta.label_lower, []).append(row.pk)
    for table, found in keys.items():
        changes = Change.objects.filter(table=table, row__in=found).order_by("pk")
        for change in changes.select_related("change_set"):
            yield {
                "table": table,
                "at": change.change_set.at,
                "what": change.change_set.what,
                "before": change.before,
                "after": change.after,
            }


def _snapshots(entries: list[Contact]) -> Iterator[dict[str, Any]]:
    codes = {one.ref.code for one in entries}
    names = {one.name for one in entries if one.name}
    for snapshot in Snapshot.objects.filter(account=entries[0].account_id).order_by("pk"):
        held = list(_about(snapshot.content, codes, names))
        if held:
            yield {"taken_at": snapshot.taken_at, "occasion": snapshot.occasion, "held": held}


def _about(content: Any, codes: set[str], names: set[str]) -> Iterator[Any]:
    """The smallest parts of a plan that have the person's id or name as a value."""
    if isinstance(content, list):
        for one in content:
            yield from _about(one, codes, names)
    elif isinstance(content, dict):
        values = [one for one in content.values() if isinstance(one, str)]
        if any(one in codes or one in names for one in values):
            yield content
        else:
            for one in content.values():
                yield from _about(one, codes, names)
