"""S1 for every state of a planning session: who is answered, and what may still be written."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.urls import reverse

from tests.security import test_authorisation as matrix
from tests.security.meetings import STATES, session_code
from tests.security.places import of_session
from tests.security.rules.sessions import SESSIONS
from tests.security.world import World, build
from waypost.planning.models import AgendaTopic, ParkedPoint, SessionDecision, SessionSlot

pytestmark = pytest.mark.django_db

# What may be written in which states; in all others nobody writes anything.
PLANNED, OPEN, CLOSED = {"planned"}, {"open"}, {"closed"}
WRITES = {
    "planning:session-edit": PLANNED,
    "planning:calling-off": PLANNED,
    "planning:times": PLANNED,
    "planning:time-choice": PLANNED,
    "planning:time-removal": PLANNED,
    "planning:answer-link": PLANNED,
    "planning:participants": PLANNED,
    "planning:opening": PLANNED,
    "planning:presence": OPEN,
    "planning:customer-part": OPEN,
    "planning:correction": CLOSED,
    "planning:agenda": PLANNED | OPEN,
    "planning:topic": PLANNED | OPEN,
    "planning:topic-place": PLANNED | OPEN,
    "planning:parked": PLANNED | OPEN,
    "planning:parked-removal": PLANNED | OPEN,
    "planning:decisions": OPEN,
    "planning:decision-later": OPEN,
    "planning:decision-action": OPEN,
    "planning:undecided": OPEN,
}
# One of each kind: who runs it, who takes part, who reads, for whom it is not there.
KINDS = ("lead", "partner", "viewer", "other lead")


def test_each_state_lets_the_same_people_in_and_takes_what_belongs_to_it():
    world = build()
    found = [fault for state in STATES for kind in KINDS for fault in faults(world, kind, state)]
    assert found == []


def test_every_address_of_a_session_that_writes_was_tried():
    writing = {
        name
        for name, rule in SESSIONS.items()
        if rule.writes and rule.post and name != "planning:session-new"
    }
    assert writing == set(WRITES)


def faults(world: World, persona: str, state: str) -> Iterator[str]:
    """What is wrong in this state for one persona."""
    client = matrix.browser(world, persona)
    before = matrix.fingerprint()
    hidden = world.hidden_from(persona)
    for name, states in WRITES.items():
        rule = SESSIONS[name]
        allowed = persona in (rule.post or ())
        statements = matrix.Statements()
        with transaction.atomic():
            with connection.execute_wrapper(statements):
                path = reverse(name, kwargs=arguments(world, name, state))
                response = matrix.request(client, "POST", path, rule.data)
            wrote = statements.writing and matrix.fingerprint() != before
            transaction.set_rollback(True)
        if wrote != (allowed and state in states):
            yield f"{persona} {state} {name}: {'writes' if wrote else 'writes nothing'}"
        refused = 403 if persona in rule.seen else 404
        if response.status_code not in ({200, 302, 422} if allowed else {refused}):
            yield f"{persona} {state} {name}: answers {response.status_code}"
        if leaked := [word for word in hidden if word in response.content.decode()]:
            yield f"{persona} {state} {name}: shows {leaked}"


def arguments(world: World, name: str, state: str) -> dict[str, Any]:
    """Those of the address, for the session in this state."""
    found = {"pk": world.guarded.pk, "code": session_code(state)}
    asked = SESSIONS[name].arguments(world)
    rows: dict[str, Any] = {
        "slot": SessionSlot.objects,
        "topic": AgendaTopic.objects,
        "point": ParkedPoint.objects,
        "decision": SessionDecision.objects,
    }
    for key in asked.keys() & rows.keys():
        found = of_session(found, rows[key], key)
    return {**asked, **found}
