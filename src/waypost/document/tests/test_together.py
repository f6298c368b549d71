"""Statements asked together: each answers what it answers alone."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from waypost.accounts.models import Account, Gap, Ref, Supplier, TeamMember
from waypost.document import rows
from waypost.document.load import load_beside
from waypost.document.statements import ACCOUNT, Statement, write
from waypost.document.together import together
from waypost.health.models import Finding

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Account:
    account = Account.objects.create(
        supplier=Supplier.objects.create(name="Castor"),
        name="Alder “Foods” – 100 % Größe\n\\",
        as_of=date(2026, 12, 7),
        touched_at=datetime(2026, 12, 7, 23, 30, 1, tzinfo=UTC),
    )
    for name, hours in (("Iva", Decimal("12345.6789")), ("Odd", Decimal(3)), ("Una", None)):
        ref = Ref.objects.create(account=account, code=name, kind="member")
        TeamMember.objects.create(
            account=account, ref=ref, name=name, hours_per_week=hours, in_planning=bool(hours)
        )
    Finding.objects.create(
        account=account, rule="R", at="B1", severity=2, step={"field": "due", "places": [1, None]}
    )
    return account


def test_each_answers_as_it_does_alone(account: Account) -> None:
    statements: list[Statement] = [
        write(Account.objects.filter(pk=ACCOUNT), "name", "as_of", "touched_at", "deleted_at"),
        write(
            TeamMember.objects.filter(account=ACCOUNT).order_by("-name"),
            *("pk", "name", "hours_per_week", "in_planning", "ref__code"),
        ),
        write(Gap.objects.filter(account=ACCOUNT), "text"),
        write(Finding.objects.filter(account=ACCOUNT), "step", "dismissed", "severity"),
    ]

    answers = together(statements).rows({ACCOUNT: account.pk})

    assert list(answers) == [statement.rows({ACCOUNT: account.pk}) for statement in statements]
    (known,), members, gaps, (finding,) = answers
    assert known == {
        "name": "Alder “Foods” – 100 % Größe\n\\",
        "as_of": date(2026, 12, 7),
        "touched_at": datetime(2026, 12, 7, 23, 30, 1, tzinfo=UTC),
        "deleted_at": None,
    }
    assert [member["name"] for member in members] == ["Una", "Odd", "Iva"]
    assert [repr(member["hours_per_week"]) for member in members] == [
        *("None", "Decimal('3.0000')", "Decimal('12345.6789')")
    ]
    assert [member["in_planning"] for member in members] == [False, True, True]
    assert gaps == []
    assert finding["step"] == {"field": "due", "places": [1, None]}


def test_all_take_one_query(
    account: Account, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gaps = write(Gap.objects.filter(account=ACCOUNT), "text")
    members = write(TeamMember.objects.filter(account=ACCOUNT), "name")
    asked = together([gaps, members])
    with django_assert_num_queries(1):
        asked.rows({ACCOUNT: account.pk})


def test_plan_is_read_by_statements_that_two_threads_wrote(account: Account) -> None:
    """Whoever comes second reads with statements of their own what the first asked for."""
    name = account.name
    rows.statement.cache_clear()
    load_beside(account.pk, ("team", "profile"))
    rows.statement.cache_clear()
    plan, _answers = load_beside(account.pk, ("team", "profile"))
    assert (plan.account.name, len(plan.team)) == (name, 3)
