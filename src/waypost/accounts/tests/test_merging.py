"""Two accounts of one customer become one, and two again."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from tests.personas import add_to_team
from waypost import planfile
from waypost.accounts import operations
from waypost.accounts.models import (
    AccessRole,
    Account,
    Distinct,
    Gap,
    Merging,
    Ref,
    TeamMember,
)
from waypost.accounts.operations import add_gap
from waypost.accounts.queries import MergedAway, access_to, reading_access_to
from waypost.accounts.timeline.entries import entries
from waypost.contacts.models import Contact, PrivateNote
from waypost.contacts.operations.erasing import erase_contact
from waypost.document.load import load
from waypost.document.store import store
from waypost.history.models import ChangeSet
from waypost.history.operations import record
from waypost.history.stale import StaleError
from waypost.history.undo import UndoError
from waypost.method.shape import Kind
from waypost.planfile.writer import write_yaml
from waypost.planning.models import PlanningSession, Review, Round, RoundStep, Submission
from waypost.plans.models import Objective
from waypost.plans.operations.check_ins import check_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
SAMPLE = Path(planfile.__file__).parent / "tests" / "samples" / "complete.yaml"
SMALL = """format: waypost-plan/1
supplier: {name: Castor Filtration GmbH}
account:
  name: Brambleholt Group
  locations: [{id: L1, name: brambleholt creamery, country: gb, lines: [Cream 1]}]
team: [{id: T9, name: Pål Vik, role: service engineer}]
profile:
  swot: {strengths: [Loyal farmers]}
  figures: [{year: 2025, turnover_k: 501000}]
objectives:
  visionary: [{id: V1, horizon_years: 5, text: They ask us first.}]
  business: [{id: B4, text: Win the second dairy., due: 2027-03-31, owner: T9}]
short_term_plan:
  months: [2026-05, 2026-06]
  actions: [{id: A1, month: 2026-05, what: "Call them, see B4", owner: T9}]
"""


def stored(text, owner):
    with record(actor=None, account=None, what="Test") as recording:
        account = store(planfile.read(text), recording)
    add_to_team(account, owner, AccessRole.LEAD)
    return Account.objects.get(pk=account.pk)


def stored_pair(owner):
    """The account to be kept, and one of the same customer with a whole plan."""
    kept, gone = stored(SMALL, owner), stored(SAMPLE.read_bytes(), owner)
    person = Ref.objects.get(account=gone, code="P1")
    PrivateNote.objects.create(person=person, text="Likes sailing", by_name="Olga", on=TODAY)
    return kept, gone


@pytest.fixture
def gone(owner):
    return stored_pair(owner)[1]


@pytest.fixture
def kept(gone):
    return Account.objects.get(name="Brambleholt Group")


def merge(user, kept, gone):
    kept.refresh_from_db()
    gone.refresh_from_db()
    return operations.merge_accounts(
        access=access_to(user, kept.pk),
        gone=access_to(user, gone.pk),
        touched=kept.touched_at,
        gone_touched=gone.touched_at,
    )


def exported(account):
    return write_yaml(load(account.pk))


def test_merge_brings_the_plan_and_undo_takes_it_out_to_the_byte(owner, kept, gone):
    as_of = exported(gone)
    kept.touch(kept.touched_at, None)
    before = exported(kept)

    done = merge(owner, kept, gone).change_set

    plan = load(kept.pk)
    assert done.what == "Merged the account Brambleholt Dairies plc into Brambleholt Group"
    assert [one.text for one in plan.objectives.visionary] == [
        "They ask us first.",
        "No filter at Brambleholt is changed without a reason both of us can see.",
    ]
    goal = next(one for one in plan.objectives.business if one.metric)
    assert (goal.id, goal.owner, [stage.id for stage in goal.stages]) == (
        "B5",
        "T10",
        ["B5a", "B5b"],
    )
    assert goal.agreed.customer == ("P1",)
    team = {member.id: member.name for member in plan.team}
    assert list(team.values()).count("Pål Vik") == 1
    assert team[plan.short_term_plan.actions[1].owner or ""] == "Pål Vik"
    assert (plan.account.currency, plan.account.tier) == ("GBP", "B")
    assert plan.account.also_known_as == ("Brambleholt Dairies plc", "Brambleholt", "BHD")
    assert [site.name for site in plan.account.locations] == [
        "brambleholt creamery",
        "Pexley powder plant",
    ]
    assert [one.turnover_k for one in plan.profile.figures] == [501000, 515000]
    assert list(plan.profile.swot.strengths) == ["Loyal farmers"]
    assert [str(month) for month in plan.short_term_plan.months] == [
        "2026-05",
        "2026-06",
    ]
    assert PrivateNote.objects.filter(person__account=kept).get().text == "Likes sailing"
    assert (plan.sessions, plan.reviews) == ((), ())
    assert exported(gone) == as_of

    operations.undo(access=access_to(owner, kept.pk), change_set=done)

    assert exported(kept) == before
    assert exported(gone) == as_of
    assert not Merging.objects.exists()
    assert access_to(owner, gone.pk).merged_into is None
    said = ChangeSet.objects.filter(account=gone).order_by("pk").values_list("what", flat=True)
    assert list(said)[-2:] == [
        "This account was merged into Brambleholt Group",
        "Took out of Brambleholt Group again: this account is open as it was before",
    ]


@pytest.mark.parametrize("parted", [False, True])
def test_person_who_is_erased_goes_from_the_merged_account_too(owner, kept, gone, parted):
    """Whether the two are one still, or were parted again."""
    done = merge(owner, kept, gone).change_set
    account, code = (kept, "P1")
    if parted:
        operations.undo(access=access_to(owner, kept.pk), change_set=done)
        account = gone
        add_gap(access=access_to(owner, kept.pk), text="Where did Edith Marsh work?")
    person = Contact.objects.get(account=account, ref__code=code)
    erase_contact(access=access_to(owner, account.pk), contact=person, version=person.version)

    texts = [
        (model._meta.label, text)
        for model in apps.get_models()
        for row in model._base_manager.values()
        if (text := json.dumps(row, default=str)) and re.search("(?i)marsh|sailing", text)
    ]
    own = (
        {"accounts.Gap", "health.Finding", "history.Change", "history.ChangeSet"}
        if parted
        else set()
    )
    assert {label for label, _text in texts} == own
    assert all("Where did Edith Marsh work?" in text for _label, text in texts)


def test_what_stands_against_it_is_said_with_what_to_do_first(owner, kept, gone, outsider):
    kept.currency, kept.parent = "EUR", gone.name.upper()
    kept.save()
    Distinct.objects.create(account=gone, other=kept)
    add_to_team(kept, outsider, AccessRole.FIRST_LINE)
    today = timezone.localdate()
    for code, opened in (("SE2", timezone.now()), ("SE3", None)):
        ref = Ref.objects.create(account=gone, code=code, kind=Kind.SESSION)
        session = PlanningSession.objects.create(
            account=gone, ref=ref, opened_at=opened, date=today, starts_at=timezone.now()
        )
    Round.objects.create(session=session.ref, kind=Round.Kind.VISION, question="?").steps.create(
        step=RoundStep.Step.INPUT
    )
    Review.objects.create(account=kept, date=today, started_at=timezone.now())
    Submission.objects.create(account=gone, state=Submission.State.SUBMITTED)

    with pytest.raises(ValidationError) as refused:
        merge(owner, kept, gone)

    said = " ".join(refused.value.messages)
    for words in (
        "Brambleholt Dairies plc counts in GBP and Brambleholt Group in EUR",
        "One of the two is the parent company of the other.",
        "Somebody said that these are two customers.",
        "Uma Castell is in the team of Brambleholt Group alone",
        "Both have a first-line manager: Rosa Kettering and Uma Castell.",
        "A session of Brambleholt Dairies plc is under way. Close it first.",
        ["A session of Brambleholt Dairies plc is planned", "22 Nov)"][0],
        "People are answering a question of Brambleholt Dairies plc",
        "A review of Brambleholt Group is under way.",
        "The plan of Brambleholt Dairies plc is submitted and not yet decided.",
    ):
        assert words in said, words
    assert len(refused.value.messages) == 10
    assert not Merging.objects.exists()


def test_only_who_leads_both_merges_and_parts(owner, teammate, kept, gone):
    for account in (kept, gone):
        add_to_team(account, teammate, AccessRole.MEMBER)
    with pytest.raises(PermissionDenied, match="leads both accounts"):
        merge(teammate, kept, gone)
    done = merge(owner, kept, gone).change_set
    access = access_to(teammate, kept.pk)
    assert PrivateNote.objects.filter(person__account=kept).exists()
    with pytest.raises(PermissionDenied, match="leads both accounts"):
        operations.undo(access=access, change_set=done)
    entry = next(one for one in entries([done], access, TODAY))
    assert not entry.can_be_undone
    assert entries([done], access_to(owner, kept.pk), TODAY)[0].can_be_undone


def test_work_on_what_came_stands_against_parting(owner, kept, gone):
    """Also where it only hangs on what came; what was there before does not matter."""
    done = merge(owner, kept, gone).change_set
    access = access_to(owner, kept.pk)
    mine = add_gap(access=access, text="Who else buys?").row
    objective = Objective.objects.get(account=kept, ref__code="B5")
    check_in(access=access, objective=objective, on=TODAY, value=Decimal(2), note="Second line")

    with pytest.raises(UndoError, match="was worked on since: “Checked in"):
        operations.undo(access=access, change_set=done, anyway=True)

    assert Merging.objects.filter(gone=gone).exists()
    other = Gap.objects.get(account=kept, text="Who signs above GBP 100,000?")
    assert (other.version, mine.version) == (1, 1)


def test_parting_is_no_merge_when_it_is_taken_back(owner, kept, gone):
    access = access_to(owner, kept.pk)
    done = merge(owner, kept, gone).change_set
    parted = operations.undo(access=access, change_set=done).change_set
    assert parted is not None
    assert operations.undo(access=access, change_set=done).change_set == parted
    with pytest.raises(PermissionDenied, match="Merge the two anew"):
        operations.undo(access=access, change_set=parted)
    again = merge(owner, kept, gone)
    codes = Ref.objects.filter(account=kept, kind=Kind.BUSINESS).values_list("code", flat=True)
    assert sorted(codes) == ["B4", "B5", "B6", "B7", "B8"]
    assert again.change_set != done


def test_merge_into_itself_into_a_third_and_both_ways(owner, kept, gone):
    third = stored(SMALL.replace("Brambleholt Group", "Brambleholt Foods"), owner)
    for account in (kept, third):
        TeamMember.objects.filter(account=account, user=None).update(name="Pål Vik")
    with pytest.raises(ValidationError, match="the same account already"):
        merge(owner, kept, kept)
    sides = access_to(owner, kept.pk), access_to(owner, gone.pk)
    merge(owner, kept, gone)
    late = {"touched": None, "gone_touched": None}
    for access, other in (sides, sides[::-1]):
        with pytest.raises(ValidationError, match="merged into another account meanwhile"):
            operations.merge_accounts(access=access, gone=other, **late)
    done = merge(owner, third, kept).change_set
    with pytest.raises(MergedAway) as away:
        access_to(owner, gone.pk)
    assert (away.value.gone, away.value.into) == (gone.pk, third.pk)
    assert reading_access_to(owner, gone.pk).merged_into == third
    operations.undo(access=access_to(owner, third.pk), change_set=done)
    assert reading_access_to(owner, gone.pk).merged_into == kept


def test_plan_that_somebody_worked_on_meanwhile_is_looked_at_again(owner, kept, gone):
    with pytest.raises(StaleError):
        operations.merge_accounts(
            access=access_to(owner, kept.pk),
            gone=access_to(owner, gone.pk),
            touched=kept.touched_at,
            gone_touched=None,
        )
