"""What a plan's fields may hold, as PLANFILE.md has it: the reader, the schema and forms follow."""

from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest

from waypost.method import plan, shape
from waypost.method.shape import Length, Range


def marks(hint: Any, kind: type) -> list[Any]:
    """The marks of a kind on a field, also on what it holds several of."""
    found = [mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, kind)]
    inner = (marks(part, kind) for part in get_args(hint) if part is not hint)
    return [*found, *(mark for part in inner for mark in part)]


def marked(part: type, name: str, kind: type) -> list[Any]:
    return marks(get_type_hints(part, include_extras=True)[name], kind)


@pytest.mark.parametrize(
    ("part", "name", "least", "most"),
    [
        (plan.Settings, "window_months", 1, 24),
        (plan.Settings, "team_hours_next_12_months", 0, 100_000),
        (plan.TeamMember, "hours_per_week", 0, 100_000),
        (plan.Vision, "horizon_years", 1, 50),
        (plan.Strategy, "wording_version", 1, 10_000),
        (plan.Commitment, "version", 1, 10_000),
        (plan.Person, "level", 1, 20),
        (plan.Opportunity, "chance", 0, 1),
        (plan.Opportunity, "hours", 0, 100_000),
        (plan.EightQuestions, "hours", 0, 100_000),
        (plan.Action, "hours", 0, 100_000),
    ],
)
def test_number_of_a_plan_lies_between_limits(part: type, name: str, least: int, most: int):
    assert marked(part, name, Range) == [Range(Decimal(least), Decimal(most))]


@pytest.mark.parametrize(
    ("part", "name", "limit"),
    [
        (plan.Supplier, "name", Length(200)),
        (plan.Supplier, "sells", Length(10_000, lines=True)),
        (plan.Account, "currency", Length(3)),
        (plan.Settings, "review_day", Length(200)),
        (plan.Settings, "own_terms", Length(200)),
        (plan.Swot, "strengths", Length(10_000, lines=True)),
    ],
)
def test_text_of_a_plan_is_so_long_at_most(part: type, name: str, limit: Length):
    assert marked(part, name, Length) == [limit]
    assert limit.lines is (limit.limit > 200)


def test_days_and_digits_of_a_plan_have_limits():
    first, last = shape.FIRST_DAY, shape.LAST_DAY
    assert (first, last) == (date(1990, 1, 1), date(2100, 12, 31))
    assert (shape.DIGITS_BEFORE_POINT, shape.DIGITS_AFTER_POINT) == (11, 4)


@pytest.mark.parametrize(
    ("mark", "values"),
    [
        (shape.Length, (200,)),
        (shape.Reads, (str.upper, "a code")),
        (shape.Names, (shape.Kind.MEMBER,)),
        (shape.Refers, ((shape.Kind.MEMBER,),)),
        (shape.Range, (Decimal(1),)),
        (shape.Key, ("class",)),
        (shape.Thousands, ()),
        (shape.PlaceIn, ("gaps",)),
        (shape.Once, ()),
        (shape.Sorted, ()),
        (shape.Upwards, ()),
        (shape.InFull, ("people",)),
        (shape.Instead, ("Give a number.",)),
    ],
)
def test_marks_that_say_the_same_are_equal(mark: Any, values: tuple[Any, ...]):
    assert mark(*values) == mark(*values)
