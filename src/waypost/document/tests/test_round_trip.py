"""A plan that is stored and loaded again is the same plan, on whichever database the tests run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from waypost import planfile
from waypost.accounts.models import Account
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan, take_snapshot
from waypost.document.store import replace, store
from waypost.history.models import Change
from waypost.history.operations import record
from waypost.method.plan import Plan
from waypost.planfile.tests.strategies import plans

SAMPLE = Path(planfile.__file__).parent / "tests" / "samples" / "complete.yaml"


def stored(plan: Plan) -> Account:
    with record(actor=None, account=None, what="Test") as recording:
        return store(plan, recording)


def put_in_place(plan: Plan, account: Account) -> None:
    with record(actor=None, account=None, what="Test") as recording:
        replace(plan, account, recording)


@pytest.mark.django_db
def test_complete_plan_comes_back_equal() -> None:
    plan = planfile.read(SAMPLE.read_bytes())

    assert load(stored(plan).pk) == plan


@pytest.mark.django_db
def test_shared_plan_comes_back_equal(request: pytest.FixtureRequest) -> None:
    path = request.config.rootpath.parent / "shared" / "plans" / "nordvik.yaml"
    if not path.exists():
        pytest.skip("the optional input ../shared/plans is not there")
    plan = planfile.read(path.read_bytes())

    loaded = load(stored(plan).pk)

    assert loaded == plan
    assert planfile.read(planfile.write_yaml(loaded)) == plan


class TestGeneratedPlans(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(plan=plans())
    def test_generated_plan_comes_back_equal(self, plan: Plan) -> None:
        assert load(stored(plan).pk) == plan

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(before=plans(), after=plans())
    def test_replaced_plan_comes_back_equal(self, before: Plan, after: Plan) -> None:
        account = stored(before)

        put_in_place(after, account)

        assert load(account.pk) == after


@pytest.mark.django_db
def test_loading_takes_as_many_queries_for_a_full_plan_as_for_an_empty_one(
    django_assert_num_queries: Callable[[int], object],
) -> None:
    full = stored(planfile.read(SAMPLE.read_bytes()))
    empty = stored(planfile.read("format: waypost-plan/1\nsupplier: {name: We}\naccount: {name: A}"))

    for account in (full, empty):
        with django_assert_num_queries(37):  # type: ignore[attr-defined]
            load(account.pk)


@pytest.mark.django_db
def test_snapshot_holds_the_plan_as_it_stood() -> None:
    plan = planfile.read(SAMPLE.read_bytes())
    account = stored(plan)

    snapshot = take_snapshot(account, Snapshot.Occasion.REPLACEMENT, taken_by=None)
    put_in_place(
        planfile.read("format: waypost-plan/1\nsupplier: {name: We}\naccount: {name: B}"), account
    )

    assert frozen_plan(Snapshot.objects.get(pk=snapshot.pk)) == plan
    assert load(account.pk).account.name == "B"


@pytest.mark.django_db
def test_storing_records_every_row() -> None:
    account = stored(planfile.read(SAMPLE.read_bytes()))

    recorded = Change.objects.filter(table="plans.action", before=None)
    assert [change.after["account_id"] for change in recorded] == [account.pk] * recorded.count()
    assert recorded.count() == len(load(account.pk).short_term_plan.actions) > 0
