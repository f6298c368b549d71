"""Taking back: what was written goes, what was there comes back, later work of others stays."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.changes import change_set_of
from waypost.accounts.models import AccessRole, Fact, Gap, Ref, TeamMember
from waypost.accounts.operations import (
    add_fact,
    add_gap,
    add_member,
    change_member,
    open_plan,
    remove_entry,
    remove_member,
    undo,
    update_account,
)
from waypost.accounts.queries import access_to, team_of
from waypost.comments.models import Comment
from waypost.comments.operations import add_comment
from waypost.document.load import load
from waypost.history.models import ChangeSet
from waypost.history.undo import UndoError

SETTINGS = {"tier": "A", "parent": "", "currency": "EUR", "review_day": "", "window_months": 3}


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


def test_undone_creation_is_gone_and_its_undoing_brings_it_back(access, account):
    done = add_gap(access=access, text="Who signs?")

    taken = undo(access=access, change_set=change_set_of(done))
    assert load(account.pk).profile.gaps == ()
    undo(access=access, change_set=change_set_of(taken))

    assert load(account.pk).profile.gaps == ("Who signs?",)
    assert list(ChangeSet.objects.order_by("pk").values_list("what", "undoes__what")) == [
        ("Added a gap: Who signs?", None),
        ("Took back: Added a gap: Who signs?", "Added a gap: Who signs?"),
        (
            "Took back: Took back: Added a gap: Who signs?",
            "Took back: Added a gap: Who signs?",
        ),
    ]


def test_undone_removal_brings_the_part_back_with_its_id(access, account):
    done = add_member(access=access, access_role=AccessRole.VIEWER, name="Nils", function="rep")
    removed = remove_member(access=access, member=done.row)

    undo(access=access, change_set=change_set_of(removed))

    [member] = (member for member in load(account.pk).team if member.name == "Nils")
    assert member.id == "T1"
    assert Ref.objects.get(code="T1").retired_at is None


def test_undone_change_puts_back_what_stood_there_under_a_new_version(access, account):
    done = update_account(access=access, version=1, name="Brightwater AG", **SETTINGS)

    undo(access=access, change_set=change_set_of(done))

    account.refresh_from_db()
    assert (account.name, account.tier, account.version) == ("Brightwater Mills", "", 3)


def test_change_that_was_changed_again_is_not_undone(access, account):
    first = update_account(access=access, version=1, name="Brightwater AG", **SETTINGS)
    update_account(access=access, version=2, name="Brightwater SE", **SETTINGS)

    with pytest.raises(UndoError) as refusal:
        undo(access=access, change_set=change_set_of(first))

    account.refresh_from_db()
    assert account.name == "Brightwater SE"
    assert [(o.column, o.before, o.now) for o in refusal.value.obstacles] == [
        ("name", "Brightwater Mills", "Brightwater SE")
    ]


def test_change_that_was_changed_again_is_undone_when_asked_to(access, account):
    first = update_account(access=access, version=1, name="Brightwater AG", **SETTINGS)
    update_account(access=access, version=2, name="Brightwater SE", **SETTINGS | {"parent": "BW"})

    undo(access=access, change_set=change_set_of(first), anyway=True)

    account.refresh_from_db()
    assert (account.name, account.tier, account.parent) == ("Brightwater Mills", "", "BW")


def test_undoing_twice_is_done_once(access):
    done = add_gap(access=access, text="Who signs?")
    first = undo(access=access, change_set=change_set_of(done))

    second = undo(access=access, change_set=change_set_of(done))

    assert second.change_set == first.change_set
    assert Gap.objects.live().count() == 0
    assert ChangeSet.objects.count() == 2


def test_removal_cannot_be_undone_once_the_place_is_taken(access, account, outsider):
    place = {"access_role": AccessRole.VIEWER, "name": "Uma", "function": "rep", "user": outsider}
    first = add_member(access=access, **place)
    removed = remove_member(access=access, member=first.row)
    add_member(access=access, **place)

    with pytest.raises(UndoError) as refusal:
        undo(access=access, change_set=change_set_of(removed))

    assert refusal.value.obstacles == ()
    assert refusal.value.reason == "What it belonged to is gone, or its place is taken."
    assert [member.ref.code for member in team_of(account)].count("T1") == 0


def test_teammate_takes_back_what_the_owner_did(access, account, teammate):
    done = add_gap(access=access, text="Who signs?")

    undo(access=access_to(teammate, account.pk), change_set=change_set_of(done))

    assert Gap.objects.live().count() == 0
    assert ChangeSet.objects.latest("pk").actor == teammate


def test_viewer_takes_nothing_back(access, account, outsider):
    done = add_gap(access=access, text="Who signs?")
    add_member(
        access=access, access_role=AccessRole.VIEWER, name="Uma", function="rep", user=outsider
    )

    with pytest.raises(PermissionDenied, match="Only the account lead, the members"):
        undo(access=access_to(outsider, account.pk), change_set=change_set_of(done))
    assert Gap.objects.live().count() == 1


def test_member_does_not_choose_the_team_by_taking_back(access, account, teammate):
    done = add_member(access=access, access_role=AccessRole.VIEWER, name="Nils", function="rep")

    with pytest.raises(PermissionDenied, match="can change the team"):
        undo(access=access_to(teammate, account.pk), change_set=change_set_of(done))
    assert TeamMember.objects.live().filter(name="Nils").exists()


def test_opening_of_a_plan_stays_on_record(access, account, owner):
    owner.is_administrator = True
    owner.save()
    open_plan(actor=owner, account=account, reason="An audit")

    with pytest.raises(PermissionDenied, match="cannot be taken back"):
        undo(access=access_to(owner, account.pk), change_set=ChangeSet.objects.latest("pk"))


def test_removed_fact_comes_back_hidden_from_whom_it_was_hidden(access):
    fact = add_fact(
        access=access, topic=Fact.Topic.COMPETITORS, text="Kestrel", source="visit", as_of=None
    ).row
    removed = remove_entry(access=access, entry=fact)

    undone = undo(access=access, change_set=change_set_of(removed))

    assert Fact.objects.live().count() == 1
    assert {found.seen_by for found in ChangeSet.objects.all()} == {"margins"}
    assert change_set_of(undone).undoes == change_set_of(removed)


def test_comment_is_taken_back_by_its_author_alone(access, account, teammate):
    ref = Ref.objects.create(account=account, code="B1", kind="business objective")
    touched = account.touched_at
    done = change_set_of(add_comment(access=access, on=ref, text="Is 25 right?"))

    with pytest.raises(PermissionDenied, match="Only who wrote a comment"):
        undo(access=access_to(teammate, account.pk), change_set=done)
    undo(access=access, change_set=done)

    assert not Comment.objects.filter(deleted_at=None).exists()
    account.refresh_from_db()
    assert account.touched_at == touched


def test_account_is_not_left_without_a_lead(access, account, teammate):
    olga = TeamMember.objects.get(user=access.user)
    tom = TeamMember.objects.get(user=teammate)
    promoted = change_member(
        access=access,
        member=tom,
        version=1,
        access_role=AccessRole.LEAD,
        function="account lead",
        user=teammate,
        name=tom.name,
    )
    remove_member(access=access, member=olga)

    with pytest.raises(UndoError, match="Nobody would lead the account"):
        undo(access=access_to(teammate, account.pk), change_set=change_set_of(promoted))
    assert TeamMember.objects.live().get(user=teammate).access_role == AccessRole.LEAD


def test_who_became_a_reviewer_takes_no_edit_of_theirs_back(access, account, teammate):
    done = add_gap(access=access_to(teammate, account.pk), text="Who signs?")
    TeamMember.objects.filter(user=teammate).update(access_role=AccessRole.SENIOR)

    with pytest.raises(PermissionDenied):
        undo(access=access_to(teammate, account.pk), change_set=change_set_of(done))
    assert Gap.objects.live().count() == 1
