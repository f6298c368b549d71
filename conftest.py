"""What holds for every test, those beside the code and those in tests/."""

from pathlib import Path

import pytest

BROWSER_TESTS = Path(__file__).parent / "tests" / "browser"
DATABASE_FIXTURES = {"db", "transactional_db"}


def pytest_configure(config):
    from django.conf import settings

    # Logging in must cost next to nothing: the hasher itself is Django's, not ours to test.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)
        if touches_database(item):
            item.add_marker(pytest.mark.database)


def touches_database(item):
    return bool(
        item.get_closest_marker("django_db")
        or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
    )
