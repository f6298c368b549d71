"""People at the customer: added, changed, taken out; who of us knows them (DMG-2, DMG-4)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Account, Location, TeamMember
from waypost.accounts.operations import lock, lock_account, new_ref, remove_part, writing
from waypost.accounts.operations.texts import check_nothing_confidential
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.contacts.models import Acquaintance, Contact
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.history.writes import insert
from waypost.method.shape import Kind
from waypost.plans.models import Heard
from waypost.ui.formats import short_date

TEXTS = (
    *("wants", "needs", "interests", "personal_win", "company_win", "our_win"),
    *("last_contact_about", "next_contact_about"),
)


@transaction.atomic
def add_contact(
    *, access: Access, name: str, known_by: Collection[str] = (), **values: Any
) -> Written[Contact]:
    """A new person at the customer; ``location`` and ``reports_to`` are ids or empty.

    ``known_by`` are the ids of those of us who know them.
    """
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    columns = _columns(access.account, None, {"name": name, **values})
    with writing(access=access, what=_("Added %(name)s") % {"name": name}) as recording:
        ref = new_ref(access.account, Kind.PERSON, recording)
        made = Contact(account=access.account, ref=ref, **columns)
        insert(made)
        recording.created(made)
        _set_known_by(made, known_by, recording)
    return Written(made, recording.change_set)


@transaction.atomic
def change_contact(
    *,
    access: Access,
    contact: Contact,
    version: int,
    known_by: Collection[str] | None = None,
    **values: Any,
) -> Written[Contact]:
    """Change these values of a person; may raise StaleError. ``known_by`` None leaves it.

    What they said keeps the name of who said it.
    """
    check_can_edit_plan(access)
    current = lock(contact)
    before = row_values(current)
    for name, value in _columns(access.account, current, values).items():
        setattr(current, name, value)
    stands = known_by is None or set(known_by) == _known_by(current)
    if row_values(current) == before and stands:
        return Written(current, None)
    if before["version"] != version:
        raise StaleError(lock(contact))
    current.version = version + 1
    what = _("Changed %(name)s") % {"name": current.name}
    with writing(access=access, what=what) as recording:
        current.save()
        recording.changed(current, before)
        if known_by is not None:
            _set_known_by(current, known_by, recording)
        _rename_in_quotes(current, str(before["name"]), recording)
    return Written(current, recording.change_set)


def note_meeting(*, access: Access, contact: Contact, **values: Any) -> Written[Contact]:
    """Note when one met a person, what about, and when the next time is.

    Whoever met them knows them. A next time that is not said stays. ValidationError where they
    were met since.
    """
    check_not_met_since(contact, values.get("last_contact"))
    said = {name: value for name, value in values.items() if value or name == "last_contact_about"}
    me = {access.member_code} if access.member_code else set()
    known_by = _known_by(contact) | me
    return change_contact(
        access=access, contact=contact, version=contact.version, known_by=known_by, **said
    )


def check_not_met_since(contact: Contact, day: date | None) -> None:
    """The last contact does not become an earlier one by noting it late; one that is still to come
    was written down wrong."""
    today = timezone.localdate()
    if day and contact.last_contact and day < contact.last_contact <= today:
        last = short_date(contact.last_contact, today)
        sentence = _("You met on %(day)s since: note what is new, or correct the last contact.")
        raise ValidationError({"last_contact": sentence % {"day": last}})


def remove_contact(*, access: Access, contact: Contact) -> Written[Contact]:
    """Take a person out of the plan, and with them out of its decisions."""
    check_can_edit_plan(access)
    return remove_part(contact, access=access, what=_("Removed %(name)s") % {"name": contact.name})


@transaction.atomic
def set_acquaintance(
    *, access: Access, contact: Contact, member: TeamMember, how_well: str
) -> Written[Contact]:
    """Say how well one of us knows a person."""
    check_can_edit_plan(access)
    contact = lock(contact)
    row = Acquaintance.objects.filter(contact=contact, member=member).first()
    if row is not None and row.how_well == how_well:
        return Written(contact, None)
    names = {"member": member.name, "name": contact.name}
    what = _("Said how well %(member)s knows %(name)s") % names
    with writing(access=access, what=what) as recording:
        if row is None:
            made = Acquaintance.objects.create(contact=contact, member=member, how_well=how_well)
            recording.created(made)
        else:
            before = row_values(row)
            row.how_well = how_well
            row.save(update_fields=["how_well"])
            recording.changed(row, before)
    return Written(contact, recording.change_set)


def _columns(account: Account, contact: Contact | None, values: dict[str, Any]) -> dict[str, Any]:
    """The values as columns: ids of parts become the parts. Nothing new may be confidential."""
    columns = dict(values)
    new = {name: columns[name] for name in TEXTS if name in columns}
    check_nothing_confidential(
        **{name: text for name, text in new.items() if text != getattr(contact, name, "")}
    )
    if "location" in columns:
        sites = Location.objects.live().filter(account=account)
        columns["location"] = _chosen(sites, columns["location"], "location")
    if "reports_to" in columns:
        people = Contact.objects.live().filter(account=account)
        superior = _chosen(people, columns["reports_to"], "reports_to")
        if contact is not None and superior is not None:
            _check_line(account, contact, superior)
        columns["reports_to"] = superior
    return columns


def _chosen(rows: Any, code: str | None, field: str) -> Any:
    """The row with this id; ValidationError at the field where there is none any more."""
    if not code:
        return None
    found = rows.filter(ref__code=code).first()
    if found is None:
        raise ValidationError({field: _("Choose one of the list.")})
    return found


def _check_line(account: Account, contact: Contact, superior: Contact) -> None:
    """Nobody reports to themselves, not by way of others either."""
    if superior.pk == contact.pk:
        raise ValidationError({"reports_to": _("Nobody reports to themselves: choose another.")})
    people = Contact.objects.live().filter(account=account)
    above = dict(people.values_list("pk", "reports_to"))
    step: int | None = superior.pk
    for _number in range(len(above)):
        step = above.get(step) if step is not None else None
        if step == contact.pk:
            names = {"name": contact.name, "superior": superior.name}
            sentence = _("%(superior)s already reports to %(name)s: choose another.") % names
            raise ValidationError({"reports_to": sentence})


def _known_by(contact: Contact) -> set[str]:
    known = contact.acquaintances.filter(member__deleted_at=None)
    return set(known.values_list("member__ref__code", flat=True))


def _set_known_by(contact: Contact, codes: Collection[str], recording: Recording) -> None:
    """Let exactly these of us know a person; how well stays where it was said."""
    stand = {
        row.member.ref.code: row for row in contact.acquaintances.select_related("member__ref")
    }
    gone = [row for code, row in stand.items() if code not in codes]
    recording.removed(gone)
    for row in gone:
        row.delete()
    team = TeamMember.objects.live().filter(account_id=contact.account_id)
    for member in team.filter(ref__code__in=set(codes) - set(stand)).order_by("pk"):
        recording.created(Acquaintance.objects.create(contact=contact, member=member))


def _rename_in_quotes(contact: Contact, before: str, recording: Recording) -> None:
    if contact.name == before:
        return
    said = Heard.objects.filter(objective__account_id=contact.account_id, who=before)
    for row in said:
        old = row_values(row)
        row.who = contact.name
        row.save(update_fields=["who"])
        recording.changed(row, old)
