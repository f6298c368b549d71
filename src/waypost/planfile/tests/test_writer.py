"""What a written plan file looks like."""

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from waypost import planfile
from waypost.method.month import Month
from waypost.method.plan import (
    Account,
    Action,
    Agreed,
    BusinessObjective,
    DecisionGroup,
    Membership,
    Objectives,
    Opportunity,
    Person,
    Plan,
    Profile,
    Role,
    Settings,
    ShortTermPlan,
    Strategy,
    Supplier,
    Tier,
)
from waypost.planfile.tests.files import COMPLETE

PLAN = Plan(
    supplier=Supplier(name="Castor"),
    account=Account(name="Brambleholt & Sons", tier=Tier.B, settings=Settings(window_months=3)),
    as_of=date(2026, 3, 2),
    profile=Profile(gaps=("Who signs?",)),
    objectives=Objectives(
        business=(
            BusinessObjective(
                id="B1",
                text="More",
                target=Decimal("2.50"),
                agreed=Agreed(team=False, customer=("P1",)),
            ),
        )
    ),
    strategies=(Strategy(id="S1", statement="First.\n\n  Then: more."),),
    short_term_plan=ShortTermPlan(
        months=(Month(2026, 12),),
        actions=(Action(id="A1", what="Ask", urgent=False, hours=Decimal(0), from_gap=0),),
    ),
    decision_groups=(
        DecisionGroup(
            id="D1",
            decision="Dryer",
            people=(Membership(person="P1", roles=(Role.ECONOMIC, Role.COACH)),),
        ),
        DecisionGroup(id="D2", decision="Mixer", people=(Membership(person="P1"),)),
    ),
    people=(Person(id="P1", name="Edith"), Person(id="no", name="Nobody")),
    opportunities=(Opportunity(id="OP1", name="Dryer", margin=Decimal("112500")),),
)

YAML = """\
format: waypost-plan/1
supplier: {name: Castor}
account: {name: "Brambleholt & Sons", class: B, settings: {window_months: 3}}
as_of: 2026-03-02
profile: {gaps: ["Who signs?"]}
objectives:
  business:
    - {id: B1, text: More, target: 2.5, agreed: {team: false, customer: [P1]}}
strategies:
  - id: S1
    statement: |-
      First.

        Then: more.
short_term_plan:
  months: [2026-12]
  actions:
    - {id: A1, what: Ask, urgent: false, hours: 0, from_gap: "gaps[0]"}
decision_groups:
  - id: D1
    decision: Dryer
    people:
      - {id: P1, name: Edith, roles: [economic, coach]}
  - id: D2
    decision: Mixer
    people:
      - {ref: P1}
people:
  - {id: "no", name: Nobody}
opportunities:
  - {id: OP1, name: Dryer, margin_k: 112.5}
"""


def test_yaml_leaves_out_what_is_not_known_and_names_people_once_in_full():
    assert planfile.write_yaml(PLAN) == YAML
    assert planfile.read(YAML) == PLAN


def test_json_has_the_same_keys():
    supplier = '  "supplier": {\n    "name": "Castor"\n  },\n'
    written = planfile.write_json(PLAN)
    assert written.startswith('{\n  "format": "waypost-plan/1",\n' + supplier)
    assert '"target": 2.5,' in written
    assert '"hours": 0,' in written
    assert '"months": [\n      "2026-12"\n    ],' in written
    assert '"margin_k": 112.5\n' in written
    assert written.endswith("}\n")
    assert planfile.read(written) == PLAN


def test_equal_plans_give_the_same_text():
    objective = dataclasses.replace(PLAN.objectives.business[0], target=Decimal("2.5000"))
    other = dataclasses.replace(PLAN, objectives=Objectives(business=(objective,)))
    assert other == PLAN
    assert planfile.write_yaml(other) == YAML


def test_complete_plan_is_the_same_after_writing_and_reading():
    plan = planfile.read(COMPLETE.read_bytes())
    assert planfile.read(planfile.write_yaml(plan)) == plan
    assert planfile.read(planfile.write_json(plan)) == plan


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Castor", "Castor"),
        ("gmbh/co", "gmbh/co"),
        ("Castor GmbH", '"Castor GmbH"'),
        ("Pål", '"Pål"'),
        ("No", '"No"'),
        ("null", '"null"'),
        ("Y", '"Y"'),
        ("12", '"12"'),
        ("1e3", '"1e3"'),
        ("2026-12-31", '"2026-12-31"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("{a}", '"{a}"'),
        ("*a", '"*a"'),
        ('"a"\\', '"\\"a\\"\\\\"'),
        ("a\ufeffb", '"a\\ufeffb"'),
        ("🦀\u202e日本", '"🦀\u202e日本"'),
    ],
)
def test_text_is_quoted_where_it_could_be_taken_for_something_else(text: str, written: str):
    plan = dataclasses.replace(PLAN, supplier=Supplier(name=text))
    assert planfile.write_yaml(plan).splitlines()[1] == f"supplier: {{name: {written}}}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\nb", "|-"),
        ("a\n\n  - b: c", "|-"),
        ("a \nb", '"a \\nb"'),
        ("a\n\t\nb", '"a\\n\\t\\nb"'),
        ("a\u2028b\nc", '"a\\u2028b\\nc"'),
    ],
)
def test_lines_stand_below_each_other_where_no_blank_can_get_lost(text: str, written: str):
    strategy = Strategy(id="S1", statement=text, communicate="x" * 120)
    plan = dataclasses.replace(PLAN, strategies=(strategy,))
    assert f"\n    statement: {written}\n" in planfile.write_yaml(plan)
    assert planfile.read(planfile.write_yaml(plan)) == plan


def test_long_lists_and_mappings_stand_below_each_other():
    plan = dataclasses.replace(
        PLAN,
        account=Account(name="Brambleholt", also_known_as=tuple(f"Dairy {n}" for n in range(20))),
        people=(Person(id="P1", name="E" * 200, title="Engineer"),),
        decision_groups=(),
    )
    written = planfile.write_yaml(plan)
    assert 'account:\n  name: Brambleholt\n  also_known_as:\n    - "Dairy 0"\n' in written
    assert f"people:\n  - id: P1\n    name: {'E' * 200}\n    title: Engineer\n" in written
    assert planfile.read(written).account == plan.account
