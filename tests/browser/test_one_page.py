"""The one-page plan in a browser: on four screens, without a script, on paper, under attack."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import (
    assert_no_axe_violations,
    assert_no_overflow,
    pages_of_print,
    take_screenshot,
)
from waypost import planfile
from waypost.demo.operations import PLANS, sample_plan
from waypost.plans.tests.hostile import UNBROKEN, hostile_plan
from waypost.plans.tests.stored import LEAD, VIEWER, stored

EMPTY = (
    "format: waypost-plan/1\nsupplier: {name: We}\naccount: {name: Dunmore Mills}\n"
    "team: [{id: T1, name: Olga Hagen, role: account lead}]"
)
OVERRIDE = "\\u202e"
# Where a text is wider than the part of the page that it belongs to.
STICKING_OUT = """() => [...document.querySelectorAll('main *')].filter(e =>
  e.clientWidth && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'
  && !e.closest('.vh, svg')).map(e => [e.tagName.toLowerCase(), ...e.classList].join('.'))"""


@pytest.fixture
def open_plan(open_page, owner):
    """Open the one-page plan of ``plan``, in which the owner has the place ``code``."""

    def open_stored(plan, screen="desktop", *, code="T1", role=LEAD, **options):
        account = stored(plan, team=[(code, owner, role)])
        return open_page(owner, f"/accounts/{account.pk}/", screen, **options)

    return open_stored


@pytest.mark.parametrize("name", ["quillmere", "drexholm"])
def test_sample_fits_every_screen(open_plan, screen, name):
    page = open_plan(sample_plan(name, date.today()), screen)
    assert_no_overflow(page)
    assert page.evaluate(STICKING_OUT) == []
    assert_no_axe_violations(page)
    take_screenshot(page, f"one-page-{name}-{screen}")


def test_sample_fits_a_narrow_phone(open_plan):
    page = open_plan(
        sample_plan("quillmere", date.today()), "mobile", viewport={"width": 360, "height": 740}
    )
    assert_no_overflow(page)
    assert page.evaluate(STICKING_OUT) == []


def test_right_to_left_text_leaves_what_follows_alone(open_plan):
    """An override that nobody ends, in an action: its purpose still stands behind it."""
    action = f'{{id: A1, what: "{OVERRIDE}abc", achieves: B1, month: 2098-01}}'
    page = open_plan(
        planfile.read(
            f"{EMPTY}\nobjectives: {{business: [{{id: B1, text: Five lines}}]}}\n"
            f"short_term_plan: {{actions: [{action}]}}"
        )
    )
    outside = page.locator("details", has=page.get_by_text("outside these months"))
    outside.locator("summary").click()
    what = outside.locator("bdi").bounding_box()
    purpose = outside.locator(".faint", has_text="B1").bounding_box()
    assert what["x"] + what["width"] <= purpose["x"]


def test_empty_plan_fits_every_screen(open_plan, screen):
    page = open_plan(planfile.read(EMPTY), screen)
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, f"one-page-empty-{screen}")


def test_empty_plan_of_a_viewer_is_accessible(open_plan):
    page = open_plan(planfile.read(EMPTY), role=VIEWER)
    expect(page.locator(".empty .btn")).to_have_count(0)
    assert_no_axe_violations(page)


@pytest.mark.parametrize("screen", ["desktop-dark", "mobile"])
def test_hostile_plan_breaks_nothing(open_plan, screen):
    page = open_plan(hostile_plan(), screen, code="T0")
    for summary in page.locator("summary").all():
        summary.click()
    assert_no_overflow(page)
    assert page.evaluate(STICKING_OUT) == []
    assert_no_axe_violations(page)
    assert page.title().startswith(f"{UNBROKEN[:190]}, one-page plan")


def test_page_needs_no_script(open_plan):
    page = open_plan(hostile_plan(), code="T0", java_script_enabled=False)
    expect(page.get_by_role("button", name="Print")).to_have_count(0)
    rest = page.get_by_text("and 53 more")
    rest.click()
    expect(page.locator("details[open] li")).to_have_count(53)


def test_plan_file_is_downloaded(open_plan):
    page = open_plan(sample_plan("quillmere", date.today()))
    with page.expect_download() as download:
        page.get_by_role("link", name="Download plan file").click()
    assert download.value.suggested_filename == "quillmere-breweries.yaml"
    saved = planfile.read(download.value.path().read_bytes())
    assert saved == sample_plan("quillmere", date.today())


@pytest.mark.parametrize("name", PLANS)
def test_sample_prints_on_one_page(open_plan, name):
    assert_prints_on_one_page(open_plan(sample_plan(name, date.today())))


def test_shared_plan_prints_on_one_page(open_plan, request):
    path = request.config.rootpath.parent / "shared" / "plans" / "nordvik.yaml"
    if not path.exists():
        pytest.skip("the optional input ../shared/plans is not there")
    assert_prints_on_one_page(open_plan(planfile.read(path.read_bytes())))


def assert_prints_on_one_page(page):
    """With all four elements, and of the findings the number alone."""
    assert pages_of_print(page) == 1
    page.emulate_media(media="print")
    expect(page.locator(".strip").get_by_text("Plan health")).to_be_visible()
    expect(page.locator(".strip").get_by_text("finding")).to_be_visible()
    expect(page.locator("#health")).not_to_be_visible()
    for heading in ("Objectives", "Strategies", "Short-term plan", "Traffic lights"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
