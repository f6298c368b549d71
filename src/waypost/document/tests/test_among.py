"""A set that is looked up first gives the rows that a join gives."""

import pytest
from django.db import connection

from waypost.accounts.models import Account, Gap, Supplier
from waypost.document.among import among


@pytest.mark.django_db
def test_rows_are_those_of_the_set() -> None:
    supplier = Supplier.objects.create(name="Castor")
    for name, tier in (("Alder Foods", "A"), ("Brambleholt", "B"), ("Cory Mills", "A")):
        account = Account.objects.create(supplier=supplier, name=name, tier=tier)
        Gap.objects.create(account=account, text=f"Who signs at {name}?")
    found = Gap.objects.order_by("pk").values_list("text", flat=True)

    def of(tier: str) -> list[str]:
        return list(found.filter(among("account", Account.objects.filter(tier=tier).values("pk"))))

    assert of("A") == ["Who signs at Alder Foods?", "Who signs at Cory Mills?"]
    assert of("B") == ["Who signs at Brambleholt?"]
    assert of("C") == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite joins no set to other tables")
@pytest.mark.django_db
def test_postgresql_looks_the_set_up_first() -> None:
    first = Account.objects.filter(tier="A").values("pk")
    plan = Gap.objects.filter(among("account", first)).explain()
    assert "InitPlan" in plan
    assert "Join" not in plan
