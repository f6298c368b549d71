"""What no page ever wrote into an address: not found, or as if it were not there; never a 5xx."""

from urllib.parse import quote

import pytest
from django.db import transaction
from django.http import QueryDict
from django.urls import URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter

from tests.security.rules import RULES
from tests.security.test_authorisation import browser
from tests.security.world import build
from waypost.ui.addresses import Code

pytestmark = pytest.mark.django_db

ODD_CODES = ("\x00", "B1\x00", "B1\n", "é😀", "A" * 1000)
ODD_NUMBERS = ("9" * 20, "0", "-1", "1e3")
ABSURD = ("\x00", "9" * 20, "2026-99é😀" + "a" * 10_000)  # the first is the hardest for a database
PARAMETERS = (
    *("who", "field", "level", "serves", "on", "month", "open", "week", "page", "q"),
    *("area", "row", "sort", "tier", "view", "stages", "several", "line", "answer", "slack"),
)


class Listener:
    """A middleware that notes which parameters of the query string a page looks at."""

    asked: set[str] = set()

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked, Listener.asked = Listener.asked, set()
        request.GET = Heard(request.META["QUERY_STRING"])
        Listener.asked = asked  # filling it looks at each parameter, whatever the page does
        return self.get_response(request)


class Heard(QueryDict):
    def __getitem__(self, name):
        Listener.asked.add(name)
        return super().__getitem__(name)

    def __contains__(self, name):
        Listener.asked.add(name)
        return super().__contains__(name)

    def getlist(self, name, default=None):
        Listener.asked.add(name)
        return super().getlist(name, default)


@pytest.fixture
def listening(settings):
    settings.MIDDLEWARE = [f"{__name__}.Listener", *settings.MIDDLEWARE]


def test_odd_id_in_an_address_is_not_found():
    world, wrong = build(), []
    for name, varying in every_varying():
        for argument, converter in varying.items():
            odd = ODD_NUMBERS if isinstance(converter, IntConverter) else ODD_CODES
            wrong += odd_ones(
                world, name, argument, odd, isinstance(converter, IntConverter | Code)
            )
    assert wrong == []


def test_every_id_in_the_address_of_a_plan_is_checked():
    names = ("accounts:", "plans:", "comments:")
    assert {
        type(converter)
        for name, varying in every_varying()
        if name.startswith(names)
        for converter in varying.values()
    } == {IntConverter, Code}


def test_absurd_query_strings_are_answered(listening):
    world = build()
    wrong = []
    for name, rule in RULES.items():
        if not rule.get:
            continue
        client = browser(world, opening(rule.get))
        path = reverse(name, kwargs=rule.arguments(world))
        Listener.asked = set()
        for value in ABSURD:
            wrong += failing(client, path, dict.fromkeys(PARAMETERS, value))
        for parameter in sorted(Listener.asked):
            wrong += failing(client, path, {parameter: ABSURD[0]})
    assert wrong == []


def opening(allowed):
    """Who of those that are answered opens the page: somebody signed in, if there is one."""
    people = ("lead", "member", "administrator", "first-line", "senior")
    return next((who for who in people if who in allowed), "anonymous")


def odd_ones(world, name, argument, odd, must_miss):
    """The odd values that such an address does not answer as it should."""
    rule = RULES[name]
    kwargs = rule.arguments(world)
    client = browser(world, opening(rule.get or rule.post or rule.seen))
    client.raise_request_exception = False
    place = "z9z" if not isinstance(kwargs[argument], int) else 987_654_321
    path = reverse(name, kwargs=kwargs | {argument: place})
    for value in odd:
        address = path.replace(str(place), quote(value, safe=""))
        with transaction.atomic():
            status = (client.post if rule.get is None else client.get)(address).status_code
            transaction.set_rollback(True)
        if status >= 500 or (must_miss and status != 404):
            yield f"{name}: {value[:9]!r} as {argument} answers {status}"


def failing(client, path, query):
    client.raise_request_exception = False
    with transaction.atomic():
        response = client.get(path, query)
        transaction.set_rollback(True)
    if response.status_code >= 500:
        [value] = set(query.values())
        yield f"{path}: {sorted(query)} {value[:9]!r} answers {response.status_code}"


def every_varying():
    """The name of every address in which something varies, with the converters of its parts."""
    return [(name, varying) for name, varying in walk(get_resolver().url_patterns) if varying]


def walk(patterns, namespace="", outer=None):
    for pattern in patterns:
        groups = getattr(getattr(pattern.pattern, "regex", None), "groupindex", {})
        converters = (outer or {}) | dict.fromkeys(groups) | pattern.pattern.converters
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, inner, converters)
        else:
            yield f"{namespace}{pattern.name}", converters
