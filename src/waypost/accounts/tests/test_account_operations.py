from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from waypost.accounts.models import AccessRole, Account, Supplier
from waypost.accounts.operations import create_account, open_plan, update_account
from waypost.accounts.queries import access_to, team_of
from waypost.health.models import AccountSummary
from waypost.history.models import ChangeSet
from waypost.history.stale import StaleError

pytestmark = pytest.mark.django_db

SETTINGS: dict[str, Any] = {
    "tier": "A",
    "currency": "NOK",
    "parent": "Skagen Group",
    "review_day": "15",
    "window_months": 3,
}


def test_account_is_led_by_who_started_it(owner, manager):
    account = create_account(
        actor=owner, name="Nordlys Glas", supplier="Northgate", manager=manager, **SETTINGS
    ).row

    account.refresh_from_db()
    assert {name: getattr(account, name) for name in SETTINGS} == SETTINGS
    assert (account.name, account.supplier.name) == ("Nordlys Glas", "Northgate")
    members = [(m.ref.code, m.user, m.name, m.function, m.access_role) for m in team_of(account)]
    assert members == [
        ("T1", owner, "Olga Hagen", "account lead", AccessRole.LEAD),
        ("T2", manager, "Henrik Aas", "first-line manager", AccessRole.FIRST_LINE),
    ]
    assert access_to(owner, account.pk).can_manage_team


def test_account_without_a_known_manager_has_its_lead_alone(owner):
    account = create_account(actor=owner, name="Nordlys Glas", supplier="Northgate").row

    assert [m.name for m in team_of(account)] == ["Olga Hagen"]


def test_account_is_recorded_as_started(owner):
    account = create_account(actor=owner, name="Nordlys Glas", supplier="Northgate").row

    recorded = ChangeSet.objects.get()
    assert (recorded.actor, recorded.account) == (owner, account)
    assert recorded.what == "Started the account Nordlys Glas"
    assert sorted(recorded.changes.values_list("table", flat=True)) == [
        "accounts.account",
        "accounts.ref",
        "accounts.supplier",
        "accounts.teammember",
    ]
    assert AccountSummary.objects.filter(account=account).exists()


def test_next_account_has_the_supplier_of_the_last(owner, account):
    started = create_account(actor=owner, name="Nordlys Glas").row

    assert started.supplier == account.supplier


def test_supplier_of_another_team_is_not_taken_over(outsider, account):
    started = create_account(actor=outsider, name="Nordlys Glas", supplier="Northgate").row

    assert started.supplier.name == "Northgate"


def test_supplier_named_again_is_the_same(outsider, account):
    started = create_account(actor=outsider, name="Nordlys Glas", supplier="Fernhill Controls").row

    assert started.supplier == account.supplier
    assert Supplier.objects.count() == 1


def test_deactivated_person_starts_nothing(owner):
    owner.deactivated_at = "2026-11-01"

    with pytest.raises(PermissionDenied):
        create_account(actor=owner, name="Nordlys Glas", supplier="Northgate")
    assert not Account.objects.exists()


def test_settings_are_changed_and_recorded(access, account, owner):
    saved = update_account(access=access, version=1, name="Brightwater AG", **SETTINGS).row

    account.refresh_from_db()
    assert {name: getattr(account, name) for name in SETTINGS} == SETTINGS
    assert (account.name, account.version, saved.version) == ("Brightwater AG", 2, 2)
    recorded = ChangeSet.objects.get()
    [change] = recorded.changes.all()
    assert (recorded.actor, recorded.what) == (owner, "Changed the settings of Brightwater AG")
    assert (change.before["name"], change.after["name"]) == ("Brightwater Mills", "Brightwater AG")


def test_change_ends_the_day_an_import_describes(access, account):
    Account.objects.update(as_of="2026-11-24")

    update_account(access=access, version=1, name="Brightwater AG")

    account.refresh_from_db()
    assert account.as_of is None


def test_saving_what_stands_there_writes_nothing(access, account):
    before = Account.objects.values().get()

    update_account(access=access, version=1, name="Brightwater Mills", currency="EUR")

    assert Account.objects.values().get() == before
    assert not ChangeSet.objects.exists()


def test_stale_save_changes_nothing_and_says_what_stands_there(access, account):
    update_account(access=access, version=1, name="Brightwater AG")

    with pytest.raises(StaleError) as stale:
        update_account(access=access, version=1, name="Brightwater SE")

    current = stale.value.current
    assert isinstance(current, Account)
    assert (current.name, current.version) == ("Brightwater AG", 2)
    assert Account.objects.get().name == "Brightwater AG"
    assert ChangeSet.objects.count() == 1


@pytest.mark.parametrize("role", [AccessRole.SENIOR, AccessRole.PARTNER, AccessRole.VIEWER])
def test_settings_are_refused_to_those_who_only_see(account, as_role, role):
    access = access_to(as_role(role), account.pk)

    with pytest.raises(PermissionDenied):
        update_account(access=access, version=1, name="Brightwater AG")
    assert Account.objects.get().name == "Brightwater Mills"


def test_opening_is_on_record_and_leaves_the_plan_untouched(account, administrator):
    before = Account.objects.values().get()

    open_plan(actor=administrator, account=account, reason="Olga is ill")

    recorded = ChangeSet.objects.get()
    assert (recorded.actor, recorded.account) == (administrator, account)
    assert recorded.what == "Opened the plan as an administrator: Olga is ill"
    assert Account.objects.values().get() == before
    assert access_to(administrator, account.pk).can_see_plan


def test_opening_is_refused_to_everybody_else(account, outsider):
    with pytest.raises(PermissionDenied):
        open_plan(actor=outsider, account=account, reason="Curious")
    assert not account.openings.exists()
