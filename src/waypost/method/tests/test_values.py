"""What the method takes and gives: values that nobody changes, with a name for each field."""

from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import walk_packages

from waypost import method

BY_PLACE = {"Words", "NthWeekday", "DayOfMonth"}  # one or two fields each
READERS = (
    "waypost.method.critic",
    "waypost.method.one_line",
)  # work on texts, in ways of their own
MARKS = "waypost.method.shape"  # on fields, not in great numbers


def values():
    """The data classes of the method that others see."""
    found = set()
    for module in walk_packages(method.__path__, "waypost.method."):
        if ".tests" in module.name or module.name.startswith(READERS):
            continue
        named = vars(import_module(module.name)).values()
        found |= {one for one in named if isinstance(one, type) and is_dataclass(one)}
    return {one for one in found if not one.__name__.startswith("_")}


def test_values_cannot_be_changed():
    assert {one.__name__ for one in values() if not one.__dataclass_params__.frozen} == set()


def test_values_are_small():
    assert {
        one.__name__ for one in values() if "__slots__" not in vars(one) and one.__module__ != MARKS
    } == set()


def test_values_are_made_by_name():
    by_place = {
        one.__name__
        for one in values()
        if one.__module__ != MARKS and not all(field.kw_only for field in fields(one))
    }
    assert by_place == BY_PLACE
