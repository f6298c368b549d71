"""A double click on a real database: two requests at the same moment, one account."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from waypost import planfile
from waypost.accounts.models import Account
from waypost.exchange.operations import import_plan_once
from waypost.exchange.tests.files import SHORT


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="the tests' SQLite is in memory, where no connection waits for another",
)
def test_form_that_is_sent_twice_at_once_brings_in_one_account(owner):
    plan, both_are_here = planfile.read(SHORT), Barrier(2)

    def send(_click):
        try:
            both_are_here.wait()
            return import_plan_once(actor=owner, key="a-key", plan=plan).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as clicks:
        accounts = set(clicks.map(send, range(2)))

    assert accounts == {Account.objects.get().pk}
