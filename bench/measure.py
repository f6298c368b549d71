"""Timing pages in turn, so that whatever else the machine does slows all of them alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from bench import databases, hello
from bench.scenarios import Scenario
from waypost.staff.models import User

WARM_UP = 20

Opener = Callable[[], float]


@dataclass(frozen=True, kw_only=True)
class Result:
    """Medians: how long a page took and how often as long as the hello of the same rounds;
    ``growth`` is against the smallest database."""

    name: str
    accounts: int
    milliseconds: float
    times_hello: float
    queries: int
    growth: float


def measure(
    sized: Mapping[int, BaseDatabaseWrapper], scenarios: Sequence[Scenario], rounds: int
) -> tuple[float, list[Result]]:
    """The milliseconds of a hello, and what each page takes in each database.

    Every round says hello and opens each page in each database once.
    """
    say_hello = opener(hello.make_handler(), hello.PATH)
    handler = WSGIHandler()
    pages = {
        (scenario.name, size): page_in(database, handler, scenario)
        for scenario in scenarios
        for size, database in sized.items()
    }
    queries = {key: count_queries(page, sized[key[1]]) for key, page in pages.items()}
    openers = [say_hello, *pages.values()]
    for open_page in openers * WARM_UP:
        open_page()
    times = [[open_page() for open_page in openers] for _ in range(rounds)]
    base, *found = (median(column) * 1000 for column in zip(*times, strict=True))
    medians = dict(zip(pages, found, strict=True))
    return base, [
        Result(
            name=name,
            accounts=size,
            milliseconds=took,
            times_hello=took / base,
            queries=queries[name, size],
            growth=took / medians[name, min(sized)],
        )
        for (name, size), took in medians.items()
    ]


def page_in(database: BaseDatabaseWrapper, handler: WSGIHandler, scenario: Scenario) -> Opener:
    """Opens the scenario's page in this database."""
    with databases.using(database):
        open_page = opener(handler, scenario.path(), session_of(scenario.email))

    def open_there() -> float:
        with databases.using(database):
            return open_page()

    return open_there


def opener(handler: WSGIHandler, path: str, cookies: str = "") -> Opener:
    """A function that opens the page as a browser would, and gives the seconds it took."""
    factory = RequestFactory(HTTP_HOST=settings.BASE_URL.hostname, HTTP_COOKIE=cookies)
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


def count_queries(page: Opener, database: BaseDatabaseWrapper) -> int:
    page()
    with CaptureQueriesContext(database) as captured:
        page()
    return len(captured)
