"""Removing the sample in Chromium."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import (
    assert_no_axe_violations,
    assert_no_overflow,
    take_screenshot,
)
from waypost.accounts.models import Account
from waypost.demo.operations import load
from waypost.staff.models import User

PATH = "/sample/removal/"


@pytest.fixture
def administrator(db):
    user = User.objects.create_user("ada@waypost.example", name="Ada Weller", is_administrator=True)
    load(reader=user)
    return user


def test_removal_page_names_what_goes(open_page, administrator, screen):
    page = open_page(administrator, PATH, screen)

    expect(page.get_by_text("Quillmere Breweries")).to_be_visible()
    expect(page.get_by_text("nadia.ferreira@penhallow.example")).to_be_visible()
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"sample-removal-{screen}")


def test_sample_goes_with_one_click(open_page, administrator):
    page = open_page(administrator, PATH, java_script_enabled=False)
    page.get_by_role("button", name="Remove the sample").click()

    expect(page.get_by_text("Removed the sample")).to_be_visible()
    assert not Account.objects.exists()
    assert list(User.objects.all()) == [administrator]
