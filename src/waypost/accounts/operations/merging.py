"""Two accounts of one customer become one, and two again (ADR 11)."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.merging.coming import coming
from waypost.accounts.merging.reasons import reasons_against
from waypost.accounts.merging.since import first_work_on
from waypost.accounts.models import Account, AlsoKnownAs, Merging
from waypost.accounts.operations.copying import write_copies
from waypost.accounts.operations.rows import lock, lock_account, writing
from waypost.accounts.policies import MERGING, Access, check_can_merge, check_can_part
from waypost.health.operations import refresh
from waypost.history.models import ChangeSet
from waypost.history.operations import Recording, Written, record, row_values
from waypost.history.stale import StaleError
from waypost.history.undo import UndoError, take_back
from waypost.ui.formats import short_date

# What an account that says nothing of it takes over from the other.
SETTINGS = ("currency", "parent", "tier", "window_months", "review_day")
HOURS = "team_hours_next_12_months"


@transaction.atomic
def merge_accounts(
    *, access: Access, gone: Access, touched: datetime | None, gone_touched: datetime | None
) -> Written[Account]:
    """Make what ``gone`` says of the customer, and its plan, part of the account of ``access``.

    ``gone`` itself stays as it is and is read only from now on. Raises StaleError where one of the
    two was written to since these times, ValidationError where something stands against it.
    """
    check_can_merge(access, gone)
    hold_both(access.account, gone.account)
    kept, other = lock(access.account, even_gone=True), lock(gone.account, even_gone=True)
    for account in (kept, other):
        if account.deleted_at is not None:
            words = {"name": account.name}
            raise ValidationError(_("%(name)s was merged into another account meanwhile.") % words)
    if kept.pk == other.pk:
        raise ValidationError(_("These are the same account already."))
    if (kept.touched_at, other.touched_at) != (touched, gone_touched):
        raise StaleError(kept)
    if reasons := reasons_against(other, kept):
        raise ValidationError(reasons)
    names = {"gone": other.name, "kept": kept.name}
    what = _("Merged the account %(gone)s into %(kept)s") % names
    with writing(access=access, what=what, held=True) as recording:
        _take_settings(kept, other, recording)
        _take_name(kept, other, recording)
        write_copies(coming(other, kept), kept, recording)
        recording.created(Merging.objects.create(account=kept, gone=other))
        _change(other, recording, deleted_at=timezone.now())
    left = _("This account was merged into %(kept)s") % names
    with record(actor=access.user, account=other, what=left, touches=False, held=True):
        pass
    return Written(kept, recording.change_set)


@transaction.atomic
def part_again(*, access: Access, change_set: ChangeSet) -> Written[Account]:
    """Make two accounts of what was merged; once, however often asked.

    What came goes out of the one, the other is open again as it was. Raises UndoError where
    anything that came was worked on since: that would be lost.
    """
    row = change_set.changes.get(table=MERGING)
    gone = Account.objects.get(pk=(row.after or row.before or {})["gone_id"])
    check_can_part(access, gone)
    if row.before is not None or change_set.undoes_id is not None:
        raise PermissionDenied(_("This cannot be taken back. Merge the two anew."))
    hold_both(access.account, gone)
    before = change_set.undone_by.first()
    if before is not None:
        return Written(access.account, before)
    if found := first_work_on(change_set, access.account):
        raise UndoError(reason=_worked_on(found, gone))
    what = _("Took back: %(what)s") % {"what": change_set.what}
    with writing(access=access, what=what, undoes=change_set, held=True) as recording:
        try:
            take_back(change_set, recording)
        except UndoError as error:
            names = {"gone": gone.name}
            reason = _("What came from %(gone)s was changed since, and would be lost.") % names
            raise UndoError(reason=error.reason or reason) from error
    back = _("Took out of %(kept)s again: this account is open as it was before")
    names = {"kept": access.account.name}
    with record(actor=access.user, account=gone, what=back % names, touches=False, held=True):
        pass
    refresh(lock(gone))
    return Written(access.account, recording.change_set)


def _worked_on(found: ChangeSet, gone: Account) -> str:
    words = {
        "gone": gone.name,
        "what": found.what,
        "who": found.actor.name if found.actor else "Waypost",
        "day": short_date(timezone.localdate(found.at), timezone.localdate()),
    }
    sentence = _(
        "What came from %(gone)s was worked on since: “%(what)s” (%(who)s, %(day)s). Parting the "
        "two would lose that."
    )
    return sentence % words


def hold_both(one: Account, other: Account) -> None:
    """Always in this order, so that no two operations wait for each other."""
    for pk in sorted({one.pk, other.pk}):
        lock_account(pk)


def _take_settings(kept: Account, gone: Account, recording: Recording) -> None:
    """What is not said here yet; terms of either are terms of the customer."""
    values = {name: getattr(gone, name) for name in SETTINGS if not getattr(kept, name)}
    if kept.team_hours_next_12_months is None:
        values[HOURS] = gone.team_hours_next_12_months
    if gone.tier and not kept.tier:
        values["tier_reason"] = gone.tier_reason
    terms = [*kept.own_terms.splitlines(), *gone.own_terms.splitlines()]
    values["own_terms"] = "\n".join(dict.fromkeys(terms))
    _change(kept, recording, **values)


def _take_name(kept: Account, gone: Account, recording: Recording) -> None:
    known = {kept.name.casefold()}
    known |= {name.casefold() for name in kept.also_known_as.values_list("name", flat=True)}
    if gone.name.casefold() not in known:
        recording.created(AlsoKnownAs.objects.create(account=kept, name=gone.name))


def _change(account: Account, recording: Recording, **values: Any) -> None:
    before = row_values(account)
    changed = {name: value for name, value in values.items() if getattr(account, name) != value}
    if not changed:
        return
    for name, value in changed.items():
        setattr(account, name, value)
    account.version += 1
    account.save(update_fields=[*changed, "version"])
    recording.changed(account, before)
