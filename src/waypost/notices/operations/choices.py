"""What people choose to be mailed: on their own page, or by the link in a mail."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from waypost.history.operations import record, row_values
from waypost.history.stale import StaleError
from waypost.notices.models import CHOICES, FIELDS, Kind, MailChoices, Notice
from waypost.staff.models import User


@transaction.atomic
def change_mail_choices(
    *, actor: User, version: int, kinds: Collection[str], off: bool, weekday: int, hour: int
) -> MailChoices:
    """A person's own page; may raise StaleError. Saving what stands there writes nothing."""
    values: dict[str, Any] = {FIELDS[kind]: kind in kinds for kind in CHOICES}
    values |= {"off": off, "weekday": weekday, "hour": hour}
    choices = _held(actor)
    if all(getattr(choices, name) == value for name, value in values.items()):
        return choices
    if choices.version != version:
        raise StaleError(choices)
    _save(choices, values, _("Changed own mails"))
    return choices


@transaction.atomic
def turn_off(*, notice: Notice, everything: bool = False) -> MailChoices:
    """Mails of this notice's kind, or all of them. Whoever has the secret of its link may."""
    choices = _held(notice.person)
    name = "off" if everything else FIELDS[Kind(notice.kind)]
    value = name == "off"
    if getattr(choices, name) != value:
        _save(choices, {name: value}, _("Turned mails off by the link in one"))
    return choices


def _held(person: User) -> MailChoices:
    """Theirs, held until the transaction ends."""
    MailChoices.objects.bulk_create([MailChoices(person=person)], ignore_conflicts=True)
    return MailChoices.objects.select_for_update().get(person=person)


def _save(choices: MailChoices, values: dict[str, Any], what: str) -> None:
    with record(actor=choices.person, account=None, what=what) as changes:
        before = row_values(choices)
        for name, value in values.items():
            setattr(choices, name, value)
        choices.version += 1
        choices.save()
        changes.changed(choices, before)
