"""One line of text as an action or a light: what is understood, asked and kept (STP-1, TL-3).

    read_action(line, today=, people=, parts=) -> ActionLine
    read_light(line, today=, people=, parts=) -> LightLine

``people`` is everybody a line may name, ``parts`` every id of the plan with its kind, as
``named_parts(plan)`` gives it. Nothing here raises, and what is not understood stays text.
"""

from waypost.method.one_line.action import ActionLine, read_action
from waypost.method.one_line.light import LightLine, read_light
from waypost.method.one_line.meaning import Meaning, Someone, Span, Weight

__all__ = [
    "ActionLine",
    "LightLine",
    "Meaning",
    "Someone",
    "Span",
    "Weight",
    "read_action",
    "read_light",
]
