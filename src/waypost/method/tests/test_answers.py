"""What the critic and the lines in one sentence answer is a value: whole, named, never changed."""

from dataclasses import FrozenInstanceError, fields

import pytest

from waypost.method.critic import Critique, Facts, Verdict, critique
from waypost.method.one_line.light import LightLine
from waypost.method.one_line.person import PersonLine

CRITIQUE = critique("Cut scrap to 3% by June 2027")


@pytest.mark.parametrize(
    "value",
    [CRITIQUE, CRITIQUE.verdicts[0], Facts(stages=2), LightLine(text="x"), PersonLine(name="x")],
    ids=lambda value: type(value).__name__,
)
def test_answer_cannot_be_changed_or_added_to(value):
    field = fields(value)[0].name
    before = getattr(value, field)
    with pytest.raises(FrozenInstanceError):
        setattr(value, field, None)
    assert getattr(value, field) == before
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("shape", [Critique, Verdict, Facts, LightLine, PersonLine])
def test_part_of_an_answer_is_given_by_its_name(shape):
    parts = {field.name: None for field in fields(shape)}
    assert shape(**parts) == shape(**parts)
    with pytest.raises(TypeError, match="positional"):
        shape(*parts.values())
