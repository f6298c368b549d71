import pytest

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Ref
from waypost.accounts.queries import access_to
from waypost.comments.operations import add_comment
from waypost.method.shape import Kind
from waypost.staff.models import User


@pytest.fixture
def objective(account):
    """The id of an objective; comments need no more."""
    return Ref.objects.create(account=account, code="B1", kind=Kind.BUSINESS)


@pytest.fixture
def joined(account):
    """Put somebody new into the team of the account."""

    def join(name, role=AccessRole.MEMBER, **fields):
        address = f"{name.lower().replace(' ', '.')}@waypost.example"
        initials = "".join(word[0] for word in name.split()) + str(User.objects.count())
        user = User.objects.create_user(address, name=name, **{"initials": initials[:3], **fields})
        add_to_team(account, user, role)
        return user

    return join


@pytest.fixture
def say(account, objective):
    """What somebody says about the objective, as they would."""

    def add(user, text, on=objective):
        return add_comment(access=access_to(user, account.pk), on=on, text=text).row

    return add
