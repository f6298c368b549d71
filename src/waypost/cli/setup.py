"""waypost setup: a real installation with its secret key, its database and one administrator."""

import argparse
import getpass
import sys

from waypost.cli.migrate import migrate
from waypost.cli.start import UsageError, start_django

TERMINAL_PROMPTS = ("Password: ", "The same password again: ")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "setup",
        help="make an installation: secret key, database, first administrator",
        description="Make an installation: secret key, database and first administrator. "
        "There is no log-in but this one until somebody is invited.",
    )
    command.add_argument("--email", required=True, help="the administrator's address")
    command.add_argument("--name", required=True, help="the administrator's name")
    how = command.add_mutually_exclusive_group()
    how.add_argument(
        "--password-stdin", action="store_true", help="read the password from standard input"
    )
    how.add_argument(
        "--invite", action="store_true", help="print a link that lets them choose the password"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    start_django()
    from django.conf import settings

    name = checked_name(options.name, options.email)
    migrate()
    refuse_second_time()
    if options.invite:
        print(f"Open this link within 7 days, once:\n{invite(name, options.email)}")
    else:
        password = read_password(from_stdin=options.password_stdin)
        create(name, options.email, password)
        print(f"{name} can sign in at {settings.BASE_URL.geturl()}")
    print("Start Waypost with “waypost serve”.")


def checked_name(name: str, email: str) -> str:
    """The name as it is kept; a UsageError where a form would refuse it or the address."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from waypost.staff.forms import LONGEST_NAME
    from waypost.ui.texts import Line

    try:
        validate_email(email)
    except ValidationError:
        raise UsageError(
            f"--email is “{email}” but must be an address such as ruth@example.com."
        ) from None
    if not name.strip():
        raise UsageError("--name is empty but must be the administrator's name.")
    try:
        return str(Line(max_length=LONGEST_NAME).clean(name))
    except ValidationError as error:
        raise UsageError(f"--name: {' '.join(error.messages)}") from None


def refuse_second_time() -> None:
    from waypost.staff import queries

    if queries.active_administrators().exists():
        raise UsageError("This Waypost is set up already: it has an administrator.")


def read_password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UsageError("Nobody is here to type a password: add --password-stdin or --invite.")
    first, second = (getpass.getpass(prompt) for prompt in TERMINAL_PROMPTS)
    if first != second:
        raise UsageError("The two passwords are not the same. Nothing was created.")
    return first


def create(name: str, email: str, password: str) -> None:
    from django.core.exceptions import PermissionDenied, ValidationError

    from waypost.staff.forms import checked_password
    from waypost.staff.models import User
    from waypost.staff.operations import people

    try:
        checked_password(password, User(name=name, email=email))
        people.create_first_administrator(name=name, email=email, password=password)
    except ValidationError as error:
        raise UsageError(" ".join(error.messages)) from error
    except PermissionDenied as error:
        raise UsageError(str(error)) from error


def invite(name: str, email: str) -> str:
    from django.core.exceptions import ValidationError
    from django.db import IntegrityError

    from waypost.staff.operations import invitations

    try:
        return invitations.invite_person(
            actor=None, name=name, email=email, manager=None, is_administrator=True
        )
    except (ValidationError, IntegrityError) as error:
        raise UsageError(f"{email} is here or invited already.") from error
