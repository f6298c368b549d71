"""waypost plan: account plans in and out as plan files, unattended and as the system."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from waypost.cli.migrate import require_migrated
from waypost.cli.start import UsageError, start_django

if TYPE_CHECKING:
    from waypost.accounts.models import Account
    from waypost.method.plan import Plan

STANDARD_INPUT = "-"
LONGEST_NUMBER = 18  # digits that every database holds; what is longer can only be a name


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
    plan = read_plan(options.file)
    start_django()
    require_migrated()
    from waypost.exchange import operations

    try:
        account = operations.import_plan(actor=None, plan=plan, replacing=options.replace)
    except operations.AccountExistsError as error:
        raise UsageError(f"{error} Add --replace to put this plan in its place.") from error
    except operations.ImportRefusedError as error:
        raise UsageError(str(error)) from error
    print(f"Imported the plan of {account.name} as account {account.pk}.")


def read_plan(file: str) -> "Plan":
    """The plan in the file, read without starting Django."""
    from waypost.exchange.plan_files import read_file
    from waypost.planfile import PlanFileError

    try:
        if file == STANDARD_INPUT:
            return read_file(sys.stdin.buffer, name="standard input").plan
        with Path(file).open("rb") as stream:
            return read_file(stream, name=file).plan
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror}).") from error
    except PlanFileError as error:
        raise UsageError(str(error)) from error


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
    is_number = wanted.isascii() and wanted.isdigit() and len(wanted) <= LONGEST_NUMBER
    if is_number and (found := accounts.filter(pk=wanted).first()):
        return found
    same = list(accounts.filter(name__iexact=wanted).order_by("pk"))
    if not same:
        raise UsageError(f"There is no account “{wanted}”.")
    if len(same) > 1:
        numbers = ", ".join(str(account.pk) for account in same)
        raise UsageError(f"Several accounts have the name “{wanted}”: give a number ({numbers}).")
    return same[0]
