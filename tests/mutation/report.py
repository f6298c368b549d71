"""docs/mutants.md: how many changes the tests notice, and every one they do not."""

from pathlib import Path
from typing import Any

from tests.mutation.sessions import ROOT

PAGE = ROOT / "docs" / "mutants.md"
EQUAL = Path(__file__).with_name("equal.md")
HEAD = """\
# Mutation testing

Written by `make mutants`: every small change of `src/waypost/method/` is made, one at a time, and
the tests of the method that run the changed statement are run. A change that they do not notice is
a survivor; all are listed below, nothing is left out. What is changed: comparisons, arithmetic,
and/or, not, numbers, true and false, conditions, what is returned, loops, decorators, min and max,
any and all, statements. Texts and annotations are not changed. Property tests try 50 examples, the
same ones each time. A test that works five times as long as it does without the change, and a
second more, has noticed it. What runs on import is shown to all tests that use the module, but not
to those that take longer than 0.3 s and do not run it themselves.

Only modules are run that changed since, or whose tests did, and of them only those that
`make mutants MODULES="roti.py goals.py"` names; `PROCESSES=2` makes two changes at once. Each
module is written down as soon as it is done.

"""


def write(results: dict[str, Any], not_run: list[str]) -> None:
    total = sum(found["changes"] for found in results.values())
    left = sum(len(found["survivors"]) for found in results.values())
    minutes = sum(found["seconds"] for found in results.values()) / 60
    lines = [
        f"**{total - left:,} of {total:,} changes are noticed: {_share(total, left)}.** "
        f"That took {minutes:.0f} minutes of work of one core.",
        "",
    ]
    if not_run:
        lines += [f"Not run yet: {', '.join(f'`{name}`' for name in not_run)}.", ""]
    lines += ["| module | changes | noticed | | seconds |", "|---|--:|--:|--:|--:|"]
    for name, found in sorted(results.items()):
        made, survived = found["changes"], len(found["survivors"])
        figures = f"{made} | {made - survived} | {_share(made, survived)} | {found['seconds']}"
        lines.append(f"| `{name}` | {figures} |")
    lines += ["", EQUAL.read_text(encoding="utf-8").strip(), "", "## Survivors"]
    for name, found in sorted(results.items()):
        if found["survivors"]:
            lines += ["", f"### {name}", ""]
            lines += [_survivor(change) for change in found["survivors"]]
    PAGE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def _share(made: int, survived: int) -> str:
    return f"{100 * (made - survived) / made:.1f} %" if made else "–"


def _survivor(change: dict[str, Any]) -> str:
    before, after = (_short(change[key]) for key in ("before", "after"))
    return f"- line {change['line']}: `{before}` → `{after}`"


def _short(code: str) -> str:
    line = " ".join(code.split()).replace("`", "'")
    return line if len(line) <= 90 else f"{line[:89]}…"
