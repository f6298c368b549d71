"""waypost allocate: where the hours for opportunities bring most (ROTI-4), from a plan file."""

import argparse
import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from textwrap import shorten
from typing import TYPE_CHECKING

from waypost.cli.plan import read_plan
from waypost.cli.start import UsageError
from waypost.method.words import plain

if TYPE_CHECKING:
    from waypost.method.allocation import Allocation, LeftOut
    from waypost.method.plan import Opportunity, Plan

THOUSAND = Decimal(1000)
NEGATIVE = re.compile(r"-(?:\.?\d|inf|nan)")  # a wrong number of hours such as -1e9, not an option
NAME = 36  # characters of a name that a line of the terminal has room for


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "allocate",
        help="show where the hours for opportunities bring most",
        description="Find the opportunities of a plan file that bring most in the hours there are. "
        "Amounts are thousands of the account's currency, as in the file.",
    )
    command.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")
    command.add_argument(
        "--hours",
        metavar="N",
        help="the hours there are; without it those that the plan sets for the next 12 months",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command._negative_number_matcher = NEGATIVE  # argparse itself knows -1 and -1.5 only
    command.set_defaults(run=allocate_hours)


def allocate_hours(options: argparse.Namespace) -> None:
    from waypost.method.allocation import allocate

    plan = read_plan(options.file)
    try:
        found = allocate(plan.opportunities, hours_given(options.hours, plan))
    except ValueError as error:
        raise UsageError(f"--hours: {error}") from error
    if options.format == "json":
        print(json.dumps(as_json(found), indent=2))
    else:
        print("\n".join(as_text(found, plan)))


def hours_given(text: str | None, plan: "Plan") -> Decimal:
    if text is None:
        settled = plan.account.settings.team_hours_next_12_months
        if settled is None:
            raise UsageError("Give the hours there are with --hours: the plan does not say.")
        return settled
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise UsageError(f"--hours: “{shorten(text, NAME)}” is not a number of hours.") from error


def as_json(found: "Allocation") -> dict[str, list[str] | int | float]:
    return {
        "take": [one.id for one in found.take],
        "uses": number(found.uses),
        "expected": number(found.expected / THOUSAND),
        "leaves_out": [left.opportunity.id for left in found.leaves_out],
    }


def number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def as_text(found: "Allocation", plan: "Plan") -> Iterator[str]:
    unit = f"k {plan.account.currency or ''}".rstrip()
    yield (
        f"{plan.account.name}: {plain(found.uses)} of {plain(found.hours)} hours, "
        f"{plain(found.expected / THOUSAND)} {unit} expected"
    )
    yield from _part("Take", [_line(one) for one in found.take])
    yield from _part("Leave out", [_left_out(left) for left in found.leaves_out])
    if found.drop_first:
        yield f"\nWith fewer hours drop {found.drop_first.id} first: it returns least an hour."
    if found.add_first:
        yield (
            f"\nWith more hours add {found.add_first.opportunity.id} first: of what is left out it "
            "returns most an hour."
        )


def _part(title: str, lines: list[str]) -> list[str]:
    return [f"\n{title}", *(f"  {line.rstrip()}" for line in lines)] if lines else []


def _left_out(left: "LeftOut") -> str:
    why = left.words if left.lacks is None else f"{plain(left.lacks)} h short"
    return f"{_line(left.opportunity)}  {why}"


def _line(one: "Opportunity") -> str:
    """The opportunity with its hours, and the thousands that each of them brings."""
    from waypost.method.roti import hours_of, per_hour

    hours, brings = hours_of(one), per_hour(one)
    takes = "" if hours is None else f"{plain(hours)} h"
    an_hour = "" if brings is None else f"{brings / THOUSAND:,.2f} k/h"
    name = shorten(one.name, NAME, placeholder="…")
    return f"{one.id:<5} {name:<{NAME}} {takes:>8} {an_hour:>12}"
