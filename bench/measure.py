"""Timing pages in turn, so that whatever else the machine does slows all of them alike."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import count
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db.backends.base.base import BaseDatabaseWrapper
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from bench import databases, hello, scenarios
from bench.scenarios import Form, Scenario
from waypost.accounts.operations import rows
from waypost.staff.models import User

WARM_UP = 20
TIMES = 1_000  # more than any run opens a page

Clock = Callable[[], float]  # seconds
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
    sized: Mapping[int, BaseDatabaseWrapper],
    chosen: Sequence[Scenario],
    rounds: int,
    clock: Clock = perf_counter,
) -> tuple[float, list[Result]]:
    """The milliseconds of a hello, and what each page takes in each database.

    Every round says hello and opens each page in each database once.
    """
    say_hello = opener(hello.make_handler(), lambda _time: hello.PATH, clock=clock)
    handler = WSGIHandler()
    pages = {
        (scenario.name, size): page_in(database, handler, scenario, clock)
        for scenario in chosen
        for size, database in sized.items()
    }
    queries = {key: count_queries(page, sized[key[1]]) for key, page in pages.items()}
    openers = [say_hello, *pages.values()]
    for open_page in openers * min(WARM_UP, rounds):
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


def page_in(
    database: BaseDatabaseWrapper, handler: WSGIHandler, scenario: Scenario, clock: Clock
) -> Opener:
    """Opens the scenario's page in this database."""
    with databases.using(database):
        session = session_of(scenario.email)
        for keys in (scenarios.accounts, scenarios.known_account):
            keys.cache_clear()  # those of this database
        paths = [scenario.path(time) for time in range(TIMES)]
        open_page = opener(handler, paths.__getitem__, session, scenario.form, clock)

    def open_there() -> float:
        judging = nullcontext() if scenario.judged else patch.object(rows, "refresh")
        with databases.using(database), judging:
            return open_page()

    return open_there


def opener(
    handler: WSGIHandler,
    path: Callable[[int], str],
    cookies: str = "",
    form: Callable[[int], Form] | None = None,
    clock: Clock = perf_counter,
) -> Opener:
    """A function that opens the page as a browser would, or sends the form to it, and gives the
    seconds it took."""
    token = _get_new_csrf_string()
    factory = RequestFactory(
        HTTP_HOST=settings.BASE_URL.hostname,
        HTTP_COOKIE=f"{cookies}; {settings.CSRF_COOKIE_NAME}={token}",
        HTTP_X_CSRFTOKEN=token,
    )
    posted = partial(factory.post, content_type="application/x-www-form-urlencoded")
    statuses: list[str] = []
    times = count()

    def start_response(status: str, _headers: Any, _error: Any = None) -> Any:
        statuses.append(status)

    def open_page() -> float:
        time = next(times)
        request = posted(path(time), urlencode(form(time))) if form else factory.get(path(time))
        began = clock()
        response = handler(request.environ, start_response)
        for _part in response:
            pass
        response.close()  # as a WSGI server does
        took = clock() - began
        if (status := statuses.pop()) != ("302 Found" if form else "200 OK"):
            raise RuntimeError(f"{path(time)} answers {status}")
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
