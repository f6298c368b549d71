"""Taking back what was done to the plan of an account; that is an operation like any other."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import Account, Ref
from waypost.accounts.operations.merging import part_again
from waypost.accounts.operations.rows import lock_account, writing
from waypost.accounts.operations.team import check_team
from waypost.accounts.policies import (
    MERGING,
    Access,
    check_can_edit_own,
    check_can_undo,
    is_talk,
)
from waypost.history.models import Change, ChangeSet, SeenBy
from waypost.history.operations import Written
from waypost.history.undo import UndoError, current_values, rewords, take_back


@transaction.atomic
def undo(*, access: Access, change_set: ChangeSet, anyway: bool = False) -> Written[Account]:
    """Put the rows of a change set back to what they were before it; once, however often asked.

    Raises UndoError where somebody wrote them since, unless ``anyway``; PermissionDenied where
    the person may not do that.
    """
    changes = list(change_set.changes.all())
    tables = frozenset(change.table for change in changes)
    check_can_undo(access, change_set, tables, rewords=any(map(rewords, changes)))
    if MERGING in tables:
        return part_again(access=access, change_set=change_set)
    if change_set.is_final or not tables:
        raise PermissionDenied(_("This cannot be taken back."))
    lock_account(access.account.pk)
    _check_is_theirs(access, changes)
    before = change_set.undone_by.filter(undone_by=None).first()
    if before is not None:
        return Written(access.account, before)
    what = _("Took back: %(what)s") % {"what": change_set.what}
    touches = not is_talk(tables)
    seen_by = SeenBy(change_set.seen_by)
    with writing(
        access=access, what=what, seen_by=seen_by, touches=touches, undoes=change_set
    ) as recording:
        take_back(change_set, recording, anyway=anyway)
        if "accounts.teammember" in tables:
            _check_team(access.account)
    return Written(access.account, recording.change_set)


def _check_is_theirs(access: Access, changes: Iterable[Change]) -> None:
    """A partner keeps to actions that are still their own."""
    for change in changes if not access.can_edit_plan else ():
        now = current_values(change) if change.table == "plans.action" else None
        if now is not None:
            owner = Ref.objects.filter(pk=now["owner_id"]).values_list("code", flat=True)
            check_can_edit_own(access, owner.first())


def _check_team(account: Account) -> None:
    try:
        check_team(account)
    except ValidationError as error:
        raise UndoError(reason=error.messages[0]) from error
