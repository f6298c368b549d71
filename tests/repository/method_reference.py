"""Writes docs/reference/method.md: ``python -m tests.repository.method_reference``.

For each number of the method: the rules registered under it, whatever else in the code says that it
keeps it, and the tests of both.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from inspect import getmodule
from pathlib import Path

from tests.repository.code import PACKAGE, ROOT, name, parse
from waypost.method.checks import RULES, Rule
from waypost.method.numbers import FAMILIES, JUDGED_BY_PEOPLE, NUMBERS

REFERENCE = ROOT / "docs" / "reference" / "method.md"
CITED = re.compile(rf"\b(?:{'|'.join(FAMILIES)})-[0-9]+\b")
SHAPES = "waypost.method.plan"  # what a plan holds; what is asked of it stands elsewhere
OUTSIDE = {"tests", "migrations"}
BEGIN = "<!-- numbers: written by python -m tests.repository.method_reference -->"
END = "<!-- end of numbers -->"


@dataclass(frozen=True, order=True)
class Place:
    """A function or class of ours; without a name the module itself."""

    module: str
    part: str

    @property
    def words(self) -> str:
        return f"`{'.'.join(filter(None, (self.module.removeprefix('waypost.'), self.part)))}`"


def with_numbers(page: str) -> str:
    """The page with the part between its two marks written anew."""
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n\n{numbers()}\n{END}{after}"


def numbers() -> str:
    return "\n".join(line for family in FAMILIES for line in section(family))


def section(family: str) -> Iterator[str]:
    yield f"## {family}: {FAMILIES[family]}\n"
    for number, asks in NUMBERS.items():
        if number.partition("-")[0] != family:
            continue
        yield f"### {number}\n\n{asks}\n"
        lines = [*rule_lines(number), *code_lines(number)]
        if lines:
            yield "\n".join(lines) + "\n"
        else:
            yield f"No code: a person has to judge it. {JUDGED_BY_PEOPLE[number]}\n"


def rule_lines(number: str) -> Iterator[str]:
    for rule in RULES:
        if rule.number == number:
            place = place_of(rule)
            yield f"- {place.words}: {rule.title}. {in_words(files_testing(place))}"


def code_lines(number: str) -> Iterator[str]:
    """What else keeps it: each part of the method that is tested by itself, of the rest modules."""
    rules = {place_of(rule).module for rule in RULES}
    modules = set()
    for place in citing()[number]:
        if place.module in rules or place.module.startswith(SHAPES):
            continue
        tests = files_testing(place)
        if place.module.startswith("waypost.method.") and tests:
            yield f"- {place.words}. {in_words(tests)}"
        else:
            modules.add(place.module)
    if modules:
        yield f"- In the program: {', '.join(Place(m, '').words for m in sorted(modules))}."


def place_of(rule: Rule) -> Place:
    module = getmodule(rule.apply)
    assert module is not None
    return Place(module.__name__, rule.apply.__name__)


@cache
def citing() -> dict[str, list[Place]]:
    """The public parts of our code whose docstring cites each number."""
    found: dict[str, list[Place]] = defaultdict(list)
    for file in sorted(PACKAGE.rglob("*.py")):
        if not OUTSIDE.isdisjoint(file.parts):
            continue
        for part, text in docstrings(parse(file)):
            place = Place(module_of(file), part)
            for number in dict.fromkeys(CITED.findall(text)):
                # A module counts by itself only where none of its parts does.
                if part or all(other.module != place.module for other in found[number]):
                    found[number].append(place)
    return found


def docstrings(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The docstrings of what stands in a module without a leading underscore, last its own."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, ast.get_docstring(node) or ""
    yield "", ast.get_docstring(tree) or ""


def module_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def files_testing(place: Place) -> list[str]:
    """The files of tests that import the module of a part, or the part, and name it."""
    wanted = {place.module, f"{place.module}.{place.part}"}
    return [
        file
        for file, imported, named in files_of_tests()
        if (place.part in named or not place.part)
        and any(found in wanted or found.startswith(f"{place.module}.") for found in imported)
    ]


@cache
def files_of_tests() -> list[tuple[str, set[str], set[str]]]:
    """Each file of tests with what it imports and all the names in it."""
    files = sorted([*PACKAGE.rglob("test_*.py"), *(ROOT / "tests").rglob("test_*.py")])
    parsed = [(name(file), parse(file)) for file in files]
    return [(file, set(imports(tree)), set(names(tree))) for file, tree in parsed]


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def in_words(tests: list[str]) -> str:
    return f"Tests: {', '.join(f'`{Path(test).stem}`' for test in tests)}."


if __name__ == "__main__":
    REFERENCE.write_text(with_numbers(REFERENCE.read_text("utf-8")), encoding="utf-8")
