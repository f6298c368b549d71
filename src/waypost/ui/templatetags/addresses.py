"""Django's {% url %}, where an address that was put together stays known: a row of a list has five
and more, and they change with the release only."""

from django import template
from django.template import defaulttags
from django.template.base import Parser, Token
from django.template.context import Context
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape

from waypost.ui.addresses import address

register = template.Library()


class Address(defaulttags.URLNode):
    """An address of a page of ours, put out where it stands or named."""

    def render(self, context: Context) -> str:
        arguments = tuple(argument.resolve(context) for argument in self.args)
        name = self.view_name.resolve(context)
        if not self.asvar:
            return conditional_escape(address(name, *arguments))
        try:
            context[self.asvar] = address(name, *arguments)
        except NoReverseMatch:  # as in Django: the template asks whether there is one
            context[self.asvar] = ""
        return ""


@register.tag("url")
def url(parser: Parser, token: Token) -> defaulttags.URLNode:
    found = defaulttags.url(parser, token)
    if found.kwargs:
        return found
    return Address(found.view_name, found.args, found.kwargs, found.asvar)
