"""What the method takes and gives: values that nobody changes, with a name for each field."""

from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import walk_packages

from waypost import method

BY_PLACE = {"Words", "NthWeekday", "DayOfMonth", "_Item"}  # one or two fields each
CRITIC, ONE_LINE = "waypost.method.critic", "waypost.method.one_line"  # read texts, word by word
MARKS = "waypost.method.shape"  # on fields, not in great numbers


def values():
    """The data classes of the method."""
    found = set()
    for module in walk_packages(method.__path__, "waypost.method."):
        if ".tests" not in module.name:
            named = vars(import_module(module.name)).values()
            found |= {one for one in named if isinstance(one, type) and is_dataclass(one)}
    return found


def names(kept_by, *besides):
    """The names of the values that do not keep to a rule, but for those of some modules."""
    return {
        one.__name__
        for one in values()
        if not kept_by(one) and not one.__module__.startswith(besides)
    }


def test_values_cannot_be_changed():
    assert names(lambda one: one.__dataclass_params__.frozen, CRITIC) == set()
    assert names(lambda one: one.__dataclass_params__.frozen).isdisjoint({"Span", "TimeSpan"})


def test_values_are_small():
    assert names(lambda one: "__slots__" in vars(one), MARKS) == set()


def test_values_are_made_by_name():
    def by_name(one):
        return all(field.kw_only for field in fields(one))

    assert names(by_name, MARKS, CRITIC, ONE_LINE) == BY_PLACE
