"""Whatever can be read is written so that it is read as the same again."""

import json

import yaml
from hypothesis import HealthCheck, given, settings

from waypost import planfile
from waypost.method.plan import Plan
from waypost.planfile.tests.strategies import plans

_WHOLE_PLANS = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@_WHOLE_PLANS
@given(plans())
def test_yaml_and_json_of_any_plan_are_read_as_that_plan(plan: Plan):
    assert planfile.read(planfile.write_yaml(plan)) == plan
    assert planfile.read(planfile.write_json(plan).encode()) == plan


@_WHOLE_PLANS
@given(plans())
def test_yaml_of_any_plan_means_the_same_to_a_reader_of_yaml_1_1(plan: Plan):
    read = yaml.safe_load(planfile.write_yaml(plan))
    assert json.loads(json.dumps(read, default=str)) == json.loads(planfile.write_json(plan))
