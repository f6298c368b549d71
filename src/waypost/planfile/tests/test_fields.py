"""The description of the fields, and samples that use all of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from waypost import planfile
from waypost.method.plan import Plan
from waypost.planfile.fields import PLAN, Many, Part, Value
from waypost.planfile.tests.files import COMPLETE
from waypost.planfile.tests.strategies import plans


def all_fields(value: Value = PLAN) -> Iterator[tuple[str, str]]:
    """Each field of each part, by the names in Python."""
    match value:
        case Part():
            for field in value.fields:
                yield value.of.__name__, field.name
                yield from all_fields(field.value)
        case Many():
            yield from all_fields(value.item)


def used_fields(value: Value, held: Any) -> Iterator[tuple[str, str]]:
    """Those in which a plan says something."""
    match value:
        case Part():
            for field in value.fields:
                inner = getattr(held, field.name)
                if field.required or inner != field.default:
                    yield value.of.__name__, field.name
                yield from used_fields(field.value, inner) if inner is not None else ()
        case Many():
            for item in held:
                yield from used_fields(value.item, item)


def test_complete_sample_uses_every_field():
    plan = planfile.read(COMPLETE.read_bytes())
    assert set(all_fields()) - set(used_fields(PLAN, plan)) == set()


def test_generated_plans_use_every_field_between_them():
    used: set[tuple[str, str]] = set()

    @settings(max_examples=120, deadline=None, derandomize=True, phases=[Phase.generate])
    @given(plans())
    def generate(plan: Plan) -> None:
        used.update(used_fields(PLAN, plan))

    generate()
    assert set(all_fields()) - used == set()


@pytest.mark.parametrize(
    ("part", "name", "key"),
    [
        ("Account", "tier", "class"),
        ("Opportunity", "margin", "margin_k"),
        ("LightChange", "from_colour", "from"),
        ("Membership", "person", "ref"),
        ("Action", "owner", "owner"),
    ],
)
def test_key_is_the_name_or_what_is_marked(part: str, name: str, key: str):
    assert (part, name, key) in set(_keys(PLAN))


def _keys(value: Value) -> Iterator[tuple[str, str, str]]:
    match value:
        case Part():
            for field in value.fields:
                yield value.of.__name__, field.name, field.key
                yield from _keys(field.value)
        case Many():
            yield from _keys(value.item)
