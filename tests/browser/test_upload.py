"""Importing a plan file in Chromium, with scripts and without."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import (
    assert_no_axe_violations,
    assert_no_overflow,
    take_screenshot,
)
from waypost import planfile
from waypost.accounts.models import Account
from waypost.document.load import load
from waypost.exchange.tests.files import SHORT, named

PATH = "/import/plan/"
WRONG = f"""{SHORT}
objectives:
  business:
    - id: B1
      text: Five lines run on it by the end of next year.
      due: 31.12.2027
      stages: [{{id: B1a, due: 2027-06-30, value: three}}]
      check_ins: [{{on: 2026-11-12, value: 2, conditon_value: 34 %}}]
traffic_lights:
  - {{id: L-1, colour: orange, on: B7, text: A new buyer.}}
"""


def choose(page, text):
    page.set_input_files(
        "input[type=file]", {"name": "plan.yaml", "mimeType": "text/yaml", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Check the file").click()


def look_at(page, name, screen):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"{name}-{screen}")


def test_upload_page(open_page, owner, screen):
    page = open_page(owner, PATH, screen)

    expect(page).to_have_title("Upload a plan file, Waypost")
    look_at(page, "upload", screen)


def test_wrong_file_is_answered_with_what_to_correct(open_page, owner, screen):
    page = open_page(owner, PATH, screen)
    choose(page, WRONG)

    expect(page.locator(".error-summary h2")).to_have_text("5 things to put right in plan.yaml")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_role("row")).to_have_count(6)
    look_at(page, "upload-wrong", screen)


def test_second_step_shows_what_is_in_the_file(open_page, owner, screen):
    page = open_page(owner, PATH, screen)
    choose(page, SHORT)

    expect(page.get_by_role("heading", level=1)).to_have_text("Sandmark Glass")
    expect(page.get_by_role("radio", name="Olga Hagen")).to_be_checked()
    look_at(page, "upload-check", screen)


def test_plan_that_would_be_replaced_is_shown_with_who_loses_access(
    open_page, account, owner, screen
):
    page = open_page(owner, PATH, screen)
    choose(page, named("Brightwater Mills"))

    expect(page.get_by_text("No access any more for Tom Ferrari.")).to_be_visible()
    look_at(page, "upload-replace", screen)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_plan_file_becomes_an_account(open_page, owner, scripts):
    page = open_page(owner, PATH, java_script_enabled=scripts)
    choose(page, SHORT)
    page.get_by_role("button", name="Import the plan").dblclick()
    page.wait_for_url("**/accounts/*/")

    assert load(Account.objects.get().pk) == planfile.read(SHORT)
    expect(page.get_by_text("Imported the plan of Sandmark Glass")).to_be_visible()
