"""YAML without its surprises: no aliases, no tags, and a word is a word until a field reads it."""

from typing import Protocol

import yaml

from waypost.planfile.problems import Problems
from waypost.planfile.tree import Builder, Items, Mapping, Node, Scalar


class _Mark(Protocol):
    line: int
    column: int


# The parser written in C is twenty times faster; both keep the place of everything they meet.
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ADVICE = {
    "mapping values are not allowed": "Put a text that contains a colon and a blank in quotes.",
    "cannot start any token": "Indent with blanks, not tabs; put a text that begins with % @ ` "
    "or another special character in quotes.",
    "found unexpected end of stream": "Close the quotation mark.",
    "did not find expected key": "Indent the keys of one part by the same number of blanks.",
    "did not find expected '-' indicator": "Begin each entry of the list with a dash, indented "
    "by the same number of blanks.",
    "did not find expected ',' or '}'": "Close the curly bracket, with commas between the keys.",
    "did not find expected ',' or ']'": "Close the square bracket, with commas between entries.",
    "could not find expected ':'": "Write a colon and a blank after the key.",
    "found unknown escape character": "Write a backslash inside double quotation marks twice.",
}


def parse_yaml(text: str, problems: Problems) -> Node | None:
    """The tree of a YAML text, None when it is empty; raises PlanFileError."""
    builder = Builder(problems)
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            _take(event, builder, problems)
    except yaml.MarkedYAMLError as error:
        raise problems.stop(*_place(error.problem_mark), "", _explained(error)) from None
    return builder.root


def _take(event: yaml.Event, builder: Builder, problems: Problems) -> None:
    line, column = _place(event.start_mark)
    match event:
        case yaml.AliasEvent():
            raise problems.stop(line, column, "", "Write the value out: aliases (*) are not read.")
        case yaml.NodeEvent(anchor=str()):
            raise problems.stop(line, column, "", "Remove the anchor (&): anchors are not read.")
        case yaml.ScalarEvent(tag=str()) | yaml.CollectionStartEvent(tag=str()):
            raise problems.stop(line, column, "", "Remove the tag (!): tags are not read.")
        case yaml.ScalarEvent():
            builder.add(Scalar(event.value, event.implicit[0], line, column))
        case yaml.SequenceStartEvent():
            builder.add(Items(line, column))
        case yaml.MappingStartEvent():
            builder.add(Mapping(line, column))
        case yaml.CollectionEndEvent():
            builder.close()
        case yaml.DocumentStartEvent() if builder.root is not None:
            message = "Keep one plan in a file: a second document begins here."
            raise problems.stop(line, column, "", message)


def _place(mark: _Mark | None) -> tuple[int, int]:
    """Line and column counted from 1; the parser knows them for everything it meets."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _explained(error: yaml.MarkedYAMLError) -> str:
    begins, found = error.context_mark, error.problem_mark
    spread = begins and found and begins.line < found.line
    start = f" from line {begins.line + 1} to here" if begins and spread else " here"
    problem = str(error.problem)
    advice = next((text for words, text in _ADVICE.items() if words in problem), None)
    return f"The YAML cannot be read{start}{'. ' + advice if advice else f': {problem}.'}"
