import pytest
from django.urls import reverse
from django.utils import timezone

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, TeamMember
from waypost.accounts.queries import team_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(account):
    return reverse("accounts:team", args=[account.pk])


@pytest.fixture
def toms_page(account, teammate):
    return reverse("accounts:member", args=[account.pk, teammate.initials])


def text(response):
    return response.content.decode()


def test_team_is_shown_to_everybody_who_sees_the_plan(client, account, team, as_role):
    client.force_login(as_role(AccessRole.VIEWER))

    page = text(client.get(team))

    assert "Olga Hagen" in page
    assert "olga@waypost.example" in page
    assert "Add somebody" not in page


def test_somebody_is_added_with_a_log_in(client, owner, outsider, account, team):
    client.force_login(owner)
    data = {"user": outsider.pk, "access_role": "member", "function": "field service"}

    response = client.post(team, data)

    assert response.url == team
    assert [(m.name, m.user) for m in team_of(account)][-1] == ("Uma Castell", outsider)


def test_somebody_is_added_without_a_log_in(client, owner, account, team):
    client.force_login(owner)

    client.post(team, {"name": "Bergen Pumps", "access_role": "partner"})

    added = list(team_of(account))[-1]
    assert (added.name, added.user, added.function) == ("Bergen Pumps", None, "channel partner")


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        (
            {"access_role": "partner"},
            {"name": ["Enter a name, or choose a log-in."]},
        ),
        (
            {"access_role": "member", "name": "Nils Aune"},
            {"function": ["Say in a word or two what they do."]},
        ),
        (
            {"access_role": "owner", "name": "Nils Aune"},
            {"access_role": ["Select a valid choice. owner is not one of the available choices."]},
        ),
    ],
)
def test_somebody_is_added_once_it_is_clear_who(client, owner, account, team, data, errors):
    client.force_login(owner)

    response = client.post(team, data)

    assert response.status_code == 422
    assert dict(response.context["form"].errors) == errors
    assert team_of(account).count() == 2


def test_log_ins_to_choose_are_those_of_active_people_outside_the_team(
    client, owner, outsider, manager, team
):
    manager.deactivated_at = timezone.now()
    manager.save()
    client.force_login(owner)

    choices = [label for _value, label in client.get(team).context["form"]["user"].field.choices]

    assert choices == ["Without a log-in", "Uma Castell, uma@waypost.example"]


def test_managers_join_with_one_click(client, owner, account, team, reporting_line):
    client.force_login(owner)
    page = text(client.get(team))
    assert "Henrik Aas is the lead’s manager" in page

    for proposal in client.get(team).context["proposals"]:
        client.post(team, {"user": proposal.user.pk, "access_role": proposal.access_role})

    assert [(m.name, m.access_role) for m in team_of(account)][2:] == [
        ("Henrik Aas", "first-line"),
        ("Dora Nyland", "senior"),
    ]
    assert client.get(team).context["proposals"] == []


@pytest.mark.parametrize("count", [1, 3])
def test_team_takes_a_constant_number_of_queries(
    client, owner, account, team, as_role, count, django_assert_num_queries
):
    for role in (AccessRole.SENIOR, AccessRole.VIEWER, AccessRole.PARTNER)[:count]:
        as_role(role)
    client.force_login(owner)

    with django_assert_num_queries(6):  # session, user, access, team, log-ins, the rail
        client.get(team)


def test_member_is_changed(client, owner, account, team, teammate, toms_page):
    client.force_login(owner)
    form = client.get(toms_page).context["form"]
    data = {name: form[name].value() for name in form.fields} | {"function": "project lead"}

    response = client.post(toms_page, data | {"user": teammate.pk})

    assert response.url == team
    assert TeamMember.objects.get(user=teammate).function == "project lead"


def test_log_in_of_somebody_deactivated_stays_when_something_else_changes(
    client, owner, teammate, toms_page
):
    teammate.deactivated_at = timezone.now()
    teammate.save()
    client.force_login(owner)
    choices = client.get(toms_page).context["form"]["user"].field.queryset

    assert teammate in choices


def test_stale_change_of_a_member_shows_both(client, owner, toms_page):
    client.force_login(owner)
    data = {"version": 1, "name": "Tom Ferrari", "access_role": "member", "function": "service"}
    client.post(toms_page, data)

    response = client.post(toms_page, data | {"access_role": "viewer", "function": "audit"})

    differences = response.context["form"].differences
    assert response.status_code == 409
    assert [(d.label, d.saved, d.typed) for d in differences] == [
        ("Access", "Member", "Viewer"),
        ("Function", "service", "audit"),
    ]


def test_member_leaves(client, owner, account, team, toms_page):
    client.force_login(owner)

    response = client.post(f"{toms_page}removal/")

    assert response.url == team
    assert [member.name for member in team_of(account)] == ["Olga Hagen"]
    assert client.get(toms_page).status_code == 404


def test_only_lead_is_told_why_they_cannot_leave(client, owner, account):
    client.force_login(owner)
    page = reverse("accounts:member", args=[account.pk, owner.initials])

    response = client.post(f"{page}removal/", follow=True)

    assert response.request["PATH_INFO"] == page
    assert "Olga Hagen is the only account lead" in text(response)


def test_who_takes_themselves_out_is_sent_home(client, owner, teammate, account, toms_page):
    TeamMember.objects.filter(user=teammate).update(access_role=AccessRole.LEAD)
    client.force_login(teammate)

    assert client.post(f"{toms_page}removal/").url == "/"


def test_member_of_another_team_is_not_found(client, owner, account, outsider):
    other = type(account).objects.create(supplier=account.supplier, name="Nordlys Glas")
    add_to_team(other, outsider, AccessRole.LEAD)
    client.force_login(owner)

    response = client.get(reverse("accounts:member", args=[account.pk, outsider.initials]))

    assert response.status_code == 404


def test_administrator_changes_the_team_without_a_way_into_the_plan(
    client, administrator, account, team, toms_page
):
    client.force_login(administrator)

    page = text(client.get(team))

    assert "Add somebody" in page
    assert reverse("plans:one-page", args=[account.pk]) not in page.replace(team, "")
    assert client.get(toms_page).status_code == 200
