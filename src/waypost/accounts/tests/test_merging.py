"""Two accounts of one customer become one, and two again."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps

from tests.personas import add_to_team
from waypost import planfile
from waypost.accounts import operations
from waypost.accounts.models import (
    AccessRole,
    Account,
    Merging,
    Ref,
)
from waypost.accounts.operations import add_gap
from waypost.accounts.queries import access_to
from waypost.contacts.models import Contact, PrivateNote
from waypost.contacts.operations.erasing import erase_contact
from waypost.document.load import load
from waypost.document.store import store
from waypost.history.models import ChangeSet
from waypost.history.operations import record
from waypost.planfile.writer import write_yaml

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
