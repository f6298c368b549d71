"""A thread in a browser: on four screens, without a script, by keyboard."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.accounts.queries import access_to
from waypost.comments.models import Comment, Mention
from waypost.comments.operations import add_comment
from waypost.comments.queries import part_on
from waypost.demo.operations import sample_plan
from waypost.plans.tests.stored import LEAD, MEMBER, stored

LONG = "x" * 300


@pytest.fixture
def account(owner, teammate):
    plan = sample_plan("quillmere", date.today())
    first, second = (member.id for member in plan.team[:2])
    return stored(plan, team=[(first, owner, LEAD), (second, teammate, MEMBER)])


@pytest.fixture
def code(account):
    """The first business objective."""
    return account.refs.filter(kind="business objective").order_by("pk")[0].code


@pytest.fixture
def say(account, code):
    def add(user, text):
        access = access_to(user, account.pk)
        return add_comment(access=access, on=part_on(access, code), text=text).row

    return add


@pytest.fixture
def open_thread(open_page, account, code):
    def open_as(user, screen="desktop", *, path="", **options):
        return open_page(user, f"/accounts/{account.pk}/comments/{code}/{path}", screen, **options)

    return open_as


@pytest.fixture
def names(account, owner, teammate):
    """What the two are called in the team of the plan."""
    return {user: user.memberships.get(account=account).name for user in (owner, teammate)}


def test_thread_fits_every_screen(open_thread, owner, teammate, names, say, screen):
    say(teammate, f"@{names[owner]}, they measure the stops by hand.\nShall we count anew? {LONG}")
    say(owner, f"Yes, with @{names[teammate]}.")
    say(teammate, f"@{names[owner]}: done, and العربية too.")
    page = open_thread(owner, screen)
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"comments-filled-{screen}")


def test_empty_thread_fits_every_screen(open_thread, owner, screen):
    page = open_thread(owner, screen)
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"comments-empty-{screen}")


def test_refused_comment_fits_every_screen(open_thread, owner, screen):
    page = open_thread(owner, screen)
    page.get_by_role("button", name="Add the comment").click()
    page.locator(".error-summary:focus").wait_for()
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"comments-error-{screen}")


def test_comment_comes_in_place_and_the_field_is_ready_for_the_next(open_thread, owner):
    page = open_thread(owner)
    page.evaluate("window.stayed = true")
    page.get_by_label("Comment", exact=True).fill("They agreed")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".comments li", has_text="They agreed").wait_for()
    assert page.evaluate("window.stayed") is True
    page.locator("textarea[name=text]:focus").wait_for()
    expect(page.get_by_label("Comment", exact=True)).to_have_value("")
    expect(page.locator(".toast", has_text="They agreed").get_by_text("Undo")).to_be_visible()
    page.keyboard.type("And signed")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".comments li", has_text="And signed").wait_for()
    assert Comment.objects.count() == 2


def test_comment_is_changed_and_removed_by_keyboard(open_thread, owner, say):
    say(owner, "They agred")
    page = open_thread(owner)
    page.get_by_role("link", name="Edit").focus()
    page.keyboard.press("Enter")
    field = page.locator(".comments textarea:focus")
    field.wait_for()
    expect(field).to_have_value("They agred")
    assert_no_axe_violations(page)
    field.fill("They agreed")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".comment-text", has_text="They agreed").wait_for()
    page.locator(".comments a:focus", has_text="Edit").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Nobody has said anything yet.").wait_for()
    page.locator("h2:focus", has_text="Comments").wait_for()
    removed = page.locator(".toast", has_text="Removed")
    expect(removed.get_by_role("button", name="Undo")).to_be_visible()


def test_mention_is_marked_as_read_in_place(open_thread, owner, teammate, names, say):
    say(teammate, f"@{names[owner]}, please")
    page = open_thread(owner)
    page.get_by_role("button", name="Mark as read").click()
    page.get_by_role("button", name="Mark as read").wait_for(state="detached")
    assert Mention.objects.get().seen_at is not None


def test_page_needs_no_script(open_thread, owner, teammate, names, say):
    say(teammate, f"@{names[owner]}, please")
    page = open_thread(owner, java_script_enabled=False)
    page.get_by_role("button", name="Mark as read").click()
    expect(page.get_by_role("button", name="Mark as read")).to_have_count(0)
    page.get_by_label("Comment", exact=True).fill("They agred")
    page.get_by_role("button", name="Add the comment").click()
    page.get_by_role("link", name="Edit").click()
    page.locator(".comments textarea").fill("They agreed")
    page.get_by_role("button", name="Save the comment").click()
    said = [f"@{names[owner]}, please", "They agreed"]
    expect(page.locator(".comment-text")).to_have_text(said)
    page.locator("li", has_text="They agreed").get_by_role("button", name="Remove").click()
    expect(page.locator(".comment-text")).to_have_count(1)
    page.locator(".toast", has_text="Removed").get_by_role("button", name="Undo").click()
    expect(page.locator(".comment-text")).to_have_count(2)
