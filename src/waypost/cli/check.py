"""waypost check: what the method finds in a plan file, read and judged without a database."""

import argparse
import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import fill
from typing import TYPE_CHECKING, Any

from waypost.cli.plan import read_plan

if TYPE_CHECKING:
    from waypost.method.checks import Finding, Severity
    from waypost.method.plan import Plan

FAILED = 1
SEVERITIES = ("question", "advice", "warning", "serious")
HEADINGS = {
    "serious": "Serious",
    "warning": "Warnings",
    "advice": "Advice",
    "question": "Questions",
}
COLOURS = {"serious": "31", "warning": "33", "advice": "36", "question": "35"}
BOLD, FAINT = "1", "2"
NARROWEST, WIDEST = 40, 96
INDENT = "  "


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "check",
        help="judge a plan file by the method",
        description="Judge a plan file by the method: what it finds, worst first, why that matters "
        "and what to do about it.",
    )
    command.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")
    command.add_argument(
        "--as-of",
        metavar="DATE",
        type=day,
        help="judge as of this day (YYYY-MM-DD), not that of the file, else today",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        choices=SEVERITIES,
        help="exit with 1 on a finding as severe as this, or more: " + ", ".join(SEVERITIES),
    )
    command.set_defaults(run=run)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day: write it as 2026-11-24") from None


def run(options: argparse.Namespace) -> int:
    """Print what is found; 1 where ``--fail-on`` is reached. May raise UsageError."""
    from waypost.method.checks import Severity, check

    plan = read_plan(options.file)
    as_of = options.as_of or plan.as_of or date.today()
    findings = check(plan, as_of)
    if options.format == "json":
        text = json.dumps(as_data(plan, as_of, findings), ensure_ascii=False, indent=2)
    else:
        text = as_text(plan, as_of, findings)
    say(text)
    limit = Severity[options.fail_on.upper()] if options.fail_on else None
    return FAILED if limit and any(found.severity >= limit for found in findings) else 0


def say(text: str) -> None:
    """Print the text also where the terminal does not know each of its letters."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding))


def as_data(plan: "Plan", as_of: date, findings: "Sequence[Finding]") -> dict[str, Any]:
    """What is found, for programs; a fix has the keys that it needs."""
    return {
        "account": plan.account.name,
        "as_of": as_of.isoformat(),
        "findings": [
            {
                "rule": found.rule,
                "at": found.at,
                "severity": word(found.severity),
                "message": str(found.message),
                "why": str(found.why),
                "fix": fix_data(found),
            }
            for found in findings
        ],
    }


def fix_data(found: "Finding") -> dict[str, Any]:
    fix, draft = found.fix, found.fix.action
    action = draft and {
        "what": str(draft.what),
        "achieves": draft.achieves,
        "owner": draft.owner,
        "from_gap": None if draft.from_gap is None else f"gaps[{draft.from_gap}]",
    }
    data = {
        "kind": fix.kind.value,
        "text": str(fix),
        "member": fix.member,
        "field": fix.field,
        "action": action and {key: value for key, value in action.items() if value is not None},
    }
    return {key: value for key, value in data.items() if value is not None}


def as_text(plan: "Plan", as_of: date, findings: "Sequence[Finding]") -> str:
    """What is found, to be read in a terminal: worst first, each reason once."""
    return "\n".join(lines(plan, as_of, findings))


def lines(plan: "Plan", as_of: date, findings: "Sequence[Finding]") -> Iterator[str]:
    from waypost.method.words import plain

    yield styled(f"{plan.account.name}, as of {plain(as_of)}", BOLD)
    counts = Counter(word(found.severity) for found in findings)
    yield ", ".join(
        counted(counts[name], name) for name in reversed(SEVERITIES) if counts[name]
    ) or ("Nothing found.")
    told: set[str] = set()
    for name in reversed(SEVERITIES):
        if counts[name]:
            yield ""
            yield styled(HEADINGS[name], BOLD, COLOURS[name])
        for found in findings:
            if word(found.severity) == name:
                yield ""
                yield from finding_lines(found, told)


def counted(count: int, name: str) -> str:
    """3 warnings, 1 question; advice and what is serious are not counted in plurals."""
    return f"{count} {name}{'s' if count > 1 and name in ('warning', 'question') else ''}"


def finding_lines(found: "Finding", told: set[str]) -> Iterator[str]:
    why = str(found.why)
    yield INDENT + styled(found.at, BOLD) + styled(f"  {found.rule}", FAINT)
    yield wrapped(str(found.message))
    yield wrapped(str(found.fix), first="→ ")
    if why not in told:
        told.add(why)
        yield styled(wrapped(why), FAINT)


def wrapped(text: str, first: str = "") -> str:
    width = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    rest = INDENT + " " * len(first)
    return fill(text, width, initial_indent=INDENT + first, subsequent_indent=rest)


def styled(text: str, *codes: str) -> str:
    """The text in these styles, where a person looks at a terminal that has them."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    if plain or not sys.stdout.isatty():
        return text
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m"


def word(severity: "Severity") -> str:
    return severity.name.lower()
