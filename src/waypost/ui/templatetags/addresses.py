"""Django's {% url %}, where an address that was put together stays known: a row of a list has five
and more, and they change with the release only."""

from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template import defaulttags
from django.template.base import Parser, Token
from django.template.context import Context
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.html import conditional_escape

register = template.Library()


class Address(defaulttags.URLNode):
    """An address of a page of ours, put out where it stands or named."""

    def render(self, context: Context) -> str:
        arguments = tuple(argument.resolve(context) for argument in self.args)
        name = self.view_name.resolve(context)
        place = (get_script_prefix(), settings.ROOT_URLCONF, name, arguments)
        if not self.asvar:
            return conditional_escape(_known(*place))
        try:
            context[self.asvar] = _known(*place)
        except NoReverseMatch:  # as in Django: the template asks whether there is one
            context[self.asvar] = ""
        return ""


@register.tag("url")
def url(parser: Parser, token: Token) -> defaulttags.URLNode:
    found = defaulttags.url(parser, token)
    if found.kwargs:
        return found
    return Address(found.view_name, found.args, found.kwargs, found.asvar)


@lru_cache(maxsize=10_000)
def _known(_prefix: str, _places: Any, name: str, arguments: tuple[Any, ...]) -> str:
    return reverse(name, args=arguments)
