"""A monthly review in a browser: November's plan is rolled on to December to February."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.accounts.queries import access_to
from waypost.planning.operations.reviews import start_review
from waypost.planning.tests.stored import planned, window_of
from waypost.plans.tests.hostile import hostile_plan
from waypost.plans.tests.stored import LEAD, stored

TODAY = "2026-11-24"


@pytest.fixture
def account(owner, teammate, time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z")
    return planned(owner, teammate)


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_whole_review_rolls_november_on(open_page, owner, account, screen):
    page = open_page(owner, f"/accounts/{account.pk}/reviews/", screen)
    expect(page.get_by_text("2 held, 1 missed")).to_be_visible()
    look(page, f"reviews-{screen}")
    page.get_by_role("button", name="Start the review").click()
    expect(page.get_by_role("heading", name="Monthly review")).to_be_visible()
    look(page, f"review-begun-{screen}")

    goal = page.locator("#goal-B1")
    goal.get_by_label("Actual now").fill("3")
    goal.get_by_role("button", name="Check in").click()
    expect(goal.get_by_text("3 today")).to_be_visible()

    settle = page.locator("#settle-A1")
    settle.get_by_text("Carry", exact=True).click()
    settle.get_by_label("New date").fill("2026-12-04")
    settle.get_by_role("button", name="Carry to December").click()
    expect(
        page.get_by_text("Say why it was not done: it is asked next month.").first
    ).to_be_visible()
    look(page, f"review-error-{screen}")
    settle.get_by_label("Why it was not done").fill("The list came only on Monday")
    settle.get_by_role("button", name="Carry to December").click()
    expect(page.get_by_text("carried to December")).to_be_visible()

    ready = page.locator("#ready-A4")
    ready.get_by_label("What").fill("Get the new price list from Marit Berg")
    ready.get_by_label("Who").select_option("Tom Ferrari")
    ready.get_by_label("When").fill("2026-12-15")
    ready.get_by_role("button", name="Save").click()
    expect(page.get_by_text("3 of 3 ready")).to_be_visible()

    sentence = page.locator("#sentence-R1")
    sentence.get_by_text("Yes", exact=True).click()
    sentence.get_by_label("On what evidence").fill("You called before I knew")
    sentence.get_by_label("Who said it").fill("Marit Berg")
    sentence.get_by_role("button", name="Save the answer").click()
    expect(sentence.get_by_text("Yes: You called before I knew")).to_be_visible()

    light = page.locator("#light-L1")
    light.get_by_text("Changed", exact=True).click()
    light.get_by_text("Red", exact=True).click()
    light.get_by_label("What changed").fill("He stopped all trials")
    take_screenshot(page, f"review-open-{screen}")
    light.get_by_role("button", name="Save the change").click()
    expect(light.get_by_text("looked at")).to_be_visible()
    page.locator("#light-L2").get_by_role("button", name="Still true").click()
    expect(page.locator("#light-L2").get_by_text("looked at")).to_be_visible()

    page.get_by_label("Add a decision").fill("We wait for the trial before we offer more")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("button", name=re.compile("^Remove ?: We wait"))).to_be_visible()
    page.reload()
    expect(page.get_by_text("The plan becomes December, January and February.")).to_be_visible()
    look(page, f"review-answered-{screen}")

    page.get_by_role("button", name="Finish review and roll forward").click()
    expect(page.get_by_role("heading", name="Review, Tue 24 Nov")).to_be_visible()
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]
    look(page, f"review-finished-{screen}")
    page.get_by_role("button", name="Take the review back").click()
    expect(page.get_by_role("heading", name="Monthly review")).to_be_visible()
    page.get_by_role("button", name="Finish review and roll forward").click()
    expect(page.get_by_role("heading", name="Review, Tue 24 Nov")).to_be_visible()
    page.get_by_role("link", name="What changed since").click()
    expect(page.get_by_text("Nothing is different.")).to_be_visible()
    look(page, f"difference-{screen}")


def test_long_texts_stay_inside(open_page, owner, time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z")
    account = stored(hostile_plan(), team=[("T0", owner, LEAD)])
    review = start_review(access=access_to(owner, account.pk)).row
    page = open_page(owner, f"/accounts/{account.pk}/reviews/{review.pk}/", "mobile")
    expect(page.get_by_role("heading", name="Monthly review")).to_be_visible()
    look(page, "review-hostile")


def test_review_needs_no_script(open_page, owner, account):
    page = open_page(owner, f"/accounts/{account.pk}/reviews/", java_script_enabled=False)
    page.get_by_role("button", name="Start the review").click()
    page.locator("#settle-A1").get_by_role("button", name="Done").click()
    expect(page.get_by_text("No action is left open from the months before.")).to_be_visible()
    page.get_by_label("Finish without them").check()
    page.get_by_role("button", name="Finish review and roll forward").click()
    expect(page.get_by_role("button", name="Take the review back")).to_be_visible()
