"""The history in a browser: on four screens, taking back by toast, by keys and without a script."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.accounts.models import Fact, Gap
from waypost.accounts.operations import add_fact, add_gap, update_account
from waypost.accounts.queries import access_to
from waypost.history.models import ChangeSet
from waypost.planning.models import Review, SeniorAcceptance

SETTINGS = {"tier": "A", "parent": "", "currency": "EUR", "review_day": "", "window_months": 3}


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def story(access, account, teammate):
    """Some days of work, a review among them, an acceptance before."""
    today = date.today()
    add_gap(access=access, text="Who signs the frame contract for all plants?")
    add_fact(
        access=access,
        topic=Fact.Topic.TRENDS,
        text="Wants 30% recycled glass by 2029",
        source="annual report",
        as_of=today,
    )
    by_teammate = access_to(teammate, account.pk)
    update_account(access=by_teammate, version=1, name="Brightwater AG", **SETTINGS)
    add_gap(access=by_teammate, text="x" * 300)
    update_account(access=access, version=2, name="Brightwater Mills AG", **SETTINGS)
    add_gap(access=access, text="When is the furnace built anew?")
    ages = (9, 8, 6, 5, 1, 0)
    for age, found in zip(ages, ChangeSet.objects.order_by("pk"), strict=True):
        ChangeSet.objects.filter(pk=found.pk).update(at=found.at - timedelta(days=age))
    Review.objects.create(account=account, date=today - timedelta(days=7), held=True)
    SeniorAcceptance.objects.create(account=account, accepted=True, on=today - timedelta(days=30))


@pytest.fixture
def open_history(open_page, account):
    def open_as(user, screen="desktop", *, query="", **options):
        return open_page(user, f"/accounts/{account.pk}/history/{query}", screen, **options)

    return open_as


def test_history_fits_every_screen(open_history, owner, story, screen):
    page = open_history(owner, screen)
    page.get_by_role("link", name=re.compile("Restore")).first.click()
    page.locator(".restore button:focus").wait_for()
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"history-filled-{screen}")


def test_empty_history_fits_every_screen(open_history, owner, screen):
    page = open_history(owner, screen)
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"history-empty-{screen}")


def test_conflict_fits_every_screen(open_history, owner, story, screen):
    page = open_history(owner, screen)
    page.get_by_role("link", name=re.compile("Restore")).last.click()
    page.get_by_role("button", name="Restore").click()
    page.get_by_role("heading", name="This was changed again since").wait_for()
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"history-conflict-{screen}")


def test_filters_change_the_stream_and_the_address(open_history, owner, story):
    page = open_history(owner)
    page.get_by_label("Word, name or figure").fill("furnace")
    page.wait_for_url(re.compile("q=furnace"))
    expect(page.locator(".stream > li")).to_have_count(1)
    page.go_back()
    expect(page.locator(".stream > li")).to_have_count(6)


def test_question_opens_and_closes_by_keyboard(open_history, owner, story, account):
    page = open_history(owner)
    page.get_by_role("link", name=re.compile("Restore")).first.focus()
    page.keyboard.press("Enter")
    page.locator(".restore button:focus").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("a:focus", has_text="Restore").wait_for()
    expect(page.locator(".restore")).to_have_count(0)
    page.keyboard.press("Enter")
    page.locator(".restore button:focus").wait_for()
    page.keyboard.press("Enter")
    page.locator(".toast", has_text="Took back").wait_for()
    account.refresh_from_db()
    assert account.name == "Brightwater AG"


@pytest.mark.parametrize("way", ["toast", "keys"])
def test_what_was_taken_back_comes_back(open_history, owner, story, way):
    page = open_history(owner)
    page.get_by_role("button", name=re.compile("Take back ?: Added a gap: When")).click()
    page.locator(".toast", has_text="Took back: Added a gap: When").wait_for()
    assert Gap.objects.live().count() == 2
    if way == "toast":
        page.get_by_role("button", name="Undo").click()
    else:
        page.keyboard.press("Control+z")
    page.locator(".toast", has_text="Took back: Took back").wait_for()
    assert Gap.objects.live().count() == 3


def test_restoring_needs_no_script(open_history, owner, story, account):
    page = open_history(owner, java_script_enabled=False)
    page.get_by_role("link", name=re.compile("Restore")).first.click()
    page.get_by_role("button", name="Restore Brightwater AG").click()
    expect(page.locator(".toast")).to_contain_text("Took back: Changed the settings")
    account.refresh_from_db()
    assert account.name == "Brightwater AG"
    page.get_by_label("What", exact=True).select_option("Settings")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator(".stream > li")).to_have_count(3)
