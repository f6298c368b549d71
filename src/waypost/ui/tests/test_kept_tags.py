"""Sentences and addresses that stay known are those that Django's tags give."""

import pytest
from django.template import Context, Template
from django.test import override_settings
from django.urls import NoReverseMatch
from django.utils.translation import override


def drawn(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_sentence_is_that_of_the_language() -> None:
    page = Template('{% load sentences %}{% translate "Yes" %}, {% translate "100%% & <more>" %}')
    for language, yes in (("en-gb", "Yes"), ("de", "Ja"), ("en-gb", "Yes")):
        with override(language):
            assert page.render(Context()) == f"{yes}, 100%% & <more>"


def test_sentence_may_be_a_value_or_go_through_a_filter() -> None:
    source = (
        "{% load sentences %}{% translate text %} "
        '{% translate "yes"|capfirst %}{% translate "a" as b %}'
    )
    assert drawn(source + "{{ b }}", text="1 < 2") == "1 &lt; 2 Yesa"


def test_address_is_that_of_its_arguments() -> None:
    page = Template('{% url "plans:action" pk code %}')
    for pk, code in ((1, "A1"), (2, "A1"), (1, "A2"), (1, "A1")):
        assert page.render(Context({"pk": pk, "code": code})) == f"/accounts/{pk}/actions/{code}/"


def test_address_may_be_named() -> None:
    source = '{% url "plans:action" 1 "A1" as here %}<{{ here }}>'
    assert drawn(source) == "</accounts/1/actions/A1/>"
    assert drawn('{% url "plans:nothing" as here %}<{{ here }}>') == "<>"


def test_address_that_there_is_not_raises() -> None:
    with pytest.raises(NoReverseMatch):
        drawn('{% url "plans:action" 1 "no code" %}')
    with pytest.raises(NoReverseMatch):
        drawn('{% url "plans:nothing" 1 %}')


def test_address_is_one_of_the_site_as_it_is() -> None:
    here = '{% url "portfolio:account-list" %}'
    before = drawn(here)
    with override_settings(ROOT_URLCONF="waypost.plans.urls"), pytest.raises(NoReverseMatch):
        drawn(here)
    assert drawn(here) == before
