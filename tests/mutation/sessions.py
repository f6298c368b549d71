"""The tests of the method as pytest runs them here: collected once, and told apart."""

import gc
import os
import signal
import sys
from collections.abc import Callable
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parents[2]
METHOD = ROOT / "src" / "waypost" / "method"
OPTIONS = [
    "-s", "-c", os.devnull, "--rootdir", str(ROOT), "--noconftest", "--assert=plain",
    "--import-mode=importlib", "-p", "no:cacheprovider", "-p", "no:terminal",
    "-p", "no:faulthandler", "-p", "no:unraisableexception", "-p", "no:threadexception",
]  # fmt: skip

EXAMPLES = 50
IMPORT, FOR_EVER = 30.0, 0.0  # seconds of work

Items = dict[str, pytest.Item]


def prepare() -> None:
    """Make what all processes have in common; property tests try the same examples each time."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # the method's tests use none
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    hypothesis.settings.register_profile(
        "mutation",
        database=None,
        derandomize=True,
        deadline=None,
        max_examples=EXAMPLES,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        report_multiple_bugs=False,
    )
    hypothesis.settings.load_profile("mutation")


def modules() -> list[Path]:
    """The files of the method, without its tests."""
    return sorted(file for file in METHOD.rglob("*.py") if "tests" not in file.parts)


def caches() -> list[Callable[[], None]]:
    """What empties each cache of the method's functions."""
    kept = [one for one in gc.get_objects() if type(one) is _lru_cache_wrapper]
    return [one.cache_clear for one in kept if one.__module__.startswith("waypost")]


def with_tests(work: Callable[[Items], None]) -> None:
    """Collect all tests, and do the work with them, by name."""
    pytest.main([*OPTIONS, str(METHOD)], plugins=[_Instead(work), FAILURES])


def run(items: list[pytest.Item], limits: dict[str, float] | None = None) -> bool:
    """Run tests in their order, each for so many seconds of work at most; a failure ends it."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        _let_work((limits or {}).get(item.nodeid, FOR_EVER))
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    return True


def run_anew(files: list[Path], limits: dict[str, float], known: set[str]) -> bool:
    """Whether the tests of these names pass, in this order, when everything is imported anew."""
    _let_work(IMPORT)
    plugins = [_Chosen(limits, known), FAILURES]
    return pytest.main([*OPTIONS, *map(str, files)], plugins=plugins) == pytest.ExitCode.OK


def _let_work(seconds: float) -> None:
    """End this process after so many seconds of work."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def _try_few(item: pytest.Item) -> None:
    """Also a property test that asks for more examples tries no more than the others."""
    test: Any = getattr(item, "obj", None)
    wanted = getattr(test, "_hypothesis_internal_use_settings", None)
    if wanted is not None and wanted.max_examples > EXAMPLES:
        few = hypothesis.settings(wanted, max_examples=EXAMPLES)
        test._hypothesis_internal_use_settings = few


class Failures:
    """Tells the name of a test that fails."""

    tell: Callable[[str], object] = print

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        if call.excinfo and not isinstance(call.excinfo.value, pytest.skip.Exception):
            type(self).tell(item.nodeid)


FAILURES = Failures()


class _Instead:
    """Work to do instead of running the tests."""

    def __init__(self, work: Callable[[Items], None]) -> None:
        self.work = work

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for item in session.items:
            _try_few(item)
        self.work({item.nodeid: item for item in session.items})
        return True


class _Chosen:
    """Some of the tests in their order; one that was not known before is of the change's making."""

    def __init__(self, limits: dict[str, float], known: set[str]) -> None:
        self.limits, self.known = limits, known
        self.order = {name: place for place, name in enumerate(limits)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        kept = [i for i in items if i.nodeid in self.order or i.nodeid not in self.known]
        items[:] = sorted(kept, key=lambda item: self.order.get(item.nodeid, -1))
        for item in items:
            _try_few(item)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        _let_work(self.limits.get(item.nodeid, IMPORT))
