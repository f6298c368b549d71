from datetime import date

import pytest
from django.template import Context, Template
from django.test import RequestFactory

HOSTILE = "<script>alert('x')</script>"
HARMLESS = "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;"


def render(source, **context):
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("direction", "word"), [("up", "improving"), ("flat", "steady"), ("down", "worsening")]
)
def test_trend_is_an_arrow_and_a_word(direction, word):
    assert render("{% trend direction %}", direction=direction) == (
        f'<span class="trend"><svg class="i" aria-hidden="true"><use href="#i-{direction}-trend"/>'
        f"</svg>{word}</span>"
    )


def test_tier_is_a_letter_in_ink():
    assert render('{% tier "A" %}') == (
        '<span class="tier tier-a" title="Tier A"><span class="vh">Tier </span>A</span>'
    )


@pytest.mark.parametrize("letter", ["", None])
def test_tier_not_known_is_nothing(letter):
    assert render("{% tier letter %}", letter=letter) == ""


@pytest.mark.parametrize(
    ("kind", "shape", "word"),
    [
        ("fresh", "full", "Fresh"),
        ("ageing", "half", "Ageing"),
        ("old", "open", "Old"),
        ("gap", "none", "Gap"),
        ("committed", "full", "Committed"),
        ("told", "half", "Told"),
        ("doubt", "open", "Doubt"),
        ("untold", "none", "Not told"),
    ],
)
def test_mark_has_a_shape_and_a_word(kind, shape, word):
    assert render("{% mark kind %}", kind=kind) == (
        f'<span class="mark mark-{shape}"><i aria-hidden="true"></i>{word}</span>'
    )


def test_mark_with_a_word_of_its_own():
    assert render('{% mark "old" word %}', word=HOSTILE) == (
        f'<span class="mark mark-open"><i aria-hidden="true"></i>{HARMLESS}</span>'
    )


def test_inu_says_what_it_means():
    assert render("{% inu %}") == (
        '<span class="inu"><svg class="i" aria-hidden="true"><use href="#i-diamond"/></svg>'
        "Important, not urgent</span>"
    )
    assert render("{% inu short=True %}") == (
        '<span class="inu" title="Important, not urgent">'
        '<svg role="img" aria-label="Important, not urgent"><use href="#i-diamond"/></svg></span>'
    )


def test_meter_takes_its_figures_from_the_page():
    assert render('{% meter 31 36 "31 of 36 hours" %}') == (
        '<svg class="meter" aria-label="31 of 36 hours" role="img">'
        '<rect class="fill" width="86.1%" height="100%"/></svg>'
    )


def test_drawings_are_found_under_their_names():
    assert render('{% icon "x" %}{% sig "red" %}{% light "red" %}{% lights 1 1 1 %}').count(
        "<use href="
    ) == len(("icon", "sig", "light", *"gar"))


def test_filters_write_dates_and_figures():
    context = {"day": date(2027, 1, 7), "today": date(2026, 12, 8), "value": 1200, "word": HOSTILE}
    assert render("{{ day|short_date:today }}, {{ day|weekday_date:today }}", **context) == (
        "7 Jan 2027, Thu 7 Jan 2027"
    )
    assert render("{{ day|month_name }}, {{ day|short_month }}", **context) == "January, Jan"
    assert render("{{ today|days_ago:today }}", **context) == "today"
    assert render("{{ value|number }} {{ value|hours }}", **context) == "1,200 1,200\u00a0h"
    assert render('{{ value|money:"EUR" }}', **context) == "€1.2\u00a0k"
    assert render('{{ value|counted:"row" }}', **context) == "1,200 rows"
    assert render("{{ value|with_unit:word }}", **context) == f"1,200\u00a0{HARMLESS}"


@pytest.mark.parametrize(
    ("sort", "attribute", "target", "arrow"),
    [
        ("", "", "name", ""),
        ("tier", "", "name", ""),
        ("name", ' aria-sort="ascending"', "-name", "down"),
        ("-name", ' aria-sort="descending"', "name", "up"),
    ],
)
def test_sort_header_turns_its_own_column_round(sort, attribute, target, arrow):
    request = RequestFactory().get("/", {"q": "a&b", "page": "3", "sort": sort})
    drawn = f'<svg class="i" aria-hidden="true"><use href="#i-{arrow}"/></svg>' if arrow else ""
    source = '{% sort_header "name" label "r" %}'
    assert render(source, request=request, sort=sort, label="<b>") == (
        f'<th role="columnheader" scope="col" class="r"{attribute}>'
        f'<a class="sort" href="?q=a%26b&amp;sort={target}">&lt;b&gt;{drawn}</a></th>'
    )
