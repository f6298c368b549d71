"""How often the database is asked: as often for three hundred accounts as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from waypost.portfolio.queries import COUNTED
from waypost.portfolio.tests.test_pages import add_many

pytestmark = pytest.mark.django_db
FILTERS = {"view": "red", "q": "0", "sort": "-lead"}


@pytest.fixture
def count_queries(client, owner):
    """The number of queries of one page: two say who asks, the others are the list's."""

    def count(query=None):
        client.force_login(owner)
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/", query).status_code == 200
        return len(captured)

    return count


@pytest.mark.parametrize("count", [1, 3, 300])
def test_list_asks_four_queries(count_queries, owner, count):
    add_many(owner, count)
    # the ids of the accounts, the accounts themselves
    assert count_queries() == 4


@pytest.mark.parametrize("count", [1, 3, 300])
def test_filtered_list_asks_five_queries(count_queries, owner, count):
    add_many(owner, count)
    # also the accounts that the filters leave
    assert count_queries({**FILTERS, "lead": owner.name}) == 5


def test_empty_list_asks_six_queries(count_queries, owner):
    add_many(owner, 3)
    # also what each filter leaves by itself
    assert count_queries({"tier": "A", "lights": "calm"}) == 6


def test_list_of_many_asks_four_queries(count_queries, owner):
    add_many(owner, COUNTED + 1)
    assert count_queries() == 4


def test_list_of_many_that_filters_leave_asks_five_queries(count_queries, owner):
    add_many(owner, 2 * COUNTED)
    # whether the filters leave few enough to count, and then the page
    assert count_queries({"stage": "", "q": "0"}) == 4
    assert count_queries({"lead": owner.name}) == 5
