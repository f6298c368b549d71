"""What a plan file has no key for outlives a plan that is put in place of the one before."""

import pytest

from waypost.accounts.models import Fact, Gap, Location, Ref, SwotPoint, TeamMember
from waypost.contacts.models import Acquaintance, CoachDevelopment, Contact, DecisionGroup, Said
from waypost.document.tests.test_round_trip import put_in_place, stored
from waypost.opportunities.models import Opportunity
from waypost.plans.tests.stored import read

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore, locations: [{id: L1, name: Vejle}]}
team: [{id: T1, name: Olga Hagen, role: account lead}]
people: [{id: P1, name: Eva Lund, known_by: [T1]}, {id: P2, name: Bo Dahl}]
decision_groups: [{id: D1, decision: Frame, people: [{ref: P1}]}]
coach_development: [{person: P1, stage: early}]
opportunities: [{id: O1, name: Seals}]
profile:
  value_chain: [{text: They spin}]
  swot: {strengths: [Own forest]}
  gaps: [Who signs?]
"""


def filled():
    account = stored(read(PLAN))
    Contact.objects.update(interests="Sailing", next_contact="2026-12-04")
    Acquaintance.objects.update(how_well="works")
    CoachDevelopment.objects.update(reached="believes")
    DecisionGroup.objects.update(account_gains="Fewer stops")
    member, site = TeamMember.objects.get(account=account), Location.objects.get(account=account)
    Opportunity.objects.filter(account=account).update(value=500, owner=member, location=site)
    Fact.objects.update(stage=Fact.Stage.values[0], adds_value=True)
    SwotPoint.objects.update(source="Their report", as_of="2026-11-02")
    Gap.objects.update(could_know="Eva")
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
    seals = Opportunity.objects.get()
    assert seals.value == 500
    assert (str(seals.owner), str(seals.location)) == ("Olga Hagen", "Vejle")
    fact, point = Fact.objects.get(), SwotPoint.objects.get()
    assert (fact.stage, fact.adds_value) == (Fact.Stage.values[0], True)
    assert (point.source, str(point.as_of)) == ("Their report", "2026-11-02")
    assert Gap.objects.get().could_know == "Eva"
    assert Said.objects.get().person.code == "P1"


def test_other_accounts_stay_as_they_are():
    account, other = filled(), stored(read(PLAN))
    put_in_place(read(PLAN), account)
    assert not Contact.objects.filter(account=other).exclude(interests="").exists()
