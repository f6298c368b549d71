from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account, Fact, PlanOpening
from waypost.accounts.policies import Grounds
from waypost.accounts.queries import access_to, plan_for, team_access_to
from waypost.document.statements import columns

pytestmark = pytest.mark.django_db


def open_now(account, user, *, ago=timedelta()):
    return PlanOpening.objects.create(
        account=account, user=user, reason="audit", opened_at=timezone.now() - ago
    )


def is_visible(user, account):
    """Both doors must say the same."""
    listed = Account.objects.visible_to(user).filter(pk=account.pk).exists()
    try:
        access_to(user, account.pk)
    except Http404:
        assert not listed
    else:
        assert listed
    return listed


@pytest.mark.parametrize("role", AccessRole)
def test_access_of_a_member_is_by_role(account, as_role, role):
    user = as_role(role)

    access = access_to(user, account.pk)

    assert is_visible(user, account)
    assert (access.account, access.user, access.role) == (account, user, role)
    assert access.grounds == {Grounds.TEAM}
    assert access.member_code == user.initials


def test_access_takes_one_query(owner, account, django_assert_num_queries):
    with django_assert_num_queries(1):
        access = access_to(owner, account.pk)
    with django_assert_num_queries(0):
        assert access.account.name == "Brightwater Mills"
        assert access.can_edit_plan


def test_access_is_of_the_account_and_the_person_asked_for(account, owner, as_role):
    viewer = as_role(AccessRole.VIEWER)
    theirs = Account.objects.create(supplier=account.supplier, name="Alder Foods")
    add_to_team(theirs, viewer, AccessRole.LEAD)

    found = [
        access_to(viewer, account.pk),
        access_to(viewer, theirs.pk),
        access_to(owner, account.pk),
    ]

    assert [(access.account.name, access.role) for access in found] == [
        ("Brightwater Mills", AccessRole.VIEWER),
        ("Alder Foods", AccessRole.LEAD),
        ("Brightwater Mills", AccessRole.LEAD),
    ]
    with pytest.raises(Http404):
        access_to(owner, theirs.pk)


def test_account_of_an_access_is_as_stored_and_can_be_written(account, owner):
    stored = Account.objects.get(pk=account.pk)

    found = access_to(owner, account.pk).account

    assert {name: getattr(found, name) for name in columns(Account)} == {
        name: getattr(stored, name) for name in columns(Account)
    }
    found.name = "Brightwater Paper"
    found.save()
    assert Account.objects.get(pk=account.pk).name == "Brightwater Paper"


def test_outsider_and_missing_account_are_alike(outsider, account):
    assert not is_visible(outsider, account)
    for pk in (account.pk, account.pk + 1_000, 10**30):
        with pytest.raises(Http404) as refusal:
            access_to(outsider, pk)
        assert str(refusal.value) == ""


def test_second_level_manager_sees_without_being_in_the_team(
    account, reporting_line, manager, director
):
    access = access_to(director, account.pk)

    assert is_visible(director, account)
    assert access.role is None
    assert access.grounds == {Grounds.SECOND_LEVEL}
    assert access.sight.margins
    assert not is_visible(manager, account)  # becomes first-line manager by joining the team


def test_manager_of_a_mere_members_manager_sees_nothing(account, teammate, manager, director):
    manager.manager = director
    manager.save()
    teammate.manager = manager
    teammate.save()

    assert not is_visible(director, account)


def test_former_member_sees_nothing(account, teammate):
    teammate.memberships.update(deleted_at=timezone.now())

    assert not is_visible(teammate, account)


def test_deleted_account_does_not_exist(account, owner):
    Account.objects.update(deleted_at=timezone.now())

    assert not is_visible(owner, account)


def test_deactivated_person_sees_nothing(account, owner):
    owner.deactivated_at = timezone.now()

    assert not is_visible(owner, account)


def test_administrator_sees_the_team_but_not_the_plan(account, administrator):
    assert not is_visible(administrator, account)

    access = team_access_to(administrator, account.pk)

    assert access.grounds == {Grounds.ADMINISTRATION}
    assert access.can_manage_team
    assert not access.can_see_plan


def test_team_is_hidden_from_outsiders(account, outsider):
    with pytest.raises(Http404):
        team_access_to(outsider, account.pk)


def test_opened_plan_is_seen_as_a_viewer_for_an_hour(account, administrator):
    open_now(account, administrator, ago=timedelta(minutes=59))

    access = access_to(administrator, account.pk)

    assert is_visible(administrator, account)
    assert access.grounds == {Grounds.OPENING, Grounds.ADMINISTRATION}
    assert not access.sight.margins
    assert not access.can_edit_plan


def test_opened_plan_closes_after_an_hour(account, administrator):
    open_now(account, administrator, ago=timedelta(minutes=61))

    assert not is_visible(administrator, account)


def test_opening_ends_with_the_rights_of_the_administrator(account, administrator):
    open_now(account, administrator)
    administrator.is_administrator = False

    assert not is_visible(administrator, account)


def test_opening_of_one_administrator_is_no_one_elses(account, administrator, outsider):
    outsider.is_administrator = True
    open_now(account, administrator)

    assert not is_visible(outsider, account)


def test_administrator_in_the_team_has_role_and_rights(account, administrator):
    add_to_team(account, administrator, AccessRole.VIEWER)

    access = access_to(administrator, account.pk)

    assert access.role == AccessRole.VIEWER
    assert access.can_manage_team
    assert not access.can_edit_plan


@pytest.mark.parametrize("role", AccessRole)
def test_plan_has_competitors_only_for_those_who_may_see_them(account, as_role, role):
    Fact.objects.create(account=account, topic=Fact.Topic.COMPETITORS, text="Norrland is cheaper.")

    plan = plan_for(access_to(as_role(role), account.pk))

    shown = role not in {AccessRole.PARTNER, AccessRole.VIEWER}
    assert [fact.text for fact in plan.profile.competitors] == ["Norrland is cheaper."] * shown


def test_plan_of_some_parts_has_these_only(access, account):
    Fact.objects.create(account=account, topic=Fact.Topic.TRENDS, text="Board grows.")

    plan = plan_for(access, ("team",))

    assert [member.name for member in plan.team] == ["Olga Hagen", "Tom Ferrari"]
    assert plan.profile.industry_trends == ()
