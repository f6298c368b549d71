"""The method is pure: the standard library only, and no look at a clock, a file or chance."""

import ast
import sys

from tests.repository.code import PACKAGE, name, parse

METHOD = PACKAGE / "method"
CLOCKS = {"today", "now", "utcnow", "localdate", "time", "time_ns", "monotonic", "perf_counter"}
CLOCK_OWNERS = {"date", "datetime", "timezone", "time"}
IMPURE_MODULES = {
    "io", "logging", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib",
}  # fmt: skip
IMPURE_BUILTINS = {"open", "print", "input", "eval", "exec", "__import__"}


def method_files():
    return [file for file in METHOD.rglob("*.py") if "tests" not in file.parts]


def test_method_exists():
    assert method_files()


def test_method_imports_only_the_standard_library():
    own = {"waypost.method"}
    assert [
        f"{name(file)}: {module}"
        for file in method_files()
        for module in imported(parse(file))
        if module.split(".")[0] not in sys.stdlib_module_names
        and ".".join(module.split(".")[:2]) not in own
    ] == []


def test_method_imports_nothing_that_reaches_outside():
    assert [
        f"{name(file)}: {module}"
        for file in method_files()
        for module in imported(parse(file))
        if module.split(".")[0] in IMPURE_MODULES
    ] == []


def test_method_looks_at_no_clock():
    assert [
        f"{name(file)}:{node.lineno}"
        for file in method_files()
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS and owner(node) in CLOCK_OWNERS
    ] == []


def test_method_calls_nothing_that_reaches_outside():
    assert [
        f"{name(file)}:{node.lineno} {node.func.id}"
        for file in method_files()
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in IMPURE_BUILTINS
    ] == []


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "waypost.method" if node.level else node.module


def owner(attribute):
    match attribute.value:
        case ast.Name(id=found) | ast.Attribute(attr=found):
            return found
    return None
