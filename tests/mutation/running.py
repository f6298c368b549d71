"""Running the tests that could notice a change, each time in a process of its own.

The process is forked from one that has collected all tests, so a change costs no more than these;
only what runs on import is imported anew. No file is written.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from types import CodeType, FunctionType

import coverage
import hypothesis
import pytest

from tests.mutation.changes import Change

ROOT = Path(__file__).resolve().parents[2]
METHOD = ROOT / "src" / "waypost" / "method"
OPTIONS = [
    "-x", "-s", "-c", os.devnull, "--rootdir", str(ROOT), "--noconftest",
    "--import-mode=importlib", "-p", "no:cacheprovider", "-p", "no:terminal",
    "-p", "no:faulthandler", "-p", "no:unraisableexception",
]  # fmt: skip

Lines = dict[str, set[int]]
Items = dict[Path, list[pytest.Item]]


def prepare() -> None:
    """Make what all processes have in common; property tests try the same examples each time."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # the method's tests use none
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    hypothesis.settings.register_profile(
        "mutation", database=None, derandomize=True, deadline=None, max_examples=50
    )
    hypothesis.settings.load_profile("mutation")


def modules() -> list[Path]:
    """The files of the method, without its tests."""
    return sorted(file for file in METHOD.rglob("*.py") if "tests" not in file.parts)


class FailedError(Exception):
    """What is to pass fails without any change."""


@dataclass(frozen=True)
class Tests:
    """Which lines of the method run on import, and which while each test file does, in how many
    seconds of work."""

    on_import: Lines
    lines: dict[Path, Lines]
    taken: dict[Path, float]

    def that_use(self, module: Path) -> list[Path]:
        """The test files that run lines of a module; without any, all of them."""
        at = str(module)
        using = [file for file, lines in self.lines.items() if lines.get(at)]
        return self._likely_first(module, using or list(self.lines))

    def that_run(self, module: Path, line: int) -> list[Path]:
        """The test files that run a line of a module. Of one that runs on import all that use it,
        and those that run nothing themselves but look at what others import."""
        at = str(module)
        files = self.that_use(module)
        if self.runs_on_import(module, line):
            looking = [file for file, lines in self.lines.items() if not any(lines.values())]
            return [*looking, *files]
        return [file for file in files if line in self.lines[file].get(at, set())] or files

    def runs_on_import(self, module: Path, line: int) -> bool:
        return line in self.on_import.get(str(module), set())

    def seconds(self, files: list[Path]) -> int:
        """The seconds of work after which a run of these files is taken to have no end."""
        return 5 + round(3 * sum(self.taken[file] for file in files))

    def _likely_first(self, module: Path, files: list[Path]) -> list[Path]:
        def is_of_the_module(file: Path) -> bool:
            return module.stem in file.stem

        return sorted(files, key=lambda file: (not is_of_the_module(file), self.taken[file]))


def tests_of(items: Items, folder: Path) -> Tests:
    """Run each test file once as it is; one that fails is named, and can notice nothing."""
    on_import, _seconds = _lines_of(_import_all_anew, folder / "import")
    lines, taken = {}, {}
    for file, tests in items.items():
        print(f"\rOnce as it is: {file.stem:40}", end="", flush=True)
        try:
            lines[file], taken[file] = _lines_of(partial(_run_tests, tests), folder / file.stem)
        except FailedError:
            print(" fails, so it is left out")
    print()
    return Tests(on_import, lines, taken)


def with_tests(work: Callable[[Items], None]) -> None:
    """Collect all tests once, and do the work with them, by file."""
    pytest.main([*OPTIONS, str(METHOD)], plugins=[_Instead(work)])


class _Instead:
    """Work to do instead of running the tests; a test that fails after all ends the process."""

    def __init__(self, work: Callable[[Items], None]) -> None:
        self.work = work

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items: Items = {}
        for item in session.items:
            items.setdefault(item.path, []).append(item)
        self.work(items)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os._exit(1)


def pass_at_once(items: list[pytest.Item], module: Path, change: Change, seconds: int) -> bool:
    """Whether tests pass in time although loaded functions of the module have changed code."""

    def run() -> int:
        _put_into_functions(compile(change.tree, str(module), "exec"))
        return _run_tests(items)

    return _apart(run, seconds) == 0


def pass_anew(files: list[Path], module: Path, change: Change, seconds: int) -> bool:
    """Whether all tests of these files pass in time when everything is imported anew, the module as
    it was changed: for what runs on import."""

    def run() -> int:
        _forget_all()
        sys.meta_path.insert(0, _Changed(module, compile(change.tree, str(module), "exec")))
        return pytest.main([*OPTIONS, *map(str, files)])

    return _apart(run, seconds) == 0


def _put_into_functions(module: CodeType) -> None:
    """Give the functions of a module the code that they have in its changed form."""
    new = {_place(code): code for code in _codes(module)}
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and (code := new.get(_place(function.__code__))):
            function.__code__ = code


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _place(code: CodeType) -> tuple[str, str, int]:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _run_tests(items: list[pytest.Item]) -> int:
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    return 0


def _import_all_anew() -> int:
    _forget_all()
    for module in modules():
        name = ".".join(module.relative_to(ROOT / "src").with_suffix("").parts)
        import_module(name.removesuffix(".__init__"))
    return 0


def _forget_all() -> None:
    for name in [name for name in sys.modules if name.startswith("waypost")]:
        del sys.modules[name]


def _lines_of(work: Callable[[], int], into: Path) -> tuple[Lines, float]:
    """The lines of the method that run in a process of its own, and the seconds it works."""

    def run() -> int:
        measured = coverage.Coverage(str(into), include=[f"{METHOD}/*"], config_file=False)
        measured.start()
        code = work()
        measured.stop()
        measured.save()
        return code

    before = getrusage(RUSAGE_CHILDREN).ru_utime
    if _apart(run, seconds=0) != 0:
        raise FailedError
    data = coverage.CoverageData(str(into))
    data.read()
    lines = {str(module): set(data.lines(str(module)) or ()) for module in modules()}
    return lines, getrusage(RUSAGE_CHILDREN).ru_utime - before


class _Changed(PathFinder):
    """Finds the changed module instead of its file."""

    def __init__(self, file: Path, code: CodeType) -> None:
        self.file, self.code = str(file), code

    def find_spec(self, fullname, path=None, target=None) -> ModuleSpec | None:  # type: ignore[override]
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin == self.file:
            spec.loader = _Loader(fullname, self.file, self.code)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, code: CodeType) -> None:
        super().__init__(fullname, path)
        self.changed = code

    def get_code(self, fullname: str) -> CodeType:
        return self.changed


def _apart(run: Callable[[], int], seconds: int) -> int:
    """The exit code of a call in a process of its own, which ends after so many seconds of work."""
    child = os.fork()
    if child == 0:
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        if seconds:
            signal.setitimer(signal.ITIMER_PROF, seconds)
        code = 1
        try:
            code = int(run())
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
