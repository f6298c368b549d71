"""The short-term plan in a browser: on four screens, by keyboard, by pointer, without a script."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.helpers import (
    assert_no_axe_violations,
    assert_no_overflow,
    pages_of_print,
    take_screenshot,
)
from waypost import planfile
from waypost.demo.operations import sample_plan
from waypost.plans.models import Action
from waypost.plans.tests.hostile import hostile_plan
from waypost.plans.tests.stored import LEAD, VIEWER, stored

pytestmark = pytest.mark.django_db(transaction=True)

THIS = date.today().replace(day=1)
NEXT = (THIS + timedelta(days=32)).replace(day=1)
FIRST, SECOND = f"{THIS:%Y-%m}", f"{NEXT:%Y-%m}"
EMPTY = f"""format: waypost-plan/1
supplier: {{name: We}}
account: {{name: Dunmore Mills}}
team:
  - {{id: T1, name: Olga Hagen, role: account lead, hours_per_week: 6}}
  - {{id: T2, name: Jonas Brandt, role: service}}
short_term_plan:
  months: [{FIRST}, {SECOND}]
"""
FILLED = f"""{EMPTY}  actions:
    - {{id: A1, month: {FIRST}, what: Call Mette about the trial, owner: T1, hours: 2}}
    - {{id: A2, month: {FIRST}, what: Walk line 4, owner: T2, important: true}}
    - {{id: A3, month: {SECOND}, what: Draft the standard, hours: 3}}
"""


@pytest.fixture
def open_plan(open_page, owner):
    def open_stored(plan, screen="desktop", *, code="T1", role=LEAD, query="", **options):
        found = plan if not isinstance(plan, str) else planfile.read(plan)
        account = stored(found, team=[(code, owner, role)])
        url = reverse("plans:short-term-plan", args=[account.pk])
        return open_page(owner, url + query, screen, **options)

    return open_stored


def shared_plan(request):
    path = request.config.rootpath.parent / "shared" / "plans" / "nordvik.yaml"
    if not path.exists():
        pytest.skip("the optional input ../shared/plans is not there")
    return planfile.read(path.read_bytes())


def section(page, month):
    return page.locator(f"section[data-month='{month}']")


def check(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_sample_fits_every_screen(open_plan, screen):
    check(open_plan(sample_plan("quillmere", date.today()), screen), f"stp-sample-{screen}")


def test_shared_plan_fits_every_screen(open_plan, request, screen):
    check(open_plan(shared_plan(request), screen), f"stp-nordvik-{screen}")


def test_empty_plan_fits_every_screen(open_plan, screen):
    check(open_plan(EMPTY, screen), f"stp-empty-{screen}")


def test_choosing_several_fits_every_screen(open_plan, screen):
    page = open_plan(FILLED, screen, query="?several")
    page.get_by_role("button", name="Drop actions").click()
    expect(page.locator(".error-summary")).to_be_visible()
    check(page, f"stp-several-error-{screen}")


def test_line_that_is_not_clear_fits_every_screen(open_plan, screen):
    page = open_plan(FILLED, screen)
    page.locator(f"#quick-{FIRST}").fill("Call Mette, @Nobody, fri, 2h")
    expect(section(page, FIRST).locator(".read .light")).to_be_visible()
    check(page, f"stp-reading-{screen}")


def test_filter_that_finds_nothing_fits_every_screen(open_plan, screen):
    page = open_plan(FILLED, screen, query="?who=T1&important=on")
    said = page.locator(".notice", has_text="No action is like this.")
    assert said.bounding_box()["height"] < 60  # one line, not a letter a line
    check(page, f"stp-nothing-found-{screen}")


@pytest.mark.parametrize("screen", ["desktop-dark", "mobile"])
def test_hostile_plan_breaks_nothing(open_plan, screen):
    page = open_plan(hostile_plan(), screen, code="T0")
    assert_no_overflow(page)
    assert_no_axe_violations(page)


def test_viewer_has_nothing_to_press(open_plan):
    page = open_plan(FILLED, role=VIEWER)
    expect(page.locator("main form:not(.filters, #acts), .tick, .drag, .editable")).to_have_count(0)
    assert_no_axe_violations(page)


@pytest.mark.parametrize("path", ["actions/A1/", "actions/A1/edit/", "actions/A1/edit/?field=due"])
def test_pages_of_an_action_fit_every_screen(open_plan, screen, path):
    page = open_plan(FILLED, screen)
    page.goto(page.url.replace("short-term-plan/", path))
    name = path.strip("/").replace("/", "-").replace("?field=", "")
    check(page, f"stp-{name}-{screen}")


def test_action_page_with_a_mistake_fits_every_screen(open_plan, screen):
    page = open_plan(FILLED, screen)
    page.goto(page.url.replace("short-term-plan/", "actions/A1/edit/"))
    page.get_by_label("Hours").fill("-3")
    page.get_by_role("button", name="Save the action").click()
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_label("Hours")).to_have_value("-3")
    check(page, f"stp-edit-error-{screen}")


def test_action_is_added_by_keyboard_and_read_while_it_is_typed(open_plan):
    page = open_plan(FILLED)
    line = page.locator(f"#quick-{FIRST}")
    line.focus()
    page.keyboard.type("Ask Karin for the drawings, Jonas, 1.5h, !")
    read = section(page, FIRST).locator(".read")
    expect(read.locator("b")).to_have_text(["Jonas Brandt", "1.5\u00a0h", "important, not urgent"])
    page.locator(f"#quick-{SECOND}").evaluate("field => (field.value = 'Half a thought')")
    page.keyboard.press("Enter")
    expect(section(page, FIRST).locator("#action-A4")).to_contain_text("Ask Karin for the drawings")
    expect(page.locator(".toast")).to_contain_text("Added “Ask Karin for the drawings”")
    expect(line).to_be_focused()
    expect(line).to_have_value("")
    expect(page.locator(f"#quick-{SECOND}")).to_have_value("Half a thought")
    assert str(Action.objects.get(ref__code="A4").owner) == "T2"


def test_tick_shows_at_once_and_is_undone(open_plan):
    page = open_plan(FILLED)
    tick = page.locator("#tick-A1")
    tick.focus()
    page.keyboard.press("Space")
    expect(tick).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".toast")).to_contain_text("Marked “Call Mette about the trial” as done")
    expect(page.locator("#tick-A1")).to_be_focused()
    assert Action.objects.get(ref__code="A1").status == "done"
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#tick-A1")).to_have_attribute("aria-pressed", "false")
    assert Action.objects.get(ref__code="A1").status == ""


def test_tick_that_the_server_refuses_goes_back(open_plan):
    page = open_plan(FILLED)
    Action.objects.filter(ref__code="A1").delete()
    page.locator("#tick-A1").click()
    expect(page.locator("#plan-problem")).to_be_visible()
    expect(page.locator("#tick-A1")).to_have_attribute("aria-pressed", "false")


def test_action_is_moved_by_keys_by_menu_and_by_hand(open_plan):
    page = open_plan(FILLED)
    handle = page.locator("#move-A1")
    handle.focus()
    page.keyboard.press("Alt+ArrowRight")
    expect(section(page, SECOND).locator("#action-A1")).to_be_visible()
    expect(page.locator("#move-A1")).to_be_focused()
    expect(page.locator(".toasts")).to_contain_text("Moved “Call Mette about the trial” to")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Move “Call Mette about the trial” to")
    expect(dialog).to_be_visible()
    assert_no_axe_violations(page)
    dialog.locator(f"button[value='{FIRST}']").click()
    expect(section(page, FIRST).locator("#action-A1")).to_be_visible()
    page.locator("#move-A1").hover()
    page.mouse.down()
    section(page, SECOND).locator("h2").hover()
    page.mouse.up()
    expect(section(page, SECOND).locator("#action-A1")).to_be_visible()
    expect(dialog).not_to_be_visible()
    assert f"{Action.objects.get(ref__code='A1').month:%Y-%m}" == SECOND


def test_action_is_moved_on_a_phone_by_a_tap(open_plan):
    page = open_plan(FILLED, "mobile")
    page.locator("#move-A1").tap()
    dialog = page.get_by_role("dialog", name="Move “Call Mette about the trial” to")
    dialog.locator(f"button[value='{SECOND}']").tap()
    expect(section(page, SECOND).locator("#action-A1")).to_be_visible()
    page.locator("#move-A3").tap()
    dialog = page.get_by_role("dialog", name="Move “Draft the standard” to")
    dialog.locator(f"button[value='{FIRST}']").tap()
    expect(section(page, FIRST).locator("#action-A3")).to_be_visible()
    assert_no_overflow(page)


def test_first_action_brings_the_filter(open_plan):
    page = open_plan(EMPTY)
    tools = page.locator("form.filters").or_(page.get_by_role("link", name="Change several"))
    expect(tools.filter(visible=True)).to_have_count(0)
    page.locator(f"#quick-{FIRST}").fill("Call Mette")
    page.keyboard.press("Enter")
    expect(page.locator("#action-A1")).to_be_visible()
    expect(tools.filter(visible=True)).to_have_count(2)


def test_value_is_changed_where_it_stands(open_plan):
    page = open_plan(FILLED)
    page.locator("#edit-hours-A1").click()
    field = page.locator("#hours-A1 input[name=hours]")
    expect(field).to_be_focused()
    field.fill("7.5")
    page.keyboard.press("Enter")
    expect(page.locator("#edit-hours-A1")).to_have_text("7.5\u00a0h")


def test_filter_needs_no_button(open_plan):
    page = open_plan(FILLED)
    page.get_by_label("Who").select_option("T2")
    expect(page.locator("#action-A1")).to_have_count(0)
    expect(page.locator("#action-A2")).to_be_visible()
    expect(page).to_have_url(re.compile("who=T2"))
    page.locator("#tick-A2").click()
    expect(page.locator(".toast")).to_be_visible()
    page.reload()
    expect(page.locator("#action-A1")).to_have_count(0)


def test_plan_is_worked_without_a_script(open_plan):
    page = open_plan(FILLED, java_script_enabled=False)
    page.locator(f"#quick-{FIRST}").fill("Ask Karin @Nobody 2h")
    section(page, FIRST).get_by_role("button", name="Add").click()
    expect(section(page, FIRST).locator(".read")).to_contain_text("Who is @Nobody?")
    section(page, FIRST).get_by_role("button", name="Add").click()
    expect(page.locator(".toast")).to_contain_text("Added “Ask Karin @Nobody”")
    page.locator("#tick-A1").click()
    expect(page.locator("#tick-A1")).to_have_attribute("aria-pressed", "true")
    page.locator("#move-A2").click()
    page.get_by_label("Month").select_option(SECOND)
    page.get_by_role("button", name="Save the action").click()
    expect(section(page, SECOND).locator("#action-A2")).to_be_visible()
    page.get_by_role("link", name="Change several").click()
    page.locator("#pick-A1").check()
    page.locator("#pick-A3").check()
    page.get_by_label("Give to").select_option("T2")
    page.get_by_role("button", name="Give actions").click()
    expect(page.locator(".toast")).to_contain_text("Gave 2 actions to another owner")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".toast")).to_contain_text("Took back: Gave 2 actions")
    assert Action.objects.get(ref__code="A3").owner is None


def test_plan_prints_on_one_page(open_plan, request):
    page = open_plan(shared_plan(request))
    assert pages_of_print(page) == 1
