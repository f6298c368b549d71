"""The opportunities in a browser: drawn on each screen, dropped below the line by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.opportunities.models import Cell, Offering, Opportunity
from waypost.opportunities.tests.plans import PLAN
from waypost.plans.tests.stored import LEAD, MEMBER, read, stored


@pytest.fixture
def account(owner, teammate):
    made = stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])
    row = Offering.objects.create(account=made, name="Seals for pumps and mixers")
    unit = made.refs.get(code="L1")
    Cell.objects.create(account=made, offering=row, unit=unit, state="open", potential=40_000)
    return made


def at(account, rest=""):
    return f"/accounts/{account.pk}/opportunities/{rest}"


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_opportunities_fit_every_screen(open_page, owner, account, screen):
    page = open_page(owner, at(account), screen)
    expect(page.get_by_text("Capacity line, 100 h a year.")).to_be_visible()
    look(page, f"opportunities-{screen}")
    page.goto(at(account, "OP1/"))
    expect(page.get_by_role("heading", name="The eight questions")).to_be_visible()
    page.locator("#tier a").click()
    page.locator("#tier select").select_option("C")
    expect(page.locator("#tier textarea")).to_be_visible()
    look(page, f"opportunity-{screen}")
    page.locator("#tier").get_by_role("button", name="Save").click()
    said = "Its figures suggest A. Say why it is another class."
    expect(page.get_by_text(said).first).to_be_visible()
    look(page, f"opportunity-class-{screen}")
    page.goto(at(account, "+white-space/"))
    expect(page.get_by_text("€40 k open").first).to_be_visible()
    look(page, f"white-space-{screen}")
    page.goto(at(account, "+new/"))
    page.get_by_role("textbox", name="Chance").fill("101")
    page.get_by_role("button", name="Add opportunity").click()
    expect(page.get_by_text("Enter a chance from 0 to 100%.").first).to_be_visible()
    look(page, f"opportunity-error-{screen}")


@pytest.mark.parametrize("script", [True, False])
def test_opportunity_is_dropped_below_the_line_and_brought_back(open_page, owner, account, script):
    page = open_page(owner, at(account), java_script_enabled=script)
    rows = page.locator("tbody tr")
    expect(rows.nth(2)).to_contain_text("Capacity line")
    drop = page.get_by_role("button", name="Drop Frame contract")
    drop.focus()
    expect(drop).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#OP1")).to_contain_text("dropped by the team")
    expect(rows.nth(1)).to_contain_text("Stores automation")
    expect(rows.nth(2)).to_contain_text("Capacity line")
    page.locator("#OP1").get_by_role("button", name="Let the figures decide").click()
    expect(rows.nth(1)).to_contain_text("Frame contract")
    expect(page.locator("#OP1")).not_to_contain_text("dropped by the team")


def test_answer_is_edited_where_it_stands(open_page, owner, account):
    page = open_page(owner, at(account, "OP2/"))
    page.locator("#need a").click()
    field = page.get_by_label("How much do they need it now?")
    expect(field).to_be_focused()
    field.fill("high")
    page.keyboard.press("Enter")
    expect(page.locator("#need")).to_contain_text("high")
    assert Opportunity.objects.get(ref__code="OP2").need == "high"
