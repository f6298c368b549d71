"""Every address there is, walked from the URLconf, so that none can be forgotten."""

from django.urls import URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter

UNSAFE_METHODS = ("POST", "PUT", "PATCH", "DELETE")


def every_address():
    """The full name and one path of each page, with 1 and "x" where something varies."""
    return dict(_walk(get_resolver().url_patterns, "", {}))


def _walk(patterns, namespace, outer):
    for pattern in patterns:
        values = outer | _sample(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inner, values)
        else:
            name = f"{namespace}{pattern.name}"
            yield name, reverse(name, kwargs=values)


def _sample(pattern):
    if pattern.converters:
        return {
            name: 1 if isinstance(converter, IntConverter) else "x"
            for name, converter in pattern.converters.items()
        }
    return dict.fromkeys(pattern.regex.groupindex, "1")
