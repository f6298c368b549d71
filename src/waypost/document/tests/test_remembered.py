"""A plan is made once of the same rows, and anew of others."""

import pytest

from waypost.accounts.models import Account, Gap, Supplier
from waypost.document.load import load

pytestmark = pytest.mark.django_db
PARTS = ("team", "profile")


def test_plan_of_the_same_rows_is_the_same_value() -> None:
    account = account_with_gap("Alder Foods")
    assert load(account.pk, PARTS) is load(account.pk, PARTS)
    assert load(account.pk, PARTS) == load(account.pk, (*PARTS, "reviews"))


def test_plan_of_other_rows_is_another_at_once() -> None:
    account = account_with_gap("Alder Foods")
    assert gaps(account) == ["Who signs at Alder Foods?"]
    Gap.objects.filter(account=account).update(text="Who signs there now?")
    assert gaps(account) == ["Who signs there now?"]
    Gap.objects.filter(account=account).update(text="Who signs at Alder Foods?")
    assert gaps(account) == ["Who signs at Alder Foods?"]


def test_plan_is_that_of_the_account() -> None:
    one, other = account_with_gap("Alder Foods"), account_with_gap("Brambleholt")
    assert gaps(one) == ["Who signs at Alder Foods?"]
    assert gaps(other) == ["Who signs at Brambleholt?"]
    one.delete()
    with pytest.raises(Account.DoesNotExist):
        load(one.pk or 0, PARTS)


def account_with_gap(name: str) -> Account:
    supplier, _is_new = Supplier.objects.get_or_create(name="Castor")
    account = Account.objects.create(supplier=supplier, name=name)
    Gap.objects.create(account=account, text=f"Who signs at {name}?")
    return account


def gaps(account: Account) -> list[str]:
    profile = load(account.pk, PARTS).profile
    return list(profile.gaps)
