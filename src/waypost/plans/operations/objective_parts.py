"""What hangs on objectives: words really heard (OBJ-2), and what has to happen first (CRI-3)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.operations import lock, lock_account, save_row, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Written
from waypost.plans.models import Heard, Objective, Prerequisite
from waypost.ui.formats import excerpt


def add_heard(*, access: Access, objective: Objective, **values: Any) -> Written[Heard]:
    """Note what somebody at the customer said: ``text``, ``who``, ``on``."""
    check_can_edit_plan(access)
    words = {"text": excerpt(values["text"]), "code": objective.ref.code}
    with writing(access=access, what=_("Heard for %(code)s: %(text)s") % words) as recording:
        row = Heard.objects.create(objective=objective, **values)
        recording.created(row)
    return Written(row, recording.change_set)


def remove_heard(*, access: Access, heard: Heard) -> Written[Heard]:
    check_can_edit_plan(access)
    words = {"text": excerpt(heard.text), "code": heard.objective.ref.code}
    what = _("Removed what was heard for %(code)s: %(text)s") % words
    return _remove(heard, access, what)


def add_prerequisite(
    *, access: Access, objective: Objective, **values: Any
) -> Written[Prerequisite]:
    """Note what has to happen first: ``text``, ``by``, ``owner``."""
    check_can_edit_plan(access)
    words = {"text": excerpt(values["text"]), "code": objective.ref.code}
    with writing(access=access, what=_("%(code)s needs first: %(text)s") % words) as recording:
        row = Prerequisite.objects.create(objective=objective, **values)
        recording.created(row)
    return Written(row, recording.change_set)


@transaction.atomic
def change_prerequisite(
    *, access: Access, prerequisite: Prerequisite, version: int, **values: Any
) -> Written[Prerequisite]:
    """Change its ``text``, ``by`` or ``owner``; may raise StaleError."""
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    words = {"text": excerpt(prerequisite.text), "code": prerequisite.objective.ref.code}
    what = _("Changed what %(code)s needs first: %(text)s") % words
    return save_row(prerequisite, access=access, version=version, what=what, values=values)


def remove_prerequisite(*, access: Access, prerequisite: Prerequisite) -> Written[Prerequisite]:
    check_can_edit_plan(access)
    words = {"text": excerpt(prerequisite.text), "code": prerequisite.objective.ref.code}
    return _remove(prerequisite, access, _("%(code)s no longer needs first: %(text)s") % words)


def _remove(row: Any, access: Access, what: str) -> Written[Any]:
    with writing(access=access, what=what) as recording:
        row = lock(row)
        recording.removed([row])
        row.delete()
    return Written(row, recording.change_set)
