"""The acceptance of a plan in a browser: submitted, challenged, confirmed, accepted, presented."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.planning.models import ResourceRequest, SponsorPresentation
from waypost.planning.operations.resources import answer_request
from waypost.planning.tests.accepting import Team
from waypost.plans.models import Objective


@pytest.fixture
def team(db, time_machine):
    time_machine.move_to("2026-11-24T12:00:00Z")
    return Team()


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_plan_is_submitted_challenged_accepted_on_conditions_and_presented(open_page, team, screen):
    path = f"/accounts/{team.account.pk}/acceptance/"
    lead = open_page(team.users["lead"], path, screen)
    expect(lead.get_by_text("Who has accepted a plan stands behind")).to_be_visible()
    look(lead, f"acceptance-draft-{screen}")
    lead.get_by_label("What they should know").fill("It rests on the trial at line 4")
    lead.get_by_role("button", name="Submit the plan").click()
    expect(lead.get_by_text("It rests on the trial at line 4")).to_be_visible()
    expect(lead.get_by_role("button", name="Withdraw the submission")).to_be_visible()

    first = open_page(team.users["first-line"], "/for-review/", screen)
    look(first, f"for-review-{screen}")
    first.get_by_role("link", name="Challenge and confirm the plan of Dunmore Mills").click()
    first.get_by_role("radio", name=re.compile("Pipeline")).check()
    first.get_by_label("Your challenge").fill("Will the order come in May?")
    first.get_by_role("button", name="Ask this").click()
    expect(first.get_by_text("Will the order come in May?").first).to_be_visible()
    team.challenge("environment", "barriers")
    first.get_by_role("radio", name=re.compile("Confirm the plan")).check()
    first.get_by_role("button", name="Answer the team").click()
    expect(first.get_by_role("alert").get_by_text("A challenge has no answer yet.")).to_be_visible()
    look(first, f"acceptance-refused-{screen}")

    lead.goto(path)
    asked = lead.get_by_role("listitem").filter(has_text="Will the order come in May?")
    asked.get_by_label("Your answer").fill("It is signed")
    asked.get_by_role("button", name=re.compile("Save the answer")).click()
    expect(asked.get_by_text("It is signed").first).to_be_visible()
    look(lead, f"acceptance-challenged-{screen}")

    first.goto(path)
    first.get_by_role("radio", name=re.compile("Confirm the plan")).check()
    first.get_by_label("What you say to it").fill("I will be in each review")
    first.get_by_role("button", name="Answer the team").click()
    expect(first.get_by_text("The plan is with Sara Senior")).to_be_visible()

    # The answer of the senior reviewer needs no script.
    senior = open_page(team.users["senior"], path, screen, java_script_enabled=False)
    senior.get_by_role("radio", name=re.compile("Accept it on conditions")).check()
    senior.get_by_role("textbox", name="Conditions").fill("The trial is signed\nNo discount")
    senior.get_by_label("To be met by").fill("2026-12-31")
    senior.get_by_role("button", name="Answer the team").click()
    expect(
        senior.get_by_text("The plan accepted on 24 Nov is in force, on 2 conditions.")
    ).to_be_visible()
    expect(senior.get_by_text("0 of 2 met")).to_be_visible()

    lead.goto(path)
    condition = lead.get_by_role("listitem").filter(has_text="The trial is signed")
    condition.get_by_text("Show it is met").first.click()
    condition.get_by_label("How does it show?").fill("The contract of 20 November")
    condition.get_by_role("button", name=re.compile("It is met")).click()
    expect(lead.get_by_text("1 of 2 met")).to_be_visible()
    lead.get_by_role("combobox", name="The sponsor").select_option("P1")
    lead.get_by_label("The plan was presented").check()
    lead.get_by_label("What came of it").fill("She opens the door at Vejle")
    lead.get_by_role("button", name="Save the presentation").click()
    expect(lead.get_by_text("Outcome: She opens the door at Vejle")).to_be_visible()
    look(lead, f"acceptance-presented-{screen}")
    assert SponsorPresentation.objects.get().presented


def test_refused_resource_shows_at_its_objective(open_page, team, screen):
    row = ResourceRequest.objects.get()
    ResourceRequest.objects.update(objective=Objective.objects.get(ref__code="B1"))
    senior = open_page(team.users["senior"], "/for-review/", screen)
    senior.get_by_role("link", name="Forty hours of an engineer").click()
    look(senior, f"resources-asked-{screen}")
    senior.get_by_role("radio", name=re.compile("Refuse it")).check()
    senior.get_by_role("button", name=re.compile("Answer the team")).click()
    expect(senior.get_by_role("alert").get_by_text("Say why: the team works on")).to_be_visible()
    senior.get_by_label("What you say to it").fill("There is nobody before May")
    senior.get_by_role("button", name=re.compile("Answer the team")).click()
    expect(senior.get_by_text("Is B1 still realistic without it?")).to_be_visible()
    expect(senior.get_by_role("link", name="For review")).to_be_hidden()

    lead = open_page(team.users["lead"], f"/accounts/{team.account.pk}/objectives/B1/", screen)
    expect(lead.get_by_text("Is this still realistic?")).to_be_visible()
    expect(lead.get_by_text("There is nobody before May")).to_be_visible()
    look(lead, f"objective-refused-{screen}")
    lead.goto(f"/accounts/{team.account.pk}/acceptance/")
    look(lead, f"acceptance-empty-{screen}")
    row.refresh_from_db()
    answer_request(
        access=team.access("senior"), request=row, version=row.version, granted=True, answer=""
    )
    lead.goto(f"/accounts/{team.account.pk}/objectives/B1/")
    expect(lead.get_by_text("Is this still realistic?")).to_be_hidden()
