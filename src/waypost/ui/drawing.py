"""The small drawings in the text: icons, signals, meters.

All geometry is in SVG attributes, because the content security policy allows no styles in the
markup. An icon names a symbol of templates/ui/partials/sprite.html.
"""

from decimal import ROUND_HALF_UP, Decimal

from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from waypost.ui.memory import remembered

SIGNALS = ("green", "amber", "red")


@remembered
def icon(name: str) -> SafeString:
    """A drawing that adds nothing to the words beside it."""
    return format_html('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@remembered
def signal(colour: str, word: str = "") -> SafeString:
    """A signal's shape standing alone; ``word`` is its accessible name, else its colour."""
    return format_html(
        '<svg class="sig is-{0}" role="img" aria-label="{1}"><use href="#s-{0}"/></svg>',
        colour,
        word or colour_word(colour),
    )


@remembered
def light(colour: str, word: str = "") -> SafeString:
    """A signal's shape with its word beside it."""
    return format_html(
        '<span class="light is-{0}"><svg aria-hidden="true"><use href="#s-{0}"/></svg>{1}</span>',
        colour,
        word or colour_word(colour),
    )


@remembered
def lights(green: int, amber: int, red: int) -> SafeString:
    """The three counts; a light at zero stays visible as an outline, so that columns compare."""
    return format_html(
        '<span class="lights">{}{}{}</span>',
        *(light_count(*pair) for pair in zip(SIGNALS, (green, amber, red), strict=True)),
    )


def light_count(colour: str, count: int) -> SafeString:
    return format_html(
        '<span class="is-{0}{1}"><svg aria-hidden="true"><use href="#s-{0}"/></svg>'
        '<span class="vh">{2}: </span>{3}</span>',
        colour,
        "" if count else " zero",
        colour_word(colour),
        count,
    )


def colour_word(colour: str) -> str:
    words = {"green": gettext("Green"), "amber": gettext("Amber"), "red": gettext("Red")}
    return words.get(colour, colour)


def diamond(label: str) -> SafeString:
    return format_html('<svg role="img" aria-label="{}"><use href="#i-diamond"/></svg>', label)


@remembered
def meter(
    value: Decimal | float,
    maximum: Decimal | float,
    label: str = "",
    *,
    limit: Decimal | float | None = None,
    wide: bool = False,
) -> SafeString:
    """A rule filled to ``value`` of ``maximum``; without ``label`` the words stand beside it."""
    naming = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    mark = (
        ""
        if limit is None
        else format_html(
            '<rect class="limit" x="{}%" y="-3" width="2" height="14"/>', share(limit, maximum)
        )
    )
    return format_html(
        '<svg class="meter{}"{}><rect class="fill" width="{}%" height="100%"/>{}</svg>',
        " meter-wide" if wide else "",
        flatatt(naming),
        share(value, maximum),
        mark,
    )


def share(value: Decimal | float, maximum: Decimal | float) -> Decimal:
    """Per cent of ``maximum``, within 0 and 100, to a tenth; nothing of nothing is 0."""
    if maximum <= 0:
        return Decimal(0)
    exact = Decimal(str(value)) / Decimal(str(maximum)) * 100
    return min(max(exact, Decimal(0)), Decimal(100)).quantize(Decimal("0.1"), ROUND_HALF_UP)
