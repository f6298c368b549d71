import pytest

from waypost.planning.tests.meeting import NOON, Visitor, team_of


@pytest.fixture
def account(owner, teammate, time_machine):
    time_machine.move_to(NOON, tick=False)
    return team_of(T1=owner, T3=teammate)


@pytest.fixture
def visitor(client, owner, account):
    return Visitor(client, owner, account)


@pytest.fixture
def page(visitor):
    return visitor.page


@pytest.fixture
def post(visitor):
    return visitor.post
