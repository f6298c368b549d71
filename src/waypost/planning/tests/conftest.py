import pytest

from waypost.planning.operations.reviews import start_review
from waypost.planning.tests.stored import NOON, access_of, planned


@pytest.fixture
def november(time_machine):
    """It is 24 November 2026, two days before the review day."""
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def account(november, owner, teammate):
    return planned(owner, teammate)


@pytest.fixture
def access(owner, account):
    return access_of(owner, account)


@pytest.fixture
def review(access):
    return start_review(access=access).row
