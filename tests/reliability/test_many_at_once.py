"""R3, R4, R5: many people at once lose nothing, fail at nothing and write nothing twice."""

import json
from threading import Barrier

import pytest

pytestmark = pytest.mark.database
EDITORS, WRITERS, CLICKS = 50, 20, 8
SECONDS = 60
SETTINGS = {"name": "Brightwater Mills", "currency": "EUR", "tier": "A"}
REP = {"access_role": "viewer", "function": "rep"}
GAP = {"topic": "company_goals", "as_of": "2026-11-02"}


def test_fifty_editors_of_one_record_lose_no_update(site):
    path, together = site.path("settings/"), Barrier(EDITORS, timeout=SECONDS)

    def edit(client):
        """Read the form with everybody else, save it, and save again what was refused."""
        form = site.ask(client, path)
        version, us = form.value("version"), form.value("our_company")
        typed = {**SETTINGS, "our_company": us, "parent": f"Owner {client}"}
        together.wait()
        first = site.ask(client, path, {**typed, "version": version})
        if first.status == 302:
            return [first]
        return [first, site.ask(client, path, {**typed, "version": first.value("version")})]

    answers = site.all_at_once(edit, EDITORS)

    assert [first.status for first, *_more in answers].count(302) == 1
    assert {answer.status for found in answers for answer in found} == {302, 409}
    refused = [(n, one) for n, found in enumerate(answers) for one in found if one.status == 409]
    assert [n for n, one in refused if one.value("parent") != f"Owner {n}"] == []
    saved = {f"Owner {n}" for n, found in enumerate(answers) if found[-1].status == 302}
    steps = [row for row in site.history(what="settings") if row["Value"] == "Parent company"]
    assert [row["Before"] for row in steps] == ["", *(row["After"] for row in steps[:-1])]
    assert sorted(row["After"] for row in steps) == sorted(saved)
    form = site.ask(0, path)
    assert (form.value("version"), form.value("parent")) == (
        str(1 + len(saved)),
        steps[-1]["After"],
    )


def test_twenty_writers_are_all_served(site):
    def write(client):
        path = site.path("first-steps/facts/")
        return [
            site.ask(client, path, {**GAP, "line": f"? Gap {client}-{number}"}).status
            for number in range(3)
        ]

    statuses = site.all_at_once(write, WRITERS)

    assert statuses == [[302] * 3] * WRITERS
    added = sorted(row["What was done"] for row in site.history(q="Gap "))
    wanted = (f"Added a gap: Gap {n}-{number}" for n in range(WRITERS) for number in range(3))
    assert added == sorted(wanted)


@pytest.mark.parametrize(
    ("page", "sent_to", "form", "what"),
    [
        ("first-steps/", "first-steps/facts/", {**GAP, "line": "? Who signs"}, "Who signs"),
        ("first-steps/", "first-steps/facts/", {**GAP, "line": "Grows, report"}, "Grows"),
        ("first-steps/", "first-steps/team/", {**REP, "name": "Nils"}, "Nils"),
        ("team/", "team/", {**REP, "name": "Uma"}, "Uma"),
    ],
)
def test_form_sent_many_times_at_once_is_done_once(site, page, sent_to, form, what):
    drawn = site.ask(0, site.path(page)).value("csrfmiddlewaretoken")
    sent = {**form, "csrfmiddlewaretoken": drawn}

    answers = site.all_at_once(lambda _click: site.ask(0, site.path(sent_to), sent), CLICKS)

    assert [(one.status, one.location) for one in answers] == [(302, site.path(page))] * CLICKS
    assert len([row for row in site.history() if what in row["What was done"]]) == 1


def test_account_started_many_times_at_once_is_one(site):
    page = "/accounts/new/"
    drawn = site.ask(0, page).value("csrfmiddlewaretoken")
    sent = {"name": "Nordlys Glas", "currency": "EUR", "csrfmiddlewaretoken": drawn}

    answers = site.all_at_once(lambda _click: site.ask(0, page, sent), CLICKS)

    assert {one.status for one in answers} == {302}
    assert len({one.location for one in answers}) == 1


# A session that is open, and in it a round whose time is up and one that is voted on.
ROUNDS = """
import json
from django.utils import timezone
from waypost.accounts.models import Account, Ref
from waypost.planning.models import PlanningSession, Round
from waypost.staff.models import User
account = Account.objects.get(name__startswith="Brightwater")
ref = Ref.objects.create(account=account, code="PS1", kind="session")
now = timezone.now()
PlanningSession.objects.create(account=account, ref=ref, date=now.date(), opened_at=now)
asked, voted = (
    Round.objects.create(session=ref, kind="sentence", question="What?", ends_at=now)
    for _round in range(2)
)
for row, steps in ((asked, ["input"]), (voted, ["input", "revealed", "voting"])):
    for step in steps:
        row.steps.create(step=step)
for place in (1, 2):
    author = User.objects.get(name="Olga")
    voted.contributions.create(author=author, number=place, place=place, text="Yes")
print(json.dumps([asked.pk, voted.pk]))
"""


@pytest.fixture(scope="module")
def rounds(site, installation):
    """Where the two rounds are."""
    made = installation.waypost("manage", "shell", "--no-imports", "-c", ROUNDS)
    assert made.returncode == 0, made.stderr
    return [site.path(f"sessions/PS1/rounds/{key}/") for key in json.loads(made.stdout)]


def test_reveal_happens_once_and_loses_no_answer(site, rounds):
    """SES-1: an answer that is sent at that moment is among the others, or given back."""
    path, together = rounds[0], Barrier(CLICKS, timeout=SECONDS)

    def act(client):
        """Olga reveals, and reveals again; Tom saves a line at a time."""
        together.wait()
        if client % 2 == 0:
            return site.ask(client, f"{path}reveal/", {})
        return site.ask(client, f"{path}answers/", {f"text_{client // 2 + 1}": f"Line {client}"})

    answers = site.all_at_once(act, CLICKS)

    assert {one.status for one in answers[::2]} == {302}
    done = [row["What was done"] for row in site.history() if "Revealed" in row["What was done"]]
    assert done == ["Revealed the answers: What?"]
    page = site.ask(0, path).text
    for client, answer in list(enumerate(answers))[1::2]:
        assert (answer.status, f"Line {client}" in page) in {(302, True), (409, False)}
        assert answer.status == 302 or f"Line {client}" in answer.text


def test_many_taps_at_once_spend_no_more_dots_than_there_are(site, rounds):
    def tap(number):
        place = 1 + number % 2
        return site.ask(1, f"{rounds[1]}answers/{place}/dots/", {"change": "add"}).status

    statuses = site.all_at_once(tap, WRITERS)

    assert (statuses.count(302), statuses.count(422)) == (5, WRITERS - 5)
    assert "0 of 5 dots left" in site.ask(1, rounds[1]).text
