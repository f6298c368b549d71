"""Rows by SQL written once are those that Django would have written."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.accounts.models import Account, Ref
from waypost.history.models import Change, ChangeSet
from waypost.history.writes import insert, insert_all, update
from waypost.method.shape import Kind
from waypost.plans.models import CheckIn, Objective

pytestmark = pytest.mark.django_db


@pytest.fixture
def objective(account: Account) -> Objective:
    ref = Ref.objects.create(account=account, code="B1", kind=Kind.BUSINESS)
    return Objective.objects.create(account=account, ref=ref, level="business", text="More lines")


def test_row_is_the_one_that_saving_writes(objective: Objective) -> None:
    values = {"on": date(2026, 11, 24), "value": Decimal("2.5000"), "note": "Two “lines”, 100%"}
    saved = CheckIn.objects.create(objective=objective, **values)
    inserted = CheckIn(objective=objective, **values)
    insert(inserted)

    rows = list(CheckIn.objects.order_by("pk").values("objective", "condition_value", *values))
    assert rows[0] == rows[1]
    assert inserted.pk == saved.pk + 1
    inserted.note = "Two"
    inserted.save()
    assert CheckIn.objects.count() == 2


@pytest.mark.parametrize("number", [0, 1, 2, 9])
def test_all_rows_are_written_in_their_order(account: Account, number: int) -> None:
    change_set = ChangeSet(account=account, at=account.created_at, what="Test")
    insert(change_set)
    insert_all(
        [
            Change(change_set=change_set, table="t", row=row, after={"day": date(2026, 11, 24)})
            for row in range(number)
        ]
    )
    stored = Change.objects.filter(change_set=change_set).order_by("pk")
    expected = [(row, None, {"day": "2026-11-24"}) for row in range(number)]
    assert list(stored.values_list("row", "before", "after")) == expected


def test_update_writes_these_columns_alone(objective: Objective) -> None:
    objective.text, objective.due, objective.metric = "Fewer lines", date(2027, 3, 1), "Lines"
    update(objective, "text", "due")
    stored = Objective.objects.get()
    assert (stored.text, stored.due, stored.metric) == ("Fewer lines", date(2027, 3, 1), "")
    objective.due = None
    update(objective, "due")
    assert Objective.objects.get().due is None
