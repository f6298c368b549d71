"""The people of an account in a browser: added on a phone, roles changed by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.contacts.tests.conftest import PLAN
from waypost.plans.tests.hostile import hostile_plan
from waypost.plans.tests.stored import LEAD, MEMBER, read, stored

MANY = "".join(
    f"\n  - {{id: P{n}, name: Person Number {n}, title: Buyer of the things {n}, known_by: [T1], "
    f"disposition: {('open', 'wary', 'ally')[n % 3]}, last_contact: 2026-11-02"
    + (f", reports_to: P{(n - 1) // 7}" if n else "")
    + "}"
    for n in range(60)
)


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


def at(account, rest="people/"):
    return f"/accounts/{account.pk}/{rest}"


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_pages_fit_every_screen(open_page, owner, account, screen):
    page = open_page(owner, at(account), screen)
    look(page, f"people-{screen}")
    for name, rest in {
        "list": "people/?who=nobody",
        "person": "people/P1/",
        "person-form": "people/P1/edit/",
        "coach": "people/P2/coach/",
        "decision": "decisions/D1/",
    }.items():
        page.goto(at(account, rest))
        look(page, f"people-{name}-{screen}")


def test_wide_tree_and_no_people_fit_every_screen(open_page, owner, screen):
    head = "account: {name: Dunmore}\nteam: [{id: T1, name: Olga Hagen, role: account lead}]\n"
    many = stored(read(f"{head}people: {MANY}"), team=[("T1", owner, LEAD)])
    page = open_page(owner, at(many), screen)
    look(page, f"people-many-{screen}")
    none = stored(read(head), team=[("T1", owner, LEAD)])
    page.goto(at(none))
    look(page, f"people-none-{screen}")
    hostile = stored(hostile_plan(), team=[("T0", owner, LEAD)])
    page.goto(at(hostile))
    assert_no_overflow(page)


def test_person_is_added_on_a_phone_and_taken_back(open_page, owner, account):
    page = open_page(owner, at(account), "mobile")
    line = page.get_by_label("Add a person or note a contact in one line")
    line.fill("Mette Dahl, plant manager, Skive, reports to Eva; met 12 Nov 2025")
    reading = page.locator("#person-read")
    expect(reading).to_contain_text("reports to Eva Lund")
    expect(reading).to_contain_text("plant manager")
    page.get_by_role("button", name="Save the line").click()
    added = page.get_by_role("link", name="Mette Dahl")
    expect(added).to_be_visible()
    assert_no_overflow(page)
    page.get_by_role("button", name="Undo").click()
    expect(added).to_have_count(0)


def test_role_is_changed_by_keyboard(open_page, owner, account):
    page = open_page(owner, at(account, "decisions/D1/"))
    economic = page.locator("#seat-P3").get_by_label("Economic")
    economic.focus()
    page.keyboard.press("Space")
    expect(economic).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    technical = page.locator("#seat-P3").get_by_label("Technical")
    expect(technical).to_be_focused()
    page.keyboard.press("Space")
    expect(technical).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Changed the roles of Bo Dahl")
    expect(economic).to_be_checked()
    expect(page.get_by_text("D1 has 2 economic buyers: Eva Lund, Bo Dahl.")).to_be_visible()


def test_everything_works_without_a_script(open_page, owner, account):
    page = open_page(owner, at(account), java_script_enabled=False)
    page.get_by_label("Add a person or note a contact in one line").fill("Eva: met today at noon")
    page.get_by_role("button", name="Save the line").click()
    expect(page.locator("#person-read")).to_contain_text("a note on somebody who is here already")
    page.get_by_role("button", name="Save the line").click()
    page.get_by_role("link", name="Eva Lund").first.click()
    page.get_by_role("link", name="at noon").click()
    page.get_by_label("What it was about").fill("The trial")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="The trial")).to_be_visible()
