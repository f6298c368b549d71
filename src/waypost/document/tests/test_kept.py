"""What a plan file has no key for outlives a plan that is put in place of the one before."""

import pytest

from waypost.accounts.models import Ref
from waypost.contacts.models import Acquaintance, CoachDevelopment, Contact, DecisionGroup, Said
from waypost.document.tests.test_round_trip import put_in_place, stored
from waypost.opportunities.models import Opportunity
from waypost.plans.tests.stored import read

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore}
team: [{id: T1, name: Olga Hagen, role: account lead}]
people: [{id: P1, name: Eva Lund, known_by: [T1]}, {id: P2, name: Bo Dahl}]
decision_groups: [{id: D1, decision: Frame, people: [{ref: P1}]}]
coach_development: [{person: P1, stage: early}]
opportunities: [{id: O1, name: Seals}]
"""


def filled():
    account = stored(read(PLAN))
    Contact.objects.update(interests="Sailing", next_contact="2026-12-04")
    Acquaintance.objects.update(how_well="works")
    CoachDevelopment.objects.update(reached="believes")
    DecisionGroup.objects.update(account_gains="Fewer stops")
    Opportunity.objects.update(value=500)
    for ref in Ref.objects.filter(code="P1"):
        Said.objects.create(person=ref, text="Thursday")
    return account


def test_same_people_and_parts_keep_what_no_file_says():
    account = filled()
    put_in_place(read(PLAN.replace("Bo Dahl", "Bo Dahlberg")), account)
    eva, bo = Contact.objects.order_by("ref__code")
    assert (eva.interests, str(eva.next_contact)) == ("Sailing", "2026-12-04")
    assert (bo.name, bo.interests, bo.next_contact) == ("Bo Dahlberg", "", None)
    assert Acquaintance.objects.get().how_well == "works"
    assert CoachDevelopment.objects.get().reached == "believes"
    assert DecisionGroup.objects.get().account_gains == "Fewer stops"
    assert Opportunity.objects.get().value == 500
    assert Said.objects.get().person.code == "P1"


def test_other_accounts_stay_as_they_are():
    account, other = filled(), stored(read(PLAN))
    put_in_place(read(PLAN), account)
    assert not Contact.objects.filter(account=other).exclude(interests="").exists()
