"""S1: everybody at every address with every method. S15: nothing is written by opening a page."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse

from tests.security.addresses import every_address
from tests.security.places import packed
from tests.security.rules import OUTSIDE, RULES, Rule
from tests.security.world import PERSONAS, World, build, texts_of
from waypost.accounts.models import Account

pytestmark = pytest.mark.django_db

# A method that no address knows is refused before a plan is asked for, whichever it is: on one
# database is enough, and all of them are tried by the one who may do most.
UNKNOWN_METHODS = ("DELETE", "PUT", "PATCH") if connection.vendor == "sqlite" else ()
METHODS = ("GET", "POST", *UNKNOWN_METHODS[:1])
# Texts that are not a person's: made by the program, or of a few letters.
OUR_OWN = {
    *("accounts.Account.currency", "accounts.Ref.code", "history.Change.table"),
    *("health.Finding.rule", "health.Finding.at", "health.Finding.subject", "health.Finding.why"),
    *("health.Dismissal.rule", "health.Dismissal.at", "health.Dismissal.subject"),
    "health.AccountSummary.next_stage_ref",
    "planning.Invitee.token_hash",
    "planning.Contribution.page",
    *("history.SentForm.key", "history.SentForm.table"),
    *("notices.Notice.occasion", "notices.Notice.told", "notices.Notice.token_hash"),
    *("notices.Feed.token_hash", "notices.Feed.sealed"),
    "health.AccountSummary.lead_name",  # of a user, whose names are no canaries
}


def test_every_address_is_classified():
    assert set(every_address()) == set(RULES)


def test_every_text_of_a_plan_is_a_canary():
    """A text without one would be a leak that the walk cannot see: give it one in `world`."""
    build()
    silent = {
        f"{model._meta.label}.{column}"
        for model in ours()
        for column in texts_of(model)
        if not any(
            "canary" in value for value in model._default_manager.values_list(column, flat=True)
        )
    }
    assert silent == OUR_OWN


def test_everybody_gets_what_is_theirs_and_nothing_else():
    world = build()
    assert [fault for persona in PERSONAS for fault in walk(world, persona)] == []


def test_plan_is_replaced_by_its_lead_alone():
    world = build()
    name = world.guarded.name
    data = {"key": "k", "content": packed(name), "replacing": "", "seat": "T1"}
    before = Account.objects.values().get(pk=world.guarded.pk)
    replaced = []
    for persona in PERSONAS:
        with transaction.atomic():
            browser(world, persona).post(reverse("exchange:confirmation"), data)
            if Account.objects.values().get(pk=world.guarded.pk) != before:
                replaced.append(persona)
            transaction.set_rollback(True)
    assert replaced == ["lead"]


def walk(world: World, persona: str) -> Iterator[str]:
    """What is wrong at any address for one persona."""
    client = browser(world, persona)
    cookies = client.cookies.output()
    hidden = world.hidden_from(persona)
    before = fingerprint()
    methods = (*METHODS, *UNKNOWN_METHODS[1:]) if persona == "lead" else METHODS
    for name, rule in RULES.items():
        path = reverse(name, kwargs=rule.arguments(world))
        for method in methods:
            client.cookies = SimpleCookie(cookies.replace("Set-Cookie: ", ""))
            statements = Statements()
            with transaction.atomic():
                with connection.execute_wrapper(statements):
                    response = request(client, method, path, rule.data)
                # Hashing everything 2,000 times takes a minute; without a writing statement
                # nothing can have changed.
                after = fingerprint() if statements.writing else before
                transaction.set_rollback(True)
            changed = sorted(table for table in before if after[table] != before[table])
            for fault in faults(rule, persona, method, response, changed, hidden):
                yield f"{persona}: {method} {name}: {fault}"
    if fingerprint() != before:
        yield f"{persona}: something was written that no statement shows"


def browser(world: World, persona: str) -> Client:
    """Signed in as the persona; nobody is signed in as "anonymous"."""
    client = Client()
    if user := world.users.get(persona):
        client.force_login(user)
    return client


class Statements:
    """Notes whether anything but reading was asked of the database."""

    def __init__(self) -> None:
        self.writing = False

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        self.writing |= not sql.startswith(("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT"))
        return execute(sql, params, many, context)


def request(client: Client, method: str, path: str, data: Mapping[str, Any]) -> Any:
    if method == "GET":
        return client.get(path)
    return client.generic(method, path, urlencode(data), "application/x-www-form-urlencoded")


def faults(
    rule: Rule, persona: str, method: str, response: Any, changed: list[str], hidden: set[str]
) -> Iterator[str]:
    expected = statuses(rule, persona, method)
    if response.status_code not in expected:
        yield f"answers {response.status_code}, not {expected}"
    writing = method == "POST" and rule.writes and persona in (rule.post or ())
    if changed and not writing:
        yield f"writes {changed}"
    if writing and not changed:
        yield f"writes nothing, answers {response.status_code}"
    text = f"{response.headers} {response.cookies} {response.content.decode()}"
    if leaked := [word for word in hidden if word in text]:
        yield f"shows {sorted(leaked)}"


def statuses(rule: Rule, persona: str, method: str) -> set[int]:
    if persona in OUTSIDE and not rule.door:
        return {302}
    if rule.plain and method not in {"GET", "POST"}:
        return {200, 302, 405, 422}
    allowed = rule.allowed(method)
    if allowed is None:
        return {405}
    if persona in allowed:
        return {200, 302} if method == "GET" or rule.writes else {200, 302, 422}
    return {403} if persona in rule.seen else {404}


def fingerprint() -> dict[str, str]:
    """Every row of every table but the sessions, as a hash a table."""
    hashes = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model is not Session:
                columns = ", ".join(f'"{column.column}"' for column in model._meta.concrete_fields)
                cursor.execute(f'SELECT {columns} FROM "{model._meta.db_table}" ORDER BY 1')  # noqa: S608
                rows = repr(cursor.fetchall()).encode()
                hashes[model._meta.label] = hashlib.sha256(rows).hexdigest()
    return hashes


def ours() -> list[type[models.Model]]:
    """What is stored of accounts and their plans."""
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("waypost.") and model._meta.app_label != "staff"
    ]
