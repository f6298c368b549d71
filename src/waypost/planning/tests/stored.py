"""A plan of November 2026 for the tests of reviews, stored with its team's log-ins."""

from datetime import date

from waypost.accounts.queries import access_to
from waypost.planning.models import Review
from waypost.plans.models import PlannedMonth
from waypost.plans.tests.stored import LEAD, MEMBER, read, stored

NOON = "2026-11-24T12:00:00Z"
PLAN = """
account:
  name: Dunmore Mills
  currency: EUR
  settings: {window_months: 3, review_day: last Thursday of the month}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
people: [{id: P1, name: Marit Berg}]
objectives:
  relationship: [{id: R1, text: They answer before we ask}]
  business:
    - {id: B1, text: Five machines run on our bearings, metric: machines, unit: machines,
       baseline: 2, target: 5, due: 2027-09-30, stages: [{id: G1, due: 2027-03-31, value: 4}]}
strategies: [{id: S1, statement: Machine by machine, serves: [B1]}]
short_term_plan:
  planned_on: 2026-10-29
  months: [2026-11, 2026-12, 2027-01]
  actions:
    - {id: A1, month: 2026-11, what: Ask Marit Berg for the list of pumps by Friday,
       owner: T1, due: 2026-11-13, status: open, hours: 3}
    - {id: A2, month: 2026-11, what: Send the October report, owner: T2, status: done}
    - {id: A3, month: 2026-12, what: Present the trial to Marit Berg, owner: T1,
       due: 2026-12-10, status: open, hours: 8, important: true, urgent: false}
    - {id: A4, month: 2026-12, what: Follow up with purchasing, status: open, hours: 2}
traffic_lights:
  - {id: L1, colour: amber, on: B1, text: A new finance director, since: 2026-09-01}
  - {id: L2, colour: green, on: account, text: We are approved, since: 2026-09-01}
reviews:
  - {date: 2026-08-27, held: true, by: [T1]}
  - {date: 2026-10-29, held: true, by: [T1, T2], notes: No date for the trial}
"""


def planned(owner, teammate=None, **settings):
    """The account of the plan above; ``settings`` are columns of the account."""
    team = [("T1", owner, LEAD), *([("T2", teammate, MEMBER)] if teammate else [])]
    account = stored(read(PLAN), team=team)
    for name, value in settings.items():
        setattr(account, name, value)
    account.save()
    return account


def window_of(account):
    """The months stored, as 2026-12."""
    months = PlannedMonth.objects.filter(short_term_plan__account=account).order_by("month")
    return [f"{month:%Y-%m}" for month in months.values_list("month", flat=True)]


def set_window(account, *months):
    plan = account.short_term_plan
    plan.months.all().delete()
    for month in months:
        plan.months.create(month=date.fromisoformat(f"{month}-01"))


def access_of(user, account):
    return access_to(user, account.pk)


def under_way(account):
    return Review.objects.get(account=account, held=None, started_at__isnull=False)
