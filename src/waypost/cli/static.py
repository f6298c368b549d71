"""Gathering the static files for whitenoise, when any has changed since the last time."""

import hashlib
from pathlib import Path

STAMP = "collected"
# Not used, and written for bundlers: their imports name modules that are no files.
LEFT_OUT = ["django_htmx/ext/*"]


def collect() -> None:
    from django.conf import settings
    from django.core.management import call_command

    stamp = settings.STATIC_ROOT / STAMP
    current = fingerprint()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == current:
        return
    call_command(
        "collectstatic",
        interactive=False,
        clear=settings.STATIC_ROOT.exists(),
        ignore_patterns=LEFT_OUT,
        verbosity=0,
    )
    stamp.write_text(current, encoding="ascii")


def fingerprint() -> str:
    """Changes when the source of any static file does."""
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = Path(storage.path(path)).stat()
            digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
