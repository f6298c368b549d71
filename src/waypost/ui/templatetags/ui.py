"""{% load ui %}: everything pages draw. Small things are format_html, not templates, for speed."""

from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BaseForm
from django.template import loader
from django.template.context import Context
from django.urls import get_script_prefix
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from waypost.ui import drawing, formats, navigation, people
from waypost.ui.forms import Mistake, mistakes
from waypost.ui.memory import remembered

register = template.Library()

register.filter("short_date", formats.short_date)
register.filter("weekday_date", formats.weekday_date)
register.filter("month_name", formats.month_name)
register.filter("short_month", formats.short_month)
register.filter("days_ago", formats.days_ago)
register.filter("number", formats.number)
register.filter("with_unit", formats.with_unit)
register.filter("hours", formats.hours)
register.filter("money", formats.money)
register.filter("counted", formats.counted)
register.filter("initials", people.initials)

register.simple_tag(drawing.icon)
register.simple_tag(drawing.signal, name="sig")
register.simple_tag(drawing.light)
register.simple_tag(drawing.lights)
register.simple_tag(people.avatar)
register.simple_tag(people.avatars)
register.simple_tag(get_script_prefix, name="home_url")


@register.simple_tag
@remembered
def trend(direction: str) -> SafeString:
    """up, flat or down: the arrow and its word."""
    words = {"up": gettext("improving"), "flat": gettext("steady"), "down": gettext("worsening")}
    return format_html(
        '<span class="trend">{}{}</span>', drawing.icon(f"{direction}-trend"), words[direction]
    )


@register.simple_tag
@remembered
def tier(letter: str | None) -> SafeString | str:
    """A, B or C in ink; nothing while the tier is not known."""
    if not letter:
        return ""
    return format_html(
        '<span class="tier tier-{}" title="{}"><span class="vh">{} </span>{}</span>',
        letter.lower(),
        gettext("Tier %s") % letter,
        gettext("Tier"),
        letter,
    )


@register.simple_tag
@remembered
def mark(kind: str, word: str = "") -> SafeString:
    """How much, in ink: fresh, ageing, old, gap; committed, told, doubt, untold."""
    shape, usual = marks()[kind]
    return format_html(
        '<span class="mark mark-{}"><i aria-hidden="true"></i>{}</span>', shape, word or usual
    )


def marks() -> dict[str, tuple[str, str]]:
    return {
        "fresh": ("full", gettext("Fresh")),
        "ageing": ("half", gettext("Ageing")),
        "old": ("open", gettext("Old")),
        "gap": ("none", gettext("Gap")),
        "committed": ("full", gettext("Committed")),
        "told": ("half", gettext("Told")),
        "doubt": ("open", gettext("Doubt")),
        "untold": ("none", gettext("Not told")),
    }


@register.simple_tag
@remembered
def inu(*, short: bool = False) -> SafeString:
    """Important, not urgent: the sign with its words, or alone where there is no room."""
    words = gettext("Important, not urgent")
    if short:
        return format_html('<span class="inu" title="{}">{}</span>', words, drawing.diamond(words))
    return format_html('<span class="inu">{}{}</span>', drawing.icon("diamond"), words)


@register.simple_tag
def meter(
    value: Decimal | float,
    maximum: Decimal | float,
    label: str = "",
    limit: Decimal | float | None = None,
    *,
    wide: bool = False,
) -> SafeString:
    """A rule filled to value of maximum, with a mark at limit."""
    return drawing.meter(value, maximum, label, limit=limit, wide=wide)


@register.simple_tag
@remembered
def drawn(partial: str, **shown: Hashable) -> SafeString:
    """A partial that shows these values and nothing else: once as long as they are the same."""
    return loader.render_to_string(partial, shown)


@register.simple_tag
def drawn_each(
    partial: str, name: str, values: Iterable[Hashable], /, **shown: Hashable
) -> SafeString:
    """The same for each of these values, by this name, one after the other."""
    each = (drawn(partial, **{name: value}, **shown) for value in values)
    return format_html_join("", "{}", ((one,) for one in each))


@register.simple_tag(takes_context=True)
def main_links(context: Context, section: str = "") -> Sequence[navigation.MainLink]:
    """The links of the top bar for the person signed in."""
    request = context["request"]
    return tuple(
        navigation.main_links(
            administrator=request.user.is_administrator,
            reviewer=request.user.has_to_review,
            section=section,
            path=request.path,
        )
    )


@register.simple_tag
def address(url_name: str) -> str:
    """The address of a named page, empty where there is none."""
    return navigation.address(url_name)


@register.simple_tag(takes_context=True)
def sort_header(context: Context, key: str, label: str, css_class: str = "") -> SafeString:
    """A column's head as a link that sorts by ``key``, the other way round if it does already.

    Reads ``sort`` from the context: the key in force, with a minus in front when descending.
    """
    sort = context.get("sort", "")
    order = "ascending" if sort == key else "descending" if sort == f"-{key}" else ""
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{key}" if sort == key else key
    return format_html(
        '<th role="columnheader" scope="col"{}{}><a class="sort" href="?{}">{}{}</a></th>',
        format_html(' class="{}"', css_class) if css_class else "",
        format_html(' aria-sort="{}"', order) if order else "",
        query.urlencode(),
        label,
        drawing.icon("down" if order == "ascending" else "up") if order else "",
    )


@register.inclusion_tag("ui/forms/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """What to put right in these forms, each a link to its control; nothing if nothing."""
    found: Iterable[Mistake] = [mistake for form in forms for mistake in mistakes(form)]
    return {"mistakes": found}
