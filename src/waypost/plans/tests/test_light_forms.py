"""The forms of one light: what they refuse, what they keep, and what stands elsewhere of it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from waypost.plans.models import TrafficLight
from waypost.plans.tests.stored import LEAD, read, stored

pytestmark = pytest.mark.django_db

TODAY = date.today()
PLAN = """
account: {name: Dunmore Mills}
team: [{id: T1, name: Olga Hagen, role: account lead}]
objectives: {business: [{id: B1, text: Five machines}]}
short_term_plan: {actions: [{id: A1, what: Show the savings, owner: T1}]}
traffic_lights: [{id: L-1, colour: amber, on: B1, text: Kestrel offers stock}]
"""


@pytest.fixture
def account(client, owner):
    client.force_login(owner)
    return stored(read(PLAN), team=[("T1", owner, LEAD)])


def at(account, name, *args):
    return reverse(f"plans:{name}", args=[account.pk, *args])


def light():
    return TrafficLight.objects.get(ref__code="L-1")


TURN = {"version": 1, "colour": "red", "on": TODAY.isoformat(), "why": ""}
CHANGE = {"version": 1, "text": "Kestrel", "colour": "amber", "on": "", "since": "", "response": ""}


def test_forms_are_filled_in(client, account):
    turn = client.get(at(account, "light-turn", "L-1")).context["form"]
    assert (turn["colour"].value(), turn["on"].value()) == ("amber", TODAY)
    edit = client.get(at(account, "light-change", "L-1")).context["form"]
    values = {name: edit[name].value() for name in ("text", "colour", "on")}
    assert values == {"text": "Kestrel offers stock", "colour": "amber", "on": "B1"}


@pytest.mark.parametrize(
    ("name", "where"), [("light-turn", ""), ("light-turn", "?alone"), ("light-answer", "?alone")]
)
def test_saved_form_leads_back_to_where_it_was_opened(client, account, name, where):
    data = {**TURN, "response": "Ask", "action": ""}
    response = client.post(at(account, name, "L-1") + where, data)
    lanes = f"{at(account, 'lights')}#light-L-1"
    assert response.url == (at(account, "light", "L-1") if where else lanes)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("light-turn", {**TURN, "colour": ""}, "Choose “Colour”"),
        ("light-turn", {**TURN, "colour": "blue"}, "Choose one of the list."),
        ("light-turn", {**TURN, "on": "2026-02-31"}, "Enter the date as day, month, year."),
        (
            "light-turn",
            {**TURN, "on": (TODAY + timedelta(days=1)).isoformat()},
            "Enter today or an earlier day.",
        ),
        ("light-turn", {**TURN, "on": "0001-01-01"}, "Enter a date from 1990 on."),
        ("light-change", {**CHANGE, "text": " "}, "Fill in “What is the case”"),
        ("light-change", {**CHANGE, "on": "A1"}, "Choose one of the list."),
        ("light-answer", {"version": 1, "response": "Ask", "action": "A9"}, "Choose one of the"),
        ("light-answer", {"version": 1, "response": "x" * 10_001}, "Shorten this to 10,000"),
        ("light-answer", {"version": 1, "response": "x" * 9_999, "action": "A1"}, "Shorten this"),
    ],
)
def test_form_with_a_mistake_is_kept(client, account, name, data, message):
    response = client.post(at(account, name, "L-1"), data)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert (light().version, light().colour, light().response) == (1, "amber", "")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("light-change", CHANGE, "Now <del>Moved</del>, you typed <ins>Kestrel</ins>"),
        ("light-turn", TURN, "Now <del>Green</del>, you typed <ins>Red</ins>"),
    ],
)
def test_stale_form_shows_both_versions(client, account, name, data, words):
    client.post(at(account, "light-change", "L-1"), {**CHANGE, "text": "Moved", "colour": "green"})
    response = client.post(at(account, name, "L-1"), data)
    assert response.status_code == 409
    page = response.content.decode()
    assert words in page
    assert "Olga Hagen has changed this since you opened it" in page
    assert client.post(at(account, name, "L-1"), {**data, "version": 2}).status_code == 302


def test_htmx_is_answered_with_the_small_form(client, account):
    page = client.get(at(account, "light-turn", "L-1"), headers={"HX-Request": "true"})
    assert "data-in-place" in page.content.decode()
    assert "<html" not in page.content.decode()


def test_light_that_turned_is_not_confirmed_and_the_page_says_so(client, account):
    client.post(at(account, "light-turn", "L-1"), TURN)
    where = at(account, "light-confirmation", "L-1")
    page = client.post(where, {"colour": "amber"}, follow=True).content.decode()
    assert "The light has turned meanwhile. Look at it again." in page
    assert light().history.count() == 1


def test_red_light_shows_on_its_objective_and_the_plan_with_a_way_to_it(client, account):
    client.post(at(account, "light-turn", "L-1"), TURN)
    link = f'href="{at(account, "light", "L-1")}"'
    assert link in client.get(at(account, "one-page")).content.decode()
    objective = client.get(at(account, "objective", "B1")).content.decode()
    assert link in objective
    assert "Kestrel offers stock" in objective


def test_page_of_a_light_has_its_comments(client, account):
    page = client.get(at(account, "light", "L-1")).content.decode()
    assert "Add the comment" in page
    assert "Remove the light" in page


def test_light_that_is_not_there_is_not_found(client, account):
    client.post(at(account, "light-removal", "L-1"))
    for name in ("light", "light-turn", "light-change", "light-answer"):
        for code in ("L-1", "L-9", "A1"):
            assert client.get(at(account, name, code)).status_code == 404
