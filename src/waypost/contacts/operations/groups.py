"""Purchase decisions: who takes part in which role, and what everybody gains (DMG-1, DMG-2)."""

from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import Account, Ref
from waypost.accounts.operations import create_part, lock, remove_part, save_row, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.contacts.models import BuyingRole, Contact, DecisionGroup, GroupMembership
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.method.plan import Role
from waypost.method.shape import Kind
from waypost.ui.formats import excerpt


def add_group(*, access: Access, decision: str, **values: Any) -> Written[DecisionGroup]:
    """A new purchase decision; ``opportunity`` is an id or empty."""
    check_can_edit_plan(access)
    columns = _columns(access.account, values)
    what = _("Added the decision “%(decision)s”") % {"decision": excerpt(decision)}
    return create_part(
        DecisionGroup, access=access, kind=Kind.GROUP, what=what, decision=decision, **columns
    )


def change_group(
    *, access: Access, group: DecisionGroup, version: int, **values: Any
) -> Written[DecisionGroup]:
    """Change its decision, opportunity or what each side gains; may raise StaleError."""
    check_can_edit_plan(access)
    columns = _columns(access.account, values)
    decision = excerpt(columns.get("decision", group.decision))
    what = _("Changed the decision “%(decision)s”") % {"decision": decision}
    return save_row(group, access=access, version=version, what=what, values=columns)


def remove_group(*, access: Access, group: DecisionGroup) -> Written[DecisionGroup]:
    """Take a decision out of the plan; its people stay."""
    check_can_edit_plan(access)
    what = _("Removed the decision “%(decision)s”") % {"decision": excerpt(group.decision)}
    return remove_part(group, access=access, what=what)


@transaction.atomic
def add_to_group(
    *, access: Access, group: DecisionGroup, person: str, roles: Collection[str]
) -> Written[DecisionGroup]:
    """Let the person with this id take part in a decision, in these roles or in none yet."""
    check_can_edit_plan(access)
    current = lock(group)
    contact = _contact(access.account, person)
    if GroupMembership.objects.filter(group=current, contact=contact).exists():
        raise ValidationError({"person": _("They take part in it already.")})
    what = _("Added %(name)s to the decision “%(decision)s”") % _named(current, contact)
    with writing(access=access, what=what) as recording:
        place = GroupMembership.objects.create(group=current, contact=contact)
        recording.created(place)
        _set_roles(place, roles, recording)
        _count_up(current, recording)
    return Written(current, recording.change_set)


@transaction.atomic
def change_roles(
    *, access: Access, group: DecisionGroup, version: int, roles: Mapping[str, Collection[str]]
) -> Written[DecisionGroup]:
    """Let those with these ids have exactly these roles; may raise StaleError."""
    check_can_edit_plan(access)
    current = lock(group)
    places = {place.contact.ref.code: place for place in members_of(current)}
    changed = {
        code: chosen
        for code, chosen in roles.items()
        if code in places and set(chosen) != {role.role for role in places[code].roles.all()}
    }
    if not changed:
        return Written(current, None)
    if current.version != version:
        raise StaleError(current)
    words = {"decision": excerpt(current.decision)}
    if len(changed) == 1:
        (code,) = changed
        named = {**words, "name": places[code].contact.name}
        what = _("Changed the roles of %(name)s in “%(decision)s”") % named
    else:
        what = _("Changed buying roles in “%(decision)s”") % words
    with writing(access=access, what=what) as recording:
        for code, chosen in changed.items():
            _set_roles(places[code], chosen, recording)
        _count_up(current, recording)
    return Written(current, recording.change_set)


@transaction.atomic
def take_out(*, access: Access, group: DecisionGroup, contact: Contact) -> Written[DecisionGroup]:
    """Somebody has no part in the decision."""
    check_can_edit_plan(access)
    current = lock(group)
    place = GroupMembership.objects.filter(group=current, contact=contact).first()
    if place is None:
        return Written(current, None)
    what = _("Took %(name)s out of the decision “%(decision)s”") % _named(current, contact)
    with writing(access=access, what=what) as recording:
        recording.removed(place.roles.all())
        place.roles.all().delete()
        recording.removed([place])
        place.delete()
        _count_up(current, recording)
    return Written(current, recording.change_set)


def members_of(group: DecisionGroup) -> list[GroupMembership]:
    """The people of a decision who are still in the plan, as they came to it."""
    places = GroupMembership.objects.filter(group=group, contact__deleted_at=None)
    found = places.select_related("contact__ref").order_by("pk")
    return list(found.prefetch_related("roles"))


def _columns(account: Account, values: dict[str, Any]) -> dict[str, Any]:
    columns = dict(values)
    if "opportunity" in columns:
        columns["opportunity_ref"] = _opportunity(account, columns.pop("opportunity"))
    return columns


def _opportunity(account: Account, code: str) -> Ref | None:
    if not code:
        return None
    rows = Ref.objects.filter(account=account, kind=Kind.OPPORTUNITY, retired_at=None)
    found = rows.filter(code=code).first()
    if found is None:
        raise ValidationError({"opportunity": _("Choose one of the list.")})
    return found


def _contact(account: Account, code: str) -> Contact:
    found = Contact.objects.live().filter(account=account, ref__code=code).first()
    if found is None:
        raise ValidationError({"person": _("Choose one of the list.")})
    return found


def _named(group: DecisionGroup, contact: Contact) -> dict[str, str]:
    return {"name": contact.name, "decision": excerpt(group.decision)}


def _set_roles(place: GroupMembership, chosen: Collection[str], recording: Recording) -> None:
    stand = {row.role: row for row in place.roles.all()}
    gone = [row for role, row in stand.items() if role not in chosen]
    recording.removed(gone)
    for row in gone:
        row.delete()
    for role in Role:
        if role in chosen and role not in stand:
            recording.created(BuyingRole.objects.create(membership=place, role=role))


def _count_up(group: DecisionGroup, recording: Recording) -> None:
    """Whoever has the decision open learns that it is no longer as they see it."""
    before = row_values(group)
    group.version += 1
    group.save(update_fields=["version"])
    recording.changed(group, before)
