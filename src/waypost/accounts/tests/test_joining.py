"""An administrator who takes a place in a team reads its plan: the history says so plainly."""

import pytest

from waypost.accounts.models import AccessRole, TeamMember
from waypost.accounts.operations import add_member, change_member
from waypost.accounts.queries import team_access_to
from waypost.history.models import ChangeSet

pytestmark = pytest.mark.django_db

SENTENCE = "Ada Brandt, an administrator, added themselves to the team and reads the plan"


def test_administrator_who_joins_a_team_is_named_as_one(account, administrator):
    add_member(
        access=team_access_to(administrator, account.pk),
        access_role=AccessRole.VIEWER,
        name="Nils Aune",
        function="auditor",
        user=administrator,
    )
    assert ChangeSet.objects.get(account=account).what == SENTENCE


def test_administrator_who_takes_a_place_in_a_team_is_named_as_one(account, administrator, owner):
    add_member(
        access=team_access_to(owner, account.pk),
        access_role=AccessRole.VIEWER,
        name="Nils Aune",
        function="auditor",
    )
    change_member(
        access=team_access_to(administrator, account.pk),
        member=TeamMember.objects.get(name="Nils Aune"),
        version=1,
        access_role=AccessRole.VIEWER,
        function="auditor",
        user=administrator,
        name="Nils Aune",
    )
    assert ChangeSet.objects.filter(account=account).latest("pk").what == SENTENCE


def test_administrator_who_takes_somebody_else_in_is_not(account, administrator, outsider):
    add_member(
        access=team_access_to(administrator, account.pk),
        access_role=AccessRole.VIEWER,
        name=outsider.name,
        function="auditor",
        user=outsider,
    )
    assert ChangeSet.objects.get(account=account).what == "Took Uma Castell into the team"
