"""Starting an account, its first steps, its team and its settings in Chromium."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.accounts.models import Account, Fact, Gap, TeamMember

pytestmark = pytest.mark.django_db(transaction=True)

NARROW = {"width": 360, "height": 780}
SCROLLING_TABLES = """() => [...document.querySelectorAll('.table-wrap')]
  .filter(table => table.scrollWidth > table.clientWidth).length"""


@pytest.mark.parametrize("name", ["new", "first-steps", "team", "settings"])
def test_page_fits_and_is_accessible(open_page, owner, account, screen, name):
    folder = "" if name == "new" else f"{account.pk}/"

    page = open_page(owner, f"/accounts/{folder}{name}/", screen)

    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"account-{name}-{screen}")


def test_form_with_mistakes_says_so_and_keeps_what_was_typed(open_page, owner, screen):
    page = open_page(owner, "/accounts/new/", screen)
    page.get_by_label("Name of the customer").fill("Tarn & Sons")
    page.get_by_label("Review day").fill("when we like")
    page.get_by_role("button", name="Start the account").click()

    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_label("Name of the customer")).to_have_value("Tarn & Sons")
    expect(page.get_by_label("Review day")).to_have_value("when we like")
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    assert not Account.objects.exists()


def test_account_is_started_and_first_steps_taken_without_scripts(open_page, owner):
    page = open_page(owner, "/accounts/new/", "mobile", java_script_enabled=False, viewport=NARROW)
    page.get_by_label("Name of the customer").fill("Tarn & Sons")
    if page.get_by_label("Our own company").count():
        page.get_by_label("Our own company").fill("Castor Filtration")
    page.get_by_role("button", name="Start the account").click()
    page.get_by_role("heading", name="Tarn & Sons", level=1).wait_for()
    for line in ("Second kiln starts in autumn, local press", "? What a stop costs them"):
        page.get_by_label("Add a fact").fill(line)
        page.get_by_role("button", name="Add fact").click()

    account = Account.objects.get()
    assert TeamMember.objects.get(account=account).user == owner
    assert [fact.text for fact in Fact.objects.all()] == ["Second kiln starts in autumn"]
    assert [gap.text for gap in Gap.objects.all()] == ["What a stop costs them"]


def test_long_word_breaks_inside_the_team_table(open_page, owner, account, screen):
    TeamMember.objects.filter(user=owner).update(function="f" * 200)

    page = open_page(owner, f"/accounts/{account.pk}/team/", screen)

    assert_no_overflow(page)
    assert page.evaluate(SCROLLING_TABLES) == 0
