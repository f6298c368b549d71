"""waypost serve: answer requests."""

import argparse
import os
import sys

from waypost.cli.migrate import require_migrated
from waypost.cli.start import UsageError, start_django
from waypost.cli.static import collect

WORKERS, THREADS = 2, 4
USUAL_PORT = 8000


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "serve",
        help="answer requests",
        description="Answer requests with gunicorn. Put a proxy with TLS in front of it and name "
        "its address in WAYPOST_URL and their number in WAYPOST_TRUSTED_PROXIES.",
    )
    command.add_argument(
        "--bind",
        metavar="ADDRESS:PORT",
        help="where to listen; this machine alone at the port of WAYPOST_URL unless given",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    start_django()
    refuse_lost_tls()
    require_migrated()
    collect()
    say_setup_code()
    serve(options.bind or usual_address())


def refuse_lost_tls() -> None:
    """Over plain HTTP every page would redirect to itself for ever."""
    from django.conf import settings

    if settings.HTTPS and not settings.TRUSTED_PROXIES:
        raise UsageError(
            "WAYPOST_URL begins with https, which a proxy in front of Waypost must speak. "
            "Set WAYPOST_TRUSTED_PROXIES to the number of proxies, usually 1."
        )


def say_setup_code() -> None:
    from django.conf import settings

    from waypost.staff import queries

    if queries.is_first_run():
        address = settings.BASE_URL.geturl()
        print(
            f"Set up Waypost at {address}/setup/ with the code {queries.setup_code()}", flush=True
        )


def usual_address() -> str:
    from django.conf import settings

    return f"127.0.0.1:{settings.BASE_URL.port or USUAL_PORT}"


def serve(bind: str, *more: str) -> None:
    """Become gunicorn, so that signals reach it directly."""
    arguments = [
        *("gunicorn", "waypost.config.wsgi", "--bind", bind),
        *("--workers", str(WORKERS), "--threads", str(THREADS)),
        *("--log-level", "warning"),
        *more,
    ]
    os.execv(sys.executable, [sys.executable, "-m", *arguments])  # noqa: S606 - no shell is wanted
