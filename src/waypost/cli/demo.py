"""waypost demo: the sample accounts with their story."""

import argparse

from waypost.cli.migrate import require_migrated
from waypost.cli.start import start_django


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("demo", help="load or remove the sample accounts")
    actions = command.add_subparsers(metavar="ACTION", required=True)
    loading = actions.add_parser("load", help="add the sample accounts and their team")
    loading.set_defaults(run=load)
    removing = actions.add_parser("remove", help="remove them, and nothing else")
    removing.set_defaults(run=remove)


def load(options: argparse.Namespace) -> None:  # noqa: ARG001 - every command is called alike
    start_django()
    require_migrated()
    from waypost.demo import operations

    operations.load()
    print("The sample is loaded.")


def remove(options: argparse.Namespace) -> None:  # noqa: ARG001
    start_django()
    require_migrated()
    from waypost.demo import operations

    operations.remove()
    print("The sample is removed.")
