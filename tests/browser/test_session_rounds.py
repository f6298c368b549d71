"""A planning session in four browsers at once: written blind, revealed, voted on, decided."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import assert_no_axe_violations, assert_no_overflow, take_screenshot
from waypost.accounts.models import AccessRole
from waypost.planning.tests.rounds import joined, opened
from waypost.planning.tests.stored import planned

THUMB = 44  # pixels that a finger needs
OLGAS = "Seven machines run on our bearings by the end of 2027"
TOMS = "No pump stands still for want of a spare part in 2027"
INES = "Pumps never wait for spares"
POLLED = 12_000  # milliseconds: a page asks every three seconds, and two cores are shared


@pytest.fixture
def account(owner, teammate):
    return planned(owner, teammate)


@pytest.fixture
def people(account, owner, teammate):
    """Who is in the room: the lead, two members, a partner; and the session is open."""
    ines = joined(account, "Ines Falk")
    paul = joined(account, "Paul Reyes", AccessRole.PARTNER)
    opened(account)
    return owner, teammate, ines, paul


def look(page, name):
    assert_no_overflow(page)
    assert_no_axe_violations(page)
    take_screenshot(page, name)


def hand_in(page, text):
    page.get_by_label("Answer 1", exact=True).fill(text)
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_text("You have handed in")).to_be_visible()


def give_dot(page, place, then):
    """One more, after which the page says ``then``."""
    page.get_by_role("button", name=f"Give a dot to answer {place}", exact=True).click()
    expect(page.locator(f"#pips-{place}")).to_have_attribute("aria-label", f"{then} from you")


def hand_in_votes(page):
    page.get_by_role("button", name="Hand in my votes").click()
    expect(page.get_by_text("You have handed in your votes")).to_be_visible()


def place_of(page, text):
    """The number of an answer on the page."""
    line = page.locator("li[id^=answer-]").filter(has=page.get_by_text(text, exact=True))
    expect(line).to_be_visible(timeout=POLLED)
    return line.get_attribute("id").removeprefix("answer-")


def test_session_is_played_in_four_browsers(open_page, account, people):
    leads, tom, ines, paul = people
    olga = open_page(leads, f"/accounts/{account.pk}/sessions/PS1/rounds/")
    expect(olga.get_by_text("What does everybody think?")).to_be_visible()
    olga.get_by_role("main").get_by_role("link", name="Ask everybody").click()
    olga.get_by_label("Business objectives").check()
    olga.get_by_label("Question").fill("What do we want to reach by the end of 2027?")
    take_screenshot(olga, "round-new")
    olga.get_by_role("button", name="Ask everybody").click()
    expect(olga.get_by_text("0 of 4")).to_be_visible()
    here = re.sub(r"^https?://[^/]+", "", olga.url)
    toms, phone, pauls = (
        open_page(tom, here),
        open_page(ines, here, "mobile"),
        open_page(paul, here, "mobile-dark"),
    )

    # Written blind, and one of them without a connection for a while.
    hand_in(toms, TOMS)
    field = phone.get_by_label("Answer 1", exact=True)
    field.press_sequentially(INES[:5])
    expect(phone.locator("#saved")).to_contain_text("Saved")
    phone.context.set_offline(True)
    field.press_sequentially(INES[5:])
    expect(phone.locator("#saved")).to_contain_text("Not saved yet")
    phone.context.set_offline(False)
    expect(phone.locator("#saved")).to_contain_text("Saved", timeout=POLLED)
    expect(field).to_have_value(INES)
    phone.reload()
    expect(field).to_have_value(INES)
    take_screenshot(phone, "round-input-mobile")
    look(pauls, "round-input-mobile-dark")
    pauls.get_by_role("button", name="Hand in", exact=True).click()
    expect(pauls.get_by_text("You have handed in")).to_be_visible()
    hand_in(olga, OLGAS)
    expect(olga.get_by_text("3 of 4", exact=True)).to_be_visible(timeout=POLLED)
    take_screenshot(olga, "round-input")
    expect(olga.locator("body")).not_to_contain_text("Pumps never")
    expect(pauls.locator("body")).not_to_contain_text("spare")

    # Not before all are done; then all at once.
    olga.locator("summary", has_text="Reveal all").click()
    olga.get_by_role("button", name="Reveal all answers now").click()
    expect(olga.get_by_text("Not everybody is done").first).to_be_visible()
    phone.get_by_role("button", name="Hand in", exact=True).click()
    expect(phone.get_by_text("You have handed in")).to_be_visible()
    olga.locator("summary", has_text="Reveal all").click()
    olga.get_by_role("button", name="Reveal all answers now").click()
    expect(olga.get_by_text(TOMS, exact=True)).to_be_visible()
    for page in (toms, phone, pauls):
        expect(page.get_by_text(TOMS, exact=True)).to_be_visible(timeout=POLLED)
    assert place_of(olga, OLGAS) == "3"

    # What means the same becomes one.
    kept, same = place_of(olga, TOMS), place_of(olga, INES)
    olga.locator(f"#answer-{same} summary").click()
    look(olga, "round-revealed")
    olga.locator(f"#answer-{same}").get_by_role("button", name="Merge the two").click()
    expect(olga.get_by_text("written by")).to_have_count(2)
    olga.get_by_role("button", name="Open the vote").click()
    expect(olga.get_by_text("5 of 5 dots left")).to_be_visible()

    # Everybody votes; a thumb is enough.
    more = phone.get_by_role("button", name="Give a dot to answer 3")
    expect(more).to_be_visible(timeout=POLLED)
    box = more.bounding_box()
    assert min(box["width"], box["height"]) >= THUMB
    more.tap()
    expect(phone.locator("#pips-3")).to_have_attribute("aria-label", "1 dot from you")
    expect(phone.locator("#left")).to_contain_text("4 of 5 dots left")
    look(phone, "round-vote-mobile")
    give_dot(phone, "3", "2 dots")
    hand_in_votes(phone)
    expect(olga.locator(".pips").first).to_have_attribute("aria-label", "0 dots from you")
    for page in (olga, toms, pauls):
        expect(page.get_by_text("5 of 5 dots left")).to_be_visible(timeout=POLLED)
        give_dot(page, kept, "1 dot")
        give_dot(page, kept, "2 dots")
        hand_in_votes(page)
    expect(olga.get_by_text("4 of 4", exact=True)).to_be_visible(timeout=POLLED)
    take_screenshot(olga, "round-vote")
    olga.locator("summary", has_text="Close the vote").click()
    olga.get_by_role("button", name="Count the votes now").click()

    # The first goes into the plan, with the names of who wrote it.
    expect(olga.get_by_text("6 dots")).to_be_visible()
    olga.locator(f"#answer-{kept}").get_by_role("checkbox").check()
    look(olga, "round-decide")
    olga.get_by_role("button", name="Take into the plan").click()
    expect(olga.get_by_text("in the plan as B2")).to_be_visible()
    expect(phone.get_by_text("in the plan as B2")).to_be_visible(timeout=POLLED)
    take_screenshot(phone, "round-decided-mobile")
    olga.goto(f"/accounts/{account.pk}/objectives/B2/")
    expect(olga.get_by_role("heading", level=1)).to_contain_text(TOMS)
    olga.goto(f"/accounts/{account.pk}/history/")
    sentence = olga.get_by_text("from the session of 24 Nov, by").first
    expect(sentence).to_contain_text(re.compile("by (Ines Falk and Tom|Tom Ferrari and Ines)"))
    expect(sentence).to_contain_text(TOMS)
