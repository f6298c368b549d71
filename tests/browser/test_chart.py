"""The step chart in a browser: on four screens, its words beside and below it."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost import planfile
from waypost.plans.tests.stored import LEAD, stored
from waypost.plans.tests.test_chart import LINES, STOPS, drawn

PLAN = (
    "format: waypost-plan/1\nsupplier: {name: We}\naccount: {name: Dunmore Mills}\n"
    "team: [{id: T1, name: Olga Hagen, role: account lead}]"
)
MONEY = {
    "values": "2026-02-10 620000, 2026-06-10 700000, 2026-10-10 810000, 2026-12-01 840000",
    "stages": "2026-06-30 700000, 2026-12-31 850000, 2027-06-30 1000000, 2027-12-31 1200000",
    "baseline": "620000",
    "target": "1200000",
    "due": date(2028, 3, 31),
    "unit": "EUR",
    "currency": "EUR",
}
NEW = {"baseline": "2", "target": "5", "due": date(2027, 12, 31)}
# Texts of the drawing that cover each other as the browser lays them out.
COVERING = """() => {
  const boxes = [...document.querySelectorAll('.chart text')].map(e => [e.textContent,
    e.getBoundingClientRect()]);
  const cover = (a, b) => a.left < b.right && b.left < a.right && a.top + 4 < b.bottom
    && b.top + 4 < a.bottom;
  return boxes.flatMap(([text, a], i) => boxes.slice(i + 1)
    .filter(([, b]) => cover(a, b)).map(([other]) => `${text} / ${other}`));
}"""
PUT = """html => {
  document.querySelector('main').innerHTML = `<h1>Chart</h1>${html}`;
}"""


@pytest.mark.parametrize(
    ("name", "facts"),
    [("lines", LINES), ("stops", STOPS), ("money", MONEY), ("new", NEW)],
)
def test_chart_fits_every_screen(open_page, owner, screen, name, facts):
    account = stored(planfile.read(PLAN), team=[("T1", owner, LEAD)])
    html = render_to_string("plans/partials/step_chart.html", {"chart": drawn(**facts)})
    page = open_page(owner, f"/accounts/{account.pk}/", screen)
    page.evaluate(PUT, html)
    assert page.evaluate(COVERING) == []
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"chart-{name}-{screen}")
