"""{% load sentences %}: Django's i18n, where {% translate "…" %} looks a sentence up once in each
language. A page says a hundred of them, and what they are called changes with the release only."""

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.templatetags import i18n
from django.utils.translation import get_language

register = template.Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)


class Sentence(i18n.TranslateNode):
    """A sentence that stands in the template, put out where it stands."""

    def __init__(self, found: i18n.TranslateNode) -> None:
        super().__init__(found.filter_expression, found.noop, found.asvar, found.message_context)
        self.said: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        if language not in self.said:
            self.said[language] = super().render(context)
        return self.said[language]


@register.tag("translate")
def translate(parser: Parser, token: Token) -> i18n.TranslateNode:
    found = i18n.do_translate(parser, token)
    expression = found.filter_expression
    stands_there = getattr(expression.var, "literal", None) is not None and not expression.filters
    plain = stands_there and not (found.noop or found.asvar or found.message_context)
    return Sentence(found) if plain else found
