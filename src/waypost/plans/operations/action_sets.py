"""One or several actions at once: done, dropped, moved, given to somebody. One undo for all."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import Account
from waypost.accounts.operations import lock_account, writing
from waypost.accounts.policies import Access, check_can_edit_own
from waypost.history.operations import Written, row_values
from waypost.method.month import Month
from waypost.plans.models import Action
from waypost.plans.operations.actions import OWNERS, WHY, owner_of, part_of
from waypost.ui.formats import counted, excerpt, month_name, short_date

OPEN, DONE, DROPPED = Action.Status.OPEN, Action.Status.DONE, Action.Status.DROPPED
Plan = Sequence[tuple[Action, Mapping[str, Any]]]


@transaction.atomic
def close_actions(
    *, access: Access, codes: Collection[str], outcome: Action.Status, reason: str = ""
) -> Written[Account]:
    """Done, or dropped for a reason; what stands so already is left as it is."""
    if outcome == DROPPED and not reason:
        raise ValidationError({"reason": WHY})
    chosen = _chosen(access, codes)
    changes = [
        (action, {"status": outcome, "reason": reason if outcome == DROPPED else _kept(action)})
        for action in chosen
    ]
    said = _("Dropped %(actions)s") if outcome == DROPPED else _("Marked %(actions)s as done")
    return _write(access, changes, said % _named(chosen))


@transaction.atomic
def reopen_actions(*, access: Access, codes: Collection[str]) -> Written[Account]:
    """Back to work; the reason for dropping it no longer holds."""
    chosen = _chosen(access, codes)
    changes = [(action, {"status": OPEN, "reason": _kept(action)}) for action in chosen]
    return _write(access, changes, _("Reopened %(actions)s") % _named(chosen))


@transaction.atomic
def move_actions(
    *, access: Access, codes: Collection[str], month: Month | None
) -> Written[Account]:
    """To that month; a day in another month is taken away, and the sentence says so."""
    if month is None:
        raise ValidationError({"month": _("Choose a month of the list.")})
    chosen = _chosen(access, codes)
    stays = [action.due is None or Month.of(action.due) == month for action in chosen]
    changes = [
        (action, {"month": month.first_day, "due": action.due if keeps else None})
        for action, keeps in zip(chosen, stays, strict=True)
    ]
    lost = [a.due for a, keeps in zip(chosen, stays, strict=True) if not keeps and a.due]
    words = {**_named(chosen), "month": month_name(month)}
    said = _("Moved %(actions)s to %(month)s") % words
    if lost:
        day = short_date(lost[0], month.first_day) if len(lost) == 1 else counted(len(lost), "day")
        said = _("%(moved)s, without the due date %(day)s") % {"moved": said, "day": day}
    return _write(access, changes, said)


@transaction.atomic
def assign_actions(*, access: Access, codes: Collection[str], owner: str) -> Written[Account]:
    """Give them to one of us or to somebody at the customer; empty: to nobody yet."""
    check_can_edit_own(access, owner or None)
    ref = part_of(access.account, owner, OWNERS, "owner")
    chosen = _chosen(access, codes)
    said = _("Gave %(actions)s to another owner") if ref else _("Left %(actions)s without an owner")
    return _write(
        access, [(a, {"owner_id": ref and ref.pk}) for a in chosen], said % _named(chosen)
    )


def _chosen(access: Access, codes: Collection[str]) -> list[Action]:
    """The actions, held until the transaction ends; PermissionDenied if one may not be changed."""
    lock_account(access.account.pk)
    found = Action.objects.live().filter(account=access.account, ref__code__in=codes)
    chosen = list(
        found.select_related("owner", "ref").select_for_update(of=("self",)).order_by("pk")
    )
    if not chosen:
        raise ValidationError(_("Choose at least one action."))
    for action in chosen:
        check_can_edit_own(access, owner_of(action))
    return chosen


def _kept(action: Action) -> str:
    """The reason that still holds once the action is not dropped any more."""
    return "" if action.status == DROPPED else action.reason


def _named(chosen: Sequence[Action]) -> dict[str, str]:
    """“Call Marit”, or 3 actions."""
    one = f"“{excerpt(chosen[0].what)}”"
    return {"actions": one if len(chosen) == 1 else counted(len(chosen), "action")}


def _write(access: Access, changes: Plan, what: str) -> Written[Account]:
    """Write these values as one change set; nothing where everything stands there already."""
    real = [
        (action, values)
        for action, values in changes
        if any(getattr(action, name) != value for name, value in values.items())
    ]
    if not real:
        return Written(access.account, None)
    with writing(access=access, what=what) as recording:
        for action, values in real:
            before = row_values(action)
            for name, value in {**values, "version": action.version + 1}.items():
                setattr(action, name, value)
            action.save(update_fields=[*(n.removesuffix("_id") for n in values), "version"])
            recording.changed(action, before)
    return Written(access.account, recording.change_set)
