"""Accounts: started by somebody who then leads the team, and changed by it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole, Account, AlsoKnownAs, Distinct, Supplier
from waypost.accounts.operations.rows import lock, writing
from waypost.accounts.operations.team import join
from waypost.accounts.policies import Access, check_can_create_accounts, check_can_edit_plan
from waypost.accounts.queries import last_account, names_of
from waypost.accounts.tiering import suggested_for, with_reason
from waypost.health.operations import refresh
from waypost.history.models import SeenBy
from waypost.history.operations import Recording, Written, record, row_values
from waypost.history.stale import StaleError
from waypost.staff.models import User


def create_account(
    *,
    actor: User,
    name: str,
    manager: User | None = None,
    supplier: str = "",
    distinct_from: Sequence[int] = (),
    **settings: Any,
) -> Written[Account]:
    """Start an account; the actor leads its team, ``manager`` is its first-line manager.

    ``supplier`` is who we are, where none of the actor's accounts says so; ``distinct_from`` are
    accounts of like names that it is not. The ``settings`` are fields of the account: tier, parent,
    currency, review_day, window_months.
    """
    check_can_create_accounts(actor)
    what = _("Started the account %(name)s") % {"name": name}
    with record(actor=actor, account=None, what=what, is_final=True) as recording:
        us = _supplier(actor, supplier, recording)
        account = Account.objects.create(supplier=us, name=name, **settings)
        recording.created(account)
        recording.account = account
        join(account, AccessRole.LEAD, recording, name=actor.name, user=actor)
        if manager is not None:
            join(account, AccessRole.FIRST_LINE, recording, name=manager.name, user=manager)
        for other in distinct_from:
            recording.created(Distinct.objects.create(account=account, other_id=other))
        refresh(account)
    return Written(account, recording.change_set)


def tell_apart(*, access: Access, other: Account) -> Written[Account]:
    """Say that an account of a like name is another customer, so that nobody asks again.

    The caller has seen to it that the person may see the other one; the history does not name it,
    because not everybody in this team may.
    """
    check_can_edit_plan(access)
    account = access.account
    what = _("Said that an account of a like name is another customer")
    if Distinct.objects.filter(account=account, other=other).exists():
        return Written(account, None)
    with writing(access=access, what=what, touches=False) as recording:
        told, _is_new = Distinct.objects.get_or_create(account=account, other=other)
        recording.created(told)
    return Written(account, recording.change_set)


@transaction.atomic
def update_account(*, access: Access, version: int, **values: Any) -> Written[Account]:
    """Change the name or a setting of the account; may raise StaleError.

    ``also_known_as``, where it is given, are all its other names, one on each line;
    ``our_company`` and ``we_sell`` are who we are to this customer. ValidationError for another
    class than its figures suggest, where it is not said why.
    """
    check_can_edit_plan(access)
    account = lock(access.account)
    before = row_values(account)
    others: str | None = values.pop("also_known_as", None)
    values["supplier"] = _us(account.supplier, values)
    values = with_reason(values, account, partial(_suggested, access))
    for name, value in values.items():
        setattr(account, name, value)
    names = None if others is None else others.splitlines()
    renamed = names is not None and names != names_of(account)
    if row_values(account) == before and not renamed:
        return Written(account, None)
    if before["version"] != version:
        raise StaleError(lock(account))
    what = _("Changed the settings of %(name)s") % {"name": account.name}
    hidden = account.tier_reason != before["tier_reason"]
    seen_by = SeenBy.MARGINS if hidden else SeenBy.PLAN
    with writing(access=access, what=what, seen_by=seen_by) as recording:
        account.version = version + 1
        account.save(update_fields=[*values, "version"])
        recording.changed(account, before)
        if names is not None and renamed:
            _set_names(account, names, recording)
    return Written(account, recording.change_set)


def _suggested(access: Access) -> str:
    found = suggested_for(access)
    return found.tier if found else ""


def _us(supplier: Supplier, values: dict[str, Any]) -> Supplier:
    """Who we are, taken out of the values: the one of this name who sells this. Other accounts may
    have the same one, so it is never changed itself."""
    name = values.pop("our_company", supplier.name)
    sells = values.pop("we_sell", supplier.sells)
    if (name, sells) == (supplier.name, supplier.sells):
        return supplier
    found = Supplier.objects.filter(name=name, sells=sells).order_by("pk").first()
    return found or Supplier.objects.create(name=name, sells=sells)


def _set_names(account: Account, names: Sequence[str], recording: Recording) -> None:
    stand = account.also_known_as.order_by("pk")
    recording.removed(stand)
    stand.delete()
    for name in names:
        recording.created(AlsoKnownAs.objects.create(account=account, name=name))


def _supplier(actor: User, name: str, recording: Recording) -> Supplier:
    last = last_account(actor)
    if last is not None:
        return last.supplier
    supplier, is_new = Supplier.objects.get_or_create(name=name, sells="")
    if is_new:
        recording.created(supplier)
    return supplier
