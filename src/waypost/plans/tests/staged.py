"""A plan with stage goals, and how they stand."""

from waypost.plans.models import StageGoal

PLAN = """account: {name: Halvorsen Foods}
team: [{id: T1, name: Olga Hagen, role: account lead}, {id: T2, name: Vera Ito, role: auditor}]
objectives:
  business:
    - id: B1
      text: Five product lines in use
      metric: product lines in use
      unit: product lines
      baseline: 2
      target: 5
      due: 2050-12-31
      stages:
        - {id: B1a, due: 2050-03-31, value: 3, customer_sees: Lubrication}
        - {id: B1b, due: 2050-06-30, value: 4}
      check_ins: [{on: 2049-04-01, value: 2}]
    - {id: B2, text: Grow significantly}
"""
STAGE = {"due": "2050-09-30", "value": "5", "customer_sees": "Pump spares"}


def steps():
    """The stage goals as they stand: id, date, value."""
    rows = StageGoal.objects.live().order_by("due").select_related("ref")
    return [(row.ref.code, row.due.isoformat(), row.value) for row in rows]
