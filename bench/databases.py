"""Databases of several sizes side by side in one process, so that they are measured in turn."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend


def make(size: int) -> BaseDatabaseWrapper:
    """An empty database beside the one that the environment names."""
    settings = deepcopy(connections.settings["default"])
    settings["NAME"] = f"{settings['NAME']}_{size}"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            name = connection.ops.quote_name(settings["NAME"])
            cursor.execute(f"CREATE DATABASE {name}")
    database: BaseDatabaseWrapper = load_backend(settings["ENGINE"]).DatabaseWrapper(
        settings, "default"
    )
    return database


@contextmanager
def using(database: BaseDatabaseWrapper) -> Iterator[None]:
    """Everything inside asks this database."""
    before = connections["default"]
    connections["default"] = database
    try:
        yield
    finally:
        connections["default"] = before


def settle(database: BaseDatabaseWrapper) -> None:
    """What PostgreSQL does by itself within minutes of so much being written."""
    if database.vendor == "postgresql":
        with database.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
