"""waypost migrate: bring the database to this version, wholly or not at all."""

import argparse
import gc
from collections.abc import Iterator
from contextlib import contextmanager

from waypost.cli.start import UsageError, reachable_database, start_django


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("migrate", help="bring the database to this version")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:  # noqa: ARG001 - every command is called alike
    start_django()
    changed = migrate()
    print("The database is up to date." if changed else "The database was up to date already.")


def migrate() -> bool:
    """Apply every migration in one transaction; says whether there was any. Plans are judged again
    soon after, since an earlier version may have left out what this one shows.

    Raises UsageError for a database of a newer version, which this one could only damage.
    """
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.utils import timezone

    from waypost.health.operations import mark_stale

    with reachable_database():
        if not pending():
            return False
        # SQLite rebuilds tables, which its foreign keys would stop; they are checked afterwards.
        with rarely_collected(), connection.constraint_checks_disabled(), transaction.atomic():
            call_command("migrate", interactive=False, verbosity=0)
            mark_stale(timezone.localdate())
            connection.check_constraints()
    return True


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Migrating draws every model anew many times over; looking for garbage at Python's own pace
    takes a quarter of it."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def pending() -> list[str]:
    """The names of the migrations that wait to be applied."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    loader = executor.loader
    unknown = sorted(set(loader.applied_migrations or ()) - set(loader.disk_migrations or ()))
    unknown = [key for key in unknown if key[0] in loader.migrated_apps]
    if unknown:
        raise UsageError(
            "The database was written by a newer Waypost "
            f"({unknown[0][0]} {unknown[0][1]} is not known here). Install that one or a later one."
        )
    plan = executor.migration_plan(loader.graph.leaf_nodes())
    return [f"{migration.app_label} {migration.name}" for migration, _backwards in plan]


def require_migrated() -> None:
    """Raise UsageError unless the database is of this version."""
    with reachable_database():
        if pending():
            raise UsageError("The database is not of this version. Run “waypost migrate” first.")
