"""Whoever writes a business objective, or words it anew, has agreed to it thereby (OBJ-3)."""

import pytest

from tests.changes import change_set_of
from waypost.accounts.models import TeamMember
from waypost.accounts.operations import undo
from waypost.accounts.queries import access_to
from waypost.plans.models import Objective
from waypost.plans.operations.agreements import agree
from waypost.plans.operations.objectives import change_objective, create_objective

Level = Objective.Level


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def theirs(teammate, account):
    return access_to(teammate, account.pk)


def written(access, level=Level.BUSINESS):
    return create_objective(access=access, level=level, text="From 2 to 5 lines")


def who(objective):
    return sorted(objective.agreements.values_list("party__code", flat=True))


def test_writing_an_objective_is_the_writers_yes(access):
    made = written(access)

    assert who(made.row) == [access.member_code]


def test_rewording_is_the_yes_of_whoever_rewords(access, theirs):
    made = written(access)

    changed = change_objective(access=theirs, objective=made.row, version=1, target=6)

    assert change_set_of(changed).what == "Reworded B1, which asks the others to agree again"
    assert who(made.row) == [theirs.member_code]
    undo(access=theirs, change_set=change_set_of(changed))
    assert who(made.row) == [access.member_code]


def test_other_terms_that_nobody_else_agreed_to_keep_their_plain_sentence(access):
    made = written(access)

    changed = change_objective(access=access, objective=made.row, version=1, target=6)

    assert change_set_of(changed).what == "Changed B1: target"
    assert who(made.row) == [access.member_code]


def test_visions_are_not_agreed_to_one_by_one(access):
    assert who(written(access, Level.VISIONARY).row) == []


@pytest.mark.parametrize(
    "place", [{"in_planning": False}, {"function": "Second-level management, north"}]
)
def test_who_does_not_plan_is_not_noted(access, owner, place):
    TeamMember.objects.filter(user=owner).update(**place)

    assert who(written(access).row) == []


def test_teammate_takes_back_an_objective_with_its_writers_yes(access, theirs):
    made = written(access)

    undo(access=theirs, change_set=change_set_of(made))

    assert not Objective.objects.live().exists()


def test_own_yes_does_not_keep_new_terms_from_being_taken_back(access, theirs):
    made = written(access)
    agree(
        access=theirs,
        objective=made.row,
        party=TeamMember.objects.get(user=theirs.user).ref,
        name="Tom",
    )
    changed = change_objective(access=access, objective=made.row, version=1, target=6)

    undo(access=access, change_set=change_set_of(changed))

    made.row.refresh_from_db()
    assert made.row.target is None
    assert who(made.row) == sorted([access.member_code, theirs.member_code])
