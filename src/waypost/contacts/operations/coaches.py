"""Developing a coach: somebody who believes in us and shares nothing confidential (DMG-3)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.operations import lock, save_row, writing
from waypost.accounts.operations.texts import check_nothing_confidential
from waypost.accounts.policies import Access
from waypost.contacts.models import CoachDevelopment, Contact
from waypost.contacts.operations.words import check_can_keep_notes
from waypost.history.models import SeenBy
from waypost.history.operations import Written
from waypost.history.stale import StaleError


@transaction.atomic
def develop_coach(
    *, access: Access, contact: Contact, version: int, **values: Any
) -> Written[CoachDevelopment]:
    """Say how far a coach is developed: ``reached``, ``stage``, ``next_step``, and whether
    something confidential was offered; ``version`` 0 where nothing was said before.

    Raises ValidationError where a text says that it is confidential; may raise StaleError.
    """
    check_can_keep_notes(access)
    texts = {name: values[name] for name in ("stage", "next_step") if name in values}
    check_nothing_confidential(**texts)
    contact = lock(contact)
    what = _("Said how far %(name)s is developed as a coach") % {"name": contact.name}
    row = CoachDevelopment.objects.filter(contact=contact).first()
    if row is not None:
        if version == 0:
            raise StaleError(row)
        seen_by = SeenBy.NOTES
        return save_row(
            row, access=access, version=version, what=what, values=values, seen_by=seen_by
        )
    with writing(access=access, what=what, seen_by=SeenBy.NOTES) as recording:
        row = CoachDevelopment.objects.create(contact=contact, **values)
        recording.created(row)
    return Written(row, recording.change_set)


@transaction.atomic
def stop_developing(*, access: Access, contact: Contact) -> Written[Contact]:
    """Forget what was written about somebody as a coach."""
    check_can_keep_notes(access)
    contact = lock(contact)
    row = CoachDevelopment.objects.filter(contact=contact).first()
    if row is None:
        return Written(contact, None)
    what = _("Removed what was said of %(name)s as a coach") % {"name": contact.name}
    with writing(access=access, what=what, seen_by=SeenBy.NOTES) as recording:
        recording.removed([row])
        row.delete()
    return Written(contact, recording.change_set)
