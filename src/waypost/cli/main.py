"""Entry point of the `waypost` command. Django starts only for commands that need it."""

import argparse
import os
import sys
from collections.abc import Sequence

from waypost import __version__
from waypost.cli import allocate, check, critique, demo, migrate, plan, run, serve, setup, tick
from waypost.cli.start import UsageError

COMMANDS = (setup, run, serve, migrate, plan, check, allocate, critique, demo, tick)
DONE, WRONG_INPUT = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 done, 2 wrong input or setting, after one sentence on standard error; a
    command may have an exit code of its own.

    Done as well, and without a word, is a command whose reader stopped reading (`| head`).
    """
    os.umask(0o077)  # whatever is written holds plans or secrets
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["manage"]:
        return manage(given[1:])
    options = parser().parse_args(given)
    try:
        outcome: int | None = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends: into nothing, so that it does not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except UsageError as error:
        print(error, file=sys.stderr)
        return WRONG_INPUT
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return WRONG_INPUT
    else:
        return outcome or DONE
    return DONE


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="waypost",
        description="Strategic account plans, kept by a team and judged by a method.",
        epilog="Settings are environment variables: see docs/configuration.md.",
    )
    top.add_argument("--version", action="version", version=f"waypost {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for module in COMMANDS:
        module.add_to(commands)
    # Taken apart above: whatever follows it is Django's.
    commands.add_parser("manage", help="pass the rest to Django's own commands", add_help=False)
    return top


def manage(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line

    from waypost.cli.start import SETTINGS

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    execute_from_command_line(["waypost manage", *arguments])
    return DONE


if __name__ == "__main__":
    sys.exit(main())
