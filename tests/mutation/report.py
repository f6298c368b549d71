"""docs/mutants.md: how many changes the tests notice, and every one they do not."""

from typing import Any

from tests.mutation.sessions import ROOT

PAGE = ROOT / "docs" / "mutants.md"
HEAD = """\
# Mutation testing

Written by `make mutants`: every small change of `src/waypost/method/` is made, one at a time, and
the tests of the method that run the changed line are run. A change that they do not notice is a
survivor; all are listed below, nothing is left out. What is changed: comparisons, arithmetic,
and/or, not, numbers, true and false, conditions, what is returned, loops, decorators, min and max,
any and all, statements. Texts and annotations are not changed. Property tests try 50 examples, the
same ones each time.

Only modules are run that changed since, or whose tests did, and of them only those that
`make mutants MODULES="roti.py goals.py"` names. A whole run takes hours, so each module is written
down as soon as it is done.

"""


def write(results: dict[str, Any], not_run: list[str]) -> None:
    total = sum(found["changes"] for found in results.values())
    left = sum(len(found["survivors"]) for found in results.values())
    lines = [f"**{total - left:,} of {total:,} changes are noticed: {_share(total, left)}.**", ""]
    if not_run:
        lines += [f"Not run yet: {', '.join(f'`{name}`' for name in not_run)}.", ""]
    lines += ["| module | changes | noticed | |", "|---|--:|--:|--:|"]
    for name, found in sorted(results.items()):
        made, survived = found["changes"], len(found["survivors"])
        lines.append(f"| `{name}` | {made} | {made - survived} | {_share(made, survived)} |")
    lines += ["", "## Survivors"]
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
