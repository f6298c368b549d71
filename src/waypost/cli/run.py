"""waypost run: try Waypost on this machine, with its sample."""

import argparse

from waypost.cli import serve
from waypost.cli.demo import say_log_ins
from waypost.cli.migrate import migrate
from waypost.cli.start import start_django
from waypost.cli.static import collect


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "run",
        help="try Waypost on this machine, with its sample",
        description="Make the database, load the sample into it the first time, and answer "
        "requests from this machine. Started again it keeps what is there.",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:  # noqa: ARG001 - every command is called alike
    start_django()
    migrate()
    collect()
    load_sample_once()
    say_where()
    serve.serve(serve.usual_address(), "--config", "python:waypost.cli.ticking")


def load_sample_once() -> None:
    from waypost.accounts.models import Account
    from waypost.demo import operations
    from waypost.staff.models import User

    if not User.objects.exists() and not Account.objects.exists():
        operations.load()


def say_where() -> None:
    from django.conf import settings

    print(f"Waypost is at {settings.BASE_URL.geturl()}", flush=True)
    say_log_ins()
    serve.say_setup_code()
