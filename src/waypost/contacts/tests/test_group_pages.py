"""Purchase decisions, and coaches: who takes part in which role, who wins what."""

import re

import pytest
from django.urls import reverse

from waypost.accounts.operations import undo
from waypost.accounts.queries import access_to
from waypost.contacts.models import CoachDevelopment, DecisionGroup
from waypost.history.models import ChangeSet, SeenBy

pytestmark = pytest.mark.django_db


def at(account, name="group", *args):
    return reverse(f"contacts:{name}", args=[account.pk, *(args or ["D1"])])


def get(client, user, url):
    client.force_login(user)
    return client.get(url)


def send(client, user, url, **data):
    client.force_login(user)
    return client.post(url, data)


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def roles(client, user, account):
    return {one.code: one.roles for one in get(client, user, at(account)).context["page"].places}


def test_page_says_who_decides_and_who_wins(client, owner, account):
    page = get(client, owner, at(account)).context["page"]
    assert page.lede == "Eva Lund releases the money."
    assert [(one.name, one.roles) for one in page.places] == [
        ("Eva Lund", "Economic"),
        ("Jonas Ek", "User, Coach"),
        ("Bo Dahl", ""),
        ("Ada Ros", ""),
    ]
    assert "Their own win is not known yet" in words(get(client, owner, at(account)))


def test_roles_of_several_are_saved_together_and_taken_back(client, owner, account):
    data = {"roles-P1": ["economic"], "roles-P2": ["user"], "roles-P3": ["economic", "technical"]}
    assert send(client, owner, at(account, "roles"), version=1, **data).status_code == 302
    after = {"P1": "Economic", "P2": "User", "P3": "Economic, Technical", "P4": ""}
    assert roles(client, owner, account) == after
    page = get(client, owner, at(account)).context["page"]
    assert page.lede.startswith("Eva Lund and Bo Dahl are said to release the money.")
    assert "D1 has 2 economic buyers" in words(get(client, owner, at(account)))
    done = ChangeSet.objects.latest("pk")
    assert done.what == "Changed buying roles in “Frame contract”"
    undo(access=access_to(owner, account.pk), change_set=done)
    before = {"P1": "Economic", "P2": "User, Coach", "P3": "", "P4": ""}
    assert roles(client, owner, account) == before


def test_role_of_one_is_named_in_the_history(client, owner, account):
    data = {"roles-P1": ["economic"], "roles-P2": ["user", "coach"], "roles-P3": ["technical"]}
    send(client, owner, at(account, "roles"), version=1, **data)
    assert ChangeSet.objects.latest("pk").what == "Changed the roles of Bo Dahl in “Frame contract”"


def test_same_roles_write_nothing(client, owner, account):
    before = ChangeSet.objects.count()
    data = {"roles-P1": ["economic"], "roles-P2": ["user", "coach"]}
    send(client, owner, at(account, "roles"), version=1, **data)
    assert ChangeSet.objects.count() == before


def test_roles_that_somebody_changed_meanwhile_are_a_conflict(client, owner, teammate, account):
    send(client, teammate, at(account, "roles"), version=1, **{"roles-P1": ["user"]})
    mine = {"roles-P1": ["economic", "user"]}
    answer = send(client, owner, at(account, "roles"), version=1, **mine)
    assert answer.status_code == 409
    said = words(answer)
    assert "Tom Ferrari has changed this since you opened it" in said
    assert "Eva Lund" in said
    ticked = re.findall(
        r'name="roles-P1" value="(.*?)" id="[^"]*" checked', answer.content.decode()
    )
    assert ticked == ["economic", "user"]
    assert send(client, owner, at(account, "roles"), version=2, **mine).status_code == 302
    assert roles(client, owner, account)["P1"] == "Economic, User"


def test_role_that_is_none_is_refused_at_the_person(client, owner, account):
    answer = send(client, owner, at(account, "roles"), version=1, **{"roles-P1": ["boss"]})
    assert answer.status_code == 422
    assert answer.context["roles"]["roles-P1"].messages == ["Choose one of the list."]


def test_person_is_taken_out_and_put_in_again(client, owner, account):
    send(client, owner, at(account, "place-removal", "D1", "P2"))
    assert list(roles(client, owner, account)) == ["P1", "P3", "P4"]
    page = get(client, owner, at(account)).context["page"]
    assert page.others == (("P2", "Jonas Ek, Planner"),)
    send(client, owner, at(account, "place"), person="P2", roles=["coach"])
    assert roles(client, owner, account)["P2"] == "Coach"
    again = send(client, owner, at(account, "place"), person="P2")
    assert again.status_code == 422
    assert again.context["place"]["person"].messages == ["Choose one of the list."]
    nobody = send(client, owner, at(account, "place"), person="")
    assert nobody.context["place"]["person"].messages == ["Choose “Person”"]


def test_taking_out_whoever_is_not_in_changes_nothing(client, owner, account):
    send(client, owner, at(account, "place-removal", "D1", "P2"))
    before = ChangeSet.objects.count()
    send(client, owner, at(account, "place-removal", "D1", "P2"))
    assert ChangeSet.objects.count() == before


def test_decision_is_added_changed_and_removed(client, owner, account):
    new = reverse("contacts:group-create", args=[account.pk])
    assert get(client, owner, new).status_code == 200
    answer = send(client, owner, new, decision="The new line", account_gains="Fewer stops")
    assert answer["Location"] == at(account, "group", "D2")
    row = DecisionGroup.objects.get(ref__code="D2")
    edit = at(account, "group-edit", "D2")
    send(client, owner, f"{edit}?field=we_gain", version=1, we_gain="A reference")
    row.refresh_from_db()
    assert (row.account_gains, row.we_gain) == ("Fewer stops", "A reference")
    assert "Who releases the money is not known yet." in words(
        get(client, owner, at(account, "group", "D2"))
    )
    send(client, owner, at(account, "group-removal", "D2"))
    assert get(client, owner, at(account, "group", "D2")).status_code == 404


def test_decision_leads_to_its_opportunities(client, owner, account):
    page = get(client, owner, at(account)).context["page"]
    assert (page.opportunity.code, page.opportunity.text) == ("O1", "Seals")
    assert [one.text for one in page.opportunities] == ["Pumps"]
    link = reverse("opportunities:opportunity", args=[account.pk, "O1"])
    assert f'href="{link}"' in get(client, owner, at(account)).content.decode()
    edit = f"{at(account, 'group-edit')}?field=opportunity"
    send(client, owner, edit, version=1, opportunity="O2")
    page = get(client, owner, at(account)).context["page"]
    assert (page.opportunity.code, [one.code for one in page.opportunities]) == ("O2", ["O1"])


def test_decision_needs_words_and_an_opportunity_of_the_plan(client, owner, account):
    edit = at(account, "group-edit")
    answer = send(client, owner, edit, version=1, decision="", opportunity="O9")
    assert answer.status_code == 422
    form = answer.context["form"]
    assert form["decision"].messages == ["Fill in “What is decided”"]
    assert form["opportunity"].messages == ["Choose one of the list."]


def test_viewer_sees_roles_and_changes_none(client, viewer, account):
    said = words(get(client, viewer, at(account)))
    assert "Jonas Ek User, Coach Planner" in said
    assert "Save the roles" not in said
    assert send(client, viewer, at(account, "roles"), version=1).status_code == 403


def test_coach_is_developed_step_by_step(client, teammate, account):
    page = words(get(client, teammate, at(account, "coach", "P2")))
    assert "Nothing confidential belongs here." in page
    assert "believes in us" in page
    data = {"reached": "shares", "stage": "Shares the calendar", "next_step": "Trial"}
    url = at(account, "coach", "P2")
    send(client, teammate, url, version=1, confidential_information="False", **data)
    row = CoachDevelopment.objects.get()
    assert (row.reached, row.stage, row.next_step) == ("shares", "Shares the calendar", "Trial")
    assert (row.confidential_information, row.version) == (False, 2)
    assert ChangeSet.objects.latest("pk").seen_by == SeenBy.NOTES
    said = words(get(client, teammate, at(account, "person", "P2")))
    assert "Shares what is not confidential" in said
    old = send(client, teammate, url, version=1, **data, confidential_information="True")
    assert old.status_code == 409


def test_somebody_new_becomes_a_coach_and_is_forgotten(client, owner, account):
    url = at(account, "coach", "P3")
    send(client, owner, url, version=0, next_step="Invite her")
    assert CoachDevelopment.objects.get(contact__ref__code="P3").next_step == "Invite her"
    again = send(client, owner, url, version=0, next_step="Visit her")
    assert again.status_code == 409
    for _time in range(2):
        send(client, owner, at(account, "coach-removal", "P3"))
    assert not CoachDevelopment.objects.filter(contact__ref__code="P3").exists()


@pytest.mark.parametrize("field", ["stage", "next_step"])
def test_confidential_text_is_never_stored(client, owner, account, field):
    data = {field: "STRICTLY CONFIDENTIAL: offer of the rival"}
    answer = send(client, owner, at(account, "coach", "P2"), version=1, **data)
    assert answer.status_code == 422
    assert "give back what you were given" in answer.context["form"][field].messages[0]
    assert answer.context["form"][field].value() == data[field]
    row = CoachDevelopment.objects.get()
    assert (row.stage, row.next_step) == ("believes in us", "ask him to the trial")


def test_coaching_is_not_there_for_others(client, manager, viewer, account):
    for user in (manager, viewer):
        assert get(client, user, at(account, "coach", "P2")).status_code == 404
        assert "believes in us" not in words(get(client, user, at(account, "person", "P2")))
