"""Single letters on the pages of a plan, and that nothing happens where they are not wanted."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from waypost import planfile
from waypost.plans.models import Action, TrafficLight
from waypost.plans.tests.stored import LEAD, stored

pytestmark = pytest.mark.django_db(transaction=True)

THIS = f"{date.today():%Y-%m}"
PLAN = f"""format: waypost-plan/1
supplier: {{name: We}}
account: {{name: Dunmore Mills}}
team: [{{id: T1, name: Olga Hagen, role: account lead}}]
objectives:
  visionary: [{{id: V1, horizon_years: 5, text: Their first choice}}]
  business: [{{id: B1, text: Five lines}}]
strategies: [{{id: S1, statement: Line by line}}, {{id: S2, statement: From above}}]
short_term_plan:
  months: [{THIS}]
  actions:
    - {{id: A1, month: {THIS}, what: Call Mette, owner: T1, status: open}}
    - {{id: A2, month: {THIS}, what: Walk line 4, owner: T1, status: open}}
traffic_lights:
  - {{id: L1, colour: green, on: account, text: They grow, since: 2026-11-01}}
  - {{id: L2, colour: red, on: account, text: Capex is frozen, since: 2026-11-01}}
"""


@pytest.fixture
def account(owner):
    return stored(planfile.read(PLAN), team=[("T1", owner, LEAD)])


@pytest.fixture
def open_plan(open_page, owner, account):
    def open_at(name):
        return open_page(owner, reverse(f"plans:{name}", args=[account.pk]))

    return open_at


def statuses():
    return list(Action.objects.order_by("ref__code").values_list("status", flat=True))


def row(page):
    """The words of the row that has the focus."""
    return page.locator("[data-row]:focus-within")


def test_rows_are_stepped_through_ticked_and_taken_back(open_plan):
    page = open_plan("short-term-plan")
    for key, words in (
        ("j", "Call Mette"),
        ("j", "Walk line 4"),
        ("j", "Walk line 4"),
        ("k", "Call"),
    ):
        page.keyboard.press(key)
        expect(row(page)).to_contain_text(words)

    page.keyboard.press("x")
    expect(page.locator("#tick-A1")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-undo]")).to_be_visible()
    assert statuses() == ["done", "open"]
    page.keyboard.press("Control+z")
    expect(page.locator("#tick-A1")).to_have_attribute("aria-pressed", "false")
    assert statuses() == ["open", "open"]


def test_date_of_a_row_is_changed_where_it_stands(open_plan):
    page = open_plan("short-term-plan")
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.locator("#due-A1 input[name=due]")).to_be_focused()


def test_letters_in_a_field_are_written(open_plan):
    page = open_plan("short-term-plan")
    page.keyboard.press("a")
    field = page.get_by_label("Add an action to").first
    expect(field).to_be_focused()
    page.keyboard.type("xjk? a")
    expect(field).to_have_value("xjk? a")
    assert statuses() == ["open", "open"]


def test_letters_lead_to_the_pages_of_the_plan(open_plan):
    page = open_plan("short-term-plan")
    for key, name in (("o", "Objectives"), ("t", "Short-term plan"), ("l", "Traffic lights")):
        page.keyboard.press("g")
        page.keyboard.press(key)
        expect(page.get_by_role("heading", level=1)).to_have_text(name)


@pytest.mark.parametrize(
    ("name", "rows", "add"),
    [
        ("objectives", ["Their first choice", "Five lines"], "Add : Visionary"),
        ("strategies", ["Line by line", "From above"], "Add strategy"),
        ("lights", ["Capex is frozen", "They grow"], "Add a light in one line"),
    ],
)
def test_every_page_has_rows_and_a_place_to_add(open_plan, name, rows, add):
    page = open_plan(name)
    for words in rows:
        page.keyboard.press("j")
        expect(row(page)).to_contain_text(words)
    page.keyboard.press("a")
    expect(page.locator("[data-add]:focus")).to_have_accessible_name(add)


def test_light_of_a_row_is_turned_and_its_history_shown(open_plan):
    page = open_plan("lights")
    light = page.locator("#light-L1")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(row(page)).to_contain_text("They grow")
    page.keyboard.press("h")
    expect(light.locator("details")).to_have_attribute("open", "")
    page.keyboard.press("h")
    expect(light.locator("details")).not_to_have_attribute("open", "")

    page.locator("#light-L1 h3 a").focus()
    page.keyboard.press("2")
    expect(light.get_by_label("Amber")).to_be_checked()
    expect(light.get_by_label("Why")).to_be_focused()
    page.keyboard.type("They save in 2027")  # digits in a field are written
    page.keyboard.press("Control+Enter")
    expect(page.locator(".lane-amber #light-L1")).to_be_visible()
    assert TrafficLight.objects.get(ref__code="L1").colour == "amber"


def test_help_sheet_opens_and_closes(open_plan):
    page = open_plan("short-term-plan")
    sheet = page.get_by_role("dialog", name="Keyboard shortcuts")
    page.keyboard.press("?")
    expect(sheet).to_be_visible()
    expect(sheet).to_contain_text("O Objectives")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_keys_do_nothing_for_whoever_turned_them_off(open_plan, owner):
    owner.shortcuts = False
    owner.save()
    page = open_plan("short-term-plan")
    page.locator("#tick-A1").focus()
    for key in ("x", "j", "a", "?", "g", "o"):
        page.keyboard.press(key)
    expect(page.locator("#tick-A1")).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_have_text("Short-term plan")
    expect(page.locator(".keys")).not_to_contain_text("add action")
    expect(page.locator(".keys")).to_contain_text("other month")
    assert statuses() == ["open", "open"]
