"""What may stand in an address, and addresses that stay known."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import get_script_prefix, reverse

from waypost.method.shape import ID_PATTERN


class Code:
    """``<code:name>``: the id of a part of a plan.

    Whatever cannot be an id is at no address, so no database is ever asked for it: PostgreSQL
    refuses some characters with an error.
    """

    regex = ID_PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def address(name: str, *arguments: Any) -> str:
    """Django's ``reverse``, put together once: a list has hundreds of them."""
    return _known(get_script_prefix(), settings.ROOT_URLCONF, name, arguments)


@lru_cache(maxsize=10_000)
def _known(_prefix: str, _places: Any, name: str, arguments: tuple[Any, ...]) -> str:
    return reverse(name, args=arguments)
