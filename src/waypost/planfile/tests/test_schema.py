"""The JSON Schema and the tables of the documentation say what the reader reads."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from waypost import planfile
from waypost.method.plan import Plan
from waypost.planfile.reference import SCHEMA_FILE, TABLES_FILE, schema_text, with_tables
from waypost.planfile.tests.files import COMPLETE, SMALLEST
from waypost.planfile.tests.strategies import plans

NORDVIK = Path(__file__).parents[5] / "shared" / "plans" / "nordvik.yaml"
VALIDATOR = Draft202012Validator(planfile.json_schema())


def outline() -> Any:
    """The complete plan as another program would write it."""
    return json.loads(planfile.write_json(planfile.read(COMPLETE.read_bytes())))


def test_schema_is_one():
    Draft202012Validator.check_schema(planfile.json_schema())


def test_generated_files_are_up_to_date():
    """When this fails, run: python -m waypost.planfile"""
    assert SCHEMA_FILE.read_text("utf-8") == schema_text()
    assert TABLES_FILE.read_text("utf-8") == with_tables(TABLES_FILE.read_text("utf-8"))


def test_complete_plan_is_valid():
    VALIDATOR.validate(outline())


def test_smallest_plan_with_everything_unknown_is_valid():
    smallest = json.loads(planfile.write_json(planfile.read(SMALLEST)))
    unknown = {key: None for key in planfile.json_schema()["properties"] if key not in smallest}
    assert unknown
    VALIDATOR.validate(smallest | unknown)
    assert planfile.read(json.dumps(smallest | unknown)) == planfile.read(SMALLEST)


@pytest.mark.skipif(not NORDVIK.exists(), reason="the larger sample is not beside the source")
def test_larger_sample_is_read_and_valid():
    plan = planfile.read(NORDVIK.read_bytes())
    assert (plan.account.name, len(plan.people)) == ("Nordvik Papir AS", 7)
    assert planfile.read(planfile.write_yaml(plan)) == plan
    VALIDATOR.validate(json.loads(planfile.write_json(plan)))


@settings(max_examples=40, deadline=None)
@given(plans())
def test_any_plan_is_valid(plan: Plan):
    VALIDATOR.validate(json.loads(planfile.write_json(plan)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["format"], "waypost-plan/2"),
        (["supplier", "name"], ""),
        (["supplier", "name"], None),
        (["account", "name"], "x" * 201),
        (["account", "class"], "D"),
        (["account", "color"], "red"),
        (["account", "settings", "window_months"], 2.5),
        (["team", 0, "id"], "account"),
        (["team", 0, "id"], "1"),
        (["team", 0, "external"], "yes"),
        (["short_term_plan", "months"], ["2026-13"]),
        (["short_term_plan", "months"], ["2026-12"] * 2),
        (["short_term_plan", "actions", 1, "from_gap"], 0),
        (["decision_groups", 0, "people", 0], {"ref": "P1", "name": "E"}),
        (["opportunities", 0, "chance"], 1.5),
        (["opportunities", 0, "margin_k"], 1e8),
        (["objectives", "business", 0, "agreed", "team"], 1),
    ],
)
def test_schema_and_reader_refuse_alike(path: list[Any], value: Any):
    changed = outline()
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert not VALIDATOR.is_valid(changed)
    with pytest.raises(planfile.PlanFileError):
        planfile.read(json.dumps(changed))
