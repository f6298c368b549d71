"""Starting Django for a command, and how a command says that something is wrong."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

SETTINGS = "waypost.config.settings"


class UsageError(Exception):
    """What was asked for cannot be done; the text says what to do instead. Nothing was changed."""


def start_django() -> None:
    """Read the settings, which end the command when one is wrong, and load the apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup()


@contextmanager
def reachable_database() -> Iterator[None]:
    """Turn the driver's words about a missing database into ours."""
    from django.conf import settings
    from django.db import OperationalError

    try:
        yield
    except OperationalError as error:
        place = settings.DATABASES["default"]
        name = f"{place['NAME']} at {place['HOST']}" if place.get("HOST") else place["NAME"]
        reason = str(error).strip().splitlines()[0]
        raise UsageError(
            f"The database {name} cannot be used ({reason}). "
            "Look at DATABASE_URL or WAYPOST_DATA_DIR."
        ) from error
