"""The strategies in a browser: on four screens, without a script, by keyboard."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost import planfile
from waypost.accounts.models import TeamMember
from waypost.accounts.queries import access_to
from waypost.demo.operations import sample_plan
from waypost.plans.models import Strategy
from waypost.plans.operations.strategies import update_strategy
from waypost.plans.tests.hostile import UNBROKEN
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, stored

HEAD = """format: waypost-plan/1
supplier: {name: We}
account: {name: Dunmore Mills}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
  - {id: T3, name: Priya Nair, role: product specialist}
"""
TOLD = date.today() - timedelta(days=20)
PLAN = f"""{HEAD}
objectives:
  relationship: [{{id: R1, text: We plan the summer shutdown together}}]
  business:
    - {{id: B1, text: Five lines run on our bearings, metric: lines, unit: line, target: 5}}
    - {{id: B2, text: Three mills under one agreement}}
strategies:
  - id: S1
    statement: "We work from the machine outwards: no offer leaves us before its people agree."
    serves: [R1, B1]
    communicate: Walk-through at the kick-off
    wording_version: 1
    members:
      - {{who: T1, told: {TOLD}, version: 1}}
      - {{who: T2, told: {TOLD}, version: 1, committed: false, doubts: Who pays for it?}}
  - {{id: S2, statement: Every visit leaves one new name on the map}}
short_term_plan:
  actions:
    - {{id: A1, what: Call Mette before the report, achieves: S1, owner: T1, due: {TOLD}}}
    - {{id: A2, what: Bring the trial report, achieves: S1, owner: T2}}
    - {{id: A3, what: Find out who signs}}
"""


@pytest.fixture
def account(owner, teammate):
    team = [("T1", owner, LEAD), ("T2", teammate, MEMBER)]
    return stored(planfile.read(PLAN), team=team)


def at(account, rest=""):
    return f"/accounts/{account.pk}/strategies/{rest}"


def reword(owner, account, statement):
    row = Strategy.objects.get(ref__code="S1")
    access = access_to(owner, account.pk)
    update_strategy(access=access, strategy=row, version=row.version, statement=statement)


def look(page, name):
    expect(page.get_by_text("The fault is ours")).to_have_count(0)
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_strategies_fit_every_screen(open_page, owner, account, screen):
    reword(owner, account, "We work from the machine outwards: its people agree to each figure.")
    look(open_page(owner, at(account), screen), f"strategies-{screen}")


def test_strategies_of_a_sample_fit_every_screen(open_page, owner, screen):
    account = stored(sample_plan("quillmere", date.today()), team=[("T1", owner, LEAD)])
    look(open_page(owner, at(account), screen), f"strategies-sample-{screen}")


def test_no_strategies_fit_every_screen(open_page, owner, screen):
    account = stored(planfile.read(HEAD), team=[("T1", owner, LEAD)])
    look(open_page(owner, at(account), screen), f"strategies-empty-{screen}")


def test_one_strategy_fits_every_screen(open_page, owner, account, screen):
    reword(owner, account, "We work from the machine outwards: its people agree to each figure.")
    look(open_page(owner, at(account, "S1/"), screen), f"strategy-{screen}")


def test_errors_fit_every_screen(open_page, owner, account, screen):
    page = open_page(owner, at(account, "+new/"), screen)
    page.locator("main button[type=submit]").click()
    expect(page.get_by_text("Fill in “What it says”").first).to_be_visible()
    look(page, f"strategy-error-{screen}")


def test_answer_without_a_doubt_fits_every_screen(open_page, teammate, account, screen):
    page = open_page(teammate, at(account, "S1/commitments/T2/"), screen)
    page.get_by_role("textbox", name="What is in the way").fill("")
    page.get_by_role("button", name="Save the answer").click()
    expect(page.get_by_text("Say in a sentence what is in the way.").first).to_be_visible()
    look(page, f"strategy-answer-{screen}")


@pytest.mark.parametrize("script", [True, False])
def test_member_says_what_is_in_the_way_then_commits(open_page, owner, account, script):
    page = open_page(owner, at(account), java_script_enabled=script)
    section = page.locator("#S1")
    section.get_by_role("link", name="Say what is in the way of S1").click()
    page.get_by_role("textbox", name="What is in the way").fill("The crane is booked")
    page.get_by_role("button", name="Save the answer").click()
    section.get_by_text("The crane is booked").wait_for()
    page.get_by_role("button", name="Undo").click()
    section.get_by_role("button", name="Commit to S1").click()
    section.get_by_text("Committed").wait_for()
    section.get_by_role("link", name="your answer, S1").click()
    page.get_by_role("button", name="Withdraw the answer").click()
    section.get_by_role("button", name="Commit to S1").wait_for()


@pytest.mark.parametrize("script", [True, False])
def test_strategy_is_added_told_reworded_and_removed(open_page, owner, account, script):
    page = open_page(owner, at(account), java_script_enabled=script)
    page.get_by_role("link", name="Add one for B2").click()
    page.get_by_label("What it says").fill("One price for every mill")
    page.get_by_role("button", name="Add strategy").click()
    section = page.locator("#S3")
    section.get_by_role("button", name="Mark all as told").click()
    section.get_by_text("Not told").wait_for(state="detached")
    section.get_by_role("link", name="Edit S3").click()
    expect(page.get_by_label("B2 Three mills under one agreement")).to_be_checked()
    page.get_by_label("What it says").fill("One price for each mill")
    page.get_by_role("button", name="Save").click()
    expect(section.locator("del")).to_have_text("every")
    section.get_by_role("button", name="Ask all 3 again").click()
    section.get_by_text("Ask again").first.wait_for(state="detached")
    section.locator("h2 a").click()
    page.get_by_role("button", name="Remove S3").click()
    page.get_by_role("button", name="Undo").click()
    page.locator("#S3").wait_for()


def test_communication_is_edited_where_it_stands_by_keyboard(open_page, owner, account):
    page = open_page(owner, at(account))
    spot = page.locator("#S1-communicate")
    spot.get_by_role("link").focus()
    page.keyboard.press("Enter")
    spot.get_by_role("textbox").fill("By letter to each shift")
    spot.get_by_role("textbox").press("Tab")
    page.keyboard.press("Enter")
    page.locator("#S1-communicate a").get_by_text("By letter to each shift").wait_for()
    assert Strategy.objects.get(ref__code="S1").communicate == "By letter to each shift"
    expect(page.get_by_text("Changed how S1 is communicated")).to_be_visible()


def test_long_words_stay_inside_the_page(open_page, owner, screen):
    long = f'strategies: [{{id: S1, statement: "{UNBROKEN}", communicate: "{UNBROKEN}"}}]'
    account = stored(planfile.read(f"{HEAD}{long}"), team=[("T1", owner, LEAD)])
    for rest in ("", "S1/"):
        assert_no_overflow(open_page(owner, at(account, rest), screen))


def test_page_of_a_viewer_is_accessible(open_page, outsider, account):
    TeamMember.objects.filter(ref__code="T3").update(user=outsider, access_role=VIEWER)
    page = open_page(outsider, at(account))
    expect(page.locator("main form")).to_have_count(0)
    assert_no_axe_violations(page)
