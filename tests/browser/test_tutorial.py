"""The tutorial works as it is written: each of its steps is read from the page and taken.

In a numbered step **bold** is pressed, *slanted* is a field, `code` goes into it, and “quoted” is
seen. Where the tutorial shows a picture, it is taken anew; `make screenshots` keeps it.
"""

import os
import re
import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import DESKTOP, assert_no_overflow, pages_of_print
from waypost.cli import setup

DOCS = Path(__file__).parents[2] / "docs"
# The middle of a month and the beginning of a week: what is due on Friday is in both.
TODAY = date(2026, 11, 10)
# What a picture shows where it is not the whole page.
CUT = {
    "tutorial-first-steps.png": ".firsts",
    "tutorial-steps.png": "section[aria-labelledby=stages]",
    "tutorial-one-page.png": ".plan-grid",
}
WIDTH = DESKTOP["viewport"]["width"]
MOST_PICTURES, LARGEST = 7, 150_000  # bytes

STEP = re.compile(r"^(?:\d+\. .*(?:\n   .*)*|!\[.*)$", re.MULTILINE)
WORDS = re.compile(
    r"!\[[^]]+\]\(images/(?P<show>[^)]+)\)"
    r"|\*\*(?P<press>[^*]+)\*\*"
    r"|\*(?P<find>[^*]+)\*"
    r"|`(?P<enter>[^`]+)`"
    r"|Tick “(?P<tick>[^”]+)”"
    r"|“(?P<see>[^”]+)”"
    r"|(?P<enter_day>the last day of next year)"
)
# What shows these words to the eye: in the form that was filled in, else on the page, else around
# it. Two links to the same page are one way.
SHOWING = """([words, field]) => {
  const shown = e => {
    const copy = e.cloneNode(true);
    copy.querySelectorAll('.vh, .n, .kbd, small, svg, input').forEach(part => part.remove());
    return copy.textContent.replace(/\\s+/g, ' ').trim();
  };
  const all = [...document.querySelectorAll('a, button, label')].filter(
    e => e.checkVisibility() && shown(e) === words);
  const near = [field?.form, document.querySelector('main'), document.body];
  const found = near.map(place => all.filter(e => place?.contains(e))).find(some => some.length);
  const ways = new Set(found?.map(e => e.href ?? e));
  if (ways.size !== 1) throw new Error(`${ways.size} ways to “${words}”`);
  return found[0];
}"""
# An answer is another page, or what htmx puts into this one.
ASK = """() => {
  window.asking = true;
  addEventListener('htmx:afterSettle', ({detail}) => {
    if (detail.requestConfig.verb === 'post') window.asking = false;
  });
}"""
ANSWERED = "() => !window.asking && document.readyState === 'complete'"


class Newcomer:
    """Takes one step after the other in ``page``, and pictures into the folder ``images``."""

    def __init__(self, page, images):
        self.page, self.images = page, images
        self.main = page.locator("main")
        self.field: Any = None
        self.pictures = []

    def take(self, step):
        self.field = None
        for words in WORDS.finditer(" ".join(step.split())):
            kind = str(words.lastgroup)
            getattr(self, kind)(words[kind])

    def press(self, words):
        field = self.field and self.field.element_handle()
        element = self.page.evaluate_handle(SHOWING, [words, field]).as_element()
        if element.evaluate("e => e.matches('label')"):
            element.click()
        elif words == "Print":
            assert pages_of_print(self.page) == 1
        else:
            self.ask(element)

    def tick(self, words):
        self.ask(self.page.get_by_role("button", name=f"Done: {words}"))

    def ask(self, element):
        self.page.evaluate(ASK)
        element.click()
        self.page.wait_for_function(ANSWERED)
        self.field = None

    def see(self, words):
        expect(self.main.get_by_text(words).first).to_be_visible()

    def find(self, words):
        label = self.main.get_by_label(re.compile(f"^{re.escape(words)}( optional)?$"))
        self.field = label.or_(self.main.get_by_placeholder(re.compile(f"^{re.escape(words)}")))
        expect(self.field).to_be_visible()

    def enter(self, words):
        if self.field is None:
            return  # said of what stands there already
        if self.field.evaluate("e => e.matches('select')"):
            self.field.select_option(label=words)
        elif self.field.get_attribute("hx-get"):
            with self.page.expect_response("**/*reading/**"):
                self.field.fill(words)
        else:
            self.field.fill(words)

    def enter_day(self, words):
        self.field.fill(f"{TODAY.year + 1}-12-31")

    def show(self, name):
        assert_no_overflow(self.page)
        self.page.locator("[data-close-toast]").evaluate_all("all => all.forEach(e => e.click())")
        self.page.set_viewport_size({"width": WIDTH, "height": 500})  # no empty space below
        self.page.evaluate("scrollTo(0, 0)")
        part = self.page.locator(CUT.get(name, "main"))
        self.page.screenshot(path=self.images / name, full_page=True, clip=part.bounding_box())
        self.pictures.append(name)


@pytest.mark.django_db(transaction=True)
def test_tutorial_works_as_it_is_written(open_page, tmp_path, time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z")
    text = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    set_up(text)
    images = Path(os.environ.get("README_IMAGES", tmp_path))

    newcomer = Newcomer(open_page(None, "/"), images)
    for step in STEP.findall(text):
        newcomer.take(step)

    assert 5 <= len(newcomer.pictures) <= MOST_PICTURES
    for name in newcomer.pictures:
        assert width_of(DOCS / "images" / name) == width_of(images / name)
        assert (DOCS / "images" / name).stat().st_size < LARGEST


def set_up(text):
    """What `waypost setup` does with the words of the tutorial."""
    [command] = re.findall(r"^\.venv/bin/waypost setup (.+)$", text, re.MULTILINE)
    [_email, email, _name, name] = shlex.split(command)
    [password] = re.findall(r"\*Password\* `([^`]+)`", text)
    setup.create(name, email, password)


def width_of(image):
    """The width in pixels that a PNG states in its header."""
    return int.from_bytes(image.read_bytes()[16:20], "big")
