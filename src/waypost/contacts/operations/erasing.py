"""Erasing a person: the only change of what was written in the past (DECISIONS.md)."""

from collections.abc import Iterable
from typing import Any, Final

from django.db import models, transaction
from django.utils.translation import gettext as _

from waypost.accounts.operations import lock, lock_account
from waypost.accounts.policies import Access
from waypost.contacts.models import (
    Acquaintance,
    CoachDevelopment,
    Contact,
    PrivateNote,
    Said,
)
from waypost.contacts.policies import check_can_erase_people
from waypost.contacts.queries.counterparts import Place, places_of
from waypost.contacts.queries.traces import Traces, mentions, traces_of
from waypost.document.models import Snapshot
from waypost.health.operations import refresh
from waypost.history.models import Change, ChangeSet
from waypost.history.operations import Written, record
from waypost.history.stale import StaleError
from waypost.plans.models import Heard

# In place of a name; one word, so that two who were erased are not taken for one person.
ERASED: Final = "[erased]"
# What of a person says nothing about them: their place in the plan.
PLACE: Final = {"id", "account_id", "ref_id", "version", "deleted_at"} | {
    *("location_id", "level", "reports_to_id", "merged_into_id"),
}
PLACE_IN_PLAN: Final = {"id", "location", "level", "reports_to", "roles"}


@transaction.atomic
def erase_contact(*, access: Access, contact: Contact, version: int) -> Written[Contact]:
    """Remove everything that tells who a person is, for good; their place in the plan stays.

    Their texts go from the plan, the history and the snapshots, their name from every text that
    names them; also where an account of the same customer that was merged keeps
    them. May raise StaleError; cannot be taken back.
    """
    check_can_erase_people(access)
    lock_account(access.account.pk)
    contact = lock(contact)
    if contact.version != version:
        raise StaleError(contact)
    traces = traces_of(contact)
    places = places_of(contact)
    for pk in sorted({place.account.pk for place in places} - {access.account.pk}):
        lock_account(pk)
    known = [(place, traces_of(place.contact) if place.contact else traces) for place in places]
    for place, found in known:
        _erase_from_history(place, found)
        _erase_rows(place, found)
        if place.within is None:
            for snapshot in Snapshot.objects.filter(account=place.account):
                snapshot.content = _erased(snapshot.content, found)
                snapshot.save(update_fields=["content"])
    what = _("Erased a person: %(code)s") % {"code": contact.ref.code}
    with record(
        actor=access.user, account=access.account, what=what, is_final=True, held=True
    ) as recording:
        refresh(access.account)
    contact.refresh_from_db()
    return Written(contact, recording.change_set)


def _erase_rows(place: Place, traces: Traces) -> None:
    Said.objects.filter(person__in=traces.refs).delete()
    PrivateNote.objects.filter(person__in=traces.refs).delete()
    Acquaintance.objects.filter(contact__in=traces.contacts).delete()
    CoachDevelopment.objects.filter(contact__in=traces.contacts).delete()
    came = _rows_that_came(place)
    for row in Heard.objects.filter(objective__account=place.account):
        if _is_theirs(row.who, traces) and _is_among(row, came):
            row.delete()
    for entry in traces.entries if place.contact else ():
        for column in entry._meta.concrete_fields:
            if column.attname not in PLACE:
                setattr(entry, column.attname, column.get_default())
        entry.name = ERASED
        entry.version += 1
        entry.save()
    for found in list(mentions(place.account, traces, unread=True)):
        if not _is_among(found.row, came):
            continue
        longest = getattr(found.row._meta.get_field(found.column), "max_length", None)
        values: dict[str, Any] = {found.column: _without(found.text, traces)[:longest]}
        if hasattr(found.row, "version"):
            values["version"] = models.F("version") + 1
        type(found.row)._base_manager.filter(pk=found.row.pk).update(**values)


def _rows_that_came(place: Place) -> set[tuple[str, int]] | None:
    """Where two accounts were parted: the rows that had come from the other, and the change sets
    that tell of it; None where every row of the account is meant."""
    if place.within is None:
        return None
    changes = Change.objects.filter(change_set__in=place.within)
    sets = {(ChangeSet._meta.label_lower, one.pk) for one in place.within}
    return sets | set(changes.values_list("table", "row"))


def _is_among(row: models.Model, came: set[tuple[str, int]] | None) -> bool:
    return came is None or (row._meta.label_lower, row.pk) in came


def _erase_from_history(place: Place, traces: Traces) -> None:
    """What the history keeps of their rows, and their name in what it keeps of others."""
    theirs: set[int] = set()
    others: set[int] = set()
    changes = Change.objects.filter(change_set__account=place.account).order_by("pk")
    if place.within is not None:
        changes = changes.filter(change_set__in=place.within)
    for change in changes.iterator():
        values = (change.before, change.after)
        if change.table == Contact._meta.label_lower and change.row in traces.contacts:
            theirs.add(change.change_set_id)
            change.before, change.after = (_blank(one) for one in values)
        elif _tells_of(change, traces):
            theirs.add(change.change_set_id)
            change.delete()
            continue
        else:
            others.add(change.change_set_id)
            change.before, change.after = (_erased(one, traces) for one in values)
        if (change.before, change.after) != values:
            change.save(update_fields=["before", "after"])
    sets = ChangeSet.objects.filter(pk__in=theirs)
    sets.update(is_final=True)  # taking one back would ask for what is gone
    sets.exclude(pk__in=others).update(what=_("Wrote about a person who was erased since"))


def _tells_of(change: Change, traces: Traces) -> bool:
    """Whether the row was of those that are erased as a whole."""
    values = change.before or change.after or {}
    match change.table:
        case "contacts.said" | "contacts.privatenote":
            return values.get("person_id") in traces.refs
        case "contacts.acquaintance" | "contacts.coachdevelopment":
            return values.get("contact_id") in traces.contacts
        case "plans.heard":
            return _is_theirs(str(values.get("who") or ""), traces)
    return False


def _blank(values: dict[str, Any] | None) -> dict[str, Any] | None:
    if values is None:
        return None
    kept = {
        name: value if name in PLACE else "" if isinstance(value, str) else None
        for name, value in values.items()
    }
    return {**kept, "name": ERASED}


def _erased(content: Any, traces: Traces) -> Any:
    """A part of a plan, or a recorded row, without what tells of them."""
    if isinstance(content, str):
        return _without(content, traces)
    if isinstance(content, list):
        kept = (one for one in content if not _is_coaching(one, traces))
        return [_erased(one, traces) for one in kept]
    if not isinstance(content, dict):
        return content
    if content.get("id") in traces.codes and _is_theirs(str(content.get("name") or ""), traces):
        own = {name: value for name, value in content.items() if name in PLACE_IN_PLAN}
        return {**own, "name": ERASED}
    if "who" in content and "text" in content and _is_theirs(str(content["who"] or ""), traces):
        return {**{name: one for name, one in content.items() if name != "who"}, "text": ERASED}
    return {name: _erased(value, traces) for name, value in content.items()}


def _is_coaching(part: Any, traces: Traces) -> bool:
    return isinstance(part, dict) and part.get("person") in traces.codes


def _is_theirs(who: str, traces: Traces) -> bool:
    names: Iterable[str] = (name.casefold() for name in traces.names)
    return who.casefold() in set(names) or bool(who and traces.pattern.fullmatch(who))


def _without(text: str, traces: Traces) -> str:
    return traces.pattern.sub(ERASED, text)
