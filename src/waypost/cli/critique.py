"""waypost critique: what the goal critic says of texts, without a database."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from waypost.cli.start import UsageError
from waypost.method.critic import Critique, Level, Met, Span, critique

STANDARD_INPUT = "-"
MOST_BYTES = 50 * 1024 * 1024
MARKS = {Met.MET: "+", Met.NOT_MET: "-", Met.CANNOT_TELL: "?"}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "critique",
        help="judge the words of goals",
        description="Judge goals by their words: one JSON object a line with an id and a text.",
    )
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "file", metavar="FILE", nargs="?", help="JSON lines; - reads standard input"
    )
    source.add_argument("--text", metavar="TEXT", help="one goal, as it stands here")
    command.add_argument("--format", choices=("text", "jsonl"), default="text")
    command.add_argument("--level", choices=[str(level) for level in Level], default=Level.BUSINESS)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Write the critique of each goal, once all of them could be read."""
    given = [(None, options.text)] if options.text is not None else list(goals(options.file))
    write = write_line if options.format == "jsonl" else write_text
    for identity, text in given:
        write(identity, text, critique(text, level=Level(options.level)))


def goals(file: str) -> Iterator[tuple[str | int, str]]:
    """The id and the text of each line; a line that has none ends the command."""
    name = "standard input" if file == STANDARD_INPUT else file
    for number, line in enumerate(content(file, name).splitlines(), 1):
        if not line.strip():
            continue
        place = f"{name}: line {number}"
        try:
            goal = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise UsageError(f"{place} is not UTF-8.") from error
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{place} is not JSON.") from error
        if not isinstance(goal, dict):
            raise UsageError(f"{place} is not a JSON object with an id and a text.")
        yield checked(goal, place)


def checked(goal: dict[str, Any], place: str) -> tuple[str | int, str]:
    identity, text = goal.get("id"), goal.get("text")
    if isinstance(identity, bool) or not isinstance(identity, str | int) or identity == "":
        raise UsageError(f"{place} has no id.")
    if not isinstance(text, str) or not text.strip():
        raise UsageError(f"{place} has no text.")
    return identity, text


def content(file: str, name: str) -> bytes:
    try:
        if file == STANDARD_INPUT:
            read = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(file).open("rb") as stream:
                read = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{name}: cannot be read ({error.strerror}).") from error
    if len(read) > MOST_BYTES:
        raise UsageError(f"{name}: Choose a smaller file: at most 50 MB are read.")
    return read


def write_line(identity: str | int | None, text: str, found: Critique) -> None:
    line = {
        "id": identity,
        "text": text,
        "specific": yes_or_no(found.specific),
        "measurable": yes_or_no(found.measurable),
        "time_bound": yes_or_no(found.time_bound),
        "customer_centred": found.beneficiary,
        "outcome_or_activity": found.kind,
        "vague_spans": [span.text for span in found.vague],
        "vague": [place(span) for span in found.vague],
        "verdicts": [
            {
                "criterion": verdict.criterion,
                "met": verdict.met,
                "rule": verdict.rule,
                "span": verdict.span and place(verdict.span),
                "why": str(verdict.why),
                "suggestion": verdict.suggestion and str(verdict.suggestion),
            }
            for verdict in found.verdicts
        ],
    }
    if identity is None:
        del line["id"]
    print(json.dumps(line))


def write_text(identity: str | int | None, text: str, found: Critique) -> None:
    print(text if identity is None else f"{identity}  {text}")
    for verdict in found.verdicts:
        criterion = verdict.criterion.replace("_", " ")
        print(f"  {MARKS[verdict.met]} {criterion}: {verdict.why} ({verdict.rule})")
        if verdict.suggestion:
            print(f"      {verdict.suggestion}")
    if found.vague:
        print("  vague: " + ", ".join(f"“{span.text}”" for span in found.vague))
    print()


def yes_or_no(answer: bool) -> str:
    return "y" if answer else "n"


def place(span: Span) -> dict[str, int | str]:
    return {"start": span.start, "end": span.end, "text": span.text}
