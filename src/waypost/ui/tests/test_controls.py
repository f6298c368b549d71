"""Controls are those that Django's own templates draw."""

from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from waypost.ui.forms import DateInput, Renderer

CHOICES = [("", "–"), ("b<1>", "More & “lines”"), ("Ours", [("t1", "Jo"), ("t2", "Mø")]), (3, "x")]


@pytest.mark.parametrize(
    ("widget", "value"),
    [
        (forms.Select(choices=CHOICES), "t2"),
        (forms.Select(choices=CHOICES), None),
        (forms.Select(choices=[]), "t2"),
        (forms.Select({"disabled": True, "class": 'a"b', "hidden": False}, CHOICES), "b<1>"),
        (forms.SelectMultiple(choices=CHOICES), ["t1", "3"]),
        (forms.TextInput({"autofocus": True, "maxlength": 200}), 'a "b" <c> & d'),
        (forms.TextInput(), None),
        (forms.TextInput(), ""),
        (forms.NumberInput({"step": "any"}), 2.5),
        (forms.HiddenInput(), "7"),
        (forms.PasswordInput(), "secret"),
        (forms.EmailInput(), "jo@example.com"),
        (DateInput(), "2026-11-22"),
        (forms.CheckboxInput(), True),
        (forms.CheckboxInput(), False),
        (forms.CheckboxInput(), "yes"),
        (forms.Textarea({"rows": 2}), "<b>\nand & more"),
        (forms.Textarea(), None),
    ],
)
def test_control_is_the_one_of_djangos_template(widget: forms.Widget, value: Any) -> None:
    attrs = {"id": "id_x", "aria-invalid": "true"}
    ours = widget.render("x<y", value, attrs=attrs, renderer=Renderer())
    theirs = widget.render("x<y", value, attrs=attrs, renderer=DjangoTemplates())
    assert ours.split() == theirs.split()  # apart from ends of lines


@pytest.mark.parametrize("widget", [forms.RadioSelect, forms.CheckboxSelectMultiple])
@pytest.mark.parametrize("wrapped", [True, False])
def test_option_is_the_one_of_djangos_template(widget: type[forms.Widget], wrapped: bool) -> None:
    class Choice(forms.Form):
        x = forms.ChoiceField(choices=[("b<1>", "More & “lines”"), ("c", "C")], widget=widget)

    def options(renderer: DjangoTemplates) -> list[list[str]]:
        form = Choice({"x": "c"}, renderer=renderer)
        return [option.tag(wrap_label=wrapped).split() for option in form["x"]]

    assert options(Renderer()) == options(DjangoTemplates())
