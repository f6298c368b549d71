"""Who looks at a page in a test: the owner of an account, a teammate, an outsider.

A pytest plugin, so that tests beside the code and tests in tests/ meet the same people.
"""

import pytest

from waypost.accounts.models import AccessRole, Account, Ref, Supplier, TeamMember
from waypost.method.shape import Kind
from waypost.staff.models import User


@pytest.fixture
def owner(db):
    """Leads the account."""
    return User.objects.create_user("olga@waypost.example", name="Olga Hagen")


@pytest.fixture
def teammate(db):
    """Works on the account without leading it."""
    return User.objects.create_user("tom@waypost.example", name="Tom Ferrari")


@pytest.fixture
def outsider(db):
    """One of us, but of another team: the account must not even exist for them."""
    return User.objects.create_user("uma@waypost.example", name="Uma Castell")


@pytest.fixture
def account(owner, teammate):
    supplier = Supplier.objects.create(name="Fernhill Controls")
    account = Account.objects.create(supplier=supplier, name="Brightwater Mills", currency="EUR")
    add_to_team(account, owner, AccessRole.LEAD, "Key account manager")
    add_to_team(account, teammate, AccessRole.MEMBER, "Field engineer")
    return account


def add_to_team(account, user, access_role, function="Colleague"):
    """Put a user into the team of an account, with an id made of the initials."""
    ref = Ref.objects.create(account=account, code=user.initials, kind=Kind.MEMBER)
    return TeamMember.objects.create(
        account=account,
        ref=ref,
        user=user,
        name=user.name,
        function=function,
        access_role=access_role,
    )
