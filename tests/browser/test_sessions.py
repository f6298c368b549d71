"""A planning session in a browser: a time is found, it is opened, it closes with its minutes."""

import re
from datetime import date, time

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.accounts.queries import access_to
from waypost.planning.models import PlanningSession
from waypost.planning.operations.sessions_agenda import park_point
from waypost.planning.operations.sessions_times import make_answer_link, propose_time
from waypost.planning.tests.meeting import NOON, opened, planned, team_of


@pytest.fixture
def account(owner, teammate, time_machine):
    time_machine.move_to(NOON)
    return team_of(T1=owner, T2=teammate)


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def test_session_from_a_time_to_its_minutes(open_page, owner, teammate, account, screen):
    page = open_page(owner, f"/accounts/{account.pk}/sessions/", screen)
    expect(page.get_by_text("When does everybody plan together next?")).to_be_visible()
    look(page, f"sessions-{screen}")
    page.get_by_role("link", name="Plan a session").click()
    page.get_by_label("What it is for").fill("The next two years")
    page.get_by_role("button", name="Plan the session").click()
    expect(page.get_by_role("heading", name="The next two years")).to_be_visible()
    take_screenshot(page, f"session-new-{screen}")

    times = page.locator("#times")
    for day, hour in (("2026-12-10", "14:00"), ("2026-12-11", "09:00")):
        times.get_by_label("Day").fill(day)
        times.get_by_label("Begins").fill(hour)
        times.get_by_role("button", name="Propose the time").click()
        expect(times.get_by_role("button", name=re.compile(f"Choose.*{hour}"))).to_be_visible()
    own = page.locator("#times-answers")
    own.get_by_role("group", name="Thu 10 Dec, 14:00").get_by_text("Yes").click()
    own.get_by_role("button", name="Save my answers").click()
    expect(times.get_by_text("1 of 5 have answered")).to_be_visible()
    take_screenshot(page, f"session-times-{screen}")
    times.get_by_role("button", name=re.compile("Choose.*14:00")).press("Enter")
    expect(page.get_by_text("Thu 10 Dec, 14:00 to 17:00")).to_be_visible()
    page.get_by_role("button", name="Use the proposed agenda").click()
    expect(page.get_by_text("180 of 180 minutes")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Down ?: The customer speaks")).press("Enter")
    expect(
        page.get_by_role("button", name=re.compile("^Up ?: The customer speaks"))
    ).to_be_visible()
    look(page, f"session-planned-{screen}")

    page.get_by_role("link", name="Open the session").click()
    page.get_by_label("Henrik Aas, first-line manager").uncheck()
    page.get_by_role("button", name="Open the session").click()
    expect(page.get_by_text("Wait, or move it.").first).to_be_visible()
    look(page, f"session-opening-{screen}")
    page.get_by_label("Henrik Aas, first-line manager").check()
    page.get_by_label("Second-level management hears the customer").select_option(
        "Claire Dumont, second-level management"
    )
    page.get_by_role("button", name="Open the session").click()
    expect(page.get_by_role("heading", name="In the room")).to_be_visible()
    take_screenshot(page, f"session-open-{screen}")

    page.get_by_label("Decision", exact=True).fill("Five machines by September")
    page.get_by_label("In the plan it is").select_option("B1")
    page.get_by_role("button", name="Add the decision").click()
    expect(page.get_by_text("No action with an owner yet")).to_be_visible()
    page.get_by_role("button", name="Close the session").click()
    expect(page.get_by_text("2 things to put right")).to_be_visible()
    look(page, f"session-gaps-{screen}")
    page.get_by_role("link", name=re.compile("^Make the action ?: B1")).click()
    page.get_by_label("What", exact=True).fill("Show Eva Lund the trial at Ribe")
    page.get_by_label("Who", exact=True).select_option("Tom Ferrari")
    page.get_by_role("button", name="Add the action").click()
    expect(page.get_by_text("No action with an owner yet")).to_have_count(0)
    page.get_by_label("Did they leave then?").select_option("yes")
    page.get_by_role("button", name="Save the customer’s part").click()

    # What others say comes by itself, and what is typed stays.
    page.get_by_label("Decision", exact=True).fill("Half a sent")
    session = PlanningSession.objects.get(ref__code="SE2")
    access = access_to(teammate, account.pk)
    park_point(access=access, session=session, words="Who pays for the sensors?")
    parked = page.get_by_text("Who pays for the sensors?", exact=True)
    expect(parked).to_be_visible(timeout=10_000)
    expect(page.get_by_label("Decision", exact=True)).to_have_value("Half a sent")

    page.get_by_label("What came of it").fill("B1 agreed; Tom shows the trial")
    page.get_by_role("button", name="Close the session").click()
    expect(page.get_by_role("heading", name="Who took part")).to_be_visible()
    expect(page.get_by_text("Claire Dumont heard the customer and left")).to_be_visible()
    look(page, f"session-minutes-{screen}")
    page.get_by_role("link", name="Put the record right").click()
    take_screenshot(page, f"session-correction-{screen}")


def test_time_is_answered_by_a_link_without_script(open_page, owner, account, screen):
    session = planned(owner, account, on=None, at=None)
    access = access_to(owner, account.pk)
    day, hour = date(2026, 12, 10), time(14)
    propose_time(access=access, session=session, on=day, at=hour)
    invitee = session.invitees.get(person__code="T2")
    address, _sent = make_answer_link(access=access, session=session, invitee=invitee)
    path = f"/session-times/{address.partition('/session-times/')[2]}"
    page = open_page(None, path, screen, java_script_enabled=False)
    expect(page.get_by_text("You answer as Tom Ferrari.")).to_be_visible()
    page.get_by_text("If need be").click()
    page.get_by_role("button", name="Save my answers").click()
    expect(page.get_by_text("Saved. You can change it")).to_be_visible()
    assert path not in page.url
    take_screenshot(page, f"session-door-{screen}")


def test_session_needs_no_script(open_page, owner, account):
    session = opened(owner, account)
    page = open_page(
        owner, f"/accounts/{account.pk}/sessions/{session.ref.code}/", java_script_enabled=False
    )
    page.get_by_label("Park a point").fill("Who pays?")
    page.get_by_role("button", name="Park it").click()
    expect(page.get_by_text("Who pays?", exact=True)).to_be_visible()
    page.get_by_role("button", name="Close the session").click()
    expect(page.get_by_role("heading", name="Who took part")).to_be_visible()


def test_running_page_keeps_what_is_typed_when_signed_out(open_page, owner, account):
    session = opened(owner, account)
    page = open_page(owner, f"/accounts/{account.pk}/sessions/{session.ref.code}/")
    page.get_by_label("Decision", exact=True).fill("Half a sent")
    page.context.clear_cookies()
    with page.expect_response(re.compile("/sign-in/"), timeout=10_000):
        pass
    expect(page.locator("#session-now")).to_have_count(0)
    expect(page.get_by_label("Decision", exact=True)).to_have_value("Half a sent")
    expect(page.get_by_role("heading", level=1)).to_have_text("The next two years")
