"""What waits for a manager across accounts, and the way to it."""

import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.planning.models import ResourceRequest
from waypost.planning.tests.accepting import PLAN, Team, words
from waypost.plans.models import Objective
from waypost.plans.tests.stored import read, stored

pytestmark = pytest.mark.django_db
LINK = ">For review<"


@pytest.fixture
def team(db):
    return Team()


@pytest.fixture
def page(client, team):
    signed_in: list[str] = []

    def get(role, name="portfolio:for-review"):
        if signed_in[-1:] != [role]:
            client.force_login(team.users[role])
            signed_in.append(role)
        return client.get(reverse(name))

    return get


def test_plan_waits_for_whose_turn_it_is(page, team, time_machine):
    ResourceRequest.objects.all().delete()
    time_machine.move_to("2026-11-20T12:00:00Z", tick=False)
    team.submit()
    assert "Nothing waits for you" in words(page("senior"))
    found = words(page("first-line"))
    assert "Challenge and confirm the plan of Dunmore Mills" in found
    assert "at stake: B1, Five machines run on our bearings" in found
    assert "since 20 Nov" in found
    assert "Nothing waits for you" in words(page("lead"))


def test_resource_waits_for_both_managers_with_the_objective_at_stake(page, team):
    line = "Forty hours of an engineer B1 needs them Dunmore Mills"
    for role in ("first-line", "senior"):
        assert f"{line} no objective named" in words(page(role))
    ResourceRequest.objects.update(objective=Objective.objects.get(ref__code="B1"))
    assert f"{line} at stake: B1, Five machines" in words(page("senior"))
    ResourceRequest.objects.update(status="granted")
    assert "Nothing waits for you" in words(page("senior"))


def test_link_is_in_the_navigation_of_those_who_have_something_to_review(page, team):
    ResourceRequest.objects.all().delete()
    week = "portfolio:my-week"

    def shown(role):
        return LINK in page(role, week).content.decode()

    assert not any(map(shown, team.users))
    team.submit()
    assert [role for role in team.users if shown(role)] == ["first-line"]
    ResourceRequest.objects.create(account=team.account, what="An engineer")
    assert [role for role in team.users if shown(role)] == ["first-line", "senior"]
    Account.objects.update(deleted_at=team.account.created_at)
    assert not any(map(shown, team.users))


@pytest.mark.parametrize("count", [3, 300])
def test_queue_takes_four_queries_however_long_it_is(page, team, count, django_assert_num_queries):
    ResourceRequest.objects.update(status="granted")
    others = [stored(read(PLAN.replace("Dunmore", f"Mill {n}"))) for n in range(2)]
    seats = TeamMember.objects.filter(account__in=others, ref__code="M2")
    seats.update(user=team.users["senior"], access_role=AccessRole.SENIOR)
    ResourceRequest.objects.update(status="granted")
    for account in (team.account, *others):
        account.submissions.create(state="confirmed")
    ResourceRequest.objects.bulk_create(
        ResourceRequest(account=others[n % 2], what=f"Engineer {n}", status="asked")
        for n in range(count - 3)
    )
    page("senior")
    # two say who asks, one is for plans, one for resources
    with django_assert_num_queries(4):
        found = words(page("senior"))
    assert f"Waiting for you {count}" in found
