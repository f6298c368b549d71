"""What hangs on objectives: words really heard (OBJ-2), and what has to happen first (CRI-3)."""

from typing import Any

from django.utils.translation import gettext as _

from waypost.accounts.operations import lock, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Written, row_values
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


def change_prerequisite(
    *, access: Access, prerequisite: Prerequisite, **values: Any
) -> Written[Prerequisite]:
    check_can_edit_plan(access)
    words = {"text": excerpt(prerequisite.text), "code": prerequisite.objective.ref.code}
    if all(getattr(prerequisite, name) == value for name, value in values.items()):
        return Written(prerequisite, None)
    what = _("Changed what %(code)s needs first: %(text)s") % words
    with writing(access=access, what=what) as recording:
        row = lock(prerequisite)
        before = row_values(row)
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=values)
        recording.changed(row, before)
    return Written(row, recording.change_set)


def remove_prerequisite(*, access: Access, prerequisite: Prerequisite) -> Written[Prerequisite]:
    check_can_edit_plan(access)
    words = {"text": excerpt(prerequisite.text), "code": prerequisite.objective.ref.code}
    return _remove(prerequisite, access, _("%(code)s no longer needs first: %(text)s") % words)


def _remove(row: Any, access: Access, what: str) -> Written[Any]:
    with writing(access=access, what=what) as recording:
        recording.removed([row])
        row.delete()
    return Written(row, recording.change_set)
