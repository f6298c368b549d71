import pytest
from django.core.exceptions import PermissionDenied

from waypost.accounts import policies
from waypost.accounts.models import AccessRole, Account
from waypost.accounts.policies import Access, Capability, Grounds
from waypost.method.sight import Sight
from waypost.staff.models import User

# As decided: one line a standing, one letter a capability.
COLUMNS = {
    "s": Capability.SEE_PLAN,
    "e": Capability.EDIT_PLAN,
    "o": Capability.EDIT_OWN,
    "c": Capability.COMMENT,
    "n": Capability.SEE_NOTES,
    "m": Capability.SEE_MARGINS,
    "u": Capability.SUBMIT,
    "f": Capability.CONFIRM,
    "a": Capability.ACCEPT,
    "t": Capability.MANAGE_TEAM,
    "r": Capability.REPLACE_PLAN,
    "j": Capability.MERGE,
}
DECIDED = {
    AccessRole.LEAD: "seocnmutrj",
    AccessRole.MEMBER: "seocnm",
    AccessRole.FIRST_LINE: "seocmft",
    AccessRole.SENIOR: "scma",
    AccessRole.PARTNER: "so",
    AccessRole.VIEWER: "s",
    Grounds.SECOND_LEVEL: "sm",
    Grounds.OPENING: "s",
    Grounds.ADMINISTRATION: "t",
    Grounds.TEAM: "",
}


def access_of(standing, *, more=()):
    role = standing if isinstance(standing, AccessRole) else None
    grounds = {Grounds.TEAM} if role else {standing}
    return Access(
        account=Account(name="Brightwater Mills"),
        user=User(name="Olga Hagen"),
        role=role,
        grounds=frozenset({*grounds, *more}),
        member_code="T1" if role else None,
    )


def test_table_has_every_standing_and_capability():
    assert set(DECIDED) == {*AccessRole, *Grounds}
    assert set(COLUMNS.values()) == set(Capability) == set(policies.MAY)


@pytest.mark.parametrize("standing", DECIDED)
def test_standing_may_exactly_what_was_decided(standing):
    access = access_of(standing)

    may = "".join(letter for letter, capability in COLUMNS.items() if access.may(capability))

    assert may == DECIDED[standing]


def test_grounds_add_to_the_role():
    """A viewer of the team who is also the second-level manager sees what either sees."""
    access = access_of(AccessRole.VIEWER, more=[Grounds.SECOND_LEVEL])

    assert access.sight == Sight(margins=True, notes=False, member="T1")
    assert not access.can_edit_plan


CHECKS = {
    "can_edit_plan": (
        policies.check_can_edit_plan,
        "Only the account lead, the members and the first-line manager can change this plan.",
    ),
    "can_manage_team": (
        policies.check_can_manage_team,
        "Only the account lead, the first-line manager or an administrator can change the team.",
    ),
    "can_replace_plan": (
        policies.check_can_replace_plan,
        "Only the account lead can replace this plan by a file: "
        "it replaces what others do not see.",
    ),
}


@pytest.mark.parametrize("standing", DECIDED)
@pytest.mark.parametrize("name", CHECKS)
def test_check_refuses_with_a_sentence_where_the_answer_is_no(name, standing):
    access = access_of(standing)
    check, sentence = CHECKS[name]

    if getattr(access, name):
        check(access)
    else:
        with pytest.raises(PermissionDenied) as refusal:
            check(access)
        assert str(refusal.value) == sentence


@pytest.mark.parametrize("active", [True, False])
@pytest.mark.parametrize("administrator", [True, False])
def test_only_active_administrators_open_plans(active, administrator):
    gone = None if active else "2026-11-01"
    user = User(name="Ada Brandt", is_administrator=administrator, deactivated_at=gone)

    if active and administrator:
        policies.check_can_open_plans(user)
    else:
        with pytest.raises(PermissionDenied, match="Only an administrator can open a plan"):
            policies.check_can_open_plans(user)


def test_deactivated_person_starts_no_account():
    with pytest.raises(PermissionDenied, match="Only somebody who can sign in"):
        policies.check_can_create_accounts(User(name="Per", deactivated_at="2026-11-01"))
