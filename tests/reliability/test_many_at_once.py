"""R3, R4, R5: many people at once lose nothing, fail at nothing and write nothing twice."""

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
        typed = {**SETTINGS, "parent": f"Owner {client}"}
        version = site.ask(client, path).value("version")
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
