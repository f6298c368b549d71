"""The controls of forms as Django's templates draw them, written out: a template for each option
of a list takes longer than the page around it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from waypost.ui.memory import few_remembered

Widget = Mapping[str, Any]


def field_input(widget: Widget) -> SafeString:
    value = widget["value"]
    said = format_html(' value="{}"', value) if value is not None else ""
    kind, name = widget["type"], widget["name"]
    rest = attributes(widget["attrs"])
    return format_html('<input type="{}" name="{}"{}{}>', kind, name, said, rest)


def option_input(widget: Widget) -> SafeString:
    """One of several to tick, with its label around it where that is asked for."""
    drawn = field_input(widget)
    if not widget["wrap_label"]:
        return drawn
    key = widget["attrs"].get("id")
    said = format_html(' for="{}"', key) if key else ""
    return format_html("<label{}>{} {}</label>", said, drawn, widget["label"])


def textarea(widget: Widget) -> SafeString:
    name, rest, value = widget["name"], attributes(widget["attrs"]), widget["value"] or ""
    return format_html('<textarea name="{}"{}>\n{}</textarea>', name, rest, value)


def select(widget: Widget) -> SafeString:
    listed = tuple((name, tuple(map(_option, options))) for name, options, _ in widget["optgroups"])
    name, rest = widget["name"], attributes(widget["attrs"])
    return format_html('<select name="{}"{}>{}\n</select>', name, rest, _groups(listed))


def attributes(given: Mapping[str, Any]) -> SafeString | str:
    """Those that are not False; True stands for itself."""
    said = {name: value for name, value in given.items() if value is not False}
    return (
        format_html_join("", "{}", ((_attribute(*pair),) for pair in said.items())) if said else ""
    )


def _attribute(name: str, value: Any) -> SafeString:
    return format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value)


Option = tuple[str, tuple[tuple[str, Any], ...], str]


def _option(option: Widget) -> Option:
    return str(option["value"]), tuple(option["attrs"].items()), str(option["label"])


@few_remembered
def _groups(groups: tuple[tuple[str | None, tuple[Option, ...]], ...]) -> SafeString:
    """All options of a list: of a thousand people they take longer than the page around them."""
    return format_html_join("", "{}", ((_group(*group),) for group in groups))


def _group(name: str | None, options: tuple[Option, ...]) -> SafeString:
    drawn = format_html_join(
        "",
        '\n  <option value="{}"{}>{}</option>',
        ((value, attributes(dict(attrs)), label) for value, attrs, label in options),
    )
    if not name:
        return drawn
    return format_html('\n  <optgroup label="{}">{}\n  </optgroup>', name, drawn)


# By the template that each stands for.
DRAWN: Final[Mapping[str, Callable[[Widget], SafeString]]] = {
    "django/forms/widgets/select.html": select,
    "django/forms/widgets/textarea.html": textarea,
    "django/forms/widgets/radio_option.html": option_input,
    "django/forms/widgets/checkbox_option.html": option_input,
    **{
        f"django/forms/widgets/{kind}.html": field_input
        for kind in ("text", "date", "number", "search", "email", "password", "hidden", "checkbox")
    },
}
