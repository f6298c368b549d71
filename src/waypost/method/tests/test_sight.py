from datetime import date
from decimal import Decimal

import pytest

from waypost.method import plan as p
from waypost.method.sight import Sight, seen

DAY = date(2026, 10, 29)
COMPETITOR = p.Fact(id="F9", text="Norrland adds a machine in 2028.", source="trade press")
COMPETITOR_WITHOUT_ID = p.Fact(text="Norrland is cheaper.")
GOAL = p.Fact(id="F1", text="Half the water by 2029.")


@pytest.fixture
def plan():
    return p.Plan(
        supplier=p.Supplier(name="Fernhill Controls"),
        account=p.Account(name="Brightwater Mills"),
        profile=p.Profile(company_goals=(GOAL,), competitors=(COMPETITOR, COMPETITOR_WITHOUT_ID)),
        objectives=p.Objectives(
            business=(
                p.BusinessObjective(
                    id="B1",
                    text="From 2 to 5 machines.",
                    condition="gross margin >= 34 %",
                    serves=("F1", "F9"),
                    check_ins=(
                        p.CheckIn(on=DAY, value=Decimal(2), condition_value="33 %", note="slow"),
                    ),
                ),
            )
        ),
        strategies=(
            p.Strategy(
                id="S1",
                statement="One standard.",
                serves=("B1", "F9"),
                members=(
                    p.Commitment(who="T1", committed=False, doubts="Too early."),
                    p.Commitment(who="T2", committed=True, doubts="Who pays?"),
                ),
            ),
        ),
        opportunities=(
            p.Opportunity(
                id="O1",
                name="Seals for PM4",
                serves=("F9", "B1"),
                q=p.EightQuestions(need="yes", profitable="barely"),
                margin=Decimal(120_000),
                chance=Decimal("0.5"),
            ),
        ),
        coach_development=(p.CoachDevelopment(person="P1", stage="trusts us"),),
        customer_facing=p.CustomerFacing(show=("B1", "F9", "F1")),
    )


def test_seen_with_full_sight_is_the_plan_itself(plan):
    assert seen(plan, Sight(margins=True, notes=True)) is plan


def test_seen_without_notes_lacks_only_the_notes_on_coaches(plan):
    found = seen(plan, Sight(margins=True, notes=False))

    assert found.coach_development == ()
    assert found.profile.competitors == (COMPETITOR, COMPETITOR_WITHOUT_ID)
    assert found.opportunities == plan.opportunities


def test_seen_without_margins_has_no_figure_of_a_margin(plan):
    found = seen(plan, Sight(margins=False, notes=True))

    [opportunity] = found.opportunities
    [objective] = found.objectives.business
    assert opportunity.margin is None
    assert opportunity.q == p.EightQuestions(need="yes")
    assert opportunity.chance == Decimal("0.5")
    assert objective.condition is None
    assert objective.check_ins == (p.CheckIn(on=DAY, value=Decimal(2), note="slow"),)
    assert found.coach_development == plan.coach_development


def test_seen_without_margins_has_no_competitors_and_nothing_that_points_at_them(plan):
    found = seen(plan, Sight(margins=False, notes=True))

    assert found.profile == p.Profile(company_goals=(GOAL,))
    assert found.objectives.business[0].serves == ("F1",)
    assert found.strategies[0].serves == ("B1",)
    assert found.opportunities[0].serves == ("B1",)
    assert found.customer_facing.show == ("B1", "F1")


def test_seen_without_margins_keeps_own_doubts_only(plan):
    found = seen(plan, Sight(margins=False, notes=False, member="T2"))

    assert found.strategies[0].members == (
        p.Commitment(who="T1", committed=False),
        p.Commitment(who="T2", committed=True, doubts="Who pays?"),
    )


def test_seen_without_a_place_in_the_team_has_no_doubts(plan):
    found = seen(plan, Sight(margins=False, notes=False))

    assert [answer.doubts for answer in found.strategies[0].members] == [None, None]
