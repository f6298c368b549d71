"""Strategies and commitments: what is written, who may, and what stands against it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from waypost.accounts.models import AccessRole, Ref, TeamMember
from waypost.accounts.operations import undo
from waypost.accounts.queries import access_to, plan_for
from waypost.history.models import ChangeSet
from waypost.history.stale import StaleError
from waypost.method.strategies import Answer, commitment
from waypost.plans.models import Strategy
from waypost.plans.operations.commitments import answer, tell_members, withdraw
from waypost.plans.operations.strategies import create_strategy, remove_strategy, update_strategy
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore Mills}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
  - {id: T3, name: Priya Nair, role: product specialist}
  - {id: T4, name: Nils Aune, role: first-line manager}
objectives: {business: [{id: B1, text: Five lines}, {id: B2, text: Two mills}]}
strategies:
  - id: S1
    statement: Machine outwards
    serves: [B1]
    communicate: At the kick-off
    members:
      - {who: T1, told: 2026-11-05, committed: true}
      - {who: T2, told: 2026-11-05, committed: false, doubts: Who pays for it?}
"""


@pytest.fixture
def account(owner, teammate):
    team = [("T1", owner, LEAD), ("T2", teammate, MEMBER)]
    return stored(read(PLAN), team=team)


@pytest.fixture
def lead(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def colleague(teammate, account):
    return access_to(teammate, account.pk)


@pytest.fixture
def s1(account):
    return Strategy.objects.get(ref__code="S1")


def seat(code):
    return TeamMember.objects.get(ref__code=code)


def last():
    """The newest change set."""
    return ChangeSet.objects.latest("pk")


def answers(access):
    """What everybody says to S1, as the method reads it."""
    strategy = plan_for(access).strategies[0]
    return {
        given.member.id: given.answer for given in commitment(plan_for(access), strategy).answers
    }


def test_strategy_is_created_with_the_next_id(lead):
    create_strategy(
        access=lead, statement="One list for all mills", communicate="", serves=["B2", "V9"]
    )
    strategy = plan_for(lead).strategies[1]
    assert (strategy.id, strategy.statement) == ("S2", "One list for all mills")
    assert (strategy.serves, strategy.wording_version) == (("B2",), 1)
    assert last().what == "Added the strategy: One list for all mills"


def test_rewording_asks_again_and_keeps_what_was_said(lead, s1):
    update_strategy(access=lead, strategy=s1, version=1, statement="Machine first")
    strategy = plan_for(lead).strategies[0]
    assert (strategy.statement, strategy.wording_version) == ("Machine first", 2)
    assert strategy.communicate == "At the kick-off"
    assert [(said.version, said.committed) for said in strategy.members] == [(1, True), (1, False)]
    assert answers(lead)["T1"] is Answer.ASK_AGAIN
    assert answers(lead)["T2"] is Answer.ASK_AGAIN
    assert last().what == "Reworded S1, 2 answers to ask for again"


def test_rewording_is_taken_back_with_the_answers(lead, s1):
    update_strategy(access=lead, strategy=s1, version=1, statement="Machine first")
    undo(access=lead, change_set=last())
    strategy = plan_for(lead).strategies[0]
    assert (strategy.statement, strategy.wording_version) == ("Machine outwards", None)
    assert answers(lead) == {
        "T1": Answer.COMMITTED,
        "T2": Answer.DOUBT,
        "T3": Answer.NOT_TOLD,
    }


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"communicate": "By letter"}, "Changed how S1 is communicated"),
        ({"serves": ["B2"]}, "Changed what S1 serves"),
        ({"serves": ["B2"], "communicate": "By letter"}, "Changed S1"),
    ],
)
def test_other_changes_leave_the_wording_alone(lead, s1, changes, sentence):
    update_strategy(access=lead, strategy=s1, version=1, **changes)
    assert last().what == sentence
    assert plan_for(lead).strategies[0].wording_version is None
    assert answers(lead)["T1"] is Answer.COMMITTED


def test_saving_the_same_writes_nothing(lead, s1):
    written = update_strategy(
        access=lead,
        strategy=s1,
        version=1,
        statement="Machine outwards",
        communicate="At the kick-off",
        serves=["B1"],
    )
    assert written.change_set is None


def test_stale_rewording_is_refused(lead, s1):
    update_strategy(access=lead, strategy=s1, version=1, communicate="By letter")
    with pytest.raises(StaleError):
        update_strategy(access=lead, strategy=s1, version=1, statement="Machine first")
    assert plan_for(lead).strategies[0].statement == "Machine outwards"


def test_removed_strategy_comes_back_with_its_answers(lead, s1):
    remove_strategy(access=lead, strategy=s1)
    assert plan_for(lead).strategies == ()
    assert last().what == "Removed S1: Machine outwards"
    undo(access=lead, change_set=last())
    assert answers(lead)["T2"] is Answer.DOUBT


def test_telling_skips_who_knows_the_wording(lead, s1):
    tell_members(access=lead, strategy=s1, members=[seat("T1"), seat("T2"), seat("T3")])
    assert last().what == "Told Priya Nair of S1"
    told = s1.commitments.get(member=seat("T3"))
    assert (told.told, told.wording_version) == (timezone.localdate(), 1)
    assert answers(lead) == {"T1": Answer.COMMITTED, "T2": Answer.DOUBT, "T3": Answer.TOLD}
    again = tell_members(access=lead, strategy=s1, members=[seat("T3")])
    assert again.change_set is None


def test_asking_again_sets_answers_back_to_told(lead, s1):
    update_strategy(access=lead, strategy=s1, version=1, statement="Machine first")
    tell_members(access=lead, strategy=s1, members=[seat("T1"), seat("T2")])
    assert last().what == "Told 2 members of S1"
    assert answers(lead) == {"T1": Answer.TOLD, "T2": Answer.TOLD, "T3": Answer.NOT_TOLD}
    undo(access=lead, change_set=last())
    doubts = s1.commitments.get(member=seat("T2"))
    assert (doubts.doubts, doubts.told) == ("Who pays for it?", date(2026, 11, 5))


def test_member_commits_without_the_doubt(colleague, s1):
    answer(access=colleague, strategy=s1, member=seat("T2"), wording=1, committed=True)
    assert last().what == "Committed to S1"
    said = s1.commitments.get(member=seat("T2"))
    assert (said.committed, said.doubts, said.told) == (True, "", date(2026, 11, 5))


def test_doubt_stays_out_of_the_history(lead, s1):
    answer(
        access=lead, strategy=s1, member=seat("T1"), wording=1, committed=False, doubts="No time"
    )
    assert answers(lead)["T1"] is Answer.DOUBT
    assert "No time" not in last().what
    assert last().what == "Said what is in the way of S1"


def test_same_answer_twice_writes_once(colleague, s1):
    said = {"member": seat("T2"), "wording": 1, "committed": False, "doubts": "Who pays for it?"}
    assert answer(access=colleague, strategy=s1, **said).change_set is None


def test_answer_to_an_earlier_wording_is_refused(lead, colleague, s1):
    update_strategy(access=lead, strategy=s1, version=1, statement="Machine first")
    with pytest.raises(ValidationError, match="The wording has changed meanwhile"):
        answer(access=colleague, strategy=s1, member=seat("T2"), wording=1, committed=True)
    assert answers(lead)["T2"] is Answer.ASK_AGAIN


def test_withdrawn_answer_leaves_the_member_told(colleague, s1):
    withdraw(access=colleague, strategy=s1, member=seat("T2"))
    assert last().what == "Withdrew the answer to S1"
    assert answers(colleague)["T2"] is Answer.TOLD
    assert withdraw(access=colleague, strategy=s1, member=seat("T2")).change_set is None


def test_lead_notes_the_answer_of_who_has_no_log_in(lead, s1):
    answer(access=lead, strategy=s1, member=seat("T3"), wording=1, committed=True)
    assert last().what == "Noted that Priya Nair is committed to S1"
    assert answers(lead)["T3"] is Answer.COMMITTED


def test_nobody_answers_for_somebody_who_can(lead, s1):
    with pytest.raises(PermissionDenied, match="Tom Ferrari answers for themselves"):
        answer(access=lead, strategy=s1, member=seat("T2"), wording=1, committed=True)


def test_member_does_not_answer_for_others(colleague, s1):
    for code in ("T1", "T3"):
        with pytest.raises(PermissionDenied):
            answer(access=colleague, strategy=s1, member=seat(code), wording=1, committed=True)


@pytest.mark.parametrize("role", [AccessRole.PARTNER, VIEWER, AccessRole.SENIOR])
def test_who_does_not_edit_the_plan_writes_nothing(account, outsider, s1, role):
    TeamMember.objects.filter(ref__code="T3").update(user=outsider, access_role=role)
    access = access_to(outsider, account.pk)
    mine = seat("T3")
    for attempt in (
        lambda: create_strategy(access=access, statement="x", communicate="", serves=[]),
        lambda: update_strategy(access=access, strategy=s1, version=1, statement="x"),
        lambda: remove_strategy(access=access, strategy=s1),
        lambda: tell_members(access=access, strategy=s1, members=[mine]),
        lambda: answer(access=access, strategy=s1, member=mine, wording=1, committed=True),
        lambda: withdraw(access=access, strategy=s1, member=mine),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert Ref.objects.filter(code="S2").count() == 0


def test_lead_notes_the_answer_of_a_partner(account, lead, outsider, s1):
    TeamMember.objects.filter(ref__code="T3").update(user=outsider, access_role=AccessRole.PARTNER)
    answer(access=lead, strategy=s1, member=seat("T3"), wording=1, committed=True)
    assert answers(lead)["T3"] is Answer.COMMITTED
