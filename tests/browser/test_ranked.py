"""Accounts ranked and told apart in a browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.accounts.models import Account
from waypost.plans.tests.stored import LEAD, read, stored

pytestmark = pytest.mark.django_db(transaction=True)


def plan(name, margin, hours, tier="C"):
    return f"""
account: {{name: {name}, currency: EUR, class: {tier}, settings: {{team_hours_next_12_months: 90}}}}
team: [{{id: T1, name: Olga Hagen, role: account lead}}]
opportunities: [{{id: O1, name: Seals, margin_k: {margin}, chance: 0.5, hours: {hours}}}]
"""


@pytest.fixture
def accounts(owner):
    figures = (("Acme Inc", 900, 80), ("Acme GmbH", 400, 95), ("Tarn & Sons", 300, 60))
    return [stored(read(plan(*one)), team=[("T1", owner, LEAD)]) for one in figures]


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_account_is_classed_and_two_are_told_apart(open_page, owner, accounts, screen):
    first = accounts[0]
    page = open_page(owner, "/", screen)
    expect(page.get_by_text("Its figures suggest A.")).to_be_visible()
    look(page, f"accounts-suggested-{screen}")

    page.get_by_role("link", name="Accounts ranked").click()
    look(page, f"ranked-{screen}")
    page.get_by_role("link", name="Give it that class").first.click()
    expect(page.get_by_role("heading", name="What the figures suggest")).to_be_visible()
    look(page, f"ranked-settings-{screen}")
    page.locator("#id_tier").select_option("A")
    page.get_by_role("button", name="Save the settings").click()
    expect(page.get_by_text("Changed the settings of Acme Inc")).to_be_visible()
    assert Account.objects.get(pk=first.pk).tier == "A"

    page.goto("/duplicates/")
    look(page, f"twin-accounts-{screen}")
    page.get_by_role("button", name="They are two customers").click()
    expect(page.get_by_text("No customer seems to be written down twice.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="They are two customers")).to_be_visible()

    page.get_by_role("link", name="Compare and merge").click()
    expect(page.get_by_text("1 opportunity", exact=True)).to_be_visible()
    look(page, f"merge-accounts-{screen}")
    page.get_by_role("link", name="Merge Acme Inc into Acme GmbH instead").click()
    expect(page.get_by_role("heading", name="Merge Acme Inc into Acme GmbH")).to_be_visible()
    merge = page.get_by_role("button", name="Merge into Acme GmbH")
    merge.focus()
    expect(merge).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What came of Acme Inc")).to_be_visible()
    look(page, f"merged-accounts-{screen}")
    page.goto(f"/accounts/{first.pk}/opportunities/O1/")
    expect(page).to_have_url(re.compile(f"/accounts/{accounts[1].pk}/opportunities/OP1/"))
    page.goto(f"/accounts/{first.pk}/history/")
    expect(page.get_by_text("This account was merged into Acme GmbH.")).to_be_visible()
    look(page, f"merged-history-{screen}")
    page.goto(f"/accounts/{accounts[1].pk}/history/")
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("Took back: Merged the account").first).to_be_visible()

    page.goto("/accounts/new/")
    page.get_by_label("Name of the customer").fill("ACME Incorporated")
    page.get_by_role("button", name="Start the account").click()
    expect(page.get_by_role("heading", name="Is it one of these?")).to_be_visible()
    look(page, f"account-like-{screen}")
    page.get_by_label("It is another customer").check()
    page.get_by_role("button", name="Start the account").click()
    expect(page.get_by_role("heading", name="ACME Incorporated", exact=True)).to_be_visible()
