"""Coming in, in Chromium: first set-up, signing in, invitations, passwords, one's own settings."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.helpers import (
    assert_no_axe_violations,
    assert_no_overflow,
    take_screenshot,
)
from waypost.accounts.models import Account
from waypost.staff import queries
from waypost.staff.models import User
from waypost.staff.operations import invitations, passwords

PASSWORD = "forty-two-green-signs"


@pytest.fixture
def administrator(db):
    return User.objects.create_user(
        "ada@waypost.example", PASSWORD, name="Ada Brandt", is_administrator=True
    )


def look_at(page, name, screen):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"{name}-{screen}")


def path_of(address):
    return address.removeprefix("http://localhost:8000")


def test_set_up_page(open_page, db, screen):
    page = open_page(None, "/", screen)
    expect(page).to_have_title("First set-up, Waypost")
    look_at(page, "setup", screen)
    page.get_by_role("button", name="Create administrator").click()
    expect(page.locator(".error-summary h2")).to_have_text("4 things to put right")
    look_at(page, "setup-wrong", screen)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_set_up_leads_to_the_sample(open_page, db, scripts):
    page = open_page(None, "/", java_script_enabled=scripts)
    page.get_by_label("Name").fill("Ruth Weller")
    page.get_by_label("Work email").fill("ruth@waypost.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Set-up code").fill(queries.setup_code())
    page.get_by_role("button", name="Create administrator").click()
    page.wait_for_url("**/")

    assert Account.objects.visible_to(User.objects.get(email="ruth@waypost.example")).count() == 3
    expect(page.get_by_role("link", name="Quillmere Breweries")).to_be_visible()


def test_sign_in_page(open_page, administrator, screen):
    page = open_page(None, "/", screen)
    expect(page).to_have_title("Sign in, Waypost")
    look_at(page, "sign-in", screen)
    page.get_by_label("Work email").fill("ada@waypost.example")
    page.get_by_label("Password", exact=True).fill("not the one")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".error-summary")).to_contain_text("These two do not belong together")
    look_at(page, "sign-in-wrong", screen)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_sign_in_and_out(open_page, administrator, scripts):
    page = open_page(None, "/staff/settings/", java_script_enabled=scripts)
    page.get_by_label("Work email").fill("ada@waypost.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Stay signed in on this device for 14 days").check()
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_title("Settings, Waypost")
    page.locator("button.me").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in/")
    page.goto("/staff/settings/")
    expect(page).to_have_title("Sign in, Waypost")


def test_password_can_be_shown(open_page, administrator):
    page = open_page(None, "/sign-in/")
    field = page.get_by_label("Password", exact=True)
    field.fill(PASSWORD)
    page.get_by_role("button", name="Show").click()
    expect(field).to_have_attribute("type", "text")
    page.get_by_role("button", name="Hide").click()
    expect(field).to_have_attribute("type", "password")


def test_invitation_page(open_page, administrator, screen):
    address = invitations.invite_person(
        actor=administrator,
        name="Nora Vik",
        email="nora@waypost.example",
        manager=None,
        is_administrator=False,
    )
    page = open_page(None, path_of(address), screen)
    expect(page.get_by_text("you sign in with nora@waypost.example")).to_be_visible()
    expect(page).to_have_url("/invitation/")
    look_at(page, "invitation", screen)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_somebody_is_invited_and_comes_in(open_page, administrator, scripts):
    page = open_page(administrator, "/staff/users/", java_script_enabled=scripts)
    page.get_by_role("link", name="Invite somebody").click()
    page.get_by_label("Name").fill("Nora Vik")
    page.get_by_label("Work email").fill("nora@waypost.example")
    page.get_by_label("Reports to").select_option("Ada Brandt")
    page.get_by_role("button", name="Make the invitation").click()
    address = page.get_by_label("Link").input_value()

    other = open_page(None, path_of(address), java_script_enabled=scripts)
    other.get_by_label("Password", exact=True).fill(PASSWORD)
    other.get_by_role("button", name="Create your log-in").click()
    other.wait_for_url("**/")
    user = User.objects.get(email="nora@waypost.example")
    assert (user.name, user.manager) == ("Nora Vik", administrator)


def test_new_password_page(open_page, administrator, screen):
    address = passwords.make_password_link(actor=administrator, user=administrator)
    page = open_page(None, path_of(address), screen)
    look_at(page, "password-new", screen)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("password-forgotten", reverse("account_reset_password")),
        ("password-sent", reverse("account_reset_password_done")),
        ("password-link-used", "/password/reset/1-abc/"),
        ("invitation-closed", "/invitation/abc/"),
    ],
)
def test_page_for_everybody(open_page, administrator, screen, name, path):
    look_at(open_page(None, path, screen), name, screen)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("people", reverse("staff:user-list")),
        ("invite", reverse("staff:invitation-create")),
        ("settings", reverse("staff:settings")),
        ("password-change", reverse("account_change_password")),
        ("sign-out", reverse("account_logout")),
    ],
)
def test_page_for_somebody_signed_in(open_page, administrator, screen, name, path):
    for number in range(2):
        invitations.invite_person(
            actor=administrator,
            name=f"Nora Vik {number}",
            email=f"nora{number}@waypost.example",
            manager=administrator,
            is_administrator=bool(number),
        )
    look_at(open_page(administrator, path, screen), name, screen)


def test_person_page(open_page, administrator, screen):
    path = reverse("staff:user-detail", args=[administrator.pk])
    page = open_page(administrator, path, screen)
    look_at(page, "person", screen)
    page.get_by_role("button", name="Make a password link").click()
    expect(page.get_by_role("button", name="Make a password link")).to_have_count(0)
    look_at(page, "password-link", screen)
