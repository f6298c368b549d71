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
    importing.add_argument(
        "--into",
        metavar="ID",
        type=account_number,
        help="with --replace: the account to replace, where several have the plan's name",
    )
    importing.set_defaults(run=import_plan)

    exporting = actions.add_parser("export", help="write a plan to standard output")
    exporting.add_argument("account", metavar="ID|NAME", help="the account, by number or name")
    exporting.add_argument("--format", choices=("yaml", "json"), default="yaml")
    exporting.set_defaults(run=export_plan)


def account_number(text: str) -> int:
    if not is_number(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not the number of an account")
    return int(text)


def import_plan(options: argparse.Namespace) -> None:
    if options.into is not None and not options.replace:
        raise UsageError("Add --replace: --into names the account whose plan is replaced.")
    plan = read_plan(options.file)
    start_django()
    require_migrated()
    from django.db import transaction

    from waypost.exchange import operations
    from waypost.exchange.queries import preview

    try:
        with transaction.atomic():
            leaving = preview(plan, None, options.into).leaving
            account = operations.import_plan(
                actor=None, plan=plan, replacing=options.replace, into=options.into
            )
    except operations.AccountExistsError as error:
        raise UsageError(f"{error} Add --replace to put this plan in its place.") from error
    except operations.SeveralAccountsError as error:
        numbers = ", ".join(map(str, error.accounts))
        raise UsageError(f"{error} Or say which with --replace --into ({numbers}).") from error
    except operations.ImportRefusedError as error:
        raise UsageError(str(error)) from error
    print(f"Imported the plan of {account.name} as account {account.pk}.")
    if leaving:
        print(
            f"No access any more for {', '.join(leaving)}: the team in this file has no place "
            "with the same id and name for them."
        )


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


def is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER


def find_account(wanted: str) -> "Account":
    """The account of this number, else the one of this name."""
    from waypost.accounts.models import Account

    accounts = Account.objects.live()
    if is_number(wanted) and (found := accounts.filter(pk=wanted).first()):
        return found
    same = list(accounts.filter(name__iexact=wanted).order_by("pk"))
    if not same:
        raise UsageError(f"There is no account “{wanted}”.")
    if len(same) > 1:
        numbers = ", ".join(str(account.pk) for account in same)
        raise UsageError(f"Several accounts have the name “{wanted}”: give a number ({numbers}).")
    return same[0]
