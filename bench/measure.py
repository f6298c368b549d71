"""Timing pages in turn, so that whatever else the machine does slows all of them alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from bench import hello
from bench.scenarios import Scenario
from waypost.staff.models import User

WARM_UP = 20


@dataclass(frozen=True, kw_only=True)
class Result:
    """``seconds`` is the median; ``times_hello`` is of the medians of the same rounds."""

    name: str
    seconds: float
    times_hello: float
    queries: int


def measure(scenarios: Sequence[Scenario], rounds: int) -> list[Result]:
    """Open each page and say hello once in every round, and give the medians."""
    yardstick = opener(hello.make_handler(), hello.PATH)
    handler = WSGIHandler()
    pages = [opener(handler, scenario.path(), scenario.email) for scenario in scenarios]
    queries = [count_queries(page) for page in pages]
    for page in [yardstick, *pages] * WARM_UP:
        page()
    times = [[page() for page in (yardstick, *pages)] for _ in range(rounds)]
    base, *medians = (median(column) for column in zip(*times, strict=True))
    said = [Result(name="hello, world", seconds=base, times_hello=1, queries=0)]
    return said + [
        Result(name=scenario.name, seconds=found, times_hello=found / base, queries=asked)
        for scenario, found, asked in zip(scenarios, medians, queries, strict=True)
    ]


def opener(handler: WSGIHandler, path: str, email: str = "") -> Callable[[], float]:
    """A function that opens the page as a browser would, and gives the seconds it took."""
    cookies = session_of(email) if email else ""
    host = settings.BASE_URL.hostname
    factory = RequestFactory(HTTP_HOST=host, HTTP_COOKIE=cookies)
    statuses: list[str] = []

    def start_response(status: str, _headers: Any, _error: Any = None) -> Any:
        statuses.append(status)

    def open_page() -> float:
        environ = factory.get(path).environ
        began = perf_counter()
        response = handler(environ, start_response)
        for _part in response:
            pass
        response.close()  # as a WSGI server does
        took = perf_counter() - began
        if (status := statuses.pop()) != "200 OK":
            raise RuntimeError(f"{path} answers {status}")
        return took

    return open_page


def session_of(email: str) -> str:
    client = Client()
    client.force_login(User.objects.get(email=email))
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def count_queries(page: Callable[[], float]) -> int:
    page()
    with CaptureQueriesContext(connection) as captured:
        page()
    return len(captured)
