"""The list is of what somebody may see; nothing else is in its rows, counts, sums or filters."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account, PlanOpening, TeamMember
from waypost.portfolio.tests.build import add_account, day
from waypost.staff.models import User

pytestmark = pytest.mark.django_db
SECRET = "Canary Holdings"


@pytest.fixture
def theirs(outsider):
    """An account of another team, with everything the list could give away."""
    return add_account(
        SECRET,
        outsider,
        tier="A",
        parent="Canary Parent",
        places=("Canary Wharf",),
        other_names=("Canary Alias",),
        untouched=90,
        lights=(7, 7, 7),
        findings=77,
        worst_finding=4,
        next_stage_text="Canary stage goal",
        next_stage_due=day(3),
        next_stage_signal="red",
        next_review=day(-9),
    )


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"view": "decision"},
        {"view": "red"},
        {"view": "reviews"},
        {"view": "untouched"},
        {"q": "Halv"},
        {"tier": "A"},
        {"lights": "red"},
        {"stage": "missed"},
        {"sort": "-findings"},
        {"page": "2"},
    ],
)
def test_account_of_others_changes_nothing(open_list, owner, portfolio, theirs, query):
    before = without_tokens(open_list(owner, query=query))
    theirs.delete()
    assert before == without_tokens(open_list(owner, query=query))


def without_tokens(page):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.html)


@pytest.mark.parametrize("text", ["Holdings", "Parent", "Wharf", "Alias"])
def test_account_of_others_is_not_found(open_list, owner, portfolio, theirs, text):
    page = open_list(owner, query={"q": text})
    assert page.names == []
    assert "Canary" not in page.html


def test_lead_of_others_is_as_unknown_as_nobody(open_list, owner, outsider, portfolio, theirs):
    known = open_list(owner, query={"lead": outsider.name})
    unknown = open_list(owner, query={"lead": "Zoe Nobody"})
    assert outsider.name not in known.html
    assert without_tokens(known).replace("Uma+Castell", "Zoe+Nobody") == without_tokens(unknown)


def test_teammate_sees_the_account(open_list, teammate, portfolio):
    assert open_list(teammate).names == ["Oostkaai Terminals", "Örebro Verkstad"]


def test_outsider_sees_nothing(open_list, outsider, portfolio):
    page = open_list(outsider)
    assert page.found("<h2>.*?</h2>") == ["Which customer matters most to you?"]
    assert "Halvorsen" not in page.html


def test_stranger_is_led_to_sign_in(client, portfolio):
    response = client.get("/", {"q": "Halvorsen"})
    assert response.status_code == 302
    assert response.url.startswith("/sign-in/")


@pytest.mark.parametrize("role", AccessRole)
def test_every_role_sees_the_account(open_list, outsider, owner, role):
    add_to_team(add_account("Halvorsen Foods", owner), outsider, role)
    assert open_list(outsider).names == ["Halvorsen Foods"]


def test_manager_of_the_leads_manager_sees_the_account(open_list, owner, teammate, outsider):
    owner.manager, teammate.manager = teammate, outsider
    owner.save()
    teammate.save()
    add_account("Halvorsen Foods", owner)
    assert open_list(outsider).names == ["Halvorsen Foods"]
    assert open_list(teammate).views == []


def test_account_seen_on_two_grounds_is_listed_once(open_list, owner, teammate, outsider):
    owner.manager, teammate.manager = teammate, outsider
    owner.save()
    teammate.save()
    add_account("Halvorsen Foods", owner, outsider)
    page = open_list(outsider)
    assert page.names == ["Halvorsen Foods"]
    assert page.views[0] == "* All 1"


def test_former_member_sees_the_account_no_more(open_list, teammate, portfolio):
    TeamMember.objects.filter(user=teammate).update(deleted_at=timezone.now())
    assert open_list(teammate).views == []


def test_deleted_account_is_gone(open_list, owner, portfolio):
    Account.objects.filter(name="Halvorsen Foods").update(deleted_at=timezone.now())
    page = open_list(owner)
    assert "Halvorsen Foods" not in page.names
    assert page.views[0] == "* All 4"


@pytest.fixture
def administrator(db):
    return User.objects.create_user("ada@waypost.example", name="Ada Brandt", is_administrator=True)


def test_administrator_sees_no_plans_but_the_way_to_all_names(open_list, administrator, portfolio):
    page = open_list(administrator)
    assert page.views == []
    assert '<a class="btn btn-quiet" href="/accounts/administration/">' in page.html


def test_others_are_not_shown_the_way_to_all_names(open_list, owner, portfolio):
    assert "/accounts/administration/" not in open_list(owner).html


@pytest.mark.parametrize(("minutes", "names"), [(59, ["Halvorsen Foods"]), (61, [])])
def test_administrator_sees_a_plan_for_an_hour_after_opening_it(
    open_list, administrator, owner, minutes, names
):
    account = add_account("Halvorsen Foods", owner)
    opened_at = timezone.now() - timedelta(minutes=minutes)
    PlanOpening.objects.create(account=account, user=administrator, opened_at=opened_at)
    assert open_list(administrator).names == names
