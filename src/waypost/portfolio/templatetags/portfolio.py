"""{% load portfolio %}: the rows of the list and its filters, each drawn once as long as it is the
same. Drawing is most of the work of the page."""

from collections.abc import Hashable, Iterable

from django import template
from django.template import loader
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from waypost.portfolio.listing import Field
from waypost.portfolio.rows import Row
from waypost.ui.memory import remembered

register = template.Library()


@register.simple_tag
def account_rows(rows: Iterable[Row], most: int) -> SafeString:
    """The rows of the list; ``most`` is the longest meter of the column."""
    return format_html_join("", "{}", ((drawn(row, most),) for row in rows))


@remembered
def drawn(row: Row, most: int) -> SafeString:
    """A row says everything about itself, so it is the same until something in it changes."""
    return loader.render_to_string("portfolio/partials/row.html", {"row": row, "most": most})


@register.simple_tag
@remembered
def filter_field(field: Field) -> SafeString:
    """One question of the filters with its label."""
    return loader.render_to_string("portfolio/partials/field.html", {"field": field})


@register.simple_tag
def week_rows(rows: Iterable[Hashable], partial: str) -> SafeString:
    """Each row by this partial of the week, drawn once as long as the row is the same."""
    return format_html_join("", "{}", ((week_part(partial, row=row),) for row in rows))


@register.simple_tag
@remembered
def week_part(partial: str, **shown: Hashable) -> SafeString:
    """A partial of the week that shows this and nothing else."""
    return loader.render_to_string(f"portfolio/partials/my_week/{partial}.html", shown)
