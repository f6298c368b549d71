"""What somebody said, and what the account team keeps to itself about them."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.operations import lock, writing
from waypost.accounts.operations.texts import check_nothing_confidential
from waypost.accounts.policies import Access, Capability, check_can_edit_plan
from waypost.contacts.models import Contact, PrivateNote, Said
from waypost.history.models import SeenBy
from waypost.history.operations import Written
from waypost.plans.models import Heard, Objective
from waypost.ui.formats import excerpt


def add_quote(
    *, access: Access, contact: Contact, text: str, on: date | None, objective: str
) -> Written[Heard] | Written[Said]:
    """Note what somebody said, for the relationship objective with this id or for none yet."""
    check_can_edit_plan(access)
    check_nothing_confidential(text=text)
    words = {"name": contact.name, "text": excerpt(text), "code": objective}
    if not objective:
        with writing(access=access, what=_("%(name)s said: %(text)s") % words) as recording:
            said = Said.objects.create(person=contact.ref, text=text, on=on)
            recording.created(said)
        return Written(said, recording.change_set)
    meant = _meant(access, objective)
    what = _("%(name)s said for %(code)s: %(text)s") % words
    with writing(access=access, what=what) as recording:
        heard = Heard.objects.create(objective=meant, who=contact.name, text=text, on=on)
        recording.created(heard)
    return Written(heard, recording.change_set)


@transaction.atomic
def take_as_evidence(
    *, access: Access, contact: Contact, said: Said, objective: str
) -> Written[Heard]:
    """What somebody said for no objective yet was heard for the one with this id. May raise
    ValidationError, and StaleError where somebody else took it meanwhile."""
    check_can_edit_plan(access)
    meant = _meant(access, objective)
    said = lock(said)
    words = {"name": contact.name, "text": excerpt(said.text), "code": objective}
    what = _("Took what %(name)s said as evidence for %(code)s: %(text)s") % words
    with writing(access=access, what=what) as recording:
        recording.removed([said])
        said.delete()
        heard = Heard.objects.create(objective=meant, who=contact.name, text=said.text, on=said.on)
        recording.created(heard)
    return Written(heard, recording.change_set)


def _meant(access: Access, code: str) -> Objective:
    """The relationship objective with this id."""
    rows = Objective.objects.live().filter(account=access.account, ref__code=code)
    found = rows.filter(level=Objective.Level.RELATIONSHIP).first()
    if found is None:
        raise ValidationError({"objective": _("Choose one of the list.")})
    return found


def remove_said(*, access: Access, contact: Contact, said: Said) -> Written[Said]:
    check_can_edit_plan(access)
    words = {"name": contact.name, "text": excerpt(said.text)}
    what = _("Removed what %(name)s said: %(text)s") % words
    with writing(access=access, what=what) as recording:
        recording.removed([said])
        said.delete()
    return Written(said, recording.change_set)


def add_note(*, access: Access, contact: Contact, text: str) -> Written[PrivateNote]:
    """Keep something for the account team alone."""
    check_can_keep_notes(access)
    check_nothing_confidential(text=text)
    what = _("Noted about %(name)s: %(text)s") % {"name": contact.name, "text": excerpt(text)}
    with writing(access=access, what=what, seen_by=SeenBy.NOTES) as recording:
        note = PrivateNote.objects.create(
            person=contact.ref, text=text, on=timezone.localdate(), by_name=access.user.name
        )
        recording.created(note)
    return Written(note, recording.change_set)


def remove_note(*, access: Access, contact: Contact, note: PrivateNote) -> Written[PrivateNote]:
    check_can_keep_notes(access)
    what = _("Removed a note about %(name)s") % {"name": contact.name}
    with writing(access=access, what=what, seen_by=SeenBy.NOTES) as recording:
        recording.removed([note])
        note.delete()
    return Written(note, recording.change_set)


def check_can_keep_notes(access: Access) -> None:
    """Private notes are for the lead and the members."""
    check_can_edit_plan(access)
    if not access.may(Capability.SEE_NOTES):
        raise PermissionDenied(_("Private notes are for the account lead and the members alone."))
