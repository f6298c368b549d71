"""What is asked of every page in a browser."""

import os
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe

DESKTOP = {"viewport": {"width": 1360, "height": 900}}
MOBILE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SCREENS: dict[str, dict[str, Any]] = {
    "desktop": {**DESKTOP, "color_scheme": "light"},
    "desktop-dark": {**DESKTOP, "color_scheme": "dark"},
    "mobile": {**MOBILE, "color_scheme": "light"},
    "mobile-dark": {**MOBILE, "color_scheme": "dark"},
}
# What reaches beyond an edge of the page, unless it is inside something that scrolls.
OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = e => /auto|scroll/.test(getComputedStyle(e).overflowX);
  const inside = e => e && (scrolls(e) || inside(e.parentElement));
  const outside = [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    const seen = box.width && box.height && !e.closest('.vh, .sprite, .skip');
    return seen && (box.right > width + 1 || box.left < -1) && !inside(e.parentElement);
  });
  const named = e => [e.tagName.toLowerCase(), ...e.classList].join('.');
  const sideways = document.documentElement.scrollWidth > width;
  return [...(sideways ? ['the page scrolls sideways'] : []), ...outside.map(named)];
}"""
# Preloading would have axe load our style sheets once more, from the wrong place. It serves one
# rule, which is experimental and so not among those that run by default.
AXE = {"preload": False, "resultTypes": ["violations"]}


def assert_no_overflow(page):
    """Nothing stands outside the width of the page, so that it need not scroll sideways."""
    page.wait_for_load_state()
    outside = page.evaluate(OVERFLOWING)
    assert outside == [], outside


def assert_no_axe_violations(page):
    """Axe finds nothing with any rule that it has by default."""
    page.wait_for_load_state()
    results = Axe().run(page, options=AXE)
    assert results.violations_count == 0, results.generate_report()


def take_screenshot(page, name):
    """Keep a picture of the whole page where SCREENSHOTS names a folder, for people to look at."""
    folder = os.environ.get("SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def pages_of_print(page):
    """How many A4 pages the page prints on."""
    return page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")
