"""Plan health in a browser: on four screens, by keyboard, without a script."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.helpers import (
    assert_no_axe_violations,
    assert_no_overflow,
    take_screenshot,
)
from waypost.accounts.models import Gap
from waypost.health.models import Dismissal
from waypost.health.operations import refresh
from waypost.plans.models import Action

pytestmark = pytest.mark.django_db(transaction=True)
GAPS = ("Who signs above two million?", "Which plant closes first?")


@pytest.fixture
def page_of_health(open_page, owner, account):
    """The page of a plan of which not much is there yet."""

    def open_with(gaps=GAPS, **options):
        for text in gaps:
            Gap.objects.create(account=account, text=text)
        refresh(account)
        return open_page(owner, reverse("health:health", args=[account.pk]), **options)

    return open_with


def look_at(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_page_fits_every_screen(page_of_health, screen):
    look_at(page_of_health(screen=screen), f"health-{screen}")


def test_page_with_endless_words_fits_every_screen(page_of_health, screen):
    look_at(page_of_health(("W" * 3000, "مرحبا 🎉 " * 400), screen=screen), f"health-odd-{screen}")


def test_finding_is_settled_and_another_left_by_keyboard(page_of_health):
    page = page_of_health()
    gap = page.locator(".findings li", has_text=GAPS[0])
    gap.get_by_role("button", name="Add the action").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text("Find out: Who signs above two million?")
    expect(page.locator(".findings li", has_text="No action fills")).to_have_count(1)
    assert Action.objects.count() == 1
    other = page.locator(".findings li", has_text=GAPS[1])
    other.get_by_role("link", name="Leave it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Why it can stay as it is")).to_be_focused()
    look_at(page, "health-leaving")
    page.keyboard.type("They say in May")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    left = page.get_by_role("region", name="Left as it is")
    expect(left).to_contain_text("They say in May")
    look_at(page, "health-left")
    assert Dismissal.objects.count() == 1


def test_leaving_and_finding_again_needs_no_script(page_of_health):
    page = page_of_health(java_script_enabled=False)
    page.locator(".findings li", has_text=GAPS[1]).get_by_role("link", name="Leave it").click()
    page.get_by_role("button", name="Leave it").click()
    expect(page.locator(".error-summary")).to_contain_text("Say why")
    page.get_by_label("Why it can stay as it is").fill("They say in May")
    page.get_by_role("button", name="Leave it").click()
    expect(page.get_by_role("region", name="Left as it is")).to_contain_text("They say in May")
    page.get_by_role("button", name="Find it again").click()
    expect(page.get_by_role("region", name="Left as it is")).to_have_count(0)
    expect(page.locator(".findings li", has_text=GAPS[1])).to_be_visible()
