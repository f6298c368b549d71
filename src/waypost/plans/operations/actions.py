"""Actions: who does what and when, until it is done or dropped (STP)."""

from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.accounts.models import Account, Gap, Link, Ref
from waypost.accounts.operations import new_ref, remove_part, save_row, writing
from waypost.accounts.policies import Access, check_can_edit_own, check_can_edit_plan
from waypost.history.operations import Written
from waypost.history.writes import insert
from waypost.method.month import Month
from waypost.method.shape import OBJECTIVES, Kind
from waypost.plans.models import Action
from waypost.ui.formats import excerpt

OWNERS = (Kind.MEMBER, Kind.PERSON)
ACHIEVED = (*OBJECTIVES, Kind.STAGE, Kind.STRATEGY, Kind.OPPORTUNITY)
WHY = gettext_lazy("Say why it is dropped: the team reads it later.")


def add_action(*, access: Access, what: str, **values: Any) -> Written[Action]:
    """A new open action; ``owner`` and ``achieves`` are ids of parts of the plan, or empty."""
    check_can_edit_plan(access)
    if not what:
        raise ValidationError({"what": _("Say what is to be done, beside who and when.")})
    columns = _columns(access.account, {"status": Action.Status.OPEN, "what": what, **values})
    said = _("Added “%(action)s”") % {"action": excerpt(what)}
    with writing(access=access, what=said) as recording:
        ref = new_ref(access.account, Kind.ACTION, recording)
        made = Action(account=access.account, ref=ref, **columns)
        insert(made)
        recording.created(made)
    return Written(made, recording.change_set)


@transaction.atomic
def change_action(
    *,
    access: Access,
    action: Action,
    version: int,
    depends_on: Collection[str] | None = None,
    **values: Any,
) -> Written[Action]:
    """Change these values of an action; may raise StaleError.

    A partner changes their own actions and keeps them.
    """
    check_can_edit_own(access, owner_of(action))
    columns = _columns(access.account, _in_its_month(action, values))
    if "owner" in columns:
        check_can_edit_own(access, values["owner"] or None)
    _forget_reason(action, columns)
    _check_reason({"status": action.status, "reason": action.reason, **columns})
    what = _("Changed “%(action)s”") % {"action": excerpt(columns.get("what", action.what))}
    return save_row(
        action,
        access=access,
        version=version,
        what=what,
        values=columns,
        links=_links(depends_on),
    )


def remove_action(*, access: Access, action: Action) -> Written[Action]:
    """Take an action out of the plan as if it had never been meant."""
    check_can_edit_own(access, owner_of(action))
    what = _("Deleted “%(action)s”") % {"action": excerpt(action.what)}
    return remove_part(action, access=access, what=what)


def owner_of(action: Action) -> str | None:
    """The id of whose an action is, as far as they are still there."""
    owner = action.owner
    return owner.code if owner is not None and owner.retired_at is None else None


def _in_its_month(action: Action, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """A new due date takes the action along to its month, unless that was changed as well."""
    due = values.get("due")
    stays = values.get("month", action.month and Month.of(action.month))
    if due is None or due == action.due or stays != (action.month and Month.of(action.month)):
        return values
    return {**values, "month": Month.of(due)}


def _columns(account: Account, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as columns: ids of parts become the parts, a month its first day."""
    columns = dict(values)
    if columns.get("month") is not None:
        columns["month"] = columns["month"].first_day
    for name, kinds in (("owner", OWNERS), ("achieves", ACHIEVED)):
        if name in columns:
            columns[name] = part_of(account, columns[name], kinds, name)
    if "from_gap" in columns:
        gaps = Gap.objects.live().filter(account=account)
        columns["from_gap"] = gaps.filter(pk=int(columns["from_gap"] or 0)).first()
    return columns


def part_of(account: Account, code: str | None, kinds: tuple[Kind, ...], field: str) -> Ref | None:
    """The part with this id; ValidationError at the field where there is none any more."""
    if not code:
        return None
    found = Ref.objects.filter(account=account, code=code, kind__in=kinds, retired_at=None).first()
    if found is None:
        raise ValidationError({field: _("Choose one of the list.")})
    return found


def _forget_reason(action: Action, columns: dict[str, Any]) -> None:
    """Why it was dropped no longer holds where it is not dropped any more."""
    was, is_now = action.status, columns.get("status", action.status)
    if was == Action.Status.DROPPED != is_now and columns.get("reason", "") in ("", action.reason):
        columns["reason"] = ""


def _check_reason(values: Mapping[str, Any]) -> None:
    if values["status"] == Action.Status.DROPPED and not values["reason"]:
        raise ValidationError({"reason": WHY})


def _links(depends_on: Collection[str] | None) -> dict[Link.Relation, Collection[str]] | None:
    return None if depends_on is None else {Link.Relation.DEPENDS_ON: depends_on}
