"""Paging, and lists so long that not everything about them is counted."""

import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole, Account, Ref, TeamMember
from waypost.health.models import AccountSummary
from waypost.method.shape import Kind
from waypost.portfolio.queries import COUNTED
from waypost.portfolio.tests.build import TODAY, add_account

pytestmark = pytest.mark.django_db


def add_many(user, count):
    """Accounts 000, 001 and so on that the user leads; every tenth has a red light."""
    supplier = add_account("000", user, lights=(0, 0, 1)).supplier
    accounts = Account.objects.bulk_create(
        Account(supplier=supplier, name=f"{number:03}") for number in range(1, count)
    )
    refs = Ref.objects.bulk_create(
        Ref(account=account, code="T1", kind=Kind.MEMBER) for account in accounts
    )
    TeamMember.objects.bulk_create(
        TeamMember(
            account=ref.account,
            ref=ref,
            user=user,
            name=user.name,
            function="Colleague",
            access_role=AccessRole.LEAD,
        )
        for ref in refs
    )
    AccountSummary.objects.bulk_create(
        AccountSummary(
            account=account,
            computed_on=TODAY,
            lead_name=user.name,
            lead_user=user,
            reds=account.name.endswith("0"),
        )
        for account in accounts
    )


def names(numbers):
    return [f"{number:03}" for number in numbers]


def place(page):
    return page.one('<nav class="pagination".*?<span>(.*?)</span>')


def links(page):
    return page.found('<nav class="pagination".*?</nav>')[0]


def test_fifty_accounts_are_one_page(open_list, owner):
    add_many(owner, 50)
    page = open_list(owner)
    assert page.names == names(range(50))
    assert "pagination" not in page.html


@pytest.mark.parametrize(
    ("number", "shown", "words"),
    [
        ("1", range(50), "1 to 50 of 101 Next page"),
        ("2", range(50, 100), "Previous page 51 to 100 of 101 Next page"),
        ("3", range(100, 101), "Previous page 101 to 101 of 101"),
        ("4", range(100, 101), "Previous page 101 to 101 of 101"),
    ],
)
def test_page_shows_its_fifty(open_list, owner, number, shown, words):
    add_many(owner, 101)
    page = open_list(owner, query={"page": number})
    assert page.names == names(shown)
    assert links(page) == words
    assert page.totals.startswith("101 accounts, 0 green, 0 amber and 11 red lights")


def test_links_to_other_pages_keep_filters_and_order(open_list, owner):
    add_many(owner, 101)
    page = open_list(owner, query={"sort": "-name", "q": "0", "page": "1"})
    assert 'rel="next" href="?sort=-name&amp;q=0&amp;page=2"' in page.html.replace(
        "?q=0&amp;sort=-name", "?sort=-name&amp;q=0"
    )


def test_everything_is_counted_up_to_the_limit(open_list, owner):
    add_many(owner, COUNTED)
    page = open_list(owner, query={"page": "6"})
    assert page.names == names(range(250, 300))
    assert page.views[:3] == ["* All 300", "Needs a decision 0", "Red lights 30"]
    assert page.totals == "300 accounts, 0 green, 0 amber and 30 red lights, 0 findings."


@pytest.fixture
def many(owner):
    """One more than everything is counted of."""
    add_many(owner, COUNTED + 1)


def test_many_accounts_are_listed_without_counts(open_list, owner, many):
    page = open_list(owner)
    assert page.names == names(range(50))
    assert page.views == [
        "* All 300+",
        "Needs a decision",
        "Red lights",
        "Reviews this month",
        "Untouched for 30 days",
    ]
    assert page.totals == "More than 300 accounts. Filter them to see what they come to."
    assert links(page) == "1 to 50 Next page"


@pytest.mark.parametrize(
    ("number", "shown", "words"),
    [
        ("6", range(250, 300), "Previous page 251 to 300 Next page"),
        ("7", range(300, 301), "Previous page 301 to 301"),
        ("8", range(50), "1 to 50 Next page"),
        ("999999", range(50), "1 to 50 Next page"),
    ],
)
def test_each_of_many_accounts_is_on_a_page(open_list, owner, many, number, shown, words):
    page = open_list(owner, query={"page": number})
    assert page.names == names(shown)
    assert links(page) == words


def test_few_of_many_accounts_are_counted(open_list, owner, many):
    page = open_list(owner, query={"view": "red"})
    assert page.names == names(range(0, 301, 10))
    assert page.totals == "31 accounts, 0 green, 0 amber and 31 red lights, 0 findings."


def test_lead_of_many_accounts_is_typed(open_list, owner, teammate, many):
    add_account("Halvorsen Foods", teammate, owner)
    page = open_list(owner, query={"lead": "tom ferrari"})
    assert page.names == ["Halvorsen Foods"]
    assert page.value("lead") == "tom ferrari"


def test_nothing_found_among_many_names_the_filters(open_list, owner, many):
    page = open_list(owner, query={"tier": "A", "q": "007"})
    assert page.one('<div class="empty">(.*?)</div>') == (
        "No account is tier A and has “007” in a name or place Clear filters"
    )


def test_address_of_the_list_is_where_somebody_arrives(settings):
    assert reverse(settings.LOGIN_REDIRECT_URL) == "/"
