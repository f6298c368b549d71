"""The critic beside a text in a browser: while one types, by keyboard, without a script."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Grow our sales significantly with the mills"


@pytest.fixture
def new_objective(open_page, owner, account):
    def open_form(**options):
        return open_page(owner, f"/accounts/{account.pk}/objectives/+new/", **options)

    return open_form


def test_verdicts_follow_what_is_typed(new_objective, screen):
    page = new_objective(screen=screen)
    text = page.get_by_label("Objective", exact=True)
    text.fill(WORDS)
    verdicts = page.locator(".verdicts")
    expect(verdicts.locator(".warn", has_text="Specific")).to_be_visible()
    expect(page.locator(".mirror .vague")).to_have_text(["Grow", "significantly"])
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"critique-{screen}")
    text.fill("Raise the sales of pumps to the three mills from €0.4 m to €0.9 m by 31 March 2099")
    expect(verdicts.locator(".warn", has_text="Specific")).to_have_count(0)
    expect(verdicts.locator("li", has_text="Timed").locator(".is-green")).to_be_visible()
    take_screenshot(page, f"critique-better-{screen}")


def test_fields_beside_the_text_count(new_objective):
    page = new_objective()
    page.get_by_label("Metric").fill("pumps in use")
    page.get_by_label("Target").fill("9")
    page.get_by_label("Objective", exact=True).fill(WORDS)
    measurable = page.locator(".verdicts li", has_text="Measurable")
    expect(measurable).to_contain_text("Measured by pumps in use.")


def test_rewrite_is_taken_over_by_keyboard_and_taken_back(new_objective):
    page = new_objective()
    text = page.get_by_label("Objective", exact=True)
    text.fill("Win the pump contract")
    page.get_by_role("button", name="Use it").focus()
    page.keyboard.press("Enter")
    expect(text).to_have_value("Win the pump contract by [date]")
    expect(text).to_be_focused()
    page.keyboard.type("May 2099")
    expect(text).to_have_value("Win the pump contract by May 2099")
    page.keyboard.press("Control+z")
    expect(text).to_have_value("Win the pump contract by [date]")
    page.keyboard.press("Control+z")
    expect(text).to_have_value("Win the pump contract")


def test_text_is_saved_whatever_the_critic_says(new_objective):
    page = new_objective()
    page.get_by_label("Objective", exact=True).fill(WORDS)
    expect(page.locator(".verdicts .warn").first).to_be_visible()
    page.get_by_role("button", name="Save objective").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS)


def test_form_needs_no_script(new_objective):
    page = new_objective(java_script_enabled=False)
    page.get_by_label("Objective", exact=True).fill(WORDS)
    expect(page.locator(".verdicts")).to_have_count(0)
    page.get_by_role("button", name="Save objective").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS)


@pytest.mark.parametrize(
    ("path", "label", "criterion"),
    [
        ("objectives/+new/?level=visionary", "The account if everything went well", "Unlimited"),
        ("objectives/+new/?level=relationship", "What we want to hear them say", "In their words"),
        ("strategies/+new/", "What it says", "A way of working"),
    ],
)
def test_each_text_has_its_own_law(open_page, owner, account, path, label, criterion):
    page = open_page(owner, f"/accounts/{account.pk}/{path}")
    page.get_by_label(label).fill("Every plant runs a year without a stop")
    expect(page.locator(".verdicts b")).to_have_text(criterion)
    assert_no_axe_violations(page)
    take_screenshot(page, f"critique-{criterion.split()[-1]}")
