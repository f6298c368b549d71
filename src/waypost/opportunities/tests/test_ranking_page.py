"""The ranking: what fits the hours, what does not, and who may know it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import Account
from waypost.history.models import ChangeSet
from waypost.method.month import Month
from waypost.opportunities.models import Opportunity
from waypost.opportunities.tests.plans import PLAN
from waypost.plans.models import Action, ShortTermPlan
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def viewer(db):
    from waypost.staff.models import User

    return User.objects.create_user("vera@waypost.example", name="Vera Holm")


@pytest.fixture
def account(owner, teammate, viewer):
    team = [("T1", owner, LEAD), ("T2", teammate, MEMBER), ("T3", viewer, VIEWER)]
    return stored(read(PLAN), team=team)


def url(account, name="opportunities", *args):
    return reverse(f"opportunities:{name}", args=[account.pk, *args])


def get(client, user, path):
    client.force_login(user)
    return client.get(path)


def post(client, user, path, **data):
    client.force_login(user)
    return client.post(path, data)


def page(client, user, path):
    return " ".join(get(client, user, path).content.decode().replace("\xa0", " ").split())


def in_order(text, *words):
    places = [text.index(word) for word in words]
    assert places == sorted(places), dict(zip(words, places, strict=True))


def test_line_stands_where_the_hours_end(client, owner, account):
    text = page(client, owner, url(account))
    in_order(text, 'id="OP2"', 'id="OP1"', 'id="line"', 'id="OP3"', 'id="OP4"')
    assert "150 h asked for, 100 h available" in text
    assert "Capacity line, 100 h a year." in text
    assert "70 h are above it, for €76 k expected." in text
    assert "50 h too many" in text
    assert "hours not known" in text
    in_order(text, "€1.6 k", "€1 k", "€225")
    let_in = "To let Stores automation in, drop Frame contract: €42 k less expected."
    assert let_in in text


def test_other_hours_move_the_line(client, owner, account):
    text = page(client, owner, f"{url(account)}?hours=150")
    in_order(text, 'id="OP3"', 'id="line"', 'id="OP4"')
    assert "Keep 150 h as the plan’s hours" in text
    assert "Keep" not in page(client, owner, url(account)).partition("<h1>")[2].partition("Rank")[0]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("-1e9", "Enter hours from 0 to 100,000."),
        ("1e99", "Enter at most 11 digits, and 4 after the point."),
        ("100001", "Enter hours from 0 to 100,000."),
        ("many", "Enter a number, such as 3 or 2.5."),
        ("NaN", "Enter a number, such as 3 or 2.5."),
        ("", "Fill in “Hours for opportunities in a year”"),
        ("🦊" * 5000, "Enter a number, such as 3 or 2.5."),
    ],
)
def test_hours_that_cannot_be_are_refused_at_the_field(client, owner, account, asked, sentence):
    client.force_login(owner)
    response = client.get(url(account), {"hours": asked})
    assert response.status_code == 422
    text = response.content.decode()
    assert sentence in text
    assert "Capacity line" in text
    assert f'value="{asked}"' in text or not asked


def test_hours_are_kept_with_the_plan(client, owner, account):
    post(client, owner, url(account, "hours"), version=1, hours="150")
    account.refresh_from_db()
    assert account.team_hours_next_12_months == 150
    assert ChangeSet.objects.latest("pk").what == "Set 150\xa0h a year for opportunities"
    stale = post(client, owner, url(account, "hours"), version=1, hours="90")
    assert stale.status_code == 409
    assert post(client, owner, url(account, "hours"), version=2, hours="x").status_code == 422


def test_without_hours_of_its_own_the_team_s_count(client, owner, account):
    Account.objects.update(team_hours_next_12_months=None)
    text = page(client, owner, url(account))
    assert "These are all the hours that the team has for this account." in text
    assert "Capacity line, 26" in text


def test_dropping_one_below_the_line_lets_another_in(client, owner, account):
    response = post(client, owner, url(account, "decision", "OP1"), decided="drop")
    assert response.url == f"{url(account)}#OP1"
    text = page(client, owner, url(account))
    in_order(text, 'id="OP2"', 'id="OP3"', 'id="line"', 'id="OP1"')
    assert "dropped by the team" in text
    assert ChangeSet.objects.latest("pk").what == "Dropped OP1 below the line: Frame contract"
    undo = reverse("accounts:undo", args=[account.pk, ChangeSet.objects.latest("pk").pk])
    post(client, owner, undo)
    in_order(page(client, owner, url(account)), 'id="OP1"', 'id="line"')


def test_letting_one_in_says_when_there_is_too_little_time(client, owner, account):
    for code in ("OP1", "OP3"):
        post(client, owner, url(account, "decision", code), decided="keep")
    text = page(client, owner, url(account))
    assert "140 h are above it, 40 h more than there are: let something go." in text
    post(client, owner, url(account, "decision", "OP3"), decided="")
    assert not Opportunity.objects.get(ref__code="OP3").decided


def test_nothing_is_decided_by_a_word_nobody_knows(client, owner, account):
    post(client, owner, url(account, "decision", "OP1"), decided="perhaps")
    assert not Opportunity.objects.exclude(decided="").exists()


def test_viewer_sees_neither_margins_nor_what_is_computed_from_them(client, viewer, account):
    text = page(client, viewer, url(account))
    in_order(text, 'id="OP1"', 'id="OP2"', 'id="OP3"', 'id="OP4"')
    assert "150 h asked for, 100 h available" in text
    for word in ("€", "Rank", "Margin", "Return", 'class="bub', "Capacity line", "too many"):
        assert word not in text, word
    assert post(client, viewer, url(account, "decision", "OP1"), decided="drop").status_code == 403


def test_outsider_finds_nothing(client, outsider, account):
    assert get(client, outsider, url(account)).status_code == 404
    assert get(client, outsider, url(account, "opportunity", "OP1")).status_code == 404
    assert post(client, outsider, url(account, "hours"), version=1, hours="9").status_code == 404


def test_account_without_opportunities_says_what_belongs_here(client, owner, account):
    Opportunity.objects.all().delete()
    assert "What is there to win with this customer?" in page(client, owner, url(account))


def test_planned_hours_are_told_by_class(client, owner, viewer, account):
    post(client, owner, url(account, "decision", "OP1"), decided="drop")
    first = Month.of(timezone.localdate()).plus(1).first_day
    ShortTermPlan.objects.create(account=account).months.create(month=first)
    Action.objects.update(due=first)
    month = first.strftime("%B")
    shares = "60% go to class C, 40% go to class A."
    sentence = f"{month}: 15 h of 15 h are planned for opportunities. {shares}"
    assert sentence in page(client, owner, url(account))
    assert sentence in page(client, viewer, url(account))
    assert sentence in page(client, viewer, reverse("plans:short-term-plan", args=[account.pk]))


def test_won_and_lost_take_no_hours(client, owner, account):
    Opportunity.objects.filter(ref__code="OP1").update(stage="won")
    text = page(client, owner, url(account))
    in_order(text, 'id="line"', "Won and lost", 'id="OP1"')
    assert "90 h asked for" in text


@pytest.mark.parametrize("count", [1, 3, 300])
def test_number_of_queries_is_that_of_one_opportunity(
    client, owner, account, count, django_assert_num_queries
):
    more = "\n".join(
        f"  - {{id: O{n}, name: n{n}, serves: [B1], margin_k: {n}, chance: 0.5, hours: 3}}"
        for n in range(count)
    )
    many = stored(read(f"{PLAN}{more}"), team=[("T1", owner, LEAD)])
    client.force_login(owner)
    client.get(url(many))
    with django_assert_num_queries(5):
        assert client.get(url(many)).status_code == 200
