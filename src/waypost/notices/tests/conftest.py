import pytest

from waypost.notices.tests.post import PLAN
from waypost.plans.tests.stored import LEAD, MEMBER, read, stored
from waypost.staff.models import User


@pytest.fixture(autouse=True)
def on_the_day(time_machine):
    """A Monday, at the hour of the weekly mail in Berlin."""
    time_machine.move_to("2026-12-07T06:00:00Z", tick=False)


@pytest.fixture(autouse=True)
def mail_is_sent(settings):
    settings.MAIL_IS_SENT = True


@pytest.fixture
def owner(owner):
    return in_berlin(owner)


@pytest.fixture
def teammate(teammate):
    return in_berlin(teammate)


@pytest.fixture
def administrator(db):
    return User.objects.create_user("ada@waypost.example", name="Ada Lind", is_administrator=True)


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


def in_berlin(person):
    person.time_zone = "Europe/Berlin"
    person.created_at = "2026-01-01T00:00:00Z"
    person.save()
    return person
