"""Rules about templates: short, and with nothing inline that the content policy would block."""

import re

from tests.repository.code import longer_than, matches, templates

PARTIAL_LINES = 40
PAGE_LINES = 120

FORBIDDEN = {
    "style attribute": r"\sstyle\s*=",
    "style element": r"<style\b",
    "inline script": r"<script\b(?![^>]*\bsrc=)",
    "event attribute": r"\s(on[a-z]+|hx-on[:a-z-]*)\s*=\s*[\"']",
    "script address": r"javascript:",
    "unescaped value": r"\|\s*safe(seq)?\b",
    "escaping switched off": r"{%\s*autoescape\s+off",
    "address of another site": r"""\b(src|srcset|action)\s*=\s*["'](https?:)?//""",
}


def is_partial(file):
    return file.name.startswith("_") or not {"partials", "components"}.isdisjoint(file.parts)


def test_partial_length_is_limited():
    assert longer_than(PARTIAL_LINES, [file for file in templates() if is_partial(file)]) == {}


def test_page_length_is_limited():
    assert longer_than(PAGE_LINES, [file for file in templates() if not is_partial(file)]) == {}


def test_template_has_nothing_inline_and_nothing_unescaped():
    found = {what: matches(re.compile(how), templates()) for what, how in FORBIDDEN.items()}
    assert {what: places for what, places in found.items() if places} == {}
