from decimal import Decimal

from waypost.method.month import Month
from waypost.method.plan import Action, ActionStatus, Opportunity, ShortTermPlan, Tier
from waypost.method.planned_hours import planned_hours
from waypost.method.tests.build import plan

DECEMBER = Month(2026, 12)


def action(code, achieves, hours, **fields):
    hours = None if hours is None else Decimal(hours)
    given = {"month": DECEMBER, **fields}
    return Action(id=code, what="Call them", achieves=achieves, hours=hours, **given)


def opportunity(code, tier=None):
    return Opportunity(id=code, name=code, tier=tier)


def test_hours_of_a_month_by_class():
    actions = (
        action("A1", "OP1", 4),
        action("A2", "OP2", 5),
        action("A3", "OP2", 1, status=ActionStatus.DONE),
        action("A4", "OP3", None),
        action("A5", "B1", 2),
        action("A6", None, 3),
        action("A7", "OP1", 90, status=ActionStatus.DROPPED),
        action("A8", "OP1", 90, month=Month(2027, 1)),
    )
    having = (opportunity("OP1", Tier.A), opportunity("OP2", Tier.C), opportunity("OP3"))
    short_term = ShortTermPlan(actions=actions)
    december, february = planned_hours(
        plan(opportunities=having, short_term_plan=short_term), (DECEMBER, Month(2027, 2))
    )
    assert [(tier, int(hours)) for tier, hours in december.by_tier] == [
        *((Tier.A, 4), (Tier.B, 0), (Tier.C, 6), (None, 0)),
    ]
    assert december.for_opportunities == 10
    assert december.in_all == 15
    assert december.share(Tier.C) == Decimal("0.6")
    assert february.in_all == 0
    assert february.share(Tier.A) == 0
