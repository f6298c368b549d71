"""The page of the lights: lanes, a light in one line, and who may do what."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole
from waypost.history.models import ChangeSet
from waypost.plans.models import TrafficLight
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db

TODAY = date.today()
AGO = {weeks: TODAY - timedelta(weeks=weeks) for weeks in (1, 3, 8)}
PLAN = f"""
account: {{name: Dunmore Mills}}
team:
  - {{id: T1, name: Olga Hagen, role: account lead}}
  - {{id: T2, name: Tom Ferrari, role: service}}
people: [{{id: P1, name: Eva Lund, title: CFO}}]
objectives: {{business: [{{id: B1, text: Five machines, stages: [{{id: B1a, due: 2098-03-31, value: 3}}]}}]}}
opportunities: [{{id: O1, name: Frame contract}}]
short_term_plan:
  actions:
    - {{id: A1, what: Show the savings, owner: T2, due: {AGO[1]}}}
    - {{id: A2, what: Meet the successor, status: done}}
traffic_lights:
  - id: L-1
    colour: red
    on: B1
    text: Kestrel offers stock
    since: {AGO[8]}
    response: Service answer, A1
    history: [{{on: {AGO[3]}, from: green, to: amber, why: Two visits}}, {{on: {AGO[1]}, from: amber, to: red}}]
  - {{id: L-2, colour: amber, on: account, text: The board decides late, since: {AGO[3]}, response: A2}}
  - {{id: L-3, colour: green, on: O1, text: Our oils are approved}}
"""  # noqa: E501  # one part a line


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


def at(account, name="lights", *args):
    return reverse(f"plans:{name}", args=[account.pk, *args])


def open_page(client, user, account, name="lights", *args):
    client.force_login(user)
    return client.get(at(account, name, *args))


def add(client, user, account, **data):
    client.force_login(user)
    return client.post(at(account), {"line": "", "colour": "", "said": "", "on": "", **data})


def newest():
    light = TrafficLight.objects.live().latest("pk")
    return light.text, light.colour, light.on and light.on.code


def test_lights_stand_in_three_lanes_worst_first(client, owner, account):
    page = open_page(client, owner, account).context["page"]
    assert [(lane.colour, [card.code for card in lane.cards]) for lane in page.lanes] == [
        ("red", ["L-1"]),
        ("amber", ["L-2"]),
        ("green", ["L-3"]),
    ]
    red, amber, green = (lane.cards[0] for lane in page.lanes)
    assert (red.trend, red.label, red.response) == ("down", "Response", "Service answer")
    answering = red.actions[0]
    assert (answering.code, answering.what, answering.state) == ("A1", "Show the savings", "Late")
    assert (red.on.code, red.on.short) == ("B1", "Five machines")
    assert (amber.response, amber.actions[0].state, amber.on) == ("", "Done", None)
    assert (green.label, green.is_answered, green.on.short) == ("Use it", False, "Frame contract")


def test_history_says_what_the_light_was(client, owner, account):
    red = open_page(client, owner, account).context["page"].lanes[0].cards[0]
    assert red.weeks == ("",) * 3 + ("green",) * 5 + ("amber",) * 2 + ("red",) * 2
    assert red.weeks_said == "Twelve weeks: not seen for 3, green for 5, amber for 2, red for 2"
    assert red.summary == "History, 2 changes of colour"
    assert [(turn.colour, turn.text, turn.by) for turn in red.turns] == [
        ("red", "From amber", ""),
        ("amber", "Two visits", "from green"),
        ("green", "First noted", ""),
    ]


def test_page_says_how_it_was_a_month_ago(client, owner, account):
    TrafficLight.objects.filter(ref__code="L-3").update(deleted_at=None)
    page = open_page(client, owner, account).context["page"]
    assert page.before == "no red, no amber, 2 green"
    client.post(at(account, "light-removal", "L-3"))
    assert open_page(client, owner, account).context["page"].before == "no red, no amber, 2 green"


@pytest.mark.parametrize(
    ("data", "light"),
    [
        ({"line": "red: Capex is frozen on B1"}, ("Capex is frozen", "red", "B1")),
        ({"line": "Capex is frozen", "colour": "amber"}, ("Capex is frozen", "amber", None)),
        ({"line": "red: Frozen", "colour": "red", "said": "red"}, ("Frozen", "red", None)),
        ({"line": "red: Frozen", "colour": "amber", "said": "red"}, ("Frozen", "amber", None)),
        ({"line": "g: Frozen", "colour": "red", "said": "red"}, ("Frozen", "green", None)),
        (
            {"line": "Frozen on B1", "colour": "green", "on": "O1"},
            ("Frozen", "green", "O1"),
        ),
    ],
)
def test_line_becomes_a_light(client, owner, account, data, light):
    response = add(client, owner, account, **data)
    assert (response.status_code, response.url) == (302, at(account))
    assert newest() == light
    made = TrafficLight.objects.latest("pk")
    assert (made.ref.code, made.since) == ("L-4", TODAY)
    assert list(made.history.values_list("on", "from_colour", "to_colour")) == [
        (TODAY, "", light[1])
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"line": "Capex is frozen"}, "Choose green, amber or red."),
        ({"line": "red: Frozen", "colour": "blue"}, "Choose one of the list."),
        ({"line": "Frozen", "colour": "red", "said": "red"}, "Choose green, amber or red."),
        ({"line": "red"}, "Say what is the case, beside the colour."),
        ({"line": "  ", "colour": "red"}, "Fill in “Light”"),
        ({"line": "red: Frozen", "on": "B99"}, "Choose one of the list."),
        ({"line": "red: " + "x" * 10_000}, "Shorten this to 10,000 characters, it has 10,005."),
        ({"line": "red: \ud7ff\x00"}, "Remove the character U+0000: it cannot be stored."),
    ],
)
def test_line_that_says_too_little_is_kept(client, owner, account, data, message):
    response = add(client, owner, account, **data)
    assert response.status_code == 422
    page = response.content.decode()
    assert message in page
    assert TrafficLight.objects.count() == 3
    assert response.context["form"]["line"].value() == data["line"]


def test_undo_takes_the_new_light_back(client, owner, account):
    add(client, owner, account, line="red: Capex is frozen")
    done = ChangeSet.objects.latest("pk")
    assert done.what == "Added the light “Capex is frozen”"
    client.post(reverse("accounts:undo", args=[account.pk, done.pk]))
    assert not TrafficLight.objects.live().filter(text="Capex is frozen").exists()


def test_reading_says_what_is_understood(client, owner, account):
    client.force_login(owner)
    line = "red: CFO leaves in March, touches A1, on B1"
    page = client.get(at(account, "light-reading"), {"line": line}).content.decode()
    for words in ("about <b>Eva Lund</b>, CFO", "in <b>March</b>", "<b>A1</b>", "on <b>B1</b>"):
        assert words in page
    assert 'value="red" id="id_colour_2" checked' in page
    assert "Which colour?" not in page
    page = client.get(at(account, "light-reading"), {"line": "CFO leaves"}).content.decode()
    assert "checked" not in page
    assert "Which colour?" in page


def test_empty_page_asks_for_the_first_light(client, owner):
    plan = read("account: {name: Dunmore Mills}\nteam: [{id: T1, name: Olga Hagen, role: lead}]")
    page = open_page(client, owner, stored(plan, team=[("T1", owner, LEAD)])).content.decode()
    assert "What helps you here, what could go either way, what stops you?" in page
    assert "A month ago" not in page


def test_viewer_reads_lights_and_finds_no_way_to_change_them(client, outsider, account, owner):
    viewed = stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", outsider, VIEWER)])
    page = open_page(client, outsider, viewed).content.decode()
    alone = open_page(client, outsider, viewed, "light", "L-1").content.decode()
    assert "Kestrel offers stock" in page
    for words in ("Still true", "Change colour", "Add light", "Remove the light"):
        assert words not in page + alone
    assert add(client, outsider, viewed, line="red: No").status_code == 403


def test_partner_adds_and_changes_lights(client, outsider, owner):
    shared = stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", outsider, AccessRole.PARTNER)])
    assert add(client, outsider, shared, line="red: Capex is frozen").status_code == 302
    client.post(at(shared, "light-confirmation", "L-1"), {"colour": "red"})
    light = TrafficLight.objects.get(account=shared, ref__code="L-1")
    assert light.history.count() == 3
    page = client.get(at(shared, "light-answer", "L-1")).content.decode()
    assert "A new action with these words" not in page
    assert "Show the savings" in page


def test_outsider_finds_nothing(client, outsider, account):
    for name, args in (("lights", ()), ("light", ("L-1",)), ("light-turn", ("L-1",))):
        assert open_page(client, outsider, account, name, *args).status_code == 404
    assert add(client, outsider, account, line="red: No").status_code == 404


@pytest.mark.parametrize(("lights", "count"), [(1, 7), (3, 7), (300, 7)])
def test_number_of_queries_is_that_of_one_light(
    client, owner, lights, count, django_assert_num_queries
):
    rows = "\n".join(
        f"  - {{id: L-{n}, colour: red, on: B1, text: t{n}, since: {AGO[8]}, response: A1, "
        f"history: [{{on: {AGO[1]}, from: green, to: red}}]}}"
        for n in range(lights)
    )
    head = PLAN.partition("traffic_lights:")[0]
    many = stored(read(f"{head}traffic_lights:\n{rows}"), team=[("T1", owner, LEAD)])
    client.force_login(owner)
    client.get(at(many))
    with django_assert_num_queries(count):
        client.get(at(many))
