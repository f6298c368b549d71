"""The changes that mutation testing makes."""

import ast

import pytest

from tests.mutation.changes import changes


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("a < b", ["a <= b", "a >= b"]),
        ("a is None", ["a is not None"]),
        ("a < b < c", ["a <= b < c", "a >= b < c", "a < b <= c", "a < b >= c"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("a + b", ["a - b"]),
        ("a += b", ["a -= b"]),
        ("x = True", ["False"]),
        ("x = 3", ["4"]),
        ("x = 'text'", []),
        ("x: int | None", []),
        ("x = max(y)", ["min"]),
        ("x = a if b else c", ["a if not b else c"]),
        ("x = [a for a in b if a]", [" for a in b if not a"]),
        ("for a in b:\n    continue", ["for a in ():\n    continue", "break"]),
        ("raise a", ["pass"]),
        ("a()", ["pass"]),
        ("def a(b: int = 1) -> int | None:\n    return b", ["2", "return None"]),
        ("def a():\n    return None", []),
        ("@a\ndef b():\n    c", ["def b():\n    c"]),
    ],
)
def test_changes_are_made_one_at_a_time(source, after):
    assert [change.after for change in changes(source)] == after


def test_change_is_of_its_line_and_leaves_the_rest():
    (change,) = changes("a = b\nc = d or e\n")
    assert (change.line, change.before, change.in_function) == (2, "d or e", False)
    assert ast.unparse(change.make()) == "a = b\nc = d and e"


def test_change_in_a_function_is_told_from_one_outside():
    found = changes("x = 1\ndef b(c=2):\n    x = 3\n")
    assert [(change.after, change.in_function) for change in found] == [
        ("2", False),
        ("3", False),
        ("4", True),
    ]


def test_lines_of_a_change_are_those_of_its_statement_without_the_body():
    source = "@a(1)\ndef b():\n    if (\n        c < 2\n    ):\n        d = [\n            3]\n"
    found = {change.after: change.lines for change in changes(source)}
    assert (found["2"], found["3"], found["4"]) == (range(1, 3), range(3, 6), range(6, 8))


def test_lines_of_a_case_are_its_own():
    source = "match a:\n    case 1:\n        b\n    case 2 if (\n        c < 3):\n        d\n"
    found = {change.after: change.lines for change in changes(source)}
    assert (found["2"], found["3"], found["c <= 3"]) == (range(2, 3), range(4, 6), range(4, 6))
