"""What the method finds about people and decisions leads to where it is settled."""

import pytest
from django.urls import reverse

from waypost.accounts.models import TeamMember
from waypost.accounts.queries import access_to
from waypost.contacts.models import CoachDevelopment, Contact, DecisionGroup
from waypost.health.operations import refresh
from waypost.health.queries import findings_at
from waypost.plans.tests.stored import LEAD, read, stored

pytestmark = pytest.mark.django_db


def steps(user, account, code):
    refresh(account)
    found = findings_at(access_to(user, account.pk), code)
    return [(line.rule, line.step.label, line.step.url) for line in found if line.step]


def url(account, name, *args):
    return reverse(f"contacts:{name}", args=[account.pk, *args])


def test_person_without_a_role_leads_to_the_decision(owner, account):
    place = f"{url(account, 'group', 'D1')}#seat-P3"
    assert ("DMG-1", "Give the role", place) in steps(owner, account, "P3")


def test_confidential_offer_leads_to_the_coach(owner, account):
    CoachDevelopment.objects.update(confidential_information=True)
    Contact.objects.update(last_contact="2026-11-20")  # or the coach is to be met
    step = ("DMG-3", "Look at it", url(account, "coach", "P2"))
    assert step in steps(owner, account, "P2")


def test_person_who_may_be_another_leads_to_them(owner, account):
    Contact.objects.filter(ref__code="P4").update(name="E. Lund")
    assert "Look at them" in [label for _rule, label, _url in steps(owner, account, "P4")]


def test_account_without_people_leads_to_adding_some(owner):
    account = stored(
        read("account: {name: New}\nteam: [{id: T1, name: Olga Hagen, role: account lead}]"),
        team=[("T1", owner, LEAD)],
    )
    step = ("DMG-1", "Add people", url(account, "people"))
    assert step in steps(owner, account, "account")


def test_account_known_below_alone_leads_to_its_people(owner, account):
    Contact.objects.update(level=4)
    DecisionGroup.objects.update(deleted_at="2026-11-01T00:00Z")
    for row in Contact.objects.filter(ref__code__in=["P3", "P4"]):
        row.acquaintances.create(member=TeamMember.objects.get(account=account, ref__code="T1"))
    step = ("DMG-4", "Look at the people", url(account, "people"))
    assert step in steps(owner, account, "account")
