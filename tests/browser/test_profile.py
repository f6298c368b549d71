"""The profile in a browser: on all screens, in one line, in place, by keyboard, without script."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost import planfile
from waypost.accounts.models import Fact
from waypost.plans.tests.hostile import hostile_plan
from waypost.plans.tests.stored import LEAD, stored

HEAD = """format: waypost-plan/1
supplier: {name: We}
account:
  name: Dunmore Mills
  parent: Skagen Fiber Group
  currency: EUR
  locations: [{id: L1, name: Pexley, country: GB, lines: [PM3, PM4]}, {id: L2, name: Ardley}]
team: [{id: T1, name: Olga Hagen, role: account lead}]
"""
TODAY = date.today()
NEW, AGEING, OLD = (TODAY - timedelta(days=days) for days in (20, 200, 500))
PLAN = f"""{HEAD}
profile:
  company_goals:
    - {{id: G1, text: "Stop rate under 4% at all plants by 2028", source: "I. Dahl", as_of: {NEW}}}
    - {{text: All plants on certified green power, source: Annual report, as_of: {AGEING}}}
    - {{text: No further acquisitions before 2028, source: Press talk, as_of: {OLD}}}
  markets_and_positioning: [{{text: Exports of board are growing, source: Press, as_of: {NEW}}}]
  industry_trends: [{{text: Chains move own brands into chilled meals, source: Retail brief}}]
  competitors: [{{text: Fjordgaard opens an automated plant in 2027, as_of: {NEW}}}]
  structure: [{{text: Exports of board are shrinking, source: Email, as_of: {NEW}}}]
  financial_performance: [{{text: Group margin fell to 4%, source: Report, as_of: {NEW}}}]
  value_chain: [{{text: A missed window costs 3% of the order, source: I. Dahl, as_of: {NEW}}}]
  swot: {{strengths: [Fresh in 36 hours], weaknesses: ["Stop rate of 6.8%"], threats: [Milk price]}}
  gaps: ["Who runs maintenance at Ardley, and who signs there?"]
  figures:
    - {{year: 2024, turnover_k: 487000, margin: 4, source: Annual report, as_of: {AGEING}}}
    - {{year: 2025, turnover_k: 502000, margin: 4.6, investment_room_k: 9000, our_share: 31}}
    - {{year: {TODAY.year + 1}, turnover_k: 515000}}
objectives: {{business: [{{id: B1, text: Five machines run on our seals, serves: [G1]}}]}}
"""


@pytest.fixture
def account(owner):
    account = stored(planfile.read(PLAN), team=[("T1", owner, LEAD)])
    chain = {"stage": Fact.Stage.CUSTOMERS, "adds_value": True}
    Fact.objects.filter(account=account, topic=Fact.Topic.VALUE_CHAIN).update(**chain)
    return account


def at(account, rest="profile/"):
    return f"/accounts/{account.pk}/{rest}"


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_profile_fits_every_screen(open_page, owner, account, screen):
    look(open_page(owner, at(account), screen), f"profile-{screen}")


def test_empty_profile_and_its_forms_fit_every_screen(open_page, owner, screen):
    account = stored(planfile.read(HEAD), team=[("T1", owner, LEAD)])
    page = open_page(owner, at(account), screen)
    look(page, f"profile-empty-{screen}")
    line = page.get_by_label("Add a fact in one line")
    line.fill("They grow")
    line.press("Enter")
    expect(page.locator("#line-hint")).to_contain_text("Add who said it or where it stands")
    expect(line).to_have_value("They grow")
    look(page, f"profile-error-{screen}")


def test_fact_and_forms_fit_every_screen(open_page, owner, account, screen):
    fact = Fact.objects.get(text__startswith="Stop rate under")
    page = open_page(owner, at(account, f"facts/{fact.pk}/"), screen)
    look(page, f"profile-fact-{screen}")
    for rest in (
        f"facts/{fact.pk}/edit/",
        f"facts/{fact.pk}/serving/",
        "figures/new/",
        "sites/L1/",
    ):
        page.goto(page.url.partition("/accounts/")[0] + at(account, rest))
        look(page, f"profile-form-{rest.strip('/').replace('/', '-')}-{screen}")


def test_hostile_profile_fits_every_screen(open_page, owner, screen):
    account = stored(hostile_plan(), team=[("T0", owner, LEAD)])
    page = open_page(owner, at(account), screen)
    expect(page.get_by_role("heading", name="Company goals")).to_be_visible()
    assert_no_overflow(page)


def test_fact_is_added_changed_where_it_stands_and_taken_back(open_page, owner, account):
    page = open_page(owner, at(account))
    line = page.get_by_label("Add a fact in one line")
    page.get_by_label("about").select_option("Industry trends")
    line.fill("Energy costs a third less, energy brief")
    line.press("Enter")
    trends = page.get_by_role("region", name="Industry trends")
    added = trends.get_by_role("link", name="Energy costs a third less", exact=True)
    expect(added).to_be_visible()
    expect(trends).to_contain_text("entered by Olga Hagen")
    added.focus()
    added.press("Enter")
    field = trends.get_by_label("What is known")
    expect(field).to_be_focused()
    field.fill("Energy costs a half less")
    field.press("Control+Enter")
    expect(trends.get_by_role("link", name="Energy costs a half less", exact=True)).to_be_visible()
    expect(trends.get_by_role("link", name="1 before")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(trends.get_by_role("link", name="Energy costs a third less", exact=True)).to_be_visible()


def test_gap_becomes_an_action_and_a_goal_is_served_without_a_script(open_page, owner, account):
    page = open_page(owner, at(account), java_script_enabled=False)
    gaps = page.get_by_role("region", name="Known gaps")
    gaps.get_by_role("button", name="Make it an action").click()
    expect(gaps.get_by_role("link", name="A1")).to_be_visible()
    page.get_by_role("link", name=re.compile("Say what serves it.*All plants")).click()
    page.get_by_role("checkbox", name="B1 Five machines").check()
    page.get_by_role("button", name="Save").click()
    goals = page.get_by_role("region", name="Company goals")
    expect(goals.get_by_role("link", name="B1")).to_have_count(2)
    page.get_by_role("link", name=re.compile("Refresh.*No further acquisitions")).click()
    page.get_by_role("button", name="Refresh the fact").click()
    expect(page.get_by_role("region", name="Research next")).not_to_contain_text("acquisitions")


def test_profile_is_reached_by_its_keys(open_page, owner, account):
    page = open_page(owner, f"/accounts/{account.pk}/")
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page.get_by_role("heading", name="What we know about Dunmore Mills")).to_be_visible()
    page.wait_for_load_state()  # the script that knows the keys
    page.keyboard.press("a")
    expect(page.get_by_label("Add a fact in one line")).to_be_focused()
