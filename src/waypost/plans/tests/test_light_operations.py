"""What is said of a light: still true, another colour, a response, gone out; and who may."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests.changes import change_set_of
from waypost.accounts.models import AccessRole, Ref
from waypost.accounts.operations import undo
from waypost.accounts.queries import access_to, plan_for
from waypost.history.models import ChangeSet
from waypost.history.stale import StaleError
from waypost.method.lights import Response, read_lights
from waypost.plans.models import Action, TrafficLight
from waypost.plans.operations.light_answers import NEW_ACTION, answer_light
from waypost.plans.operations.lights import (
    add_light,
    confirm_light,
    remove_light,
    restore_light,
    turn_light,
    update_light,
)
from waypost.plans.tests.stored import LEAD, VIEWER, read, stored

pytestmark = pytest.mark.django_db

TODAY = date.today()
WEEK_AGO = TODAY - timedelta(weeks=1)
PLAN = f"""
account: {{name: Dunmore Mills}}
team:
  - {{id: T1, name: Olga Hagen, role: account lead}}
  - {{id: T2, name: Tom Ferrari, role: service}}
  - {{id: T3, name: Priya Nair, role: product specialist}}
objectives: {{business: [{{id: B1, text: Five machines}}]}}
strategies: [{{id: S1, statement: Machine outwards}}]
short_term_plan: {{actions: [{{id: A1, what: Show the savings, owner: T2}}]}}
traffic_lights:
  - id: L-1
    colour: amber
    on: B1
    text: Kestrel offers stock
    history: [{{on: {WEEK_AGO}, from: green, to: amber}}]
"""


@pytest.fixture
def account(owner, teammate, outsider):
    roles = (LEAD, AccessRole.PARTNER, VIEWER)
    users = (owner, teammate, outsider)
    team = [(f"T{n}", *seat) for n, seat in enumerate(zip(users, roles, strict=True), start=1)]
    return stored(read(PLAN), team=team)


@pytest.fixture
def lead(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def partner(teammate, account):
    return access_to(teammate, account.pk)


@pytest.fixture
def viewer(outsider, account):
    return access_to(outsider, account.pk)


@pytest.fixture
def l1(account):
    return TrafficLight.objects.get(ref__code="L-1")


def entries(light):
    return list(light.history.order_by("pk").values_list("on", "from_colour", "to_colour", "why"))


def reading(access):
    return read_lights(plan_for(access), TODAY)[0]


def test_light_is_confirmed_once_a_day(lead, l1):
    written = confirm_light(access=lead, light=l1, colour="amber")
    assert change_set_of(written).what == "Noted that “Kestrel offers stock” is still true"
    assert entries(l1)[1:] == [(TODAY, "amber", "amber", "")]
    assert confirm_light(access=lead, light=l1, colour="amber").change_set is None
    assert reading(lead).heading == "worsening"  # it is as true as before, not better


def test_light_that_turned_meanwhile_is_not_confirmed(lead, l1):
    turn_light(access=lead, light=l1, version=l1.version, colour="red")
    with pytest.raises(ValidationError, match="turned meanwhile"):
        confirm_light(access=lead, light=l1, colour="amber")


def test_other_colour_is_noted_with_its_reason(lead, l1):
    day = TODAY - timedelta(days=2)
    written = turn_light(
        access=lead, light=l1, version=l1.version, colour="red", on=day, why="Stock is there"
    )
    assert change_set_of(written).what == "Turned “Kestrel offers stock” red"
    assert entries(l1)[1:] == [(day, "amber", "red", "Stock is there")]
    assert (written.row.colour, written.row.version) == ("red", l1.version + 1)
    undo(access=lead, change_set=change_set_of(written))
    l1.refresh_from_db()
    assert (l1.colour, len(entries(l1))) == ("amber", 1)


def test_same_colour_again_writes_nothing(lead, l1):
    assert turn_light(access=lead, light=l1, version=1, colour="amber").change_set is None


def test_same_colour_with_a_reason_is_noted_as_still_true(lead, l1):
    for _time in range(2):
        written = turn_light(access=lead, light=l1, version=1, colour="amber", why="Stock is there")
    assert entries(l1)[1:] == [(TODAY, "amber", "amber", "Stock is there")]
    assert written.change_set is None
    said = ChangeSet.objects.latest("pk").what
    assert said == "Noted that “Kestrel offers stock” is still true"
    assert reading(lead).heading == "worsening"


def test_colour_of_a_day_before_the_last_change_is_refused(lead, l1):
    day = WEEK_AGO - timedelta(days=1)
    with pytest.raises(ValidationError) as refused:
        turn_light(access=lead, light=l1, version=l1.version, colour="red", on=day)
    assert list(refused.value.message_dict) == ["on"]


def test_change_that_is_noted_for_later_stands_in_nobodys_way(lead, l1):
    l1.history.update(on=TODAY + timedelta(days=9))
    turn_light(access=lead, light=l1, version=l1.version, colour="red")
    assert entries(l1)[1:] == [(TODAY, "amber", "red", "")]


def test_action_called_new_answers_a_light(lead, account, l1):
    Ref.objects.filter(account=account, code="A1").update(code="new")
    written = answer_light(access=lead, light=l1, version=1, response="Offer ours", action="new")
    assert (written.row.response, Action.objects.count()) == ("Offer ours, new", 1)


def test_stale_versions_are_refused(lead, l1):
    update_light(access=lead, light=l1, version=l1.version, text="Kestrel offers free stock")
    stale: tuple[tuple[Callable[..., Any], dict[str, str]], ...] = (
        (update_light, {"text": "Kestrel offers"}),
        (turn_light, {"colour": "red"}),
        (answer_light, {"response": "Offer ours"}),
    )
    for operation, values in stale:
        with pytest.raises(StaleError):
            operation(access=lead, light=l1, version=l1.version, **values)


def test_changed_colour_goes_into_the_history(lead, l1):
    update_light(
        access=lead, light=l1, version=l1.version, colour="green", on="", text="Kestrel left"
    )
    assert entries(l1)[1:] == [(TODAY, "amber", "green", "")]
    l1.refresh_from_db()
    assert (l1.text, l1.on) == ("Kestrel left", None)


@pytest.mark.parametrize("code", ["S1", "A1", "B9"])
def test_light_stands_on_what_can_have_one(lead, l1, code):
    with pytest.raises(ValidationError):
        update_light(access=lead, light=l1, version=l1.version, on=code)
    with pytest.raises(ValidationError):
        add_light(access=lead, text="No", colour="red", on=code)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Show what it costs", "Show what it costs, A1"),
        ("Show what it costs.", "Show what it costs, A1"),
        ("A1 by Friday", "A1 by Friday"),
        ("", "A1"),
    ],
)
def test_response_names_the_action_that_answers(lead, l1, said, kept):
    written = answer_light(access=lead, light=l1, version=l1.version, response=said, action="A1")
    assert written.row.response == kept
    found = reading(lead)
    assert (found.response, [action.id for action in found.actions]) == (Response.GIVEN, ["A1"])


def test_new_action_and_response_are_one_change(lead, l1):
    written = answer_light(
        access=lead, light=l1, version=l1.version, response="Offer our own", action=NEW_ACTION
    )
    action = Action.objects.get(ref__code="A2")
    assert action.what == "Offer our own"
    assert (str(action.owner), str(action.achieves)) == ("T1", "B1")
    assert action.month == TODAY.replace(day=1)
    assert written.row.response == "Offer our own, A2"
    undo(access=lead, change_set=change_set_of(written))
    l1.refresh_from_db()
    assert l1.response == ""
    assert not Action.objects.live().filter(ref__code="A2").exists()


def test_new_action_without_words_has_those_of_the_light(lead, l1):
    answer_light(access=lead, light=l1, version=l1.version, response="", action=NEW_ACTION)
    assert Action.objects.get(ref__code="A2").what == "Kestrel offers stock"


def test_light_that_went_out_comes_back(lead, l1):
    remove_light(access=lead, light=l1)
    assert plan_for(lead).traffic_lights == ()
    restore_light(access=lead, light=l1)
    assert [light.id for light in plan_for(lead).traffic_lights] == ["L-1"]
    assert restore_light(access=lead, light=l1).change_set is None


def test_partner_changes_lights_but_adds_no_action(partner, l1):
    turn_light(access=partner, light=l1, version=l1.version, colour="red")
    with pytest.raises(PermissionDenied):
        answer_light(access=partner, light=l1, version=2, response="Ask", action=NEW_ACTION)
    assert Action.objects.count() == 1


def test_viewer_changes_nothing(viewer, l1):
    before = ChangeSet.objects.count()
    light = {"access": viewer, "light": l1}
    for operation, values in (
        (add_light, {"access": viewer, "text": "No", "colour": "red"}),
        (confirm_light, {**light, "colour": "amber"}),
        (turn_light, {**light, "version": 1, "colour": "red"}),
        (update_light, {**light, "version": 1, "text": "No"}),
        (answer_light, {**light, "version": 1, "response": "No"}),
        (remove_light, light),
        (restore_light, light),
    ):
        with pytest.raises(PermissionDenied, match="Only the account team and its partners"):
            operation(**values)
    assert ChangeSet.objects.count() == before
