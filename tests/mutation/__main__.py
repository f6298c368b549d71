"""Change the method in every small way there is, and see whether its tests notice.

What was found is kept in results.json and told in docs/mutants.md; a module that is still the same,
as are its tests, is not run again. Which test noticed a change is kept in build/, so that of the
others only that is run again which can have become different.
"""

import argparse
import gc
import json
import os
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

from tests.mutation.changes import Change, changes
from tests.mutation.memory import NAMELESS, NOBODY, Found, keep, remembered
from tests.mutation.processes import Say, Work, ends
from tests.mutation.reach import LONG, OneTest, Reach, measured
from tests.mutation.report import write
from tests.mutation.running import Loaded, anew, at_once, new_code
from tests.mutation.sessions import METHOD, Items, modules, prepare, with_tests

RESULTS = Path(__file__).with_name("results.json")


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
        self.known = remembered()
        self.noticing: Counter[str] = Counter()
        gc.freeze()  # so that a process forked from here need not copy what is loaded

    def all(self, wanted: list[str]) -> None:
        self._check()
        names = {module.relative_to(METHOD).as_posix(): module for module in modules()}
        results = {name: found for name, found in _results().items() if name in names}
        for name in wanted or names:
            now = Found.before_a_run(names[name], self.reach.tests_with(names[name]))
            form = now.form
            if results.get(name, {}).get("digest") == form:
                continue
            results[name] = {"digest": form, **self._module(name, names[name], now)}
            RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
            write(results, not_run=sorted(set(names) - set(results)))

    def _check(self) -> None:
        """Without any change all short tests pass in either way, or none of it counts."""
        module, tests = METHOD / "lights.py", [t for t in self.reach.tests if t.seconds <= LONG]
        code = compile(module.read_bytes(), module, "exec")
        for work in (at_once(self.loaded, tests, {}), anew(self.loaded, tests, module, code)):
            for _, end in ends([(module, work)], at_once=1):
                if not end.well:
                    raise SystemExit(f"fails without a change: {end.said.decode()}")

    def _module(self, name: str, module: Path, now: Found) -> dict[str, Any]:
        began = _seconds()
        made = list(changes(module.read_text(encoding="utf-8")))
        now.noticed_by = [NOBODY] * len(made)
        for done, (number, end) in enumerate(ends(self._jobs(name, made, now), self.processes)):
            now.noticed_by[number] = NOBODY if end.well else end.said.decode() or NAMELESS
            self.noticing[now.noticed_by[number]] += 1
            print(f"\r{name} {done + 1}/{len(made)} ", end="", flush=True)
        survivors = [
            {"line": change.line, "before": change.before, "after": change.after}
            for change, test in zip(made, now.noticed_by, strict=True)
            if test == NOBODY
        ]
        now.seconds += round(_seconds() - began)
        self.known[name] = now
        keep(self.known)
        print(f"{name} not noticed: {len(survivors)} of {len(made)}, {now.seconds} s of work")
        return {"changes": len(made), "survivors": survivors, "seconds": now.seconds}

    def _jobs(self, name: str, made: list[Change], now: Found) -> Iterator[tuple[int, Work]]:
        """What is to be run; what is known from before and cannot have changed is not."""
        then = self.known.get(name, Found("", {}))
        same = then.same_files(now)
        now.seconds = then.seconds if same else 0
        still = {test.name for test in self.reach.tests if test.file in same}
        for number, change in enumerate(made):
            before = then.noticed_by[number] if same else NAMELESS
            tests = self.reach.tests_of(METHOD / name, change)
            if before == NOBODY:
                tests = [test for test in tests if test.file not in same]
            if before in still or (before == NOBODY and not tests):
                now.noticed_by[number] = before
            else:
                yield number, partial(self._shown, METHOD / name, change, tests, before)

    def _shown(
        self, module: Path, change: Change, tests: list[OneTest], known: str, say: Say
    ) -> bool:
        """Whether tests pass with the change; in a process of its own."""
        code = compile(change.make(), str(module), "exec")
        new = None
        if not self.reach.runs_on_import(module, change):
            new = new_code(self.loaded, code)
        if new is not None or not tests:
            return at_once(self.loaded, self._soonest(tests, known), new or {})(say)
        return anew(self.loaded, self._likeliest(tests, known), module, code)(say)

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


def _seconds() -> float:
    """The seconds of work of this process and of those that it has made."""
    used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _results() -> dict[str, Any]:
    return dict(json.loads(RESULTS.read_text())) if RESULTS.exists() else {}


if __name__ == "__main__":
    main()
