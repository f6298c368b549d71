from datetime import date
from decimal import Decimal

from waypost.method.parts import named_parts
from waypost.method.plan import (
    Account,
    BusinessObjective,
    Fact,
    Location,
    Objectives,
    Plan,
    Profile,
    StageGoal,
    Supplier,
    TeamMember,
)
from waypost.method.shape import Kind


def test_named_parts_in_the_order_of_the_plan_file() -> None:
    stage = StageGoal(id="B1a", due=date(2026, 12, 31), value=Decimal(3))
    plan = Plan(
        supplier=Supplier(name="We"),
        account=Account(name="They", locations=(Location(id="L1", name="Mill"),)),
        team=(TeamMember(id="T1", name="Ada", role="account lead", location="L1"),),
        profile=Profile(structure=(Fact(text="No id"), Fact(text="With id", id="G1"))),
        objectives=Objectives(business=(BusinessObjective(id="B1", text="x", stages=(stage,)),)),
    )

    assert named_parts(plan) == {
        "L1": Kind.LOCATION,
        "T1": Kind.MEMBER,
        "G1": Kind.FACT,
        "B1": Kind.BUSINESS,
        "B1a": Kind.STAGE,
    }


def test_named_parts_of_an_empty_plan() -> None:
    assert named_parts(Plan(supplier=Supplier(name="We"), account=Account(name="They"))) == {}
