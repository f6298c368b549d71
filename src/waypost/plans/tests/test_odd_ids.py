"""Ids that a plan file may give its parts, and that are words of our addresses as well."""

import pytest
from django.urls import reverse

from waypost.plans.tests.stored import LEAD, read, stored

pytestmark = pytest.mark.django_db

PLAN = """account: {name: Halvorsen Foods}
team: [{id: several, name: Olga Hagen, role: account lead}]
objectives:
  visionary: [{id: edit, horizon_years: 5, text: One sealing standard}]
  business:
    - id: new
      text: Five product lines in use
      stages:
        - {id: planner, due: 2098-03-31, value: 3, customer_sees: Lubrication}
        - {id: removal, due: 2098-06-30, value: 4, customer_sees: Pump spares}
strategies: [{id: strategies, statement: Talk about downtime}]
short_term_plan: {actions: [{id: closure, what: Call Ingrid}]}
traffic_lights: [{id: reading, colour: red, on: account, text: They merge}]
"""


@pytest.mark.parametrize(
    ("name", "codes", "words"),
    [
        ("objective", ["new"], "Five product lines in use"),
        ("objective", ["edit"], "One sealing standard"),
        ("stage", ["new", "planner"], "Lubrication"),
        ("stage", ["new", "removal"], "Pump spares"),
        ("strategy", ["strategies"], "Talk about downtime"),
        ("action", ["closure"], "Call Ingrid"),
        ("light", ["reading"], "They merge"),
    ],
)
def test_part_with_a_word_of_ours_as_its_id_has_its_page(client, owner, name, codes, words):
    account = stored(read(PLAN), team=[("several", owner, LEAD)])
    client.force_login(owner)

    page = client.get(reverse(f"plans:{name}", args=[account.pk, *codes]))

    assert page.status_code == 200
    assert words in page.content.decode()


def test_strategy_called_new_has_its_page(client, owner):
    plan = PLAN.replace("id: new\n", "id: B1\n").replace("id: strategies", "id: new")
    account = stored(read(plan), team=[("several", owner, LEAD)])
    client.force_login(owner)

    page = client.get(reverse("plans:strategy", args=[account.pk, "new"])).content.decode()

    assert "Talk about downtime" in page
