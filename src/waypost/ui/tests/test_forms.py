from datetime import date

import pytest
from django import forms
from django.template import Context, Template

from waypost.staff.models import User
from waypost.ui.forms import DateInput, Field, Mistake, Options, Renderer, mistakes


class AccountForm(forms.Form):
    default_renderer = Renderer

    token = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(
        label="Name", help_text="As the customer writes it.", widget=forms.TextInput({"class": "x"})
    )
    note = forms.CharField(label="Note", widget=forms.Textarea({"rows": 3}), required=False)
    tier = forms.ChoiceField(label="Tier", choices=[("A", "A"), ("B", "B")])
    start = forms.ChoiceField(
        label="What should be in it?",
        choices=[("sample", "Samples"), ("empty", "Nothing")],
        widget=Options(descriptions={"sample": "Invented companies."}),
    )
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    due = forms.DateField(label="Due", widget=DateInput)
    stay = forms.BooleanField(label="Stay signed in", required=False)

    def clean_tier(self):
        raise forms.ValidationError("<b>No tier B here</b>")

    def clean(self):
        raise forms.ValidationError("Two accounts have this name")


VALID = {"token": "t", "name": "Halvorsen", "tier": "B", "start": "empty", "due": "2026-12-31"}


def lines(html):
    return [line.strip() for line in str(html).splitlines() if line.strip()]


def group(name, data=None):
    return lines(AccountForm(data)[name].as_field_group())


def test_field_is_label_hint_error_control():
    assert group("name", {}) == [
        '<div class="field field-error">',
        '<label class="label" for="id_name">Name</label>',
        '<span class="hint" id="id_name_helptext">As the customer writes it.</span>',
        '<p class="error-text" id="id_name_error">Fill in “Name”</p>',
        '<input type="text" name="name" class="input x" required aria-invalid="true"'
        ' aria-describedby="id_name_helptext id_name_error" id="id_name">',
        "</div>",
    ]


def test_field_that_may_stay_empty_says_so():
    assert group("note") == [
        '<div class="field">',
        '<label class="label" for="id_note">Note <span class="optional">optional</span></label>',
        '<textarea name="note" cols="40" rows="3" class="textarea" id="id_note">',
        "</textarea>",
        "</div>",
    ]


def test_error_of_a_choice_is_text():
    assert group("tier", VALID) == [
        '<div class="field field-error">',
        '<label class="label" for="id_tier">Tier</label>',
        '<p class="error-text" id="id_tier_error">&lt;b&gt;No tier B here&lt;/b&gt;</p>',
        '<select name="tier" aria-invalid="true" aria-describedby="id_tier_error" class="select"'
        ' id="id_tier">',
        '<option value="A">A</option>',
        '<option value="B" selected>B</option>',
        "</select>",
        "</div>",
    ]


def test_options_have_a_legend_and_consequences():
    assert group("start", {}) == [
        '<fieldset class="field field-error options" aria-describedby="id_start_error">',
        '<legend class="label">What should be in it?</legend>',
        '<p class="error-text" id="id_start_error">Choose “What should be in it?”</p>',
        '<label><input type="radio" name="start" value="sample" id="id_start_0" required>'
        "<span><b>Samples</b><small>Invented companies.</small></span></label>",
        '<label><input type="radio" name="start" value="empty" id="id_start_1" required>'
        "<span><b>Nothing</b></span></label>",
        "</fieldset>",
    ]


def test_password_can_be_shown_where_there_are_scripts():
    assert group("password") == [
        '<div class="field">',
        '<label class="label" for="id_password">Password</label>',
        '<div class="pw"><input type="password" name="password" required class="input"'
        ' id="id_password"><button class="btn btn-s btn-quiet js-only" type="button"'
        ' aria-controls="id_password" data-show-password="Hide">Show</button></div>',
        "</div>",
    ]


def test_check_box_stands_before_its_label():
    assert group("stay") == [
        '<div class="field">',
        '<label class="check"><input type="checkbox" name="stay" id="id_stay">'
        "<span>Stay signed in</span></label>",
        "</div>",
    ]


def test_date_goes_to_the_browser_as_it_reads_it():
    form = AccountForm(initial={"due": date(2026, 12, 31)})
    assert str(form["due"]) == (
        '<input type="date" name="due" value="2026-12-31" required class="input" id="id_due">'
    )


@pytest.mark.parametrize(
    ("widget", "css_class"),
    [
        (forms.EmailInput, "input"),
        (forms.FileInput, "input"),
        (forms.SelectMultiple, "select"),
        (forms.CheckboxSelectMultiple, None),
    ],
)
def test_control_has_the_class_of_its_kind(widget, css_class):
    form = forms.Form(renderer=Renderer())
    field = forms.CharField(widget=widget)
    assert Field(form, field, "x").build_widget_attrs({}).get("class") == css_class


def test_mistakes_come_in_the_order_of_the_form():
    form = AccountForm({**VALID, "token": "", "password": "p"})
    assert list(mistakes(form)) == [
        Mistake("Two accounts have this name"),
        Mistake("Fill in “Token”"),
        Mistake("<b>No tier B here</b>", "id_tier"),
    ]


@pytest.mark.parametrize(
    ("field", "given", "sentence"),
    [
        (forms.ChoiceField(choices=[("A", "A")]), "Z", "Choose one of the list."),
        (forms.ModelChoiceField(User.objects.none()), "1", "Choose one of the list."),
        (forms.DateField(), "soon", "Enter the date as day, month, year."),
        (forms.CharField(), "a\0b", "Take out the characters that cannot be shown."),
        (forms.EmailField(), "per", "Enter the address as name@example.com."),
        (
            forms.CharField(max_length=200),
            "x" * 10_000,
            "Shorten this to 200 characters, it has 10,000.",
        ),
        (forms.IntegerField(max_value=1200), "1201", "Enter 1,200 or less."),
        (forms.IntegerField(min_value=1), "0", "Enter 1 or more."),
        (forms.IntegerField(error_messages={"invalid": "Say 3."}), "x", "Say 3."),
        (forms.DateField(error_messages={"invalid": "Say when."}), "x", "Say when."),
    ],
)
def test_mistake_says_what_to_do(field, given, sentence):
    form = type("OneField", (forms.Form,), {"default_renderer": Renderer, "x": field})({"x": given})
    assert list(mistakes(form)) == [Mistake(sentence, "id_x")]


def test_mistake_in_options_points_at_the_first():
    form = AccountForm({**VALID, "start": "", "password": "p"})
    assert list(mistakes(form))[2] == Mistake("Choose “What should be in it?”", "id_start_0")


def test_error_summary_links_to_the_controls():
    source = Template("{% load ui %}{% error_summary form %}")
    html = source.render(Context({"form": AccountForm({**VALID, "password": "p"})}))
    assert lines(html) == [
        '<div class="error-summary mb-4" role="alert" tabindex="-1">',
        "<h2>2 things to put right</h2>",
        "<ul>",
        "<li>Two accounts have this name</li>",
        '<li><a href="#id_tier">&lt;b&gt;No tier B here&lt;/b&gt;</a></li>',
        "</ul>",
        "</div>",
    ]


def test_error_summary_of_a_form_without_mistakes_is_nothing():
    source = Template("{% load ui %}{% error_summary form %}")
    assert source.render(Context({"form": AccountForm()})).strip() == ""


def test_form_is_summary_then_hidden_fields_then_groups():
    html = lines(AccountForm({}))
    assert html[0] == '<div class="error-summary mb-4" role="alert" tabindex="-1">'
    names = [line.split('name="')[1].split('"')[0] for line in html if 'name="' in line]
    assert names == ["token", "name", "note", "tier", "start", "start", "password", "due", "stay"]
    assert '<input type="hidden" name="token" id="id_token">' in html
