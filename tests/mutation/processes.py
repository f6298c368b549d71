"""Work in processes of their own, forked from this one."""

import os
import pickle
import resource
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Any, BinaryIO, NamedTuple, TypeVar, cast

MEMORY = 2 << 30  # bytes, so that what grows without end comes to one

Job = TypeVar("Job")
Say = Callable[[bytes], None]
Work = Callable[[Say], bool]


class End(NamedTuple):
    """How a process ended: whether of itself and well, and what it said."""

    well: bool
    said: bytes


def answer(work: Callable[[], Any]) -> Any:
    """What a call returns in a process of its own."""

    def tell(say: Say) -> bool:
        say(pickle.dumps(work()))
        return True

    ((_, end),) = ends([(work, tell)], at_once=1)
    if not end.well:
        raise RuntimeError(f"{work} failed")
    return pickle.loads(end.said)  # noqa: S301  # our own words


def ends(jobs: Iterable[tuple[Job, Work]], at_once: int) -> Iterator[tuple[Job, End]]:
    """Do jobs, so many at once, and tell how each of them ended."""
    working: dict[int, tuple[Job, BinaryIO]] = {}
    for job, work in jobs:
        if len(working) >= at_once:
            yield _next_end(working)
        process, said = _begin(work)
        working[process] = job, said
    while working:
        yield _next_end(working)


def _begin(work: Work) -> tuple[int, BinaryIO]:
    read, write = os.pipe()
    process = os.fork()
    if process == 0:
        _do(work, os.fdopen(write, "wb"))
    os.close(write)
    return process, os.fdopen(read, "rb")


def _do(work: Work, pipe: BinaryIO) -> None:
    """Work in silence, and end."""
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silent, stream)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    def say(said: bytes) -> None:
        pipe.write(said)
        pipe.flush()

    code = 1
    try:
        code = 0 if work(say) else 1
    finally:
        os._exit(code)


def _next_end(working: dict[int, tuple[Job, BinaryIO]]) -> tuple[Job, End]:
    """The end of the first process that says something, or ends without a word."""
    pipes = {said.fileno(): process for process, (_, said) in working.items()}
    ready, *_ = wait(list(pipes))
    process = pipes[cast(int, ready)]
    job, pipe = working.pop(process)
    with pipe:
        said = pipe.read()
    return job, End(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0, said)
