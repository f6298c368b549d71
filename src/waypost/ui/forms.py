"""How forms look: FORM_RENDERER = "waypost.ui.forms.Renderer", and the widgets Django lacks.

A field is label, hint, error, control, in this order. Errors are listed once more above the form,
each a link to its control.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import validators
from django.core.exceptions import ValidationError
from django.forms import renderers
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.ui.controls import DRAWN
from waypost.ui.formats import number

CHOOSE = _("Choose one of the list.")
# What Django says, and what we say: what to do. A field's own message is left as it is.
OUR_WORDS = (
    (forms.ChoiceField.default_error_messages["invalid_choice"], CHOOSE),
    (forms.ModelChoiceField.default_error_messages["invalid_choice"], CHOOSE),
    (
        forms.DateField.default_error_messages["invalid"],
        _("Enter the date as day, month, year."),
    ),
    (forms.FileField.default_error_messages["empty"], _("Choose a file with something in it.")),
    (
        validators.ProhibitNullCharactersValidator.message,
        _("Take out the characters that cannot be shown."),
    ),
    (validators.EmailValidator.message, _("Enter the address as name@example.com.")),
    (
        validators.MaxLengthValidator.message,
        _("Shorten this to %(limit_value)s characters, it has %(show_value)s."),
    ),
    (validators.MaxValueValidator.message, _("Enter %(limit_value)s or less.")),
    (validators.MinValueValidator.message, _("Enter %(limit_value)s or more.")),
)


class Field(forms.BoundField):
    """A field of a form on its way to the page: gives its control the class of its kind."""

    @property
    def layout(self) -> str:
        """Which arrangement of ui/forms/field.html: group, check, password, judged or plain."""
        widget = self.field.widget
        if isinstance(widget, Judged) and widget.url:
            return "judged"
        if self.use_fieldset:
            return "group"
        if isinstance(widget, forms.CheckboxInput):
            return "check"
        return "password" if isinstance(widget, forms.PasswordInput) else "plain"

    @property
    def target(self) -> str:
        """The id of the control, of the first one in a group: what an error links to."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.id_for_label

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        control = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        names = (control_class(control), control.attrs.get("class"), attrs.get("class"))
        if css_class := " ".join(name for name in names if name):
            built = {**built, "class": css_class}
        if self.use_fieldset:
            built.pop("aria-invalid", None)  # not an attribute of a radio button
        return built

    @property
    def messages(self) -> list[str]:
        """What to put right here, in the words of the label."""
        return [self.message(error) for error in self.errors.as_data()]

    def message(self, error: ValidationError) -> str:
        if error.message != forms.Field.default_error_messages["required"]:
            return in_our_words(error)
        if isinstance(self.field, forms.ChoiceField | forms.FileField):
            return gettext("Choose “%s”") % self.label
        return gettext("Fill in “%s”") % self.label


def in_our_words(error: ValidationError) -> str:
    for theirs, ours in OUR_WORDS:
        if error.message is theirs:
            return str(ours) % {
                name: number(value) if isinstance(value, int) else value
                for name, value in (error.params or {}).items()
            }
    return " ".join(error.messages)


def control_class(widget: forms.Widget) -> str:
    if widget.is_hidden or isinstance(
        widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple
    ):
        return ""
    if isinstance(widget, forms.Select):
        return "select"
    return "textarea" if isinstance(widget, forms.Textarea) else "input"


class Renderer(renderers.DjangoTemplates):
    """Renders every form of Waypost, those of the log-in pages included."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = Field

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


class Judged(forms.Textarea):
    """A text that is judged while it is typed: what ``url`` answers stands under it.

    Without a script, and until ``url`` is known, it is a text like any other.
    """

    url = ""

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        attrs = super().build_attrs(base_attrs, extra_attrs)
        if not self.url:
            return attrs
        name = attrs.get("id", "")
        asked = {
            "hx-post": self.url,
            "hx-trigger": "load, input changed delay:400ms",
            "hx-target": f"#{name}-verdicts",
            "hx-include": "closest form",
            "hx-sync": "this:replace",
        }
        return {**attrs, **asked, "data-judged": f"{name}-mirror"}


class Options(forms.RadioSelect):
    """Radio buttons with a consequence under each: ``descriptions`` by value."""

    def __init__(
        self, *args: Any, descriptions: Mapping[str, str | Promise] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.descriptions = descriptions or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "description": self.descriptions.get(str(value), "")}


class SeveralOptions(Options, forms.CheckboxSelectMultiple):
    """The same where several may be chosen."""


class DateInput(forms.DateInput):
    """The browser's own date field, which writes the day in the person's own way."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What to put right, and the id of the control where to do it (none: the form as a whole)."""

    text: str
    target: str = ""


def mistakes(form: forms.BaseForm) -> Iterator[Mistake]:
    """The errors of a form in the order of its fields, first those of the form as a whole."""
    if not form.is_bound:
        return
    for text in form.non_field_errors():
        yield Mistake(str(text))
    for field in form:
        if isinstance(field, Field):
            for text in field.messages:
                yield Mistake(text, "" if field.is_hidden else field.target)
