"""The rail and the list of accounts count the findings that the person may read."""

import re

import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole
from waypost.health.models import AccountSummary
from waypost.plans.tests.stored import read, stored
from waypost.portfolio import queries

pytestmark = pytest.mark.django_db
PLAN = """
account: {name: Dunmore Mills, currency: EUR}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: channel partner}
people: [{id: P1, name: Marit Berg}]
coach_development: [{person: P1, stage: known, confidential_information: true}]
opportunities:
  - {id: O1, name: Pumps, class: A, hours: 300, margin_k: 1, chance: 0.1}
  - {id: O2, name: Fans, class: C, hours: 10, margin_k: 900, chance: 0.9}
"""


def shown(client, account):
    """What the rail, the page of the health and the list say."""
    health = client.get(reverse("health:health", args=[account.pk]))
    rail = health.context["rail"]
    links = [link for group in rail.groups for link in group.links]
    [count] = [link.count for link in links if link.url.endswith("/health/")]
    listed = client.get(reverse("portfolio:account-list")).content.decode()
    [row] = re.findall(r'<span class="find-n">\s*(\w+)', listed)
    lines = [line for group in health.context["page"].groups for line in group.lines]
    return int(count), len(lines), int(row)


@pytest.mark.parametrize("many", [False, True])
def test_findings_are_counted_that_one_may_read(client, owner, teammate, monkeypatch, many):
    team = [("T1", owner, AccessRole.LEAD), ("T2", teammate, AccessRole.PARTNER)]
    account = stored(read(PLAN), team=team)
    summary = AccountSummary.objects.get(account=account)
    margins, notes = summary.findings_on_margins, summary.findings_on_notes
    assert margins > 0
    client.force_login(owner)
    assert shown(client, account) == (summary.findings,) * 3
    client.force_login(teammate)
    known = summary.findings - margins - notes
    if many:
        monkeypatch.setattr(queries, "COUNTED", 0)
    assert shown(client, account) == (known,) * 3
