"""A plan comes in as a new account or in place of another; whatever is refused changes nothing."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied

from tests.personas import add_to_team
from waypost import planfile
from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.accounts.policies import REFUSALS, Capability
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan
from waypost.exchange.models import PlanImport
from waypost.exchange.operations import (
    AccountExistsError,
    ImportRefusedError,
    import_plan,
    import_plan_once,
)
from waypost.exchange.tests.files import SHORT, named
from waypost.history.models import ChangeSet
from waypost.staff.models import User

pytestmark = pytest.mark.django_db

PLAN = planfile.read(SHORT)
SAME_NAME = planfile.read(named("Brightwater Mills"))


def everything():
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models()
    }


def team(account):
    members = TeamMember.objects.live().filter(account=account).order_by("pk")
    return [(m.ref.code, m.name, m.access_role, m.user) for m in members]


def test_system_brings_in_a_plan_without_log_ins():
    account = import_plan(actor=None, plan=PLAN)

    assert load(account.pk) == PLAN
    assert team(account) == [
        ("T1", "Olga Hagen", AccessRole.LEAD, None),
        ("T2", "Tom Ferrari", AccessRole.MEMBER, None),
        ("M1", "Nils Berg", AccessRole.FIRST_LINE, None),
    ]
    assert account.summary.findings == account.findings.count() > 0
    assert not account.is_sample


def test_person_takes_a_seat_of_the_plan_and_leads_the_new_account(teammate):
    account = import_plan(actor=teammate, plan=PLAN, seat="T2")

    assert load(account.pk) == PLAN
    assert team(account)[1] == ("T2", "Tom Ferrari", AccessRole.LEAD, teammate)
    assert list(Account.objects.visible_to(teammate)) == [account]


def test_person_without_a_seat_joins_as_lead(outsider):
    account = import_plan(actor=outsider, plan=PLAN)

    assert team(account)[3] == ("T3", "Uma Castell", AccessRole.LEAD, outsider)


def test_import_is_recorded_with_who_did_it(owner):
    account = import_plan(actor=owner, plan=PLAN, seat="T1")

    change_set = ChangeSet.objects.get(account=account)
    assert change_set.actor == owner
    assert change_set.what == "Brought in the plan of Sandmark Glass from a file"
    seat = change_set.changes.get(table="accounts.teammember", before__isnull=False)
    assert (seat.before["user_id"], seat.after["user_id"]) == (None, owner.pk)


def test_seat_that_is_not_there_is_refused(owner):
    assert_refused(
        "Choose another place in the team: T9 is taken, or there is no such place.",
        actor=owner,
        plan=PLAN,
        seat="T9",
    )


def test_deactivated_person_is_refused(owner):
    owner.deactivated_at = "2026-11-01T00:00Z"
    before = everything()

    with pytest.raises(PermissionDenied):
        import_plan(actor=owner, plan=PLAN)

    assert everything() == before


def test_same_name_is_refused_unless_it_is_to_be_replaced(account, owner):
    assert_refused(
        "There is an account with the name “Brightwater Mills” already.",
        AccountExistsError,
        actor=owner,
        plan=planfile.read(named("brightwater MILLS")),
    )


def test_lead_replaces_a_plan_which_is_kept(account, owner):
    before = load(account.pk)

    replaced = import_plan(actor=owner, plan=SAME_NAME, replacing=True, seat="T1")

    assert replaced == account
    assert load(account.pk) == SAME_NAME
    assert Account.objects.count() == 1
    snapshot = Snapshot.objects.get(account=account)
    assert frozen_plan(snapshot) == before
    assert (snapshot.occasion, snapshot.taken_by) == ("replacement", owner)


@pytest.mark.parametrize("role", [role for role in AccessRole if role != AccessRole.LEAD])
def test_whoever_else_sees_the_plan_may_not_replace_it(account, outsider, role):
    add_to_team(account, outsider, role)
    before = everything()

    with pytest.raises(PermissionDenied) as refused:
        import_plan(actor=outsider, plan=SAME_NAME, replacing=True)

    assert str(refused.value) == str(REFUSALS[Capability.REPLACE_PLAN])
    assert everything() == before


@pytest.mark.parametrize("replacing", [True, False])
def test_outsider_makes_an_account_of_the_same_name_and_touches_no_other(
    account, outsider, replacing
):
    before = load(account.pk)

    new = import_plan(actor=outsider, plan=SAME_NAME, replacing=replacing)

    assert new != account
    assert load(account.pk) == before
    assert not Snapshot.objects.exists()


def test_replacing_keeps_log_ins_where_id_and_name_stay(account, owner, teammate):
    text = named("Brightwater Mills").replace("id: T1", "id: OH").replace("T2", "TF")

    import_plan(actor=owner, plan=planfile.read(text), replacing=True)

    assert team(account) == [
        ("OH", "Olga Hagen", AccessRole.LEAD, owner),
        ("TF", "Tom Ferrari", AccessRole.MEMBER, teammate),
        ("M1", "Nils Berg", AccessRole.FIRST_LINE, None),
    ]


def test_nobody_replaces_a_plan_and_is_left_outside(account, owner):
    assert_refused(
        "The team in this file has no place for you, so you could not open the plan afterwards. "
        "Choose which of them you are, or add yourself to the file.",
        actor=owner,
        plan=SAME_NAME,
        replacing=True,
    )


def test_seat_of_somebody_with_a_log_in_is_refused(account, owner, teammate):
    plan = planfile.read(named("Brightwater Mills").replace("T2", "TF"))

    assert_refused(
        "Choose another place in the team: TF is taken, or there is no such place.",
        actor=owner,
        plan=plan,
        replacing=True,
        seat="TF",
    )


def test_id_that_was_another_part_is_refused(account, owner):
    plan = planfile.read(named("Brightwater Mills") + "strategies: [{id: OH, statement: Listen.}]")

    assert_refused(
        "OH was a team member of this account and cannot become a strategy.",
        actor=owner,
        plan=plan,
        replacing=True,
        seat="T1",
    )


def test_several_accounts_of_the_name_are_refused(account, owner):
    import_plan(actor=None, plan=PLAN)
    Account.objects.update(name="Brightwater Mills")

    assert_refused(
        "Several accounts have the name “Brightwater Mills”: rename all but one first.",
        actor=None,
        plan=SAME_NAME,
        replacing=True,
    )


def test_removed_account_keeps_its_name_to_itself(account):
    Account.objects.update(deleted_at="2026-11-01T00:00Z")

    assert import_plan(actor=None, plan=SAME_NAME) != account


def test_day_that_the_file_describes_is_kept(owner):
    plan = planfile.read(f"{SHORT}as_of: 2026-03-02\n")

    assert load(import_plan(actor=owner, plan=plan, seat="T1").pk).as_of == date(2026, 3, 2)


def test_form_that_is_sent_twice_brings_in_one_account(owner):
    first = import_plan_once(actor=owner, key="a-key", plan=PLAN)
    before = everything()

    again = import_plan_once(actor=owner, key="a-key", plan=PLAN)

    assert again == first
    assert everything() == before


def test_forms_of_two_people_with_one_key_are_two(owner, outsider):
    first = import_plan_once(actor=owner, key="a-key", plan=PLAN)
    second = import_plan_once(actor=outsider, key="a-key", plan=PLAN)

    assert first != second


def test_form_that_was_refused_may_be_sent_again(account, owner):
    with pytest.raises(AccountExistsError):
        import_plan_once(actor=owner, key="a-key", plan=SAME_NAME)
    assert not PlanImport.objects.exists()

    assert (
        import_plan_once(actor=owner, key="a-key", plan=SAME_NAME, replacing=True, seat="T1")
        == account
    )


def test_people_of_a_plan_never_become_users():
    before = list(User.objects.values_list())

    import_plan(actor=None, plan=PLAN)

    assert list(User.objects.values_list()) == before


def assert_refused(sentence, error=ImportRefusedError, **given):
    before = everything()

    with pytest.raises(error) as refused:
        import_plan(**given)

    assert str(refused.value) == sentence
    assert everything() == before
