"""The traffic lights in a browser: on four screens, in one line, by keyboard, without a script."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost import planfile
from waypost.accounts.queries import access_to
from waypost.demo.operations import sample_plan
from waypost.plans.models import TrafficLight
from waypost.plans.operations.lights import remove_light, turn_light
from waypost.plans.tests.hostile import hostile_plan
from waypost.plans.tests.stored import LEAD, MEMBER, stored

HEAD = """format: waypost-plan/1
supplier: {name: We}
account: {name: Dunmore Mills}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
"""
TODAY = date.today()
AGO = {weeks: TODAY - timedelta(weeks=weeks) for weeks in (1, 3, 8, 20)}
PLAN = f"""{HEAD}
people: [{{id: P1, name: Eva Lund, title: CFO}}]
objectives:
  business: [{{id: B1, text: Five product lines in use, metric: lines, unit: product lines}}]
strategies: [{{id: S1, statement: Machine outwards, serves: [B1]}}]
opportunities: [{{id: O1, name: "Frame contract, all plants"}}]
short_term_plan:
  actions:
    - {{id: A1, what: Service-level answer, owner: T2, due: {AGO[1]}}}
    - {{id: A2, what: Show the stop-hour savings, owner: T1}}
traffic_lights:
  - id: L-1
    colour: red
    on: B1
    text: Kestrel offers consignment stock at Horsens
    since: {AGO[20]}
    response: A1
    history:
      - {{on: {AGO[3]}, from: green, to: amber, why: "Kestrel visited twice, 4% under ours"}}
      - {{on: {AGO[1]}, from: amber, to: red, why: "The stock is at gate 3"}}
  - {{id: L-2, colour: amber, on: O1, text: The cost programme holds all contracts, since: {AGO[3]}}}
  - {{id: L-3, colour: green, on: account, text: Our oils are approved at all plants, since: {AGO[8]}, response: Name it first in the offer}}
  - {{id: L-4, colour: amber, on: account, text: Wrong invoices on emergency orders, since: {AGO[20]}}}
"""  # noqa: E501  # one light a line


@pytest.fixture
def account(owner, teammate):
    account = stored(planfile.read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])
    access = access_to(owner, account.pk)
    remove_light(access=access, light=TrafficLight.objects.get(ref__code="L-4"))
    light = TrafficLight.objects.get(ref__code="L-3")
    turn_light(access=access, light=light, version=1, colour="amber", why="The list is revised")
    turn_light(access=access, light=light, version=2, colour="green", why="Still on it")
    return account


def at(account, rest=""):
    return f"/accounts/{account.pk}/lights/{rest}"


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_lanes_fit_every_screen(open_page, owner, account, screen):
    page = open_page(owner, at(account), screen)
    look(page, f"lights-{screen}")


def test_sample_fits_every_screen(open_page, owner, screen):
    account = stored(sample_plan("quillmere", TODAY), team=[("T1", owner, LEAD)])
    look(open_page(owner, at(account), screen), f"lights-sample-{screen}")


def test_no_lights_fit_every_screen(open_page, owner, screen):
    account = stored(planfile.read(HEAD), team=[("T1", owner, LEAD)])
    look(open_page(owner, at(account), screen), f"lights-empty-{screen}")


def test_hostile_lights_fit_every_screen(open_page, owner, screen):
    account = stored(hostile_plan(), team=[("T0", owner, LEAD)])
    page = open_page(owner, at(account), screen)
    assert "Traffic lights" in page.title()
    assert_no_overflow(page)


def test_error_fits_every_screen(open_page, owner, account, screen):
    page = open_page(owner, at(account), screen)
    line = page.get_by_label("Add a light in one line")
    line.fill("Capex is frozen on B1")
    line.press("Enter")
    expect(page.get_by_text("Choose green, amber or red.")).to_be_visible()
    expect(line).to_have_value("Capex is frozen on B1")
    look(page, f"lights-error-{screen}")


def test_one_light_fits_every_screen(open_page, owner, account, screen):
    look(open_page(owner, at(account, "L-1/"), screen), f"light-{screen}")


def test_forms_fit_every_screen(open_page, owner, account, screen):
    for name in ("edit", "colour", "response"):
        look(open_page(owner, at(account, f"L-1/{name}/"), screen), f"light-{name}-{screen}")


def test_light_is_added_in_one_line_and_taken_back(open_page, owner, account):
    page = open_page(owner, at(account))
    line = page.get_by_label("Add a light in one line")
    line.press_sequentially("red: CFO leaves in March on B1")
    reading = page.locator("#light-read")
    expect(reading).to_contain_text("about Eva Lund, CFO")
    expect(reading).to_contain_text("on B1")
    expect(page.get_by_role("radio", name="Red")).to_be_checked()
    line.press("Enter")
    lane = page.get_by_role("region", name="Red")
    expect(lane.get_by_role("heading", name="CFO leaves in March")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="CFO leaves in March")).to_have_count(0)


def test_colour_follows_the_line_until_somebody_chooses(open_page, owner, account):
    page = open_page(owner, at(account))
    line = page.get_by_label("Add a light in one line")
    red, amber = (page.get_by_role("radio", name=name) for name in ("Red", "Amber"))
    line.press_sequentially("red: Frozen")
    expect(red).to_be_checked()
    line.fill("Frozen")
    expect(red).not_to_be_checked()
    amber.check(force=True)
    with page.expect_response(re.compile("reading.*line=red")):
        line.fill("red: Frozen")
    expect(amber).to_be_checked()


def test_light_is_added_by_keyboard(open_page, owner, account):
    page = open_page(owner, at(account))
    page.get_by_label("Add a light in one line").focus()
    page.keyboard.type("Capex is frozen")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Amber")).to_be_checked()
    page.keyboard.press("Enter")
    lane = page.get_by_role("region", name="Amber")
    expect(lane.get_by_role("heading", name="Capex is frozen")).to_be_visible()


def test_colour_is_changed_in_place(open_page, owner, account):
    page = open_page(owner, at(account))
    row = page.locator("#light-L-2")
    row.locator("summary").click()
    row.get_by_role("link", name="Change colour").click()
    row.get_by_role("radio", name="Red").check()
    row.get_by_label("Why").fill("Frozen for good")
    take_screenshot(page, "lights-in-place")
    row.get_by_role("button", name="Save").click()
    lane = page.get_by_role("region", name="Red")
    expect(lane.locator("#light-L-2")).to_be_visible()
    if not lane.locator("#light-L-2 details").get_attribute("open"):
        lane.locator("#light-L-2 summary").click()
    expect(lane.locator("#light-L-2")).to_contain_text("Frozen for good")
    expect(lane.locator("#light-L-2")).to_contain_text("Olga Hagen, from amber")


def test_everything_works_without_a_script(open_page, owner, account):
    page = open_page(owner, at(account), java_script_enabled=False)
    page.get_by_label("Add a light in one line").fill("Capex is frozen")
    page.get_by_text("Red", exact=True).first.click()
    page.get_by_label("on", exact=True).select_option("B1")
    page.get_by_role("button", name="Add light").click()
    expect(page.get_by_role("status")).to_contain_text("Added the light “Capex is frozen”")
    row = page.locator("li", has=page.get_by_role("heading", name="Capex is frozen"))
    row.get_by_role("button", name="Still true").click()
    row.get_by_role("link", name="Respond to: Capex is frozen").click()
    page.get_by_label("What we do about it").fill("Ask for an exception")
    page.get_by_label("Action").select_option("A new action with these words")
    page.get_by_role("button", name="Save the light").click()
    expect(row).to_contain_text("Ask for an exception")
    expect(row).to_contain_text("A3")
    row.get_by_role("link", name="Capex is frozen").click()
    page.get_by_role("button", name="Remove the light").click()
    page.get_by_role("button", name="Bring back: Capex is frozen").click()
    expect(page.get_by_role("region", name="Red")).to_contain_text("Capex is frozen")
