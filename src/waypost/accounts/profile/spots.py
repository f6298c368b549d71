"""A field of the profile that is edited where it stands. Drawn here, not by a template: a page has
hundreds of them."""

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString


def spot(anchor: str, edit: str, field: str, value: str, none: str = "") -> SafeString:
    """The value, or what is said where there is ``none``; a link to its form for whoever may
    change it: ``edit`` is the address of the form, empty for all others."""
    said = format_html("<bdi>{}</bdi>", linebreaksbr(value or none))
    if not edit:
        return said
    return format_html(
        '<span class="editable-spot" id="{0}-{1}"><a class="editable" href="{2}?field={1}" '
        'hx-get="{2}?field={1}" hx-target="#{0}-{1}" hx-swap="innerHTML">{3}</a></span>',
        anchor,
        field,
        edit,
        said,
    )
