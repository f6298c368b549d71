"""An account whose team can hold a planning session, for the tests of sessions."""

import re
from datetime import date, time
from html import unescape

from django.urls import reverse

from waypost.accounts.models import AccessRole
from waypost.accounts.queries import access_to
from waypost.planning.models import PlanningSession
from waypost.planning.operations.sessions import plan_session
from waypost.planning.operations.sessions_people import open_session
from waypost.plans.tests.stored import read, stored

NOON = "2026-11-24T12:00:00Z"
PLAN = """
account: {name: Dunmore Mills, currency: EUR}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: field service}
  - {id: T3, name: Lise Arden, role: "channel partner", external: true}
  - {id: M1, name: Henrik Aas, role: first-line manager}
  - {id: M2, name: Claire Dumont, role: second-level management}
people:
  - {id: P1, name: Eva Lund, title: Managing director, level: 1, known_by: [M1]}
  - {id: P2, name: Bo Dahl, title: Shift lead, level: 4, known_by: [T2]}
  - {id: P3, name: Ida Krog, title: Site manager, level: 2, known_by: [T1]}
objectives:
  visionary: [{id: V1, text: No stop comes unannounced, horizon_years: 5}]
  relationship: [{id: R1, text: They answer before we ask}]
  business:
    - {id: B1, text: Five machines run on our bearings, metric: machines, unit: machines,
       baseline: 2, target: 5, due: 2027-09-30, stages: [{id: G1, due: 2027-03-31, value: 4}]}
strategies: [{id: S1, statement: Machine by machine, serves: [B1]}]
sessions:
  - {id: SE1, date: 2026-06-10, led_by: T1, participants: [T1, T2],
     first_line_manager_present: false, documented: false, outcome: ran out of time before actions}
"""
ROLES = {
    "T1": AccessRole.LEAD,
    "T2": AccessRole.MEMBER,
    "T3": AccessRole.PARTNER,
    "M1": AccessRole.FIRST_LINE,
}


def team_of(**users):
    """The account of the plan above; ``users`` are log-ins by the id of the member."""
    team = [(code, user, ROLES[code]) for code, user in users.items()]
    return stored(read(PLAN), team=team)


def planned(user, account, **values):
    """A session on 10 December at 14:00, three hours long, planned by this user."""
    facts = {
        "purpose": "The next two years",
        "on": date(2026, 12, 10),
        "at": time(14),
        "minutes": 180,
        "place": "Room 4",
        "led_by": "M1",
        **values,
    }
    return plan_session(access=access_to(user, account.pk), **facts).row


def opened(user, account, *, there=("T1", "T2", "M1"), **values):
    """The same under way, with these of us."""
    access = access_to(user, account.pk)
    return open_session(access=access, session=planned(user, account), there=there, **values).row


def fresh(session):
    return PlanningSession.objects.get(pk=session.pk)


class Visitor:
    """Somebody at the pages of sessions; each call may name another user."""

    def __init__(self, client, user, account):
        self.client, self.user, self.account = client, user, account

    def page(self, name, *codes, user=None, status=200):
        """What the page says."""
        self.client.force_login(user or self.user)
        return self._said(self.client.get(self._address(name, codes)), status)

    def post(self, name, *codes, user=None, status=302, **data):
        """What the answer says."""
        self.client.force_login(user or self.user)
        return self._said(self.client.post(self._address(name, codes), data), status)

    def _address(self, name, codes):
        return reverse(f"planning:{name}", args=[self.account.pk, *codes])

    @staticmethod
    def _said(answer, status):
        assert answer.status_code == status, words(answer)
        return words(answer)


def words(answer):
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", main)))


def there(session):
    """The ids of those who take part."""
    rows = session.participations.order_by("participant__code")
    return [row.participant.code for row in rows]
