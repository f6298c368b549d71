"""Configuration of gunicorn for `waypost run`: the server is its own clock.

Each of its processes ticks now and then. What a tick does is done once however many there are.
"""

import logging
import random
import time
from threading import Thread
from typing import Any, Final

MINUTES: Final = 5

log = logging.getLogger(__name__)


def post_worker_init(worker: Any) -> None:  # noqa: ARG001 - gunicorn calls it with its worker
    Thread(target=keep_ticking, name="tick", daemon=True).start()


def keep_ticking() -> None:
    """Until the process ends, which may be at any moment."""
    from django.db import close_old_connections

    from waypost.cli.tick import tick

    while True:
        time.sleep(MINUTES * 60 * random.uniform(0.8, 1.2))  # noqa: S311 - not all at once
        close_old_connections()
        try:
            tick()
        except Exception:
            log.exception("What is due could not be done")
