"""Account plans as `waypost-plan/1` files in YAML or JSON: read, written, and described."""

from waypost.planfile.problems import PlanFileError, Problem
from waypost.planfile.reader import read
from waypost.planfile.schema import json_schema
from waypost.planfile.source import SIZE_LIMIT
from waypost.planfile.writer import write_json, write_yaml

__all__ = [
    "SIZE_LIMIT",
    "PlanFileError",
    "Problem",
    "json_schema",
    "read",
    "write_json",
    "write_yaml",
]
