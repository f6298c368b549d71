"""What is hidden from somebody in the plan is hidden in its history, in every table of it."""

from datetime import date

import pytest
from django.apps import apps
from django.utils import timezone

from tests.personas import add_to_team
from tests.security.canaries import Aviary
from waypost.accounts.models import AccessRole, Ref
from waypost.accounts.queries import access_to, plan_for
from waypost.accounts.timeline import SHOWN, Asked, changes_of, entries, file_rows
from waypost.comments.models import Comment
from waypost.contacts.models import Said
from waypost.document.store import store
from waypost.health.models import Dismissal
from waypost.history.models import Change, ChangeSet, SeenBy
from waypost.history.operations import record
from waypost.history.undo import stored
from waypost.opportunities.models import Cell, Offering
from waypost.planning.models import PlanningSession, SentenceAnswer
from waypost.plans.models import Objective

TODAY = date(2026, 12, 1)


@pytest.fixture
def aviary(db):
    return Aviary("plan")


@pytest.fixture
def account(aviary, owner):
    """Every text of its plan was changed once, from what stands there to something else."""
    with record(actor=None, account=None, what="Brought in") as recording:
        account = store(aviary.plan(), recording)
    add_to_team(account, owner, AccessRole.LEAD)
    on = Ref.objects.filter(account=account, kind="action")[0]
    said = aviary.canary("comment")
    Comment.objects.create(account=account, on=on, author=owner, author_name="Olga", text=said)
    Said.objects.create(person=on, text="Thursday")
    Dismissal.objects.create(account=account, reason=aviary.canary("dismissal"))
    SentenceAnswer.objects.create(
        review=account.reviews.all()[0],
        sentence=Objective.objects.filter(account=account)[0],
        would_say="no",
        words="Not yet",
    )
    session = PlanningSession.objects.filter(account=account)[0]
    session.topics.create(title="Lights")
    session.parked.create(words="Who pays?")
    session.decisions.create(words="We wait")
    asked = session.ref.rounds.create(kind="sentence", question="What do they say?")
    asked.contributions.create(author=owner, number=1, text="You answer first", place=1)
    round_ = account.submissions.create()
    round_.steps.create(step="submit", words="Ready")
    round_.challenges.create(topic="pipeline", text=aviary.canary("challenge"), answer="It will")
    account.acceptance_conditions.create(text="A trial", proof="The contract")
    Cell.objects.create(
        account=account,
        offering=Offering.objects.create(account=account, name="Couplings"),
        unit=Ref.objects.filter(account=account, kind="location")[0],
        state="open",
    )
    for table in SHOWN:
        for row in apps.get_model(table)._base_manager.all():
            change(account, table, row)
    return account


def change(account, table, row):
    hidden = table in {"comments.comment", "health.dismissal"}
    seen_by = SeenBy.MARGINS if hidden else SeenBy.PLAN
    made = ChangeSet.objects.create(
        account=account, at=timezone.now(), what=f"Changed {table}", seen_by=seen_by
    )
    after = stored(row) or {}
    before = dict.fromkeys(after)
    Change.objects.create(change_set=made, table=table, row=row.pk, before=before, after=after)


def told(user, account):
    """Everything that the history says to somebody, on the page and in the file."""
    access = access_to(user, account.pk)
    found = entries(changes_of(access), access, TODAY)
    return repr(found) + repr(list(file_rows(access, Asked(), TODAY)))


def canaries(aviary, text):
    return {word for word in aviary.canaries.values() if word in text}


@pytest.mark.parametrize("role", [AccessRole.PARTNER, AccessRole.VIEWER])
def test_history_tells_nothing_that_the_plan_does_not(aviary, account, outsider, role):
    add_to_team(account, outsider, role)

    open_to_them = canaries(aviary, repr(plan_for(access_to(outsider, account.pk))))
    in_history = canaries(aviary, told(outsider, account))

    assert in_history - open_to_them == set()
    assert len(in_history) > 20


def test_history_tells_whoever_sees_margins_what_is_hidden_from_others(aviary, account, owner):
    hidden = aviary.at(".objectives.business[0].condition", ".strategies[0].members", "comment")

    told_of = hidden & canaries(aviary, told(owner, account))

    places = {path.rpartition(".")[2] for path, word in aviary.canaries.items() if word in told_of}
    assert places == {"comment", "condition", "doubts"}


def test_every_table_of_the_history_was_tried(account):
    tried = set(Change.objects.filter(table__in=SHOWN).values_list("table", flat=True))

    assert set(SHOWN) - tried == set()
