"""Hours, chances and answers of an opportunity: what these accept, a plan file accepts."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.method.allocation import MOST_HOURS
from waypost.plans.forms.fields import Figure, plain
from waypost.ui.texts import Line

CHANCE = _("Enter a chance from 0 to 100%%.")
HOURS = _("Enter hours from 0 to 100,000.")
HUNDRED = Decimal(100)


class HoursField(Figure):
    """A number of hours."""

    def __init__(self, **options: Any) -> None:
        wrong = {"min_value": HOURS, "max_value": HOURS}
        super().__init__(min_value=0, max_value=int(MOST_HOURS), error_messages=wrong, **options)


class ChanceField(Figure):
    """A chance in percent, which a plan holds as a share of one."""

    def __init__(self, **options: Any) -> None:
        wrong = {"min_value": CHANCE, "max_value": CHANCE}
        super().__init__(min_value=0, max_value=100, error_messages=wrong, **options)

    def clean(self, value: Any) -> Decimal | None:
        written = value.strip().removesuffix("%") if isinstance(value, str) else value
        percent = super().clean(written)
        if percent is None:
            return None
        if percent != round(percent, 2):
            raise forms.ValidationError(gettext("Enter at most 2 digits after the point."))
        return plain(percent / HUNDRED)

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(value * HUNDRED if isinstance(value, Decimal) else value)


class Suggesting(forms.TextInput):
    """A text in one line with words to choose from, or others of one's own."""

    template_name = "opportunities/widgets/suggesting.html"

    def __init__(self, words: Iterable[str | Promise], **options: Any) -> None:
        super().__init__(**options)
        self.words = tuple(words)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        listed = f"{context['widget']['attrs'].get('id', name)}-words"
        context["widget"]["attrs"] |= {"list": listed, "autocomplete": "off"}
        return {**context, "listed": listed, "words": self.words}


class Answer(Line):
    """The answer to one of the eight questions: a known word, or words of one's own (ROTI-2)."""

    def __init__(self, *words: str | Promise, **options: Any) -> None:
        super().__init__(required=False, widget=Suggesting(words), **options)
