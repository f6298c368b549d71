"""Whether tests notice a change, each time in a process of its own.

The process is forked from one that has collected all tests, so a change costs no more than these;
only what runs on import is imported anew. No file is written.
"""

import gc
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType

from tests.mutation.processes import Say, Work
from tests.mutation.reach import OneTest, forget_all
from tests.mutation.sessions import METHOD, Failures, Items, caches, run, run_anew

Place = tuple[str, str, int]
LIKELY = 2  # so many files are imported at first, the rest only if they notice nothing
NewCode = dict[FunctionType, CodeType]


class Loaded:
    """What is loaded: the tests, the method's functions by where their code stands, its caches."""

    def __init__(self, items: Items) -> None:
        self.items, self.caches = items, caches()
        self.functions: dict[Place, list[FunctionType]] = defaultdict(list)
        for function in gc.get_objects():
            if type(function) is FunctionType and _is_of_method(function.__code__):
                self.functions[_place(function.__code__)].append(function)


def new_code(loaded: Loaded, module: CodeType) -> NewCode | None:
    """What code loaded functions have in a changed module; None if they cannot just be given it."""
    codes: dict[Place, list[CodeType]] = defaultdict(list)
    for code in _codes(module):
        codes[_place(code)].append(code)
    new = {}
    for place, (code, *others) in codes.items():
        for function in loaded.functions.get(place, []):
            if others or code.co_freevars != function.__code__.co_freevars:
                return None
            if code != function.__code__:
                new[function] = code
    return new or None


def at_once(loaded: Loaded, tests: list[OneTest], new: NewCode) -> Work:
    """Run tests although loaded functions have other code."""

    def work(say: Say) -> bool:
        _tell_and_end(say)
        for function, code in new.items():
            function.__code__ = code
        for clear in loaded.caches:
            clear()
        if not tests:
            return True
        return run([loaded.items[test.name] for test in tests], _limits(tests))

    return work


def anew(loaded: Loaded, tests: list[OneTest], module: Path, code: CodeType) -> Work:
    """Run tests when everything is imported anew, the module as it was changed."""

    def work(say: Say) -> bool:
        _tell_and_end(say)
        forget_all()
        sys.meta_path.insert(0, _Changed(module, code))
        files = list(dict.fromkeys(test.file for test in tests))
        limits, known = _limits(tests), set(loaded.items)
        parts = [part for part in (files[:LIKELY], files[LIKELY:]) if part]
        return all(run_anew(part, limits, known) for part in parts)

    return work


def _tell_and_end(say: Say) -> None:
    def tell(name: str) -> None:
        say(name.encode())
        os._exit(1)

    Failures.tell = tell


def _limits(tests: list[OneTest]) -> dict[str, float]:
    return {test.name: test.limit for test in tests}


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _is_of_method(code: CodeType) -> bool:
    return code.co_filename.startswith(str(METHOD))


def _place(code: CodeType) -> Place:
    return code.co_filename, code.co_qualname, code.co_firstlineno


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
