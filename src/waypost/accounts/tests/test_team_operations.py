import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from waypost.accounts.models import AccessRole, Ref, TeamMember
from waypost.accounts.operations import add_member, change_member, remove_member
from waypost.accounts.queries import access_to, next_code, proposals_for, team_access_to, team_of
from waypost.document.load import load
from waypost.history.models import ChangeSet
from waypost.history.stale import StaleError
from waypost.method.shape import Kind
from waypost.plans.models import Objective

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga(account, owner):
    return TeamMember.objects.get(user=owner)


@pytest.fixture
def tom(account, teammate):
    return TeamMember.objects.get(user=teammate)


def as_it_is(member, **changes):
    unchanged = {
        "version": member.version,
        "access_role": AccessRole(member.access_role),
        "function": member.function,
        "user": member.user,
        "name": member.name,
    }
    return {"member": member, **unchanged, **changes}


def test_member_joins_with_the_next_id(access, account, outsider):
    member = add_member(
        access=access,
        access_role=AccessRole.MEMBER,
        user=outsider,
        name="Uma Castell",
        function="field service",
    ).row

    member.refresh_from_db()
    assert (member.ref.code, member.ref.kind) == ("T1", Kind.MEMBER)
    assert (member.name, member.function, member.user) == (
        "Uma Castell",
        "field service",
        outsider,
    )
    assert access_to(outsider, account.pk).role == AccessRole.MEMBER
    assert ChangeSet.objects.get().what == "Took Uma Castell into the team"


@pytest.mark.parametrize(
    ("role", "function", "words"),
    [
        (AccessRole.LEAD, "", "account lead"),
        (AccessRole.FIRST_LINE, "Sales director", "first-line manager, Sales director"),
        (AccessRole.FIRST_LINE, "First-line manager, north", "First-line manager, north"),
        (AccessRole.SENIOR, "", "second-level management"),
        (AccessRole.PARTNER, "", "channel partner"),
        (AccessRole.MEMBER, " technical rep ", "technical rep"),
        (AccessRole.VIEWER, "auditor", "auditor"),
    ],
)
def test_function_begins_with_the_words_the_method_knows(access, role, function, words):
    member = add_member(access=access, access_role=role, name="Nils Aune", function=function).row

    assert member.function == words


@pytest.mark.parametrize("role", [AccessRole.MEMBER, AccessRole.SENIOR])
def test_function_of_another_role_is_refused(access, role):
    with pytest.raises(ValidationError) as refusal:
        add_member(access=access, access_role=role, name="Nils Aune", function="Account lead")
    assert refusal.value.message_dict == {
        "function": ["“Account lead” goes with another access. Change one of the two."]
    }


@pytest.mark.parametrize("role", [AccessRole.MEMBER, AccessRole.VIEWER])
def test_function_is_asked_for_where_the_access_does_not_say_it(access, role):
    with pytest.raises(ValidationError, match="Say in a word or two what they do"):
        add_member(access=access, access_role=role, name="Nils Aune", function=" ")


def test_second_first_line_manager_is_refused(access, account):
    add_member(access=access, access_role=AccessRole.FIRST_LINE, name="Henrik Aas")

    with pytest.raises(ValidationError, match="Henrik Aas is the first-line manager"):
        add_member(access=access, access_role=AccessRole.FIRST_LINE, name="Nils Aune")
    assert team_of(account).count() == 3


def test_first_line_manager_may_be_changed_as_such(access):
    henrik = add_member(access=access, access_role=AccessRole.FIRST_LINE, name="Henrik Aas").row

    change_member(access=access, **as_it_is(henrik, name="Henrik Aas-Berg"))

    henrik.refresh_from_db()
    assert henrik.name == "Henrik Aas-Berg"


def test_user_has_one_place_in_a_team(access, teammate):
    with pytest.raises(ValidationError, match="Tom Ferrari is in the team already"):
        add_member(access=access, access_role=AccessRole.VIEWER, user=teammate, name="Tom")


def test_member_is_changed_and_recorded(access, account, tom, teammate):
    change_member(
        access=access,
        **as_it_is(tom, access_role=AccessRole.VIEWER, function="auditor", name="Thomas Ferrari"),
    )

    tom.refresh_from_db()
    assert (tom.name, tom.function, tom.version) == ("Thomas Ferrari", "auditor", 2)
    assert access_to(teammate, account.pk).role == AccessRole.VIEWER
    assert ChangeSet.objects.get().what == "Changed Thomas Ferrari in the team"


def test_stale_change_of_a_member_changes_nothing(access, tom):
    change_member(access=access, **as_it_is(tom, name="Thomas Ferrari"))

    with pytest.raises(StaleError):
        change_member(access=access, **as_it_is(tom, name="T. Ferrari"))
    tom.refresh_from_db()
    assert tom.name == "Thomas Ferrari"


def test_only_lead_cannot_become_a_member(access, olga):
    with pytest.raises(ValidationError, match="Olga Hagen is the only account lead"):
        change_member(access=access, **as_it_is(olga, access_role=AccessRole.MEMBER))


def test_only_lead_cannot_leave(access, olga):
    with pytest.raises(ValidationError, match="Olga Hagen is the only account lead"):
        remove_member(access=access, member=olga)
    olga.refresh_from_db()
    assert olga.deleted_at is None


def test_one_of_two_leads_can_leave(access, account, olga, tom):
    change_member(access=access, **as_it_is(tom, access_role=AccessRole.LEAD))

    remove_member(access=access, member=olga)

    assert [member.name for member in team_of(account)] == ["Tom Ferrari"]


def test_id_of_somebody_who_left_points_at_nothing_and_never_comes_back(access, account):
    rep = AccessRole.MEMBER
    nils = add_member(access=access, access_role=rep, name="Nils", function="rep").row
    ref = Ref.objects.create(account=account, code="B1", kind=Kind.BUSINESS)
    Objective.objects.create(account=account, ref=ref, level="business", text="Grow", owner=nils)

    remove_member(access=access, member=nils)
    again = add_member(access=access, access_role=rep, name="Nils", function="rep").row

    assert (nils.ref.code, again.ref.code) == ("T1", "T2")
    [objective] = load(account.pk).objectives.business
    assert objective.owner is None
    assert list(ChangeSet.objects.order_by("pk").values_list("what", flat=True)) == [
        "Took Nils into the team",
        "Took Nils out of the team",
        "Took Nils into the team",
    ]


def test_next_code_counts_numbers_of_its_letter_only(account):
    for code in ("T7", "T10", "TX", "T2a", "t99", "A40"):
        Ref.objects.create(account=account, code=code, kind=Kind.MEMBER)

    assert next_code(account, "T") == "T11"
    assert next_code(account, "F") == "F1"


@pytest.mark.parametrize("role", [AccessRole.MEMBER, AccessRole.SENIOR, AccessRole.VIEWER])
def test_team_is_changed_by_those_only_who_may(account, as_role, tom, role):
    access = access_to(as_role(role), account.pk)

    with pytest.raises(PermissionDenied):
        add_member(access=access, access_role=AccessRole.VIEWER, name="Nils")
    with pytest.raises(PermissionDenied):
        change_member(access=access, **as_it_is(tom, name="Nils"))
    with pytest.raises(PermissionDenied):
        remove_member(access=access, member=tom)
    assert not ChangeSet.objects.exists()


def test_administrator_changes_the_team_without_seeing_the_plan(account, administrator, tom):
    access = team_access_to(administrator, account.pk)

    change_member(access=access, **as_it_is(tom, access_role=AccessRole.LEAD))

    tom.refresh_from_db()
    assert tom.access_role == AccessRole.LEAD


def test_managers_are_proposed_from_the_reporting_line(account, reporting_line):
    found = [(p.user.name, p.access_role) for p in proposals_for(team_of(account))]

    assert found == [("Henrik Aas", "first-line"), ("Dora Nyland", "senior")]


def test_manager_is_not_proposed_for_a_role_that_is_taken(access, account, reporting_line):
    add_member(access=access, access_role=AccessRole.FIRST_LINE, name="Somebody else")

    assert [p.user.name for p in proposals_for(team_of(account))] == ["Dora Nyland"]


def test_nobody_is_proposed_who_is_in_the_team_or_gone(
    access, account, reporting_line, manager, director
):
    director.deactivated_at = timezone.now()
    director.save()
    add_member(
        access=access,
        access_role=AccessRole.VIEWER,
        user=manager,
        name="Henrik Aas",
        function="auditor",
    )

    assert proposals_for(team_of(account)) == []


def test_nobody_is_proposed_where_nobody_leads_with_a_log_in(account, olga):
    TeamMember.objects.filter(pk=olga.pk).update(user=None)

    assert proposals_for(team_of(account)) == []


def test_function_that_a_plan_file_could_not_hold_is_refused(access, account):
    with pytest.raises(ValidationError) as refused:
        add_member(access=access, access_role=AccessRole.FIRST_LINE, name="Uma", function="f" * 190)

    assert refused.value.message_dict == {
        "function": ["Shorten this: “first-line manager” stands before it."]
    }
    assert "Uma" not in [member.name for member in team_of(account)]


def test_next_code_passes_over_numbers_too_long_to_count_on(account):
    Ref.objects.create(account=account, code="T" + "9" * 31, kind=Kind.MEMBER)
    Ref.objects.create(account=account, code="T7", kind=Kind.MEMBER)

    assert next_code(account, "T") == "T8"
