"""The strategies in a browser: on four screens, without a script, by keyboard."""

from datetime import date, timedelta

import pytest

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost import planfile
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
    assert page.get_by_text("The fault is ours").count() == 0
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
    page = open_page(owner, at(account, "new/"), screen)
    page.locator("main button[type=submit]").click()
    assert page.get_by_text("Fill in “What it says”").first.is_visible()
    look(page, f"strategy-error-{screen}")


def test_answer_without_a_doubt_fits_every_screen(open_page, teammate, account, screen):
    page = open_page(teammate, at(account, "S1/commitments/T2/"), screen)
    page.get_by_role("textbox", name="What is in the way").fill("")
    page.get_by_role("button", name="Save the answer").click()
    assert page.get_by_text("Say in a sentence what is in the way.").first.is_visible()
    look(page, f"strategy-answer-{screen}")
