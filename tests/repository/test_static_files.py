"""Rules about CSS and JavaScript: small files, tokens instead of colours, layers not !important."""

import re
from collections.abc import Iterator

import pytest

from tests.repository.code import longer_than, matches, name, static_files

CSS_LINES = 300
SCRIPT_LINES = 60
RAW_COLOUR = re.compile(r"(?<![\w-])(#[0-9a-fA-F]{3,8}\b(?![^{]*{)|(?:rgb|hsl|oklch|lab|lch)a?\()")


def test_style_sheet_length_is_limited():
    assert longer_than(CSS_LINES, static_files(".css")) == {}


def test_script_length_is_limited():
    assert longer_than(SCRIPT_LINES, static_files(".js")) == {}


def test_component_reads_no_raw_colour():
    components = [file for file in static_files(".css") if "components" in file.parts]
    assert matches(RAW_COLOUR, components) == []


def test_important_is_used_where_the_design_allows_it():
    assert [
        f"{name(file)}: {' '.join(rule)}"
        for file in static_files(".css")
        if file.name not in {"utilities.css", "print.css"}
        for rule in important_rules(file.read_text(encoding="utf-8"))
        if not may_be_important(rule)
    ] == []


@pytest.mark.parametrize(
    ("css", "allowed"),
    [
        ("[hidden] { display: none !important; }", [True]),
        ("@media (prefers-reduced-motion: reduce) { * { transition: none !important } }", [True]),
        ("@media print { nav { display: none !important; } }", [True]),
        ("nav { color: red; } .card { color: blue !important; }", [False]),
        ("/* !important */ .card { color: blue; }", []),
    ],
)
def test_important_is_judged_by_the_rule_around_it(css, allowed):
    assert [may_be_important(rule) for rule in important_rules(css)] == allowed


def important_rules(css: str) -> Iterator[list[str]]:
    """The selectors and conditions around each !important, outermost first."""
    around: list[str] = []
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    for part in re.findall(r"[^{};]*[{};]", css):
        text, end = part[:-1].strip(), part[-1]
        if "!important" in text:
            yield list(around)
        if end == "{":
            around.append(text)
        elif end == "}":
            around.pop()


def may_be_important(rule: list[str]) -> bool:
    return any(
        "[hidden]" in part or "prefers-reduced-motion" in part or part.startswith("@media print")
        for part in rule
    )
