"""Two entries of one person become one, with the history of both (DMG)."""

from collections.abc import Mapping
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.accounts.operations import lock, lock_account, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.contacts.models import (
    Acquaintance,
    CoachDevelopment,
    Contact,
    GroupMembership,
)
from waypost.contacts.queries.pointing import pointing_at
from waypost.contacts.queries.superiors import superiors_of_both
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.plans.models import Heard

JOINED: Final = (Acquaintance, Contact, GroupMembership)
KNOWN_BETTER: Final = ("", *Acquaintance.HowWell.values)


@transaction.atomic
def merge_contacts(
    *,
    access: Access,
    kept: Contact,
    gone: Contact,
    version: int,
    gone_version: int,
    values: Mapping[str, Any],
) -> Written[Contact]:
    """Make one person of two: ``kept`` stays with these column values, and whatever points at
    ``gone`` points at ``kept``.

    A superior who would lead round in a circle gives way to the other's, or to none. Raises
    StaleError where one of the two was changed since these versions.
    """
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    if kept.pk == gone.pk:
        raise ValidationError(_("These are the same entry already."))
    kept, gone = lock(kept), lock(gone)
    if (kept.version, gone.version) != (version, gone_version):
        raise StaleError(kept)
    names = {"gone": gone.name, "code": gone.ref.code, "name": kept.name, "kept": kept.ref.code}
    what = _("Merged %(gone)s (%(code)s) into %(name)s (%(kept)s)") % names
    with writing(access=access, what=what, held=True) as recording:
        _write_values(kept, gone, dict(values), recording)
        _join_acquaintances(kept, gone, recording)
        _join_places(kept, gone, recording)
        _join_coaching(kept, gone, recording)
        for field in pointing_at(Contact):
            if field.model not in JOINED:
                _repoint(field, gone.pk, kept.pk, recording)
        for report in Contact.objects.live().filter(reports_to=gone).exclude(pk=kept.pk):
            _change(report, recording, reports_to=kept)
        for field in pointing_at(Ref):
            _repoint(field, gone.ref_id, kept.ref_id, recording)
        for earlier in Contact.objects.filter(merged_into=gone):
            _change(earlier, recording, merged_into=kept)
        # Each row once: taking back compares a row with what its change left.
        now = timezone.now()
        _change(gone, recording, merged_into=kept, deleted_at=now)
        _change(gone.ref, recording, retired_at=now)
    return Written(kept, recording.change_set)


def _write_values(
    kept: Contact, gone: Contact, values: dict[str, Any], recording: Recording
) -> None:
    names = {kept.name, gone.name}
    allowed = superiors_of_both(kept, gone)
    asked = (values.get("reports_to"), kept.reports_to, gone.reports_to)
    values["reports_to"] = next((one for one in asked if one is not None and one in allowed), None)
    _change(kept, recording, **values)
    said = Heard.objects.filter(objective__account_id=kept.account_id, who__in=names)
    for row in said.exclude(who=kept.name):
        _change(row, recording, who=kept.name)


def _join_acquaintances(kept: Contact, gone: Contact, recording: Recording) -> None:
    """Whoever knows either knows them, as well as they know the one they know better."""
    known = {row.member_id: row for row in kept.acquaintances.all()}
    for row in gone.acquaintances.all():
        stands = known.get(row.member_id)
        if stands is None:
            _change(row, recording, contact=kept)
        elif KNOWN_BETTER.index(row.how_well) > KNOWN_BETTER.index(stands.how_well):
            _change(stands, recording, how_well=row.how_well)


def _join_places(kept: Contact, gone: Contact, recording: Recording) -> None:
    """In a decision that both have part in they have the roles of both."""
    stand = {place.group_id: place for place in kept.memberships.prefetch_related("roles")}
    for place in gone.memberships.select_related("group").prefetch_related("roles"):
        group, other = place.group, stand.get(place.group_id)
        if other is None:
            _change(place, recording, contact=kept)
        else:
            has = {role.role for role in other.roles.all()}
            for role in (one for one in place.roles.all() if one.role not in has):
                _change(role, recording, membership=other)
        _change(group, recording)


def _join_coaching(kept: Contact, gone: Contact, recording: Recording) -> None:
    """What is written of both as a coach stands one under the other."""
    rows = CoachDevelopment.objects.filter(contact__in=(kept, gone))
    found = {row.contact_id: row for row in rows}
    stands, other = found.get(kept.pk), found.get(gone.pk)
    if stands is None or other is None:
        return
    reached = CoachDevelopment.Reached.values
    further = max(stands.reached, other.reached, key=["", *reached].index)
    offered = stands.confidential_information or other.confidential_information
    _change(
        stands,
        recording,
        reached=further,
        stage=_both(stands.stage, other.stage),
        next_step=_both(stands.next_step, other.next_step),
        confidential_information=stands.confidential_information if offered is None else offered,
    )


def _both(one: str, other: str) -> str:
    return "\n".join(dict.fromkeys(text for text in (one, other) if text))


def _repoint(
    field: "models.ForeignKey[Any, Any]", old: int, new: int, recording: Recording
) -> None:
    """Let the rows of a table point at the other, but where a row would stand there twice."""
    model = field.model
    unique = [set(rule.fields) for rule in model._meta.constraints if hasattr(rule, "fields")]
    unique += [{field.name}] if field.unique else []
    for row in model._base_manager.filter(**{field.attname: old}).order_by("pk"):
        twice = any(
            model._base_manager.filter(
                **{name: getattr(row, name) for name in rule - {field.name}},
                **{field.attname: new},
            ).exists()
            for rule in unique
            if field.name in rule
        )
        if not twice:
            _change(row, recording, **{field.attname: new})


def _change(row: models.Model, recording: Recording, **values: Any) -> None:
    """Write these values; whoever has the row open learns that it is no longer as they see it."""
    before = row_values(row)
    for name, value in values.items():
        setattr(row, name, value)
    if values and row_values(row) == before:
        return
    if "version" in before:
        setattr(row, "version", before["version"] + 1)  # noqa: B010  # not every model has one
    row.save()
    recording.changed(row, before)
