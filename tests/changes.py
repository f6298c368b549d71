"""What an operation recorded, in tests."""

from typing import Any

from waypost.history.models import ChangeSet
from waypost.history.operations import Written


def change_set_of(written: Written[Any]) -> ChangeSet:
    """The change set of an operation that wrote something."""
    assert written.change_set is not None
    return written.change_set
