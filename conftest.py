"""What holds for every test, those beside the code and those in tests/."""

import os
from pathlib import Path

import hypothesis
import pytest
from django.contrib.auth.management import create_permissions
from django.contrib.contenttypes.management import create_contenttypes
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.signals import post_migrate

from tests.environment import data_dir

pytest_plugins = ["tests.installation", "tests.personas"]

BROWSER_TESTS = Path(__file__).parent / "tests" / "browser"
DATABASE_FIXTURES = {"db", "transactional_db"}
# About words, HTML, headers, fields that are not asked for and what is measured: the same on every
# database, so that SQLite is enough.
# That every page opens and every form is taken on PostgreSQL, tests/security/test_authorisation.py
# sees; what uploads and removing the sample ask of it, the tests of their operations ask too.
ONE_DATABASE_IS_ENOUGH = (
    "test_*page.py",
    "test_*pages.py",
    "test_*forms.py",
    "test_authorisation_fields.py",
    "test_bench.py",
    "test_csrf.py",
    "test_headers.py",
    "test_removal.py",
    "test_upload.py",
)


# A shared machine is slow now and then; that is not a failure. CI runs the same examples each time.
hypothesis.settings.register_profile(
    "waypost", deadline=None, derandomize="CI" in os.environ, print_blob=True
)
hypothesis.settings.load_profile("waypost")


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)
        if touches_database(item) and not any(map(item.path.match, ONE_DATABASE_IS_ENOUGH)):
            item.add_marker(pytest.mark.database)


def touches_database(item):
    return bool(
        item.get_closest_marker("django_db")
        or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings_parallel_suffix):
    """Make the tables straight from the models, in a tenth of the time.

    That the migrations make the same is the subject of tests/repository/test_migrations.py, and
    they themselves run where the tests run Waypost as a command. Browsers are answered in several
    threads, and a database in memory would be one connection for all of them.
    """
    if any(item.get_closest_marker("browser") for item in request.session.items):
        connection.settings_dict["TEST"]["NAME"] = f"{data_dir}/browsers.sqlite3"
    connection.settings_dict["TEST"]["MIGRATE"] = False
    # Written anew after each test that empties the tables, and read by nothing in Waypost.
    assert post_migrate.disconnect(
        dispatch_uid=f"{create_permissions.__module__}.create_permissions"
    )
    assert post_migrate.disconnect(create_contenttypes)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Note the migrations as done, as `waypost migrate` would."""
    with django_db_blocker.unblock():
        recorder = MigrationRecorder(connection)
        recorder.ensure_schema()
        for app, name in MigrationLoader(connection).disk_migrations:
            recorder.record_applied(app, name)
