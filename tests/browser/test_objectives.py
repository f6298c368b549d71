"""Objectives in a browser: on four screens, filled and empty and with mistakes, by keyboard."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost import planfile
from waypost.demo.operations import sample_plan
from waypost.plans.models import CheckIn, Objective, StageGoal
from waypost.plans.tests.hostile import hostile_plan
from waypost.plans.tests.stored import LEAD, VIEWER, stored

EMPTY = (
    "format: waypost-plan/1\nsupplier: {name: We}\naccount: {name: Dunmore Mills}\n"
    "team: [{id: T1, name: Olga Hagen, role: account lead}]\n"
)
BARE = f"{EMPTY}objectives: {{business: [{{id: B1, text: Grow significantly}}]}}"


@pytest.fixture
def open_at(open_page, owner):
    """Open a page of ``plan``, in which the owner has the place ``code``."""

    def open_stored(plan, path, screen="desktop", *, code="T1", role=LEAD, **options):
        account = stored(plan, team=[(code, owner, role)])
        return open_page(owner, f"/accounts/{account.pk}/objectives/{path}", screen, **options)

    return open_stored


@pytest.fixture
def sample():
    return sample_plan("quillmere", date.today())


def assert_looks_right(page, name):
    take_screenshot(page, name)
    assert_no_overflow(page)
    assert_no_axe_violations(page)


@pytest.mark.parametrize(
    "path", ["", "B1/", "R1/", "V1/", "+new/", "B1/edit/", "B1/stages/+planner/"]
)
def test_pages_of_a_filled_plan_fit_every_screen(open_at, sample, screen, path):
    page = open_at(sample, path, screen)
    assert_looks_right(page, f"objectives-{path.replace('/', '-')}{screen}")


@pytest.mark.parametrize("path", ["", "B1/"])
def test_pages_of_an_empty_plan_fit_every_screen(open_at, screen, path):
    page = open_at(planfile.read(BARE if path else EMPTY), path, screen)
    assert_looks_right(page, f"objectives-empty-{path.replace('/', '-')}{screen}")


def test_check_in_with_a_mistake_fits_every_screen(open_at, sample, screen):
    page = open_at(sample, "B1/", screen)
    page.get_by_label("Actual", exact=True).fill("three")
    page.get_by_role("button", name="Check in").click()
    page.get_by_role("link", name="Enter a number, such as 3 or 2.5.").wait_for()
    assert_looks_right(page, f"objectives-error-check-in-{screen}")


def test_new_objective_with_mistakes_fits_every_screen(open_at, sample, screen):
    page = open_at(sample, "+new/", screen)
    page.get_by_label("Objective", exact=True).fill("Ten stops")
    page.get_by_label("Baseline").fill("4")
    page.get_by_label("Target").fill("4")
    page.get_by_role("button", name="Save objective").click()
    page.locator("#id_target_error").wait_for()
    assert_looks_right(page, f"objectives-error-new-{screen}")


def test_proposal_fits_every_screen(open_at, sample, screen):
    page = open_at(sample, "B1/stages/+planner/?stages=3&slack=1", screen)
    assert_looks_right(page, f"objectives-proposal-{screen}")


def test_proposal_that_came_too_late_fits_every_screen(open_at, sample, screen):
    page = open_at(sample, "B1/stages/+planner/?stages=3&slack=1", screen)
    StageGoal.objects.filter(ref__code__startswith="B1").update(version=2, customer_sees="Theirs")
    page.get_by_label("What the customer sees").first.fill("Every reading on one screen")
    page.get_by_role("button", name="Save stage goals").click()
    expect(page.locator(".error-summary .diff li").first).to_contain_text("Theirs")
    expect(page.get_by_label("What the customer sees").first).to_have_value(
        "Every reading on one screen"
    )
    expect(page.get_by_label("Number of stages")).to_have_value("3")
    assert_looks_right(page, f"objectives-conflict-planner-{screen}")


@pytest.mark.parametrize("screen", ["desktop", "mobile-dark"])
@pytest.mark.parametrize("path", ["", "B0/"])
def test_hostile_plan_breaks_nothing(open_at, screen, path):
    plan = hostile_plan()
    code = plan.objectives.business[0].id
    page = open_at(plan, path and f"{code}/", screen, code="T0")
    assert_looks_right(page, f"objectives-hostile-{path.replace('/', '-')}{screen}")


def test_viewer_reads_accessible_pages(open_at, sample):
    page = open_at(sample, "B1/", role=VIEWER)
    expect(page.get_by_role("button", name="Check in")).to_have_count(0)
    assert_looks_right(page, "objectives-viewer")


def test_check_in_by_keyboard_alone(open_at, sample):
    page = open_at(sample, "B1/")
    before = CheckIn.objects.count()
    page.get_by_role("link", name="Check in").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.get_by_label("Actual", exact=True).focus()
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    toast = page.locator(".toast")
    toast.wait_for()
    expect(toast).to_contain_text("Checked in 3")
    assert CheckIn.objects.count() == before + 1
    toast.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Took back: Checked in 3").first.wait_for()
    assert CheckIn.objects.count() == before


def test_main_flow_needs_no_script(open_at):
    """An objective is made, planned in steps, checked in on, changed and removed."""
    page = open_at(planfile.read(EMPTY), "", java_script_enabled=False)
    page.get_by_role("link", name="Set the first business objective").click()
    page.get_by_label("Objective", exact=True).fill("Five lines at all plants")
    page.get_by_label("Unit").fill("lines")
    page.get_by_label("Baseline").fill("2")
    page.get_by_label("Target").fill("5")
    page.get_by_label("Due").fill("2050-12-31")
    page.get_by_role("button", name="Save objective").click()
    page.get_by_role("link", name="Plan the stage goals").click()
    page.get_by_role("button", name="Propose").click()
    page.get_by_role("button", name="Save stage goals").click()
    expect(page.locator(".toast")).to_be_visible()
    assert StageGoal.objects.live().count() == 3
    page.get_by_label("Actual", exact=True).fill("3")
    page.get_by_role("button", name="Check in").click()
    expect(page.get_by_text("Checked in 3 lines for B1")).to_be_visible()
    page.get_by_role("link", name="2050").first.click()
    page.get_by_label("Due").fill("2051-01-31")
    page.get_by_role("button", name="Save").click()
    assert Objective.objects.get().due == date(2051, 1, 31)
    page.get_by_role("button", name="Remove B1").click()
    assert Objective.objects.live().count() == 0
    page.get_by_role("button", name="Undo").click()
    assert Objective.objects.live().count() == 1


def test_field_is_edited_where_it_stands(open_at, sample):
    page = open_at(sample, "B1/")
    page.locator("#unit .editable").click()
    field = page.locator("#unit input[name=unit]")
    field.wait_for()
    page.keyboard.press("Escape")
    page.locator("#unit .editable").click()
    field.fill("great machines")
    page.keyboard.press("Enter")
    page.locator("#unit .editable", has_text="great machines").wait_for()
    assert Objective.objects.get(ref__code="B1").unit == "great machines"
