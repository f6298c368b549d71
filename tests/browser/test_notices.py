"""Mails and calendar in Chromium: choosing, making a calendar link and ending it."""

from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.notices.models import Notice
from waypost.notices.queries.secrets import hash_of

WIDE, NARROW = {"width": 1360, "height": 900}, {"width": 390, "height": 844}


def look_at(page, name):
    for size, word in ((NARROW, "mobile"), (WIDE, "desktop")):
        page.set_viewport_size(size)
        assert_no_overflow(page)
        assert_no_axe_violations(page)
        take_screenshot(page, f"{name}-{word}")


def test_own_mails_and_calendar(open_page, owner, screen):
    page = open_page(owner, "/staff/settings/", screen)
    page.get_by_role("link", name="Choose your mails and calendar").click()
    expect(page).to_have_title("Mails and calendar, Waypost")
    page.get_by_label("Day of the weekly mail").select_option("Thursday")
    page.get_by_label("Reviews").uncheck()
    page.get_by_role("button", name="Save mails").click()
    expect(page.locator(".toast")).to_contain_text("Saved your mails")
    expect(page.get_by_label("Day of the weekly mail")).to_have_value("3")
    expect(page.get_by_label("Reviews")).not_to_be_checked()

    page.get_by_role("button", name="Make a calendar link").click()
    expect(page).to_have_title("Calendar link, Waypost")
    address = page.get_by_label("Link").input_value()
    assert address.endswith("/waypost.ics")
    look_at(page, f"calendar-link-{screen}")
    page.get_by_role("link", name="Back to mails and calendar").click()
    expect(page.get_by_text("link made on")).to_be_visible()
    look_at(page, f"mails-{screen}")
    page.get_by_role("button", name="End the link").click()
    expect(page.locator(".toast")).to_contain_text("does not work any more")
    expect(page.get_by_role("button", name="Make a calendar link")).to_be_visible()


def test_link_in_a_mail(open_page, owner, screen):
    Notice.objects.create(
        person=owner,
        kind="week",
        occasion="week",
        due_at="2026-12-07T06:00:00Z",
        token_hash=hash_of("a-secret"),
    )
    page = open_page(None, reverse("notices:mail", args=["a-secret"]), screen)
    expect(page.get_by_role("heading", level=1)).to_have_text("Turn off “Your week”?")
    look_at(page, f"mail-off-{screen}")
    page.get_by_role("button", name="Turn these mails off").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("“Your week” is off")
