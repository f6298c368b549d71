"""The list of accounts in Chromium: every width, light and dark, by keyboard, without a script."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import (
    assert_no_axe_violations,
    assert_no_overflow,
    take_screenshot,
)
from waypost.portfolio.tests.build import TODAY, add_account, day

WIDTHS = (360, 390, 768, 900, 1000, 1360)
LONG_NAME = "Vestfjord Salmon and Ocean Farming Company"
LONG_GOAL = "The feed line audit is done at all five sites of the northern group"


@pytest.fixture
def accounts(owner, teammate, time_machine):
    """Six accounts of the owner: short and long texts, every light and signal, nothing at all."""
    time_machine.move_to(f"{TODAY}T12:00:00Z")
    rows = (
        (
            "Brightwater Utilities",
            "A",
            "Bristol",
            (5, 1, 0),
            1,
            "24 call-outs a year",
            "green",
            2,
            8,
        ),
        ("Oostkaai Terminals", "A", "Ghent", (2, 2, 2), 6, "6 of 9 depots", "red", 24, -5),
        ("Cantiere Lario", "B", "Como", (3, 1, 1), 4, "€0.30 m turnover", "amber", 31, 20),
        (LONG_NAME, "B", "Bodø", (5, 2, 0), 1, LONG_GOAL, "green", 12, 40),
        ("Grünwald Brauerei", "C", "Bamberg", (3, 1, 0), 0, "", "", 52, 60),
        ("Tidewell Cement", "", "Hull", (0, 0, 0), 112, "", "", 800, -12),
    )
    for number, (name, tier, place, lights, findings, goal, signal, days, review) in enumerate(
        rows
    ):
        team = (owner, teammate) if number % 2 else (teammate, owner)
        add_account(
            name,
            *team,
            tier=tier,
            parent="Halden Group",
            places=(place,),
            untouched=days,
            lights=lights,
            findings=findings,
            next_stage_text=goal,
            next_stage_due=day(40) if goal else None,
            next_stage_signal=signal,
            next_review=day(review),
        )


def focused(page):
    return page.evaluate("document.activeElement.id")


def tab_to(page, name):
    """Press Tab until the control with this id has the focus."""
    for _press in range(40):
        if focused(page) == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {name}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_list_fits_every_width(open_page, owner, accounts, width, scheme):
    viewport = {"width": width, "height": 900}
    page = open_page(owner, "/", viewport=viewport, color_scheme=scheme)
    expect(page.locator(".c-name a")).to_have_count(6)
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"portfolio-{width}-{scheme}")


def test_list_without_accounts(open_page, owner, screen):
    page = open_page(owner, "/", screen)
    page.get_by_role("link", name="Add account").wait_for()
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"portfolio-empty-{screen}")


def test_filters_without_a_match(open_page, owner, accounts, screen):
    page = open_page(owner, "/?tier=C&lights=red&sort=-name&stage=nonsense", screen)
    page.get_by_role("heading", name="No account is tier C and has a red light").wait_for()
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"portfolio-no-match-{screen}")


def test_list_is_filtered_by_keyboard_alone(open_page, owner, accounts):
    page = open_page(owner, "/")
    tab_to(page, "q")
    page.keyboard.type("bo")
    page.wait_for_url("**/?q=bo*")
    expect(page.locator(".c-name a")).to_have_text([LONG_NAME])
    expect(page.get_by_role("status").first).to_contain_text("1 account, 5 green")
    assert focused(page) == "q"

    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    tab_to(page, "tier")
    page.keyboard.press("B")
    page.wait_for_url("**tier=B*")
    page.locator(".c-name a").nth(1).wait_for()
    expect(page.locator(".c-name a")).to_have_text(["Cantiere Lario", LONG_NAME])
    assert focused(page) == "tier"
    assert_no_axe_violations(page)


def test_way_back_leads_through_the_filters(open_page, owner, accounts):
    page = open_page(owner, "/")
    page.get_by_label("Lights").select_option("At least one red")
    page.wait_for_url("**lights=red*")
    page.locator(".c-name a").nth(2).wait_for(state="detached")
    expect(page.locator(".c-name a")).to_have_text(["Oostkaai Terminals", "Cantiere Lario"])
    page.go_back()
    page.locator(".c-name a").nth(5).wait_for()
    expect(page.locator(".c-name a")).to_have_count(6)
    expect(page.get_by_label("Lights")).to_have_value("")


def test_column_is_sorted_by_its_head(open_page, owner, accounts):
    page = open_page(owner, "/?tier=A")
    page.get_by_role("link", name="Plan findings").click()
    page.get_by_role("link", name="Plan findings").click()
    expect(page).to_have_url("/?tier=A&sort=-findings")
    expect(page.locator(".c-name a")).to_have_text(["Oostkaai Terminals", "Brightwater Utilities"])


def test_list_works_without_a_script(open_page, owner, accounts):
    page = open_page(owner, "/", "mobile", java_script_enabled=False)
    page.get_by_label("Account or place").fill("grün")
    page.get_by_label("Sort by").select_option("Account")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator(".c-name a")).to_have_text(["Grünwald Brauerei"])
    page.get_by_role("link", name="Clear").click()
    page.get_by_role("link", name="Untouched for 30 days 3").click()
    expect(page.locator(".c-name a")).to_have_text(
        ["Cantiere Lario", "Grünwald Brauerei", "Tidewell Cement"]
    )
