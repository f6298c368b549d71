"""Statements: written once, asked about many accounts."""

import pytest
from django.db import connection
from pytest_django.fixtures import DjangoAssertNumQueries

from waypost.accounts.models import Account, Gap, Supplier
from waypost.document.statements import ACCOUNT, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def accounts() -> list[Account]:
    supplier = Supplier.objects.create(name="Castor")
    names = ("Alder Foods", "Brambleholt")
    accounts = [Account.objects.create(supplier=supplier, name=name) for name in names]
    for account in accounts:
        Gap.objects.create(account=account, text=f"Who signs at {account.name}?")
    return accounts


def test_rows_are_those_of_the_account_asked_for(accounts: list[Account]) -> None:
    gaps = write(Gap.objects.filter(account=ACCOUNT), "text", "account__name")
    for account in (*accounts, *accounts):
        assert gaps.rows({ACCOUNT: account.pk}) == [
            {"text": f"Who signs at {account.name}?", "account__name": account.name}
        ]
    assert gaps.rows({ACCOUNT: max(account.pk for account in accounts) + 1}) == []


def test_rows_take_one_query_that_is_counted(
    accounts: list[Account], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gaps = write(Gap.objects.filter(account=ACCOUNT), "text")
    with django_assert_num_queries(1):
        gaps.rows({ACCOUNT: accounts[0].pk})


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no plans")
def test_postgresql_keeps_the_plan_of_what_is_asked_often(accounts: list[Account]) -> None:
    gaps = write(Gap.objects.filter(account=ACCOUNT).order_by("-text"), "text", "account__tier")
    asked = connection.settings_dict["OPTIONS"]["prepare_threshold"] + 1
    for _ in range(asked):
        gaps.rows({ACCOUNT: accounts[0].pk})
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        kept = [sql for (sql,) in cursor.fetchall()]
    assert gaps.sql.replace("%s", "$1") in kept
