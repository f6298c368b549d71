"""waypost demo: the sample accounts with their story."""

import argparse

from waypost.cli.migrate import require_migrated
from waypost.cli.start import UsageError, start_django


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

    try:
        operations.load()
    except operations.SampleRefusedError as error:
        raise UsageError(str(error)) from error
    say_log_ins()


def remove(options: argparse.Namespace) -> None:  # noqa: ARG001
    start_django()
    require_migrated()
    from django.core.exceptions import PermissionDenied

    from waypost.demo import operations

    try:
        operations.remove()
    except PermissionDenied as error:
        raise UsageError(str(error)) from error
    print("The sample is removed.")


def say_log_ins() -> None:
    """Who of the sample can sign in with its password; nothing where there is no sample."""
    from waypost.demo import queries

    log_ins = [log_in for log_in in queries.log_ins() if log_in.password]
    if log_ins:
        print(f"Sample log-ins, all with the password {log_ins[0].password}")
        width = max(len(log_in.email) for log_in in log_ins)
        for log_in in log_ins:
            print(f"  {log_in.email:{width}}  {log_in.does}", flush=True)
