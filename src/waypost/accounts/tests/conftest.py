import pytest

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole
from waypost.accounts.queries import access_to
from waypost.staff.models import User


@pytest.fixture
def manager(db):
    """A first-line manager somewhere."""
    return User.objects.create_user("henrik@waypost.example", name="Henrik Aas")


@pytest.fixture
def director(db):
    """The managers' own manager."""
    return User.objects.create_user("dora@waypost.example", name="Dora Nyland")


@pytest.fixture
def administrator(db):
    return User.objects.create_user("ada@waypost.example", name="Ada Brandt", is_administrator=True)


@pytest.fixture
def reporting_line(owner, manager, director):
    """The owner reports to the manager, who reports to the director; nobody's team is changed."""
    manager.manager = director
    manager.save()
    owner.manager = manager
    owner.save()


@pytest.fixture
def access(owner, account):
    """The owner's access to the account they lead."""
    return access_to(owner, account.pk)


@pytest.fixture
def as_role(account):
    """Make somebody who has the role in the account's team."""

    def make(role):
        user = User.objects.create_user(f"{role.name.lower()}@waypost.example", name=role.label)
        add_to_team(account, user, AccessRole(role))
        return user

    return make
