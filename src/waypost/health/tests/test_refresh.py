"""Findings and summary follow the plan, and the day."""

from datetime import date

import pytest

from tests.personas import add_to_team
from waypost import planfile
from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.document.load import load
from waypost.document.store import store
from waypost.health.models import AccountSummary, Finding
from waypost.health.operations import refresh, refresh_stale
from waypost.history.operations import record
from waypost.method.checks import check
from waypost.plans.models import Action
from waypost.staff.models import User

TODAY = date(2026, 11, 24)
PLAN = """
format: waypost-plan/1
supplier: {name: Castor}
account:
  name: Brambleholt
  settings: {review_day: last Thursday of the month}
  locations: [{id: LOC1, name: Redruth}, {id: LOC2, name: Bude}]
team: [{id: T1, name: Ada, role: account lead}]
profile: {gaps: [Who signs?]}
objectives:
  business:
    - id: B1
      text: Bring the lines under agreement from 2 to 5 by 31 December 2027.
      metric: lines under agreement
      unit: line
      baseline: 2
      target: 5
      due: 2027-12-31
      stages:
        - {id: B1a, due: 2026-12-31, value: 3}
        - {id: B1b, due: 2027-09-30, value: 5}
      check_ins: [{on: 2026-09-24, value: 2}, {on: 2026-11-19, value: 2}]
strategies: [{id: S1, statement: From the machine outwards., serves: [B1]}]
short_term_plan:
  actions:
    - {id: A1, what: Send the report, achieves: B1, owner: T1, due: 2026-11-20, status: open}
    - {id: A2, what: Ask who signs, achieves: B1, owner: T1, due: 2026-11-26, from_gap: "gaps[0]"}
traffic_lights:
  - {id: L1, colour: red, on: B1, text: Purchasing has moved.}
  - {id: L2, colour: green, on: account, text: They ask us first.}
acceptance: {senior: {accepted: true, on: 2026-11-12}}
"""


@pytest.fixture
def brambleholt(db: None) -> Account:
    with record(actor=None, account=None, what="Test") as recording:
        return store(planfile.read(PLAN), recording)


def test_summary_is_what_the_plan_comes_to(brambleholt: Account) -> None:
    refresh(brambleholt, TODAY)

    summary = AccountSummary.objects.get()
    assert (summary.lead_name, summary.lead_user, summary.place) == ("Ada", None, "Redruth")
    assert (summary.greens, summary.ambers, summary.reds) == (1, 0, 1)
    assert (summary.next_stage_ref, summary.next_stage_text) == ("B1a", "3 lines under agreement")
    assert (summary.next_stage_due, summary.next_stage_signal) == (date(2026, 12, 31), "red")
    assert (summary.next_review, summary.accepted_on) == (date(2026, 11, 26), date(2026, 11, 12))
    assert (summary.objectives, summary.strategies, summary.late_actions) == (1, 1, 1)
    assert (summary.gaps, summary.people, summary.opportunities) == (1, 0, 0)
    assert summary.findings == Finding.objects.count()
    assert summary.worst_finding == max(found.severity for found in Finding.objects.all())


def test_lead_is_the_first_who_is_one_still(
    brambleholt: Account, owner: User, teammate: User
) -> None:
    TeamMember.objects.update(deleted_at="2026-11-20T00:00Z")
    add_to_team(brambleholt, teammate, AccessRole.MEMBER)
    lead = add_to_team(brambleholt, owner, AccessRole.LEAD)
    refresh(brambleholt, TODAY)
    summary = AccountSummary.objects.get()
    assert (summary.lead_name, summary.lead_user) == (owner.name, owner)

    lead.delete()
    refresh(brambleholt, TODAY)
    summary.refresh_from_db()
    assert (summary.lead_name, summary.lead_user) == ("", None)


def test_findings_are_those_of_the_plan_and_replaced_each_time(brambleholt: Account) -> None:
    refresh(brambleholt, TODAY)
    first = set(Finding.objects.values_list("rule", "at", "subject"))
    refresh(brambleholt, TODAY)

    assert set(Finding.objects.values_list("rule", "at", "subject")) == first
    assert {("TL-4", "L1", ""), ("STP-7", "A1", "")} <= first
    assert ("STP-7", "A2", "") not in first


def test_findings_that_stay_are_left_alone_in_the_order_of_the_checks(
    brambleholt: Account,
) -> None:
    def stored() -> list[tuple[int, str, str]]:
        return list(Finding.objects.order_by("pk").values_list("pk", "rule", "at"))

    refresh(brambleholt, TODAY)
    before = stored()
    refresh(brambleholt, TODAY)
    assert stored() == before

    Action.objects.filter(ref__code="A1").update(status=Action.Status.DONE)
    refresh(brambleholt, TODAY)
    place = next(n for n, (_pk, *found) in enumerate(before) if found == ["STP-7", "A1"])
    assert stored()[:place] == before[:place]
    expected = [(found.rule, found.at) for found in check(load(brambleholt.pk), TODAY)]
    assert [(rule, at) for _pk, rule, at in stored()] == expected


def test_new_day_judges_again_only_what_was_judged_before(brambleholt: Account) -> None:
    assert refresh_stale(TODAY) == 1
    assert refresh_stale(TODAY) == 0
    assert refresh_stale(date(2026, 11, 27)) == 1

    assert AccountSummary.objects.get().late_actions == 2
