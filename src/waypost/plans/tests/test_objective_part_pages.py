"""What hangs on an objective: who agreed, what was heard, what has to happen first."""

from datetime import date

import pytest
from django.http import Http404
from django.urls import reverse

from waypost.accounts.models import AccessRole, TeamMember
from waypost.accounts.queries import access_to
from waypost.history.models import ChangeSet
from waypost.plans.models import Agreement, CheckIn, Heard, Objective, Prerequisite
from waypost.plans.operations import objective_parts as operations
from waypost.plans.operations.check_ins import take_back_check_in
from waypost.plans.operations.objectives import change_objective, remove_objective
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """account: {name: Halvorsen Foods, currency: EUR}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: field engineer}
  - {id: T3, name: Vera Ito, role: auditor}
  - {id: T4, name: Claire Dumont, role: second-level management}
objectives:
  relationship:
    - {id: R1, text: They always come with ideas, heard: [{who: Ingrid Dahl, text: They answer}]}
  business:
    - id: B1
      text: Five product lines in use
      owner: T1
      agreed: {team: [T1, T2], customer: [P1]}
      depends_on: [{text: Frame contract signed, by: 2050-01-31, owner: T2}]
      check_ins: [{on: 2026-10-01, value: 2}]
    - {id: B2, text: Grow significantly}
decision_groups:
  - {id: D1, decision: The list, people: [{id: P1, name: Ingrid Dahl}, {id: P2, name: Knud Bo}]}
"""


@pytest.fixture
def account(owner, teammate, outsider):
    team = [("T1", owner, LEAD), ("T2", teammate, MEMBER), ("T3", outsider, VIEWER)]
    return stored(read(PLAN), team=team)


@pytest.fixture
def address(account):
    """The address below the objectives of the account."""
    base = reverse("plans:objectives", args=[account.pk])
    return lambda path="": f"{base}{path}"


@pytest.fixture
def as_owner(client, owner, account):
    client.force_login(owner)
    return client


def text(response):
    return response.content.decode()


def said():
    return ChangeSet.objects.order_by("-pk")[0].what


def undo(client, account):
    done = ChangeSet.objects.order_by("-pk")[0]
    return client.post(reverse("accounts:undo", args=[account.pk, done.pk]))


def test_members_agree_and_withdraw_for_themselves(client, outsider, owner, account, address):
    client.force_login(owner)

    client.post(address("B1/agreements/T1/removal/"))
    assert said() == "Olga Hagen no longer agrees to B1"
    client.post(address("B1/agreements/"), {"party": "T1"})
    assert said() == "Olga Hagen agreed to B1"
    assert client.post(address("B1/agreements/"), {"party": "T3"}).status_code == 403
    client.force_login(outsider)  # a viewer
    assert client.post(address("B1/agreements/"), {"party": "T3"}).status_code == 403


def test_lead_notes_the_yes_of_the_customer(client, owner, teammate, address):
    client.force_login(owner)

    client.post(address("B1/agreements/"), {"party": "P2"})

    assert said() == "Knud Bo agreed to B1"
    client.force_login(teammate)
    assert client.post(address("B1/agreements/"), {"party": "P1"}).status_code == 403
    assert client.post(address("B1/agreements/"), {"party": "B2"}).status_code == 404


def test_withdrawing_from_the_yes_of_the_whole_team_leaves_that_of_the_others(
    client, teammate, address
):
    Agreement.objects.all().delete()
    Objective.objects.filter(ref__code="B1").update(agreed_team=True)
    client.force_login(teammate)

    client.post(address("B1/agreements/T2/removal/"))

    assert Objective.objects.get(ref__code="B1").agreed_team is None
    assert {one.party.code for one in Agreement.objects.all()} == {"T1", "T3", "T4"}


def test_other_wording_asks_the_others_to_agree_again(client, teammate, account, address):
    client.force_login(teammate)

    client.post(f"{address('B1/edit/')}?field=text", {"version": 1, "text": "Five lines"})

    assert said() == "Reworded B1, which asks the others to agree again"
    assert [one.party.code for one in Agreement.objects.all()] == ["T2"]
    undo(client, account)
    assert {one.party.code for one in Agreement.objects.all()} == {"T1", "T2", "P1"}
    assert Objective.objects.get(ref__code="B1").text == "Five product lines in use"


def test_other_owner_leaves_the_agreement_alone(as_owner, address):
    as_owner.post(f"{address('B1/edit/')}?field=owner", {"version": 1, "owner": ""})

    assert said() == "Changed B1: owner"
    assert Agreement.objects.count() == 3


def test_words_really_heard_are_added_and_removed(as_owner, account, address):
    data = {"text": "They came with two ideas", "who": "Knud Bo", "on": "2026-11-01"}
    as_owner.post(address("R1/heard/"), data)

    page = text(as_owner.get(address("R1/")))
    assert "They came with two ideas" in page
    assert "Would they say it today?" in page
    newest = Heard.objects.order_by("-pk")[0]
    as_owner.post(address(f"R1/heard/{newest.pk}/removal/"))
    assert [heard.text for heard in Heard.objects.all()] == ["They answer"]
    undo(as_owner, account)
    assert Heard.objects.count() == 2


def test_empty_words_are_not_heard(as_owner, address):
    response = as_owner.post(address("R1/heard/"), {"text": "", "who": "Knud Bo"})

    assert response.status_code == 422
    assert "Knud Bo" in text(response)


def test_prerequisites_are_added_changed_and_removed(as_owner, account, address):
    as_owner.post(address("B1/needs/+new/"), {"text": "Stock in Vejle", "by": "2050-05-01"})
    need = Prerequisite.objects.order_by("-pk")[0]
    data = {"text": "Stock in Horsens", "by": "", "owner": "", "version": 1}
    as_owner.post(address(f"B1/needs/{need.pk}/"), data)
    need.refresh_from_db()
    assert (need.text, need.by) == ("Stock in Horsens", None)

    as_owner.post(address(f"B1/needs/{need.pk}/removal/"))

    assert Prerequisite.objects.count() == 1
    undo(as_owner, account)
    assert Prerequisite.objects.count() == 2


def test_two_who_change_a_prerequisite_at_once_lose_nothing(as_owner, account, address):
    need = Prerequisite.objects.get()
    url = address(f"B1/needs/{need.pk}/")
    data = {"by": "2050-01-31", "owner": need.owner_id}
    as_owner.post(url, {**data, "text": "Contract signed by both", "version": 1})

    response = as_owner.post(url, {**data, "text": "Contract read", "owner": "", "version": 1})

    assert response.status_code == 409
    form = response.context["form"]
    assert [(d.label, d.saved, d.typed) for d in form.differences] == [
        ("What has to happen first", "Contract signed by both", "Contract read"),
        ("Owner", "Tom Ferrari", "Nobody yet"),
    ]
    assert "Olga Hagen has changed this since you opened it" in text(response)
    need.refresh_from_db()
    assert need.text == "Contract signed by both"
    as_owner.post(url, {"text": "Contract read", "version": form["version"].value()})
    need.refresh_from_db()
    assert (need.text, need.version) == ("Contract read", 3)


def test_prerequisite_saved_as_it_stands_writes_nothing(as_owner, address):
    need = Prerequisite.objects.get()
    before = ChangeSet.objects.count()
    data = {"text": need.text, "by": "2050-01-31", "owner": need.owner_id, "version": 7}

    assert as_owner.post(address(f"B1/needs/{need.pk}/"), data).status_code == 302

    assert ChangeSet.objects.count() == before


def test_prerequisite_comes_back_as_it_was_before_it_was_changed(as_owner, account, address):
    need = Prerequisite.objects.get()
    url = address(f"B1/needs/{need.pk}/")
    as_owner.post(url, {"text": "Contract read", "version": 1})

    undo(as_owner, account)

    need.refresh_from_db()
    assert (need.text, need.by, need.version) == (
        "Frame contract signed",
        date(2050, 1, 31),
        3,
    )


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Heard, lambda access, row: operations.remove_heard(access=access, heard=row)),
        (
            Prerequisite,
            lambda access, row: operations.remove_prerequisite(access=access, prerequisite=row),
        ),
        (
            Prerequisite,
            lambda access, row: operations.change_prerequisite(
                access=access, prerequisite=row, version=1, text="Contract read"
            ),
        ),
        (CheckIn, lambda access, row: take_back_check_in(access=access, check_in=row)),
    ],
)
def test_what_was_removed_meanwhile_is_not_found(owner, account, model, change):
    row = model.objects.get()
    model.objects.all().delete()
    before = ChangeSet.objects.count()

    with pytest.raises(Http404):
        change(access_to(owner, account.pk), row)

    assert ChangeSet.objects.count() == before


def test_part_removed_meanwhile_is_not_written(owner, account):
    access = access_to(owner, account.pk)
    row = Objective.objects.get(ref__code="B2")
    remove_objective(access=access, objective=row)
    before = ChangeSet.objects.count()

    with pytest.raises(Http404):
        change_objective(access=access, objective=row, version=1, text="Grow well")
    with pytest.raises(Http404):
        remove_objective(access=access, objective=row)

    assert ChangeSet.objects.count() == before


def test_partner_agrees_but_changes_nothing(client, outsider, address):
    TeamMember.objects.filter(user=outsider).update(access_role=AccessRole.PARTNER)
    client.force_login(outsider)

    assert client.post(address("B1/agreements/"), {"party": "T3"}).status_code == 302
    assert client.post(address("B1/removal/")).status_code == 403
