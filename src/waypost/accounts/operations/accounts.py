"""Accounts: started by somebody who then leads the team, and changed by it."""

from typing import Any

from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole, Account, Supplier
from waypost.accounts.operations.rows import save_row
from waypost.accounts.operations.team import join
from waypost.accounts.policies import Access, check_can_create_accounts, check_can_edit_plan
from waypost.accounts.queries import last_account
from waypost.health.operations import refresh
from waypost.history.operations import Recording, Written, record
from waypost.staff.models import User


def create_account(
    *, actor: User, name: str, manager: User | None = None, supplier: str = "", **settings: Any
) -> Written[Account]:
    """Start an account; the actor leads its team, ``manager`` is its first-line manager.

    ``supplier`` is who we are, where none of the actor's accounts says so. The ``settings`` are
    fields of the account: tier, parent, currency, review_day, window_months.
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
        refresh(account)
    return Written(account, recording.change_set)


def update_account(*, access: Access, version: int, **values: Any) -> Written[Account]:
    """Change the name or a setting of the account; may raise StaleError."""
    check_can_edit_plan(access)
    account = access.account
    what = _("Changed the settings of %(name)s") % {"name": values.get("name", account.name)}
    return save_row(account, access=access, version=version, what=what, values=values)


def _supplier(actor: User, name: str, recording: Recording) -> Supplier:
    last = last_account(actor)
    if last is not None:
        return last.supplier
    supplier, is_new = Supplier.objects.get_or_create(name=name, sells="")
    if is_new:
        recording.created(supplier)
    return supplier
