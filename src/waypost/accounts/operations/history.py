"""Taking back what was done to the plan of an account; that is an operation like any other."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from waypost.accounts.models import Account
from waypost.accounts.operations.rows import writing
from waypost.accounts.policies import Access, check_can_undo, is_talk
from waypost.history.models import ChangeSet, SeenBy
from waypost.history.operations import Written
from waypost.history.undo import take_back


def undo(*, access: Access, change_set: ChangeSet, anyway: bool = False) -> Written[Account]:
    """Put the rows of a change set back to what they were before it.

    Raises UndoError where somebody wrote them since, unless ``anyway``; PermissionDenied where
    the person may not do that.
    """
    tables = frozenset(change_set.changes.values_list("table", flat=True))
    check_can_undo(access, change_set, tables)
    if change_set.is_final or not tables:
        raise PermissionDenied(_("This cannot be taken back."))
    what = _("Took back: %(what)s") % {"what": change_set.what}
    touches = not is_talk(tables)
    seen_by = SeenBy(change_set.seen_by)
    with writing(
        access=access, what=what, seen_by=seen_by, touches=touches, undoes=change_set
    ) as recording:
        take_back(change_set, recording, anyway=anyway)
    return Written(access.account, recording.change_set)
