"""waypost tick: what has to happen because time passes. It can be run as often as one likes."""

import argparse

from waypost.cli.migrate import require_migrated
from waypost.cli.start import start_django


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("tick", help="judge plans for the new day, send what is due")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:  # noqa: ARG001 - every command is called alike
    start_django()
    require_migrated()
    judged, sent = tick()
    print(f"Plans judged: {judged}. Mails sent: {sent}.")


def tick() -> tuple[int, int]:
    """How many plans were judged again, and how many mails went out."""
    from django.utils import timezone

    from waypost.health.operations import refresh_stale
    from waypost.notices.post import post

    judged, today = 0, timezone.localdate()
    while batch := refresh_stale(today):
        judged += batch
    return judged, post(timezone.now())
