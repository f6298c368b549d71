"""The page of the short-term plan: what stands where, for whom, and how it is filtered."""

import re
from dataclasses import replace
from html import escape, unescape

import pytest
from django.db import connection
from django.urls import reverse

from waypost.method.month import Month
from waypost.method.plan import Action
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore Mills, currency: EUR}
team:
  - {id: T1, name: Olga Hagen, role: account lead, hours_per_week: 5}
  - {id: T2, name: Tom Ferrari, role: service}
people: [{id: P1, name: Marit Berg}]
profile: {gaps: [Who signs]}
objectives:
  business:
    - {id: B1, text: Five machines, stages: [{id: B1a, due: 2098-03-31, value: 3}]}
    - {id: B2, text: Twelve lines}
strategies: [{id: S1, statement: Machine outwards, serves: [B1]}]
short_term_plan:
  months: [2097-12, 2098-01, 2098-02]
  actions:
    - {id: A1, month: 2097-12, what: Agree on the trial, owner: P1, due: 2097-12-03, hours: 6, achieves: B1}
    - {id: A2, month: 2098-01, what: Draft the standard, owner: T2, hours: 2.5, important: true, achieves: S1}
    - {id: A3, month: 2098-05, what: Open the fair, owner: T1, depends_on: [A1]}
    - {id: A4, what: Ask who signs, from_gap: "gaps[0]", achieves: B1a}
    - {id: A5, month: 2097-11, what: Send the report, owner: T1, achieves: B2}
traffic_lights: [{id: L-1, colour: red, on: B1, text: Capex is frozen, response: A2}]
"""  # noqa: E501  # one action a line


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


def open_page(client, user, account, query="", **headers):
    client.force_login(user)
    return client.get(reverse("plans:short-term-plan", args=[account.pk]) + query, headers=headers)


def codes(response):
    board = response.context["board"]
    return [[row.code for row in column.rows] for column in board.columns] + [
        [row.code for row in board.outside]
    ]


def test_actions_stand_in_their_months_carried_over_or_outside(client, owner, account):
    response = open_page(client, owner, account)
    assert codes(response) == [["A5", "A1"], ["A2"], [], ["A3", "A4"]]
    rows = {row.code: row for c in response.context["board"].columns for row in c.rows}
    rows |= {row.code: row for row in response.context["board"].outside}
    assert rows["A5"].notes == ("B2", "from November 2097")
    assert (rows["A1"].day, rows["A1"].hours, rows["A1"].notes) == ("Tue 3", "6\u00a0h", ("B1",))
    assert rows["A2"].notes == ("S1", "answers a red light")
    assert rows["A3"].notes == ("May 2098", "waits for A1")
    assert rows["A4"].notes == ("B1a", "from a gap")
    assert [rows[code].is_mine for code in ("A3", "A1")] == [True, False]


def test_hours_planned_stand_beside_those_there_are(client, owner, account):
    board = open_page(client, owner, account).context["board"]
    assert [column.load for column in board.columns] == [
        "6\u00a0h planned, 22\u00a0h available. 0\u00a0h of it important, not urgent. "
        "1 action without hours",
        "about 2.5 of 23\u00a0h",
        "about 0 of 20\u00a0h",
    ]
    assert [(p.name, p.months[0]) for p in board.people] == [
        ("Olga Hagen", "0\u00a0of\u00a022\u00a0h"),
        ("Tom Ferrari", "0\u00a0h"),
        ("Marit Berg, Dunmore Mills", "6\u00a0h"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?who=T1", [["A5"], [], [], ["A3"]]),
        ("?who=-", [[], [], [], ["A4"]]),
        ("?objective=B1", [["A1"], ["A2"], [], ["A4"]]),
        ("?important=on", [[], ["A2"], [], []]),
        ("?who=T1&objective=B2&important=", [["A5"], [], [], []]),
        ("?who=T99&objective=%00", [["A5", "A1"], ["A2"], [], ["A3", "A4"]]),
    ],
)
def test_filters_leave_what_is_asked_for(client, owner, account, query, found):
    assert codes(open_page(client, owner, account, query)) == found


def test_value_changed_where_it_stands_leaves_the_filters(client, owner, account):
    page = open_page(client, owner, account, "?who=T1&objective=B2")
    change = reverse("plans:action-change", args=[account.pk, "A5"])
    here = "%3Fwho%3DT1%26objective%3DB2"
    edits = re.findall(rf'(?:href|hx-get)="({change}[^"]*)"', page.content.decode())
    assert len(edits) == 7  # twice each of its three values, and once its month
    assert all(edit.endswith(here) for edit in edits)

    edit = next(unescape(edit) for edit in edits if "field=hours" in edit)
    form = client.get(edit, headers={"HX-Request": "true"}).content.decode()
    assert f'action="{escape(edit)}"' in form
    saved = client.post(edit, {"hours": "3", "version": "1"})
    plan = reverse("plans:short-term-plan", args=[account.pk])
    assert saved.url == f"{plan}?who=T1&objective=B2#action-A5"


def test_row_of_one_action_leads_back_to_the_page_it_is_on(client, owner, account):
    page = open_page(client, owner, account, "?row=A5&who=T1", **{"HX-Request": "true"})
    assert "row%3DA5" not in page.content.decode()
    assert "%3Fwho%3DT1" in page.content.decode()


def test_filter_that_finds_nothing_says_so(client, owner, account):
    page = open_page(client, owner, account, "?who=T2&objective=B2").content.decode()
    assert "No action is like this." in page


def test_htmx_is_answered_with_the_months_alone(client, owner, account):
    page = open_page(client, owner, account, **{"HX-Request": "true"}).content.decode()
    assert "Agree on the trial" in page
    assert "<html" not in page
    whole = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in open_page(client, owner, account, **whole).content.decode()


def test_viewer_sees_the_plan_and_no_way_to_change_it(client, outsider, account, owner):
    viewer = stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", outsider, VIEWER)])
    page = open_page(client, outsider, viewer).content.decode()
    assert "Agree on the trial" in page
    assert "formaction" not in page
    assert "quick-2097-12" not in page
    assert "field=due" not in page


def test_outsider_finds_nothing(client, outsider, account):
    assert open_page(client, outsider, account).status_code == 404


def many(owner, count):
    """An account with so many actions, every third of them from a gap and with an owner."""
    actions = tuple(
        Action(
            id=f"A{n}",
            what="Walk the line",
            month=Month(2097, 12) if n % 2 else Month(2098, 1),
            owner="T1" if n % 3 else None,
            from_gap=None if n % 3 else 0,
            depends_on=("A1",) if n > 1 else (),
        )
        for n in range(1, count + 1)
    )
    plan = read(PLAN)
    months = replace(plan.short_term_plan, actions=actions)
    return stored(replace(plan, short_term_plan=months), team=[("T1", owner, LEAD)])


@pytest.mark.parametrize("count", [1, 3, 300])
def test_page_asks_the_same_of_the_database_however_many_actions(
    client, owner, django_assert_num_queries, count
):
    account = many(owner, count)
    client.force_login(owner)
    with django_assert_num_queries(4):
        client.get(reverse("plans:short-term-plan", args=[account.pk]))


@pytest.mark.parametrize(("count", "queries"), [(1, 18), (3, 18), (300, 18)])
def test_adding_asks_the_same_of_the_database_however_many_actions(
    client, owner, django_assert_num_queries, count, queries
):
    account = many(owner, count)
    client.force_login(owner)
    data = {"line": "Call Marit, Olga, 2h", "month": "2098-01"}
    holding = 1 if connection.features.has_select_for_update else 0
    with django_assert_num_queries(queries + holding):
        client.post(reverse("plans:actions", args=[account.pk]), data)
