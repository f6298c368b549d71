import pytest

from waypost.accounts.models import AccessRole
from waypost.accounts.queries import access_to
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored
from waypost.staff.models import User

PLAN = """
as_of: 2026-11-24
account:
  name: Dunmore Mills
  locations: [{id: L1, name: Vejle plant}, {id: L2, name: Skive}]
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
  - {id: T3, name: Vera Lind, role: guest}
  - {id: M1, name: Max Orlov, role: first-line manager}
objectives:
  relationship: [{id: R1, text: They call us first, heard: [{on: 2026-11-02, who: Eva Lund, text: You were early}]}]
short_term_plan:
  actions:
    - {id: A1, what: Ask E. Lund about the budget, owner: T1}
    - {id: A2, what: Send the figures, owner: P1, status: done}
decision_groups:
  - id: D1
    decision: Frame contract
    opportunity: O1
    people:
      - {id: P1, name: Eva Lund, title: CFO, location: L1, level: 1, roles: [economic], wants: no surprises, known_by: [T1, T2], last_contact: 2026-11-12, disposition: open}
      - {id: P2, name: Jonas Ek, title: Planner, location: L1, level: 3, reports_to: P1, roles: [user, coach], known_by: [T2], last_contact: 2026-06-01}
      - {id: P3, name: Bo Dahl, title: Buyer, level: 2, reports_to: P1}
      - {id: P4, name: Ada Ros, title: Guard}
opportunities: [{id: O1, name: Seals, decision_group: D1}, {id: O2, name: Pumps, decision_group: D1}]
coach_development: [{person: P2, stage: believes in us, next: ask him to the trial, confidential_information: false}]
"""  # noqa: E501  # one part a line


@pytest.fixture
def manager(db):
    return User.objects.create_user("max@waypost.example", name="Max Orlov")


@pytest.fixture
def viewer(db):
    return User.objects.create_user("vera@waypost.example", name="Vera Lind")


@pytest.fixture
def account(owner, teammate, viewer, manager, time_machine):
    time_machine.move_to("2026-11-24T12:00:00Z", tick=False)
    team = [("T1", owner, LEAD), ("T2", teammate, MEMBER), ("T3", viewer, VIEWER)]
    return stored(read(PLAN), team=[*team, ("M1", manager, AccessRole.FIRST_LINE)])


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)
