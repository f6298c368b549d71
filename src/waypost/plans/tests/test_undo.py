"""Taking back parts of a plan: answers stay with the words they were given to (OBJ-3, STR-3)."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from tests.changes import change_set_of
from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Ref, TeamMember
from waypost.accounts.operations import undo
from waypost.accounts.queries import access_to
from waypost.accounts.timeline import changes_of, entries
from waypost.document.load import load
from waypost.history.undo import UndoError
from waypost.plans.models import Commitment, Objective, StageGoal
from waypost.plans.operations.actions import add_action, change_action
from waypost.plans.operations.agreements import agree, withdraw
from waypost.plans.operations.commitments import answer
from waypost.plans.operations.objectives import change_objective, create_objective
from waypost.plans.operations.stages import add_stage
from waypost.plans.operations.strategies import create_strategy, update_strategy


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def objective(access):
    level = Objective.Level.BUSINESS
    return create_objective(
        access=access, level=level, text="From 2 to 5 lines", baseline=2, target=5
    )


def test_created_objective_goes_with_what_hangs_on_it_only_when_told_to(access, objective, account):

    stage = add_stage(
        access=access,
        objective=objective.row,
        due=date(2027, 3, 31),
        value=Decimal(4),
        customer_sees="",
    )

    with pytest.raises(UndoError) as refusal:
        undo(access=access, change_set=change_set_of(objective))
    assert [(found.table, found.row) for found in refusal.value.obstacles] == [
        ("plans.stagegoal", stage.row.pk)
    ]

    undo(access=access, change_set=change_set_of(objective), anyway=True)
    assert load(account.pk).objectives.business == ()
    assert not StageGoal.objects.live().exists()
    assert not Ref.objects.filter(retired_at=None, code__startswith="B").exists()


def test_yes_to_other_terms_keeps_them_from_being_taken_back(access, objective, account, teammate):
    changed = change_objective(access=access, objective=objective.row, version=1, target=6)
    theirs = access_to(teammate, account.pk)
    party = TeamMember.objects.get(user=teammate).ref
    agree(access=theirs, objective=objective.row, party=party, name="Tom")

    for anyway in (False, True):
        with pytest.raises(UndoError, match="answered to them since"):
            undo(access=access, change_set=change_set_of(changed), anyway=anyway)
    assert Objective.objects.get().target == 6


def test_withdrawn_yes_comes_back_by_who_withdrew_it_alone(access, objective, account, teammate):
    theirs = access_to(teammate, account.pk)
    party = TeamMember.objects.get(user=teammate).ref
    asked = {"objective": objective.row, "party": party, "name": "Tom"}
    agree(access=theirs, **asked)
    withdrawn = withdraw(access=theirs, **asked)

    with pytest.raises(PermissionDenied, match="Everybody answers for themselves"):
        undo(access=access, change_set=change_set_of(withdrawn))
    undo(access=theirs, change_set=change_set_of(withdrawn))
    assert objective.row.agreements.filter(party=party).exists()


def test_wording_that_somebody_committed_to_is_not_taken_back(access, account, teammate):
    strategy = create_strategy(
        access=access, statement="Prove it on one line first", communicate="", serves=()
    ).row
    reworded = update_strategy(
        access=access, strategy=strategy, version=1, statement="Prove it on two lines first"
    )
    member = TeamMember.objects.get(user=teammate)
    answer(
        access=access_to(teammate, account.pk),
        strategy=strategy,
        member=member,
        wording=2,
        committed=True,
    )

    with pytest.raises(UndoError, match="answered to them since"):
        undo(access=access, change_set=change_set_of(reworded), anyway=True)
    assert Commitment.objects.get().wording_version == 2


def test_partner_takes_nothing_back_of_an_action_that_was_given_away(access, account, outsider):
    add_to_team(account, outsider, AccessRole.PARTNER)
    partner = access_to(outsider, account.pk)
    action = add_action(access=access, what="Send stock", owner=partner.member_code, month=None).row
    theirs = change_action(access=partner, action=action, version=1, hours=2)
    given = change_action(access=access, action=theirs.row, version=2, owner=access.member_code)

    with pytest.raises(PermissionDenied):
        undo(access=partner, change_set=change_set_of(theirs), anyway=True)
    action.refresh_from_db()
    assert action.hours == Decimal(2)
    assert given.row.owner == action.owner


def offers(access):
    """What the history offers to take back, newest first."""
    found = entries(changes_of(access), access, date(2026, 11, 24))
    return [entry.what for entry in found if entry.can_be_undone]


def test_history_offers_nobody_the_answers_of_others(access, objective, account, teammate):
    Objective.objects.update(agreed_team=True)
    objective.row.agreements.all().delete()
    theirs = access_to(teammate, account.pk)
    party = TeamMember.objects.get(user=teammate).ref
    withdraw(access=theirs, objective=objective.row, party=party, name="Tom")  # writes three rows

    said = ["Tom no longer agrees to B1", "Added the business objective: From 2 to 5 lines"]
    assert offers(access) == said[1:]
    assert offers(theirs) == said


def test_partner_takes_their_own_yes_back(access, objective, account, outsider):
    add_to_team(account, outsider, AccessRole.PARTNER)
    partner = access_to(outsider, account.pk)
    party = TeamMember.objects.get(user=outsider).ref
    said = agree(access=partner, objective=objective.row, party=party, name="Uma")

    assert offers(partner) == ["Uma agreed to B1"]
    undo(access=partner, change_set=change_set_of(said))
    assert not objective.row.agreements.filter(party=party).exists()


def test_partner_is_offered_nothing_of_an_action_that_was_given_away(access, account, outsider):
    add_to_team(account, outsider, AccessRole.PARTNER)
    partner = access_to(outsider, account.pk)
    action = add_action(access=access, what="Send stock", owner=partner.member_code, month=None).row
    change_action(access=partner, action=action, version=1, hours=2)
    assert offers(partner) == ["Changed “Send stock”"]

    change_action(access=access, action=action, version=2, owner=access.member_code)
    assert offers(partner) == []
