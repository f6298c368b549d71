"""R5: what a form of the plan creates is there once, however often that one page is sent."""

import re

import pytest
from django.urls import reverse

from waypost.history.models import ChangeSet
from waypost.plans.models import Action, CheckIn, TrafficLight
from waypost.plans.operations.light_answers import NEW_ACTION
from waypost.plans.tests.stored import LEAD, read, stored

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore Mills, currency: EUR}
team: [{id: T1, name: Olga Hagen, role: account lead}]
objectives:
  relationship: [{id: R1, text: They call us first}]
  business: [{id: B1, text: Five lines, metric: lines, baseline: 1, target: 5, due: 2050-06-30}]
short_term_plan: {months: [2049-12, 2050-01, 2050-02]}
traffic_lights: [{id: L-1, colour: red, on: account, text: Capex is frozen, since: 2026-11-01}]
"""
STAGE = {"due": "2050-03-01", "value": "3"}
PLANNED = {f"form-0-{name}": value for name, value in STAGE.items()}
ACTION = {"line": "Price the model, 2h", "month": "2049-12"}
# The page, where its form is sent, the form, and what the history says of it.
FORMS = [
    (
        "objectives/+new/",
        "objectives/+new/",
        {"text": "Six lines"},
        "business objective: Six lines",
    ),
    ("objectives/B1/stages/+new/", "objectives/B1/stages/+new/", STAGE, "Added the stage goal"),
    (
        "objectives/B1/stages/+planner/",
        "objectives/B1/stages/+planner/",
        {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 0, **PLANNED},
        "Planned the stage goals",
    ),
    (
        "objectives/B1/needs/+new/",
        "objectives/B1/needs/+new/",
        {"text": "A contract"},
        "A contract",
    ),
    ("objectives/B1/", "objectives/B1/check-ins/", {"value": 2, "on": "2026-11-01"}, "Checked in"),
    ("objectives/R1/", "objectives/R1/heard/", {"text": "They answer"}, "They answer"),
    ("strategies/+new/", "strategies/+new/", {"statement": "Line by line"}, "Line by line"),
    ("short-term-plan/", "actions/", ACTION, "Added “Price the model”"),
    ("lights/", "lights/", {"line": "red: Plants shut"}, "Added the light “Plants shut”"),
    (
        "lights/L-1/response/",
        "lights/L-1/response/",
        {"version": 1, "response": "Ask the board", "action": NEW_ACTION},
        "Answered the light",
    ),
    ("comments/B1/", "comments/B1/", {"text": "Ask again"}, "Commented on B1"),
]


@pytest.fixture
def account(owner):
    return stored(read(PLAN), team=[("T1", owner, LEAD)])


@pytest.fixture
def send(client, owner, account):
    """Send a form of a page as it was drawn so many times; the answers."""
    client.force_login(owner)
    plan = reverse("plans:one-page", args=[account.pk])

    def draw_and_send(page, address, form, times=1):
        drawn = client.get(f"{plan}{page}").content.decode()
        [token, *_more] = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', drawn)
        data = {**form, "csrfmiddlewaretoken": token}
        return [client.post(f"{plan}{address}", data) for _time in range(times)]

    return draw_and_send


def done(what):
    return ChangeSet.objects.filter(what__contains=what).count()


@pytest.mark.parametrize(("page", "address", "form", "what"), FORMS)
def test_form_sent_twice_is_done_once_and_answers_alike(send, page, address, form, what):
    first, second = send(page, address, form, times=2)

    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url
    assert done(what) == 1


def test_light_answered_twice_with_a_new_action_adds_one(send):
    answer = {"version": 1, "response": "Ask the board", "action": NEW_ACTION}
    send("lights/L-1/response/", "lights/L-1/response/", answer, times=2)

    assert [action.what for action in Action.objects.all()] == ["Ask the board"]


def test_identical_action_can_be_meant(send):
    for _time in range(2):
        send("short-term-plan/", "actions/", ACTION)

    assert Action.objects.filter(what="Price the model").count() == 2


def test_identical_light_can_be_meant(send):
    for _time in range(2):
        send("lights/", "lights/", {"line": "red: Plants shut"})

    assert TrafficLight.objects.filter(text="Plants shut").count() == 2


def test_identical_check_in_says_nothing_new(send):
    """The same value on the same day: one look at the metric, from whichever page."""
    for _time in range(2):
        send("objectives/B1/", "objectives/B1/check-ins/", {"value": 2, "on": "2026-11-01"})

    assert CheckIn.objects.count() == 1
