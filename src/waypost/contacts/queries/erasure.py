"""What goes when a person is erased, to be looked at before."""

from dataclasses import dataclass
from typing import Final

from waypost.contacts.models import Contact
from waypost.contacts.queries.personal_data import personal_data
from waypost.contacts.queries.traces import mentions, traces_of
from waypost.health.models import AccountSummary, Finding
from waypost.history.models import ChangeSet
from waypost.ui.formats import excerpt

SHOWN: Final = 50
# Made of what stands elsewhere.
MADE: Final = (AccountSummary, ChangeSet, Finding)


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """``texts`` of others that name the person, each with what it is; ``more`` are not shown.

    ``notes`` counts what is written of them and by them, ``changes`` what the history keeps of it,
    ``snapshots`` those that hold the person.
    """

    texts: tuple[tuple[str, str], ...]
    more: int
    notes: int
    changes: int
    snapshots: int


def preview_of(contact: Contact) -> Preview:
    data = personal_data(contact)
    found = mentions(contact.account, traces_of(contact))
    tables = ("contacts.said", "contacts.privatenote", "plans.heard", "contacts.coachdevelopment")
    theirs = {(table, row["id"]) for table in tables for row in data["stored"].get(table, ())}
    texts = [
        (str(one.row._meta.verbose_name).capitalize(), excerpt(one.text))
        for one in found
        if not isinstance(one.row, MADE) and (one.row._meta.label_lower, one.row.pk) not in theirs
    ]
    return Preview(
        texts=tuple(texts[:SHOWN]),
        more=max(len(texts) - SHOWN, 0),
        notes=sum(len(data["stored"].get(table, ())) for table in tables),
        changes=len(data["history"]),
        snapshots=len(data["snapshots"]),
    )
