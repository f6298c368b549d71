from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from waypost.accounts.models import AccessRole, Fact, Gap, Ref
from waypost.accounts.operations import add_fact, add_gap, remove_entry
from waypost.accounts.queries import access_to
from waypost.document.load import load
from waypost.health.models import AccountSummary
from waypost.history.models import ChangeSet
from waypost.method import plan as p
from waypost.method.shape import Kind

pytestmark = pytest.mark.django_db

WANTED: dict[str, Any] = {
    "topic": Fact.Topic.COMPANY_GOALS,
    "text": "Half the water by 2029.",
    "source": "annual report",
    "as_of": date(2026, 11, 2),
}


def test_fact_is_in_the_plan(access, account):
    add_fact(access=access, **WANTED)

    assert load(account.pk).profile.company_goals == (
        p.Fact(
            text="Half the water by 2029.",
            source="annual report",
            as_of=date(2026, 11, 2),
            id="G1",
        ),
    )
    assert ChangeSet.objects.get().what == "Added a fact: Half the water by 2029."


def test_gap_is_in_the_plan_and_counted(access, account):
    add_gap(access=access, text="Who signs?")

    assert load(account.pk).profile.gaps == ("Who signs?",)
    assert AccountSummary.objects.get(account=account).gaps == 1
    assert ChangeSet.objects.get().what == "Added a gap: Who signs?"


def test_removed_fact_leaves_the_plan_and_takes_its_id_along(access, account):
    ref = Ref.objects.create(account=account, code="F1", kind=Kind.FACT)
    fact = Fact.objects.create(account=account, ref=ref, **WANTED)

    remove_entry(access=access, entry=fact)

    assert load(account.pk).profile == p.Profile()
    ref.refresh_from_db()
    assert ref.retired_at is not None
    recorded = ChangeSet.objects.get()
    assert recorded.what == "Removed from the profile: Half the water by 2029."
    assert sorted(recorded.changes.values_list("table", flat=True)) == [
        "accounts.fact",
        "accounts.ref",
    ]


def test_removed_gap_leaves_the_plan(access, account):
    gap = add_gap(access=access, text="Who signs?").row

    remove_entry(access=access, entry=gap)

    assert load(account.pk).profile.gaps == ()


@pytest.mark.parametrize("role", [AccessRole.SENIOR, AccessRole.PARTNER, AccessRole.VIEWER])
def test_profile_is_changed_by_those_only_who_may_edit(account, as_role, role):
    gap = Gap.objects.create(account=account, text="Who signs?")
    access = access_to(as_role(role), account.pk)

    with pytest.raises(PermissionDenied):
        add_fact(access=access, **WANTED)
    with pytest.raises(PermissionDenied):
        add_gap(access=access, text="Why?")
    with pytest.raises(PermissionDenied):
        remove_entry(access=access, entry=gap)
    assert not ChangeSet.objects.exists()
