"""Statements: written once, asked about many accounts."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from pytest_django.fixtures import DjangoAssertNumQueries

from waypost.accounts.models import Account, Gap, Supplier
from waypost.document.statements import ACCOUNT, days, write

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


def test_rows_are_those_of_the_days_asked_for(accounts: list[Account]) -> None:
    first, last = date(1, 1, 1), datetime(1, 1, 2, tzinfo=UTC)
    since = Account.objects.filter(as_of__gte=first, touched_at__lt=last)
    names = write(since, "name")
    for account, day in zip(accounts, (7, 8), strict=True):
        moment = datetime(2026, 12, day, 23, 30, tzinfo=UTC)
        Account.objects.filter(pk=account.pk).update(as_of=date(2026, 12, day), touched_at=moment)
    for day, later, found in (
        (7, 9, ["Alder Foods", "Brambleholt"]),
        (8, 9, ["Brambleholt"]),
        (7, 8, ["Alder Foods"]),
        (9, 10, []),
    ):
        asked = {first: date(2026, 12, day), last: datetime(2026, 12, later, tzinfo=UTC)}
        assert sorted(row["name"] for row in names.rows(days(asked))) == found
