"""Change the method in every small way there is, and see whether its tests notice.

What was found is kept in results.json and told in docs/mutants.md; a module that is still the same,
as are its tests, is not run again. Which test noticed a change is kept in build/, so that it is
asked first the next time.
"""

import argparse
import gc
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

from tests.mutation import changes as of_changes
from tests.mutation.changes import Change, changes
from tests.mutation.processes import Work, ends
from tests.mutation.reach import OneTest, Reach, measured
from tests.mutation.report import write
from tests.mutation.running import Loaded, anew, at_once, new_code
from tests.mutation.sessions import METHOD, ROOT, Items, modules, prepare, with_tests

RESULTS = Path(__file__).with_name("results.json")
NOTICED_BY = ROOT / "build" / "mutation" / "noticed_by.json"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("module", nargs="*", help="below method/, such as checks/lights.py")
    parser.add_argument("--processes", type=int, default=1, help="how many at once")
    given = parser.parse_args()
    os.nice(19 - os.nice(0))
    prepare()
    with_tests(lambda items: Run(items, given.processes).all(given.module))


class Run:
    """One run over modules of the method."""

    def __init__(self, items: Items, processes: int) -> None:
        self.processes = processes
        self.reach: Reach = measured(items)
        self.loaded = Loaded(items)
        self.noticing: Counter[str] = Counter()
        self.noticed_by: dict[str, str] = _read(NOTICED_BY)
        gc.freeze()  # so that a process forked from here need not copy what is loaded

    def all(self, wanted: list[str]) -> None:
        self._check()
        names = {module.relative_to(METHOD).as_posix(): module for module in modules()}
        results = {name: found for name, found in _read(RESULTS).items() if name in names}
        for name in wanted or names:
            digest = self._digest(names[name])
            if results.get(name, {}).get("digest") == digest:
                continue
            results[name] = {"digest": digest, **self._module(name, names[name])}
            _write(RESULTS, results)
            _write(NOTICED_BY, self.noticed_by)
            write(results, not_run=sorted(set(names) - set(results)))

    def _check(self) -> None:
        """Without any change all tests pass in either way of running them, or none of it counts."""
        module, tests = METHOD / "lights.py", sorted(self.reach.tests, key=lambda t: t.seconds)
        code = compile(module.read_bytes(), module, "exec")
        for work in (at_once(self.loaded, tests, {}), anew(self.loaded, tests, module, code)):
            for _, end in ends([(module, work)], at_once=1):
                if not end.well:
                    raise SystemExit(f"fails without a change: {end.said.decode()}")

    def _module(self, name: str, module: Path) -> dict[str, Any]:
        before = _seconds()
        made = 0
        survivors: list[dict[str, str | int]] = []
        for change, end in ends(self._jobs(module), self.processes):
            made += 1
            if end.well:
                at: dict[str, str | int] = {
                    "line": change.line,
                    "before": change.before,
                    "after": change.after,
                }
                survivors.append(at)
            elif end.said:
                self.noticing[end.said.decode()] += 1
                self.noticed_by[_key(module, change)] = end.said.decode()
            print(f"\r{name} {made}, not noticed: {len(survivors)} ", end="", flush=True)
        print(f"in {_seconds() - before:.0f} s of work")
        survivors.sort(key=lambda at: (at["line"], at["before"], at["after"]))
        return {"changes": made, "survivors": survivors, "seconds": round(_seconds() - before)}

    def _jobs(self, module: Path) -> Iterator[tuple[Change, Work]]:
        for change in changes(module.read_text(encoding="utf-8")):
            tests = self.reach.tests_of(module, change)
            code = compile(change.tree, str(module), "exec")
            new = None
            if not self.reach.runs_on_import(module, change):
                new = new_code(self.loaded, code)
            known = self.noticed_by.get(_key(module, change), "")
            if new is not None or not tests:
                yield change, at_once(self.loaded, self._soonest(tests, known), new or {})
            else:
                yield change, anew(self.loaded, self._likeliest(tests, known), module, code)

    def _soonest(self, tests: list[OneTest], known: str) -> list[OneTest]:
        """The test that noticed the change before, and then those that likely soon notice it."""

        def order(test: OneTest) -> tuple[bool, float]:
            return test.name != known, test.seconds / (1 + self.noticing[test.name])

        return sorted(tests, key=order)

    def _likeliest(self, tests: list[OneTest], known: str) -> list[OneTest]:
        """Those first that notice most; it takes longer to import a test than to run it."""

        def order(test: OneTest) -> tuple[bool, int, float]:
            return test.name != known, -self.noticing[test.name], test.seconds

        return sorted(tests, key=order)

    def _digest(self, module: Path) -> str:
        """What tells whether the module, its tests or the changes are others than before."""
        tests = {test.file for test in self.reach.tests_with(module)}
        sources = [Path(of_changes.__file__), module, *sorted(tests)]
        return hashlib.sha256(b"".join(file.read_bytes() for file in sources)).hexdigest()[:16]


def _key(module: Path, change: Change) -> str:
    return f"{module.name}:{change.line} {change.before} -> {change.after}"


def _seconds() -> float:
    """The seconds of work of this process and of those that it has made."""
    used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _read(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text())) if file.exists() else {}


def _write(file: Path, held: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
