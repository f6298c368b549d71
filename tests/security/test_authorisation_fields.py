"""S4: a form takes what it asks for, and nothing else that somebody adds to it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.urls import reverse

from tests.security.rules import RULES, Rule
from tests.security.test_authorisation import browser, request
from tests.security.world import PERSONAS, World, build

pytestmark = pytest.mark.django_db

# Different each time, or what came of ids that are.
NEW_EACH_TIME = {"token_hash", "password", "row", "before", "after"}
WRITING = [name for name, rule in RULES.items() if rule.writes and rule.post]


def test_fields_that_no_form_asks_for_are_ignored(time_machine):
    time_machine.move_to("2026-12-01T12:00:00Z", tick=False)
    world = build()
    known = {model: set(model._default_manager.values_list("pk", flat=True)) for model in stored()}
    values, accepted = every_value(world), []
    for name in WRITING:
        more = injected(values, RULES[name])
        plain, with_more = (outcome(world, name, added, known) for added in ({}, more))
        accepted += [f"{name}: {table}" for table in plain if plain[table] != with_more[table]]
    assert accepted == []


def every_value(world: World) -> dict[str, Any]:
    """Every column of every table, with a value that would fit."""
    return {
        name: value
        for model in stored()
        for column in model._meta.concrete_fields
        for name, value in values_for(world, column)
    }


def injected(values: dict[str, Any], rule: Rule) -> dict[str, Any]:
    """Those of them that the form does not ask for."""
    asked = {*rule.data, *rule.optional.split()}
    return {name: value for name, value in values.items() if name not in asked}


def values_for(world: World, column: "models.Field[Any, Any]") -> Iterator[tuple[str, Any]]:
    """Names and value of a column; what points somewhere points into the other team's account."""
    if isinstance(column, models.ForeignKey):
        target = column.related_model._default_manager.all()
        if any(field.name == "account" for field in column.related_model._meta.fields):
            target = target.filter(account=world.other)
        elif column.name == "account":
            target = target.filter(pk=world.other.pk)
        row = target.order_by("-pk").first()
        for name in (column.name, column.attname):
            yield name, row.pk if row else 1
    elif isinstance(column, models.DateTimeField):
        yield column.name, "2020-01-01T00:00:00Z"
    elif isinstance(column, models.DateField):
        yield column.name, "2020-01-01"
    elif isinstance(column, models.BooleanField):
        yield column.name, "true"
    elif isinstance(column, models.CharField) and column.choices:
        yield column.name, next(iter(column.choices))[0]
    elif isinstance(column, models.CharField | models.TextField):
        yield column.name, "injected"
    else:
        yield column.name, "7"


def outcome(world: World, name: str, more: dict[str, Any], known: Any) -> dict[str, Any]:
    """All that is stored after sending the valid form with these fields added."""
    rule = RULES[name]
    persona = next(persona for persona in reversed(PERSONAS) if persona in (rule.post or ()))
    with transaction.atomic():
        path = reverse(name, kwargs=rule.arguments(world))
        response = request(browser(world, persona), "POST", path, {**more, **rule.data})
        assert response.status_code in {200, 302}
        found = {model._meta.label: sorted(map(repr, rows_of(model, known))) for model in stored()}
        transaction.set_rollback(True)
    return found


def rows_of(model: type[models.Model], known: Any) -> Iterator[dict[str, Any]]:
    """The rows with "new" for the ids of rows that were not there before."""
    columns = [one for one in model._meta.concrete_fields if one.name not in NEW_EACH_TIME]
    ids = {
        column.attname: known[target]
        for column in columns
        if (target := model if column.primary_key else column.related_model) in known
    }
    for row in model._default_manager.values(*(column.attname for column in columns)):
        new = {name for name in ids if row[name] is not None and row[name] not in ids[name]}
        yield {name: "new" if name in new else value for name, value in row.items()}


def stored() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model is not Session]
