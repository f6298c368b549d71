"""S2: the id of somebody else's and an id that was never given look the same."""

import re

import pytest
from django.db import transaction
from django.urls import reverse

from tests.security.places import (
    account,
    check_in,
    comment,
    fact,
    figures,
    gap,
    goal,
    heard,
    member,
    need,
    objective,
    party,
    point,
    seat,
    sentence,
    session,
    session_held,
    session_topic,
    session_under_way,
    site,
    stage,
    strategy,
    thread,
    trend,
)
from tests.security.rules import RULES
from tests.security.test_authorisation import METHODS, browser, request
from tests.security.world import build

pytestmark = pytest.mark.django_db

NEVER_GIVEN = 987_654
OF_ACCOUNT = (
    account,
    member,
    fact,
    figures,
    gap,
    goal,
    point,
    site,
    trend,
    thread,
    comment,
    strategy,
    seat,
    objective,
    check_in,
    sentence,
    heard,
    need,
    stage,
    party,
    *(session, session_held, session_topic, session_under_way),
)
ADDRESS = re.compile(r"(?<=/accounts/)\d+")
TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w+')


@pytest.mark.parametrize("persona", ["anonymous", "deactivated", "other lead", "administrator"])
def test_account_of_others_looks_as_if_it_were_not_there(persona):
    world = build()
    client = browser(world, persona)
    differing = []
    for name, rule in RULES.items():
        if rule.arguments not in OF_ACCOUNT or is_for_administrators(persona, rule):
            continue
        arguments = rule.arguments(world)
        for method in METHODS:
            with transaction.atomic():
                theirs = request(client, method, reverse(name, kwargs=arguments), rule.data)
                none = {**arguments, "pk": NEVER_GIVEN}
                missing = request(client, method, reverse(name, kwargs=none), rule.data)
                transaction.set_rollback(True)
            if seen(theirs) != seen(missing):
                differing.append(f"{method} {name}")
    assert differing == []


@pytest.mark.parametrize(("name", "of"), [("fact-removal", trend), ("gap-removal", gap)])
def test_part_of_another_account_looks_as_if_it_were_not_there(name, of):
    """One's own account with the id of somebody else's part."""
    world = build()
    client = browser(world, "other lead")
    own = {**of(world), "pk": world.other.pk}
    [part] = own.keys() - {"pk"}
    addresses = {
        number: reverse(f"accounts:{name}", kwargs={**own, part: number})
        for number in (own[part], NEVER_GIVEN)
    }
    theirs, missing = (seen(client.post(url)) for url in addresses.values())
    assert theirs == missing
    assert theirs[0] == 404


def is_for_administrators(persona, rule):
    return persona == "administrator" and persona in rule.seen


def seen(response):
    """Status, headers and body without the token of the form and the account asked for."""
    body = TOKEN.sub("", response.content.decode())
    headers = {name: ADDRESS.sub("", value) for name, value in response.headers.items()}
    return response.status_code, headers, body
