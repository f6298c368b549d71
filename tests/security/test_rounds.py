"""What is not revealed is nobody's but its author's: on no page, in no export, no log, no history;
and a round answers everybody as it should at each of its steps."""

import json
import logging
import re

import pytest
from django.db import transaction
from django.urls import reverse

from tests.security.rounds import UNREVEALED, Step, round_in
from tests.security.rules.rounds import ROUNDS
from tests.security.test_authorisation import browser, request, statuses
from tests.security.world import World, build
from waypost.accounts.queries import access_to
from waypost.cli.main import main
from waypost.contacts.models import Contact
from waypost.contacts.operations.erasing import erase_contact
from waypost.contacts.queries.erasure import preview_of
from waypost.contacts.queries.personal_data import personal_data
from waypost.document.models import Snapshot
from waypost.document.snapshots import take_snapshot
from waypost.history.models import Change
from waypost.planning.models import Contribution

pytestmark = pytest.mark.django_db
# One of each kind; that all others are answered as they should tells the walk of all addresses.
LOOKING = ("lead", "partner", "viewer", "other lead")


def secrets(world: World, but: str = "") -> set[str]:
    """What has been written and not been revealed, by everybody but this persona."""
    found = {**world.aviary.canaries, **world.other_aviary.canaries}
    own = f"{UNREVEALED}{but},"
    return {
        word
        for path, word in found.items()
        if path.startswith(UNREVEALED) and not path.startswith(own)
    }


def test_each_step_of_a_round_answers_everybody_as_it_should():
    world, wrong = build(), []
    for persona in LOOKING:
        client, hidden = browser(world, persona), secrets(world, persona)
        for step in Step:
            key = round_in(world.guarded, step).pk
            for name, rule in ROUNDS.items():
                arguments = {**rule.arguments(world), **({"key": key} if at_one(name) else {})}
                method = "GET" if rule.get else "POST"
                with transaction.atomic():
                    path = reverse(name, kwargs=arguments)
                    answer = request(client, method, path, rule.data)
                    transaction.set_rollback(True)
                allowed = statuses(rule, persona, method)
                if persona in (rule.allowed(method) or ()):
                    allowed |= {404, 409, 422}  # at another step there is nothing to do
                leaks = [word for word in hidden if word in answer.content.decode()]
                if answer.status_code not in allowed or leaks:
                    wrong.append((persona, step.value, name, answer.status_code, leaks))
    assert wrong == []


def at_one(name: str) -> bool:
    return name not in {"planning:rounds", "planning:round-new", "planning:rounds-agenda"}


def test_unrevealed_input_leaves_by_no_other_way(capsys, caplog):
    caplog.set_level(logging.DEBUG)
    world = build()
    hidden, account = secrets(world), world.guarded
    person = Contact.objects.filter(account=account)[0]
    person.name = "Eva Lund"
    person.save()
    Contribution.objects.filter(place=None).update(text=f"{' '.join(hidden)} {person.name} agrees")
    snapshot = take_snapshot(account, Snapshot.Occasion.REVIEW, taken_by=None)
    assert main(["plan", "export", str(account.pk)]) == 0
    client = browser(world, "lead")
    files = [client.get(reverse("accounts:history-file", args=[account.pk]))]
    told = [
        *(capsys.readouterr().out, caplog.text, json.dumps(snapshot.content)),
        *(answer.content.decode() for answer in files if not answer.streaming),
        *(b"".join(answer).decode() for answer in files if answer.streaming),
        repr(preview_of(person)),
        repr(personal_data(person)),
        repr(list(Change.objects.values())),
    ]
    assert [text[:40] for text in told if any(word in text for word in hidden)] == []
    # And yet it is erased with everything else that names them.
    access = access_to(world.users["lead"], account.pk)
    erase_contact(access=access, contact=person, version=person.version)
    own = Contribution.objects.filter(place=None, round__session__account=account)
    assert {one.text.endswith("[erased] agrees") for one in own} == {True}


@pytest.mark.parametrize("step", [Step.INPUT, Step.VOTING])
def test_nobody_can_tell_whether_somebody_has_written_or_voted(step):
    """The same pages before and after, to the letter but for what is drawn anew each time."""
    world = build()
    row, member = round_in(world.guarded, step), world.users["member"]
    before = {persona: pages(world, persona, row) for persona in ("lead", "viewer", "opener")}
    for number in (2, 3, 4):
        if step == Step.INPUT:
            row.contributions.create(author=member, number=number, text="More")
        else:
            answer = row.contributions.filter(merged_into=None)[number % 2]
            row.dots_spent.create(contribution=answer, voter=member, number=number)
    assert {persona: pages(world, persona, row) for persona in before} == before


def pages(world, persona, row):
    """What somebody sees of the round and around it."""
    client = browser(world, persona)
    code, pk = row.session.code, world.guarded.pk
    named = [("round", row.pk), ("round-state", row.pk), ("rounds",), ("session",), ("sessions",)]
    addresses = [
        *(reverse(f"planning:{name}", args=[pk, code, *more]) for name, *more in named[:4]),
        reverse("planning:sessions", args=[pk]),
        reverse("accounts:history", args=[pk]),
        reverse("plans:one-page", args=[pk]),
        reverse("portfolio:my-week"),
    ]
    drawn_anew = re.compile(r'value="[\w-]{16,64}"|\d{1,2}:\d\d')
    return [drawn_anew.sub("", client.get(path).content.decode()) for path in addresses]
