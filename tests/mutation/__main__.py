"""Change the method in every small way there is, and see whether its tests notice.

What was found is kept in results.json and told in docs/mutants.md; a module that is still the same,
as are its tests, is not run again.
"""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

from tests.mutation.changes import Change, changes
from tests.mutation.report import write
from tests.mutation.running import (
    METHOD,
    Items,
    Tests,
    modules,
    pass_anew,
    pass_at_once,
    prepare,
    tests_of,
    with_tests,
)

RESULTS = Path(__file__).with_name("results.json")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("module", nargs="*", help="below method/, such as checks/lights.py")
    wanted = parser.parse_args().module
    prepare()
    with_tests(lambda items: _run_all(items, wanted))


def _run_all(items: Items, wanted: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tests = tests_of(items, Path(folder))
    results: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    names = {module.relative_to(METHOD).as_posix(): module for module in modules()}
    results = {name: found for name, found in results.items() if name in names}
    for name, module in names.items():
        digest = _digest(module, tests)
        if results.get(name, {}).get("digest") == digest or (wanted and name not in wanted):
            continue
        results[name] = {"digest": digest, **_run(name, module, tests, items)}
        RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
        write(results, not_run=sorted(set(names) - set(results)))


def _run(name: str, module: Path, tests: Tests, items: Items) -> dict[str, Any]:
    made = list(changes(module.read_text(encoding="utf-8")))
    survivors: list[dict[str, str | int]] = []
    for number, change in enumerate(made, start=1):
        print(f"\r{name} {number}/{len(made)}, not noticed: {len(survivors)} ", end="", flush=True)
        if _survives(module, change, tests, items):
            survivors.append({"line": change.line, "before": change.before, "after": change.after})
    print()
    return {"changes": len(made), "survivors": survivors}


def _survives(module: Path, change: Change, tests: Tests, items: Items) -> bool:
    files = tests.that_run(module, change.line)
    seconds = tests.seconds(files)
    if change.in_function and not tests.runs_on_import(module, change.line):
        chosen = [item for file in files for item in items[file]]
        return pass_at_once(chosen, module, change, seconds)
    return pass_anew(files, module, change, seconds)


def _digest(module: Path, tests: Tests) -> str:
    """What tells whether a module or one of its tests is another one than before."""
    sources = [module, *sorted(tests.that_use(module))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in sources)).hexdigest()[:16]


if __name__ == "__main__":
    main()
