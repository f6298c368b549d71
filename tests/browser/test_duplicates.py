"""Two entries of one person on a phone: side by side, merged, taken back."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.plans.tests.stored import LEAD, read, stored

PLAN = """
account: {name: Dunmore Mills}
team: [{id: T1, name: Olga Hagen, role: account lead}]
people:
  - {id: P1, name: Eva Lund, title: CFO, wants: no surprises, known_by: [T1], disposition: open}
  - {id: P9, name: E. Lund, title: Finance director, personal_win: a calm year}
"""


@pytest.fixture
def account(owner):
    return stored(read(PLAN), team=[("T1", owner, LEAD)])


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_two_entries_are_merged_and_taken_back_on_a_phone(open_page, owner, account):
    page = open_page(owner, f"/accounts/{account.pk}/people/+duplicates/", "mobile")
    look(page, "duplicates-mobile")
    page.get_by_role("link", name="Compare and merge").click()
    expect(page.get_by_role("heading", name="One person or two?")).to_be_visible()
    look(page, "merge-mobile")
    page.get_by_role("group", name="Title").get_by_label("Finance director").check()
    page.get_by_role("button", name="Merge into P1").click()
    expect(page.get_by_role("heading", name="Eva Lund")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Finance director")
    expect(page.get_by_role("main")).to_contain_text("a calm year")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    undo.click()
    expect(page.get_by_role("status")).to_contain_text("Took back")
    page.goto(f"/accounts/{account.pk}/people/+duplicates/")
    expect(page.get_by_role("link", name="Compare and merge")).to_be_visible()
    page.goto(f"/accounts/{account.pk}/people/P9/privacy/")
    look(page, "privacy-mobile")
    page.get_by_role("link", name="Look at what goes").click()
    expect(page.get_by_role("heading", name="Erase E. Lund")).to_be_visible()
    look(page, "erasure-mobile")
    page.get_by_role("button", name="Erase the person").click()
    expect(page.get_by_text("Say yes to what goes").first).to_be_visible()
    page.get_by_label("Erase for good").check()
    page.get_by_role("button", name="Erase the person").click()
    expect(page.get_by_role("status")).to_contain_text("Erased a person: P9")
