"""What was answered goes into the plan, with its authors (SES-1, SES-6)."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.operations import undo
from waypost.accounts.queries import access_to
from waypost.contacts.models import BuyingRole, Contact, DecisionGroup
from waypost.document.load import load
from waypost.document.store import replace as replace_plan
from waypost.history.operations import record
from waypost.method.shape import Kind
from waypost.planning.models import Contribution, RoundStep, SessionDecision
from waypost.planning.operations import rounds
from waypost.planning.operations.rounds_deciding import decide_round
from waypost.planning.operations.rounds_merging import merge_answers
from waypost.planning.tests.rounds import (
    asked,
    counted,
    fresh,
    opened,
    place_of,
    revealed,
    run,
    vote,
    write,
)
from waypost.plans.models import Objective, Strategy, TrafficLight

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(account):
    return opened(account)


@pytest.mark.parametrize(
    ("kind", "model", "code", "what"),
    [
        ("vision", Objective, "V1", "the vision"),
        ("sentence", Objective, "R2", "the sentence"),
        ("objective", Objective, "B2", "the business objective"),
        ("strategy", Strategy, "S2", "the strategy"),
    ],
)
def test_decided_answer_stands_in_the_plan_with_its_authors(
    client, session, owner, teammate, kind, model, code, what
):
    row = counted(session, owner, teammate, kind=kind)
    place = place_of(row, "You know our lines")
    done = run(session, row, decide_round, places=[place], horizon_years=5).change_set
    part = model.objects.live().get(ref__code=code)
    assert str(part) == "You know our lines"
    assert done.what == (
        f"Took {what} “You know our lines” into the plan, from the session of 24 Nov, "
        "by Tom Ferrari"
    )
    decision = SessionDecision.objects.get()
    assert (decision.words, decision.part) == ("You know our lines", part.ref)
    assert [one.person.code for one in decision.authors.all()] == ["T2"]
    if model is Objective:
        client.force_login(owner)
        page = client.get(reverse("plans:objective", args=[session.account_id, code]))
        assert "Proposed by Tom Ferrari in the session of 24 Nov" in page.content.decode()
    assert run(session, row, decide_round, places=[place]).change_set is None
    undo(access=access_to(owner, session.account_id), change_set=done)
    assert not model.objects.live().filter(ref__code=code).exists()
    assert fresh(row).step == RoundStep.Step.CLOSED
    assert not SessionDecision.objects.exists()


def test_several_answers_are_decided_as_one(session, owner, teammate):
    row = revealed(session, owner, teammate)
    run(
        session,
        row,
        merge_answers,
        place=place_of(row, "You call us first"),
        into=place_of(row, "You never surprise us"),
    )
    run(session, row, rounds.open_vote)
    for person in (owner, teammate):
        vote(session, row, person)
    run(session, row, rounds.close_vote)
    kept = {place_of(row, "You know our lines"), place_of(row, "You never surprise us")}
    done = run(session, row, decide_round, places=sorted(kept)).change_set
    assert done.what.startswith("Took 2 answers into the plan, from the session of 24 Nov, by ")
    codes = [[one.person.code for one in made.authors.all()] for made in decisions()]
    assert sorted(codes) == [["T1", "T2"], ["T2"]]
    with pytest.raises(ValidationError, match="decided"):
        run(session, row, merge_answers, place=1, into=2)


def decisions():
    return SessionDecision.objects.order_by("pk")


def test_light_of_a_round_gets_its_colour_and_place(session, owner, teammate):
    row = asked(session, "light", about="B1")
    write(session, row, owner, "Purchasing wants a second source", choice="red")
    write(session, row, teammate, "", choice="amber")
    run(session, row, rounds.reveal)
    assert (row.dots, row.about.code) == (0, "B1")
    with pytest.raises(ValidationError, match="says what is the case"):
        run(session, row, decide_round, places=[place_of(row, "")])
    with pytest.raises(ValidationError, match="one answer"):
        run(session, row, decide_round, places=[1, 2])
    with pytest.raises(ValidationError, match="nothing to vote on"):
        run(session, row, rounds.open_vote)
    run(session, row, decide_round, places=[2])
    light = TrafficLight.objects.get(ref__code="L-1")
    assert (light.colour, light.on and light.on.code) == ("red", "B1")
    assert light.history.get().to_colour == "red"


def test_role_and_disposition_go_to_the_person(session, account, owner, teammate):
    ref = account.refs.create(code="D1", kind=Kind.GROUP)
    DecisionGroup.objects.create(account=account, ref=ref, decision="Pumps of line 3")
    answers = {"role": ("user", "User"), "disposition": ("wary", "Wary")}
    for kind, (choice, words) in answers.items():
        row = asked(session, kind, about="P1", within="D1" if kind == "role" else "")
        write(session, row, owner, "", choice=choice)
        write(session, row, teammate, "I think so too", choice=choice)
        run(session, row, rounds.reveal)
        run(session, row, decide_round, places=[1])
        assert decisions().last().words == f"Marit Berg: {words}"
    assert Contact.objects.get(ref__code="P1").disposition == "wary"
    role = BuyingRole.objects.get()
    assert (role.role, role.membership.contact.ref.code) == ("user", "P1")


def test_what_a_round_is_about_may_be_gone(session, account, owner, teammate):
    row = asked(session, "disposition", about="P1")
    for person in (owner, teammate):
        write(session, row, person, "Seen", choice="open")
    run(session, row, rounds.reveal)
    Contact.objects.update(deleted_at=timezone.now())
    with pytest.raises(ValidationError, match="not in the plan any more"):
        run(session, row, decide_round, places=[1])
    row = asked(session, "disposition", about="P1")
    for person in (owner, teammate):
        write(session, row, person, "I do not know")
    run(session, row, rounds.reveal)
    with pytest.raises(ValidationError, match="says which it is"):
        run(session, row, decide_round, places=[1])
    with pytest.raises(ValidationError, match="Choose one of the list"):
        asked(session, "disposition", about="P7")


def test_round_outlives_a_plan_put_in_place_of_another(session, account, owner, teammate):
    """What is written in it stays its author's, whoever has the id of their place then."""
    row = asked(session, "disposition", about="P1")
    write(session, row, teammate, "Mine", choice="open")
    plan = load(account.pk)
    nobody = replace(plan, sessions=())
    for one in (nobody, plan):
        with record(actor=owner, account=account, what="Put in place", is_final=True) as recording:
            replace_plan(one, account, recording)
    about = fresh(row).about
    assert about is not None
    assert about.code == "P1"
    kept = Contribution.objects.get(round=row)
    assert (kept.text, kept.author, kept.place) == ("Mine", teammate, None)
