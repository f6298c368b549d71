"""My week in a browser: on four screens, by keyboard, by pointer, without a script."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost import planfile
from waypost.demo.operations import sample_plan
from waypost.plans.models import Action
from waypost.plans.tests.hostile import hostile_plan
from waypost.plans.tests.stored import LEAD, read, stored

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = date.today()
MONTH = f"{TODAY:%Y-%m}"
YESTERDAY = TODAY - timedelta(days=1)
EMPTY = """
account: {name: Dunmore Mills}
team: [{id: T1, name: Olga Hagen, role: account lead, hours_per_week: 6}]
"""
FILLED = f"""
account: {{name: Halvorsen Foods}}
team:
  - {{id: T1, name: Olga Hagen, role: account lead, hours_per_week: 8}}
  - {{id: T2, name: Tom Okafor, role: service}}
objectives:
  business:
    - id: B1
      text: Three product lines more in use at Vejle
      metric: product lines in use
      baseline: 2
      target: 5
      due: {TODAY + timedelta(days=400)}
      owner: T2
      agreed: {{team: [T2]}}
      stages: [{{id: G1, due: {TODAY + timedelta(days=30)}, value: 3}}]
strategies:
  - id: S1
    statement: Joint maintenance calendar for all three plants
    serves: [B1]
    members: [{{who: T1, told: {YESTERDAY}}}]
traffic_lights:
  - id: L1
    on: account
    colour: red
    text: Kestrel offers consignment stock at Horsens
    history: [{{on: {YESTERDAY}, from: amber, to: red}}]
  - {{id: L2, on: B1, colour: green, text: They ask for us, history: [{{on: {TODAY}, to: green}}]}}
short_term_plan:
  months: [{MONTH}]
  actions:
    - {{id: A1, achieves: B1, month: {MONTH}, what: Call Mette, owner: T1, due: {TODAY}, hours: 2}}
    - {{id: A2, month: {MONTH}, what: Walk it, owner: T1, due: {TODAY}, hours: 1, important: true}}
    - {{id: A3, month: {MONTH}, what: Draft the standard, owner: T1, due: {YESTERDAY}, hours: 3}}
"""  # fmt: skip


@pytest.fixture
def open_week(open_page, owner):
    def open_with(*plans, screen="desktop", query="", role=LEAD, **options):
        for plan in plans:
            found = read(plan) if isinstance(plan, str) else plan
            stored(found, team=[(found.team[0].id, owner, role)])
        return open_page(owner, f"/my-week/{query}", screen, **options)

    return open_with


def row(page, code):
    return page.locator(f"li[id$='-{code}']")


def tick(page, code):
    return row(page, code).locator(".tick")


def check(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def shared_plan(request):
    path = request.config.rootpath.parent / "shared" / "plans" / "nordvik.yaml"
    if not path.exists():
        pytest.skip("the optional input ../shared/plans is not there")
    return planfile.read(path.read_bytes())


def test_week_fits_every_screen(open_week, screen):
    page = open_week(sample_plan("quillmere", TODAY), FILLED, EMPTY, screen=screen)
    tick(page, "A2").last.click()
    expect(page.locator(".toast")).to_be_visible()
    check(page, f"my-week-{screen}")


def test_shared_plan_fits_every_screen(open_week, request, screen):
    check(open_week(shared_plan(request), screen=screen), f"my-week-nordvik-{screen}")


def test_empty_week_fits_every_screen(open_week, screen):
    check(open_week(EMPTY, screen=screen), f"my-week-empty-{screen}")


def test_week_of_nobodys_account_fits_every_screen(open_week, screen):
    check(open_week(screen=screen), f"my-week-none-{screen}")


def test_other_week_fits_every_screen(open_week, screen):
    page = open_week(FILLED, screen=screen, query="?week=2031-W07")
    check(page, f"my-week-other-{screen}")


@pytest.mark.parametrize("screen", ["desktop", "mobile-dark"])
def test_hostile_plan_breaks_nothing(open_week, screen):
    page = open_week(hostile_plan(), screen=screen)
    assert_no_overflow(page)
    assert_no_axe_violations(page)


def test_tick_stays_in_its_place_and_can_be_taken_back(open_week):
    page = open_week(FILLED)
    tick(page, "A3").click()
    expect(tick(page, "A3")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".toast")).to_contain_text("Marked “Draft the standard” as done")
    expect(tick(page, "A3")).to_be_focused()
    assert Action.objects.get(ref__code="A3").status == "done"
    page.get_by_role("button", name="Undo").click()
    expect(tick(page, "A3")).to_have_attribute("aria-pressed", "false")
    expect(page).to_have_url("/my-week/")
    assert Action.objects.get(ref__code="A3").status == ""


def test_week_is_worked_by_keys(open_week):
    page = open_week(FILLED)
    page.keyboard.press("j")
    expect(tick(page, "A3")).to_be_focused()
    page.keyboard.press("j")
    expect(tick(page, "A1")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("x")
    expect(tick(page, "A3")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".toast")).to_be_visible()
    expect(tick(page, "A3")).to_be_focused()
    page.keyboard.press("j")
    expect(tick(page, "A1")).to_be_focused()
    page.keyboard.press("d")
    field = row(page, "A1").locator("input[name=due]")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(row(page, "A1").locator("[data-date]")).to_be_focused()
    page.keyboard.press("a")
    expect(page.get_by_role("link", name="Add action")).to_be_focused()


def test_date_is_changed_where_it_stands(open_week, screen):
    page = open_week(FILLED, screen=screen)
    row(page, "A3").locator("[data-date]").click()
    field = row(page, "A3").locator("input[name=due]")
    expect(field).to_be_focused()
    check(page, f"my-week-date-{screen}")
    field.fill(f"{TODAY}")
    field.press("Enter")
    expect(page.locator(".toast")).to_contain_text("Changed “Draft the standard”")
    expect(row(page, "A3").locator("[data-date]")).to_have_text("today")
    expect(page).to_have_url("/my-week/")


def test_strategy_is_committed_to_from_the_week(open_week):
    page = open_week(FILLED)
    asked = page.locator("section[aria-labelledby=asked]")
    asked.get_by_role("button", name="Commit").click()
    expect(page.locator(".toast")).to_contain_text("Committed to S1")
    expect(asked.get_by_role("button", name="Commit")).to_have_count(0)
    asked.get_by_role("link", name="Read and agree").click()
    expect(page.get_by_role("heading", name="Agreement")).to_be_visible()


def test_account_is_chosen_for_a_new_action(open_week):
    page = open_week(FILLED, EMPTY)
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Dunmore Mills").click()
    expect(page.get_by_role("heading", name="Short-term plan")).to_be_visible()
    expect(page).to_have_url(re.compile(re.escape(f"#quick-{MONTH}") + "$"))


def test_week_is_worked_without_a_script(open_week):
    page = open_week(FILLED, EMPTY, java_script_enabled=False)
    tick(page, "A1").click()
    expect(tick(page, "A1")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Undo").click()
    expect(tick(page, "A1")).to_have_attribute("aria-pressed", "false")
    row(page, "A3").locator("[data-date]").click()
    page.get_by_label("Due").fill(f"{TODAY}")
    page.get_by_role("button", name="Save the action").click()
    expect(row(page, "A3").locator("[data-date]")).to_have_text("today")
    page.locator("summary", has_text="Add action").click()
    expect(page.get_by_role("link", name="Dunmore Mills").last).to_be_visible()
    page.get_by_role("link", name="Next week").click()
    page.get_by_role("link", name="This week").click()
    expect(tick(page, "A1")).to_be_visible()
