"""A plan that is stored and loaded again is the same plan, on whichever database the tests run."""

import dataclasses as dc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.extra.django import TestCase
from pytest_django.fixtures import DjangoAssertNumQueries

from waypost import planfile
from waypost.accounts.models import Account
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan, take_snapshot
from waypost.document.store import replace, store
from waypost.document.write.sink import IdReusedError
from waypost.history.models import Change
from waypost.history.operations import record
from waypost.method.parts import named_parts
from waypost.method.plan import CustomerFacing, Plan, Profile, Supplier
from waypost.planfile.tests.strategies import plans

EMPTY = "format: waypost-plan/1\nsupplier: {name: We}\naccount: {name: Empty}"
SAMPLE = Path(planfile.__file__).parent / "tests" / "samples" / "complete.yaml"

# Shrinking a whole plan takes minutes and says little more than the difference itself.
EXAMPLES = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


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
    @settings(EXAMPLES, max_examples=40)
    @given(plan=plans())
    def test_generated_plan_comes_back_equal(self, plan: Plan) -> None:
        assert load(stored(plan).pk) == plan

    @settings(EXAMPLES, max_examples=15)
    @given(before=plans(), after=plans())
    def test_replaced_plan_comes_back_equal_unless_an_id_changes_its_kind(
        self, before: Plan, after: Plan
    ) -> None:
        account = stored(before)
        kinds = named_parts(before)
        clash = any(kinds.get(code, kind) != kind for code, kind in named_parts(after).items())

        if clash:
            with pytest.raises(IdReusedError):
                put_in_place(after, account)
            assert load(account.pk) == before
        else:
            put_in_place(after, account)
            assert load(account.pk) == after


@pytest.mark.django_db
def test_loading_takes_as_many_queries_for_a_long_plan_as_for_a_short_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    short = planfile.read(SAMPLE.read_bytes())
    action, light = short.short_term_plan.actions[0], short.traffic_lights[0]
    long = dc.replace(
        short,
        short_term_plan=dc.replace(
            short.short_term_plan,
            actions=tuple(dc.replace(action, id=f"more{n}", depends_on=()) for n in range(300)),
        ),
        traffic_lights=tuple(dc.replace(light, id=f"light{n}") for n in range(300)),
        customer_facing=CustomerFacing(),
    )

    for account in (stored(short), stored(long)):
        with django_assert_num_queries(1):
            load(account.pk)


@pytest.mark.django_db
def test_snapshot_holds_the_plan_as_it_stood() -> None:
    plan = planfile.read(SAMPLE.read_bytes())
    account = stored(plan)

    snapshot = take_snapshot(account, Snapshot.Occasion.REPLACEMENT, taken_by=None)
    put_in_place(planfile.read(EMPTY), account)

    assert frozen_plan(Snapshot.objects.get(pk=snapshot.pk)) == plan
    assert load(account.pk).account.name == "Empty"


@pytest.mark.django_db
def test_storing_records_every_row() -> None:
    account = stored(planfile.read(SAMPLE.read_bytes()))

    recorded = Change.objects.filter(table="plans.action", before__isnull=True)
    assert [change.after["account_id"] for change in recorded] == [account.pk] * recorded.count()
    assert recorded.count() == len(load(account.pk).short_term_plan.actions) > 0


@pytest.mark.django_db
def test_ids_of_parts_that_vanish_point_at_nothing_until_they_come_back() -> None:
    plan = planfile.read(SAMPLE.read_bytes())
    account = stored(plan)

    put_in_place(planfile.read(EMPTY), account)
    assert not account.refs.filter(retired_at=None).exists()
    retired = Change.objects.filter(table="accounts.ref", before__retired_at=None)
    assert retired.count() == len(named_parts(plan)) > 0

    put_in_place(plan, account)
    assert not account.refs.exclude(retired_at=None).exists()
    assert account.refs.count() == len(named_parts(plan))
    restored = Change.objects.filter(table="accounts.ref", after__retired_at=None)
    assert restored.exclude(before__retired_at=None).count() == len(named_parts(plan))


@pytest.mark.django_db
def test_snapshot_longer_than_a_file_may_be_is_read_back() -> None:
    gap = "Кто подписывает? " * 588
    plan = dc.replace(
        planfile.read(EMPTY), profile=Profile(gaps=tuple(f"{n} {gap}" for n in range(320)))
    )
    account = stored(plan)

    snapshot = take_snapshot(account, Snapshot.Occasion.REVIEW, taken_by=None)

    assert len(planfile.write_json(plan).encode()) > planfile.SIZE_LIMIT
    assert frozen_plan(snapshot) == planfile.read(planfile.write_json(plan), size_limit=None)


@pytest.mark.django_db
def test_supplier_may_say_at_length_what_it_sells() -> None:
    sells = "".join(chr(0x4E00 + n * 7 % 20_000) for n in range(10_000))
    plan = dc.replace(planfile.read(EMPTY), supplier=Supplier(name="We", sells=sells))

    first, second = stored(plan), stored(plan)

    assert load(first.pk).supplier == Supplier(name="We", sells=sells)
    assert second.supplier == first.supplier
