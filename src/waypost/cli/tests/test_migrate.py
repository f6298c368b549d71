"""waypost migrate applies everything or nothing."""

import uuid

import pytest
from django.db import connection
from django.utils import timezone

from waypost.accounts.models import Account, Supplier
from waypost.cli.migrate import migrate, pending
from waypost.cli.start import UsageError
from waypost.health.models import AccountSummary
from waypost.health.operations import refresh, refresh_stale

pytestmark = pytest.mark.django_db(transaction=True)
TABLE = """
from django.db import migrations, models

class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel("Scratch", [("id", models.BigAutoField(primary_key=True))])
    ]
"""
CODE = """
from django.db import migrations

class Migration(migrations.Migration):
    dependencies = [("ui", "0001_table")]
    operations = [migrations.RunPython(lambda apps, schema_editor: {code})]
"""


@pytest.fixture
def scratch(settings, monkeypatch, tmp_path):
    """Two migrations that wait, of an app that has none: a table, then what the test gives."""
    package = tmp_path / f"scratch_{uuid.uuid4().hex}"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "0001_table.py").write_text(TABLE)
    monkeypatch.syspath_prepend(str(tmp_path))
    settings.MIGRATION_MODULES = {"ui": package.name}

    def followed_by(code):
        (package / "0002_code.py").write_text(CODE.format(code=code))

    yield followed_by
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS ui_scratch")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'ui'")


def tables():
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def test_migrate_applies_what_waits(scratch):
    scratch("None")
    assert pending() == ["ui 0001_table", "ui 0002_code"]
    assert migrate() is True
    assert "ui_scratch" in tables()
    assert pending() == []
    assert migrate() is False


def test_plans_are_judged_again_after_a_migration(scratch):
    supplier = Supplier.objects.create(name="Castor")
    refresh(Account.objects.create(supplier=supplier, name="Alder Foods"))
    today = timezone.localdate()
    assert refresh_stale(today) == 0
    scratch("None")
    migrate()
    assert AccountSummary.objects.get().computed_on < today
    assert refresh_stale(today) == 1
    assert refresh_stale(today) == 0


def test_migrate_that_fails_half_way_changes_nothing(scratch):
    scratch("1 / apps.get_model('ui', 'Scratch').objects.count()")
    with pytest.raises(ZeroDivisionError):
        migrate()
    assert "ui_scratch" not in tables()
    assert pending() == ["ui 0001_table", "ui 0002_code"]


def test_migrate_checks_foreign_keys_again_afterwards(scratch):
    scratch("None")
    migrate()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert not connection.in_atomic_block


def test_migrate_refuses_a_database_of_a_newer_version():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('staff', '9999_later', '2030-01-01')"
        )
    try:
        with pytest.raises(UsageError) as refused:
            migrate()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE name = '9999_later'")
    assert str(refused.value) == (
        "The database was written by a newer Waypost "
        "(staff 9999_later is not known here). Install that one or a later one."
    )
