"""waypost plan: account plans in and out as plan files, unattended and as the system."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from waypost.cli.migrate import require_migrated
from waypost.cli.start import UsageError, start_django

if TYPE_CHECKING:
    from waypost.accounts.models import Account

STANDARD_INPUT = "-"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("plan", help="bring plan files in, write them out")
    actions = command.add_subparsers(metavar="ACTION", required=True)

    importing = actions.add_parser(
        "import",
        help="make an account of a plan file",
        description="Make an account of a plan file. Log-ins are never created: whoever is in the "
        "plan's team gets access when an administrator gives it.",
    )
    importing.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")
    importing.add_argument(
        "--replace",
        action="store_true",
        help="put the plan in place of the one with its name, which is kept as a snapshot",
    )
    importing.set_defaults(run=import_plan)

    exporting = actions.add_parser("export", help="write a plan to standard output")
    exporting.add_argument("account", metavar="ID|NAME", help="the account, by number or name")
    exporting.add_argument("--format", choices=("yaml", "json"), default="yaml")
    exporting.set_defaults(run=export_plan)


def import_plan(options: argparse.Namespace) -> None:
    from waypost import planfile

    name = "standard input" if options.file == STANDARD_INPUT else options.file
    try:
        plan = planfile.read(content(options.file), name=name)
    except planfile.PlanFileError as error:
        raise UsageError(str(error)) from error
    start_django()
    require_migrated()
    from waypost.exchange import operations

    try:
        account = operations.import_plan(actor=None, plan=plan, replacing=options.replace)
    except operations.ImportRefusedError as error:
        hint = "" if options.replace else " Add --replace to put this plan in its place."
        raise UsageError(f"{error}{hint}") from error
    print(f"Imported the plan of {account.name} as account {account.pk}.")


def content(file: str) -> bytes:
    """What is in the file; of one that is too large, no more than shows that it is."""
    from waypost.planfile import SIZE_LIMIT

    try:
        if file == STANDARD_INPUT:
            data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
        else:
            with Path(file).open("rb") as stream:
                data = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror}).") from error
    if len(data) > SIZE_LIMIT:
        limit = SIZE_LIMIT // 1024 // 1024
        raise UsageError(f"{file}: choose a smaller file; a plan file has at most {limit} MB.")
    return data


def export_plan(options: argparse.Namespace) -> None:
    start_django()
    require_migrated()
    from waypost import planfile
    from waypost.document.load import load

    plan = load(find_account(options.account).pk)
    text = planfile.write_json(plan) if options.format == "json" else planfile.write_yaml(plan)
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def find_account(wanted: str) -> "Account":
    """The account of this number, else the one of this name."""
    from waypost.accounts.models import Account

    accounts = Account.objects.live()
    if wanted.isascii() and wanted.isdigit() and (found := accounts.filter(pk=wanted).first()):
        return found
    same = list(accounts.filter(name__iexact=wanted).order_by("pk"))
    if not same:
        raise UsageError(f"There is no account “{wanted}”.")
    if len(same) > 1:
        numbers = ", ".join(str(account.pk) for account in same)
        raise UsageError(f"Several accounts have the name “{wanted}”: give a number ({numbers}).")
    return same[0]
