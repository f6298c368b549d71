import pytest

from waypost.staff.models import User


@pytest.fixture
def administrator(db):
    """Invites people and gives rights."""
    return User.objects.create_user(
        "ada@waypost.example", "a-long-sentence-of-ada", name="Ada Brandt", is_administrator=True
    )


@pytest.fixture
def person(db):
    """One of us, without any rights of their own."""
    return User.objects.create_user(
        "per@waypost.example", "a-long-sentence-of-per", name="Per Lund"
    )
