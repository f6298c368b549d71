"""Which tests run which lines of the method, and so could notice a change."""

import ast
import pickle
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from time import process_time

import coverage

from tests.mutation.changes import Change
from tests.mutation.digests import digest, helpers
from tests.mutation.processes import answer
from tests.mutation.sessions import (
    METHOD,
    ROOT,
    Failures,
    Items,
    caches,
    modules,
    run,
    with_tests,
)

KEPT = ROOT / "build" / "mutation" / "reach.pickle"
LONG = 0.3  # seconds of work of a test that is not asked about what it does not run itself

Lines = dict[str, set[int]]


@dataclass(frozen=True)
class OneTest:
    """A test: the lines of the method that it runs, and the seconds of work that it takes."""

    name: str
    file: Path
    seconds: float
    lines: Lines

    def runs(self, module: Path, lines: range) -> bool:
        return not self.lines.get(str(module), set()).isdisjoint(lines)

    @property
    def limit(self) -> float:
        """The seconds of work after which it is taken to have no end."""
        return 1 + 5 * self.seconds


@dataclass(frozen=True)
class Reach:
    """What runs on import of the method and its tests, and what each test runs after that."""

    on_import: Lines
    tests: list[OneTest]

    def runs_on_import(self, module: Path, change: Change) -> bool:
        lines = self.on_import.get(str(module), set())
        return not change.in_function or not lines.isdisjoint(change.lines)

    def tests_of(self, module: Path, change: Change) -> list[OneTest]:
        """The tests that run the changed statement. Of one that runs on import all that use the
        module."""
        if self.runs_on_import(module, change):
            return self.tests_with(module)
        return [test for test in self.tests if test.runs(module, change.lines)]

    def tests_with(self, module: Path) -> list[OneTest]:
        """The tests that run a module, and the short ones of those that run one that imports from
        it, that import from it, or that run nothing but look at what others import; without any
        all short ones."""
        users = set(map(str, _users(module)))
        short = [test for test in self.tests if test.seconds <= LONG]
        running = {test.name for test in self.tests if str(module) in test.lines}
        using = running | {
            test.name
            for test in short
            if str(test.file) in users or not users.isdisjoint(test.lines)
        }
        using = using or {test.name for test in short}
        using |= {test.name for test in short if not test.lines}
        return [test for test in self.tests if test.name in using]


def measured(items: Items) -> Reach:
    """What the tests run, once as they are; of those that are the same as before what they ran."""
    form = digest(*modules(), *helpers())
    files = {item.path: digest(item.path) for item in items.values()}
    then: tuple[str, dict[Path, str], list[OneTest]] = ("", {}, [])
    if KEPT.exists():
        then = pickle.loads(KEPT.read_bytes())  # noqa: S301  # our own words
    same = [file for file in files if (then[0], then[1].get(file)) == (form, files[file])]
    tests = [test for test in then[2] if test.file in same]
    others = {name: item for name, item in items.items() if item.path not in same}
    found: dict[str, tuple[float, Lines]] = answer(lambda: _lines_by_test(others))
    for name in sorted(set(others) - set(found)):
        print(f"{name} fails as it is, so it can notice nothing")
    tests += [OneTest(name, items[name].path, *ran) for name, ran in found.items()]
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_bytes(pickle.dumps((form, files, tests)))
    return Reach(answer(_lines_on_import), tests)


def _lines_by_test(items: Items) -> dict[str, tuple[float, Lines]]:
    seconds: dict[str, float] = {}
    failing: set[str] = set()
    Failures.tell = failing.add
    clears = caches()
    with _covered() as covered:
        for name, item in items.items():
            covered.switch_context(name)
            for clear in clears:
                clear()
            before = process_time()
            run([item])
            seconds[name] = process_time() - before
    lines: dict[str, Lines] = defaultdict(lambda: defaultdict(set))
    data = covered.get_data()
    for file in data.measured_files():
        for line, names in data.contexts_by_lineno(file).items():
            for name in names:
                lines[name][file].add(line)
    return {name: (seconds[name], dict(lines[name])) for name in items if name not in failing}


def _lines_on_import() -> Lines:
    forget_all()
    with _covered() as covered:
        for module in modules():
            import_module(_name(module))
        with_tests(lambda _items: None)
    data = covered.get_data()
    return {file: set(data.lines(file) or ()) for file in data.measured_files()}


@contextmanager
def _covered() -> Iterator[coverage.Coverage]:
    of_method, of_tests = f"{METHOD}/*", f"{METHOD}/tests/*"
    covered = coverage.Coverage(None, include=[of_method], omit=[of_tests], config_file=False)
    covered.start()
    yield covered
    covered.stop()


def forget_all() -> None:
    """Let everything of ours be imported anew."""
    for name in [name for name in sys.modules if name.startswith("waypost")]:
        del sys.modules[name]


@cache
def _users(module: Path) -> set[Path]:
    """The files that import from a module, also by way of a package that hands it on."""
    using = {file for file, names in _imports().items() if _name(module) in names} - {module}
    return using.union(*(_users(file) for file in using if file.name == "__init__.py"))


@cache
def _imports() -> dict[Path, set[str]]:
    return {file: set(_imported(file)) for file in METHOD.rglob("*.py")}


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _name(module: Path) -> str:
    name = ".".join(module.relative_to(ROOT / "src").with_suffix("").parts)
    return name.removesuffix(".__init__")
