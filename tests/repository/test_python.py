"""Rules about our Python: short files, short views, nothing marked as safe."""

import ast
import re

from tests.repository.code import (
    PACKAGE,
    functions,
    longer_than,
    matches,
    name,
    parse,
    python_files,
)

FILE_LINES = 350
VIEW_LINES = 25


def test_file_length_is_limited():
    assert longer_than(FILE_LINES, python_files()) == {}


def test_view_length_is_limited():
    assert {
        f"{name(file)}:{function.lineno} {function.name}": length(function)
        for file in view_files()
        for function in functions(parse(file))
        if length(function) > VIEW_LINES
    } == {}


# Mail programs send the form that turns mails off without having seen a page of ours (RFC 8058):
# the secret in its address stands in for the token. Every other form there needs one.
ONE_CLICK = "src/waypost/notices/views/mails.py: csrf_exempt"


def test_protections_of_django_are_never_switched_off():
    forbidden = {"mark_safe", "csrf_exempt", "SafeString()"}  # as a type SafeString is welcome
    assert {
        f"{name(file)}: {used}"
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(parse(file))
        if (used := identifier(node)) in forbidden
    } == {ONE_CLICK}


def test_coverage_is_never_switched_off():
    assert matches(re.compile(r"#\s*pragma: no" + " cover"), python_files()) == []


def view_files():
    packages = [file for folder in PACKAGE.rglob("views") for file in folder.rglob("*.py")]
    return sorted([*PACKAGE.rglob("views.py"), *packages])


def length(function):
    return function.end_lineno - function.lineno + 1


def identifier(node):
    match node:
        case ast.Name(id=found) | ast.Attribute(attr=found) | ast.alias(name=found):
            return found
        case ast.Call(func=ast.Name(id=found) | ast.Attribute(attr=found)):
            return f"{found}()"
    return None
