"""{% load portfolio %}: the rows of the list and its filters, each drawn once as long as it is the
same. Drawing is most of the work of the page."""

from django import template
from django.template import loader
from django.utils.safestring import SafeString

from waypost.portfolio.listing import Field
from waypost.portfolio.rows import Row
from waypost.ui.memory import remembered

register = template.Library()


@register.simple_tag
@remembered
def account_row(row: Row, most: int) -> SafeString:
    """One account; ``most`` is the longest meter of the column."""
    return loader.render_to_string("portfolio/partials/row.html", {"row": row, "most": most})


@register.simple_tag
@remembered
def filter_field(field: Field) -> SafeString:
    """One question of the filters with its label."""
    return loader.render_to_string("portfolio/partials/field.html", {"field": field})
