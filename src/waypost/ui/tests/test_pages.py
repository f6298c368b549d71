"""The frames, the error pages and the partials, rendered without a database."""

import json
import re
from dataclasses import dataclass
from html import unescape

import pytest
from django import forms
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.base import Message
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import include, path
from django.views import defaults
from django.views.csrf import csrf_failure

from waypost.ui.forms import Renderer
from waypost.ui.navigation import MainLink, main_links
from waypost.ui.rail import Rail, RailGroup, RailLink

HOSTILE = '<b onclick="x">Halvorsen & Sons</b>'
HARMLESS = "&lt;b onclick=&quot;x&quot;&gt;Halvorsen &amp; Sons&lt;/b&gt;"


@dataclass(frozen=True)
class Visitor:
    name: str = "Marta Lindqvist"
    initials: str = "ML"
    is_administrator: bool = False
    has_to_review: bool = False
    is_authenticated: bool = True


class Places:
    """A URLconf with the pages that the top bar names, but for the settings."""

    portfolio = [
        path("accounts/", HttpResponse, name="account-list"),
        path("for-review/", HttpResponse, name="for-review"),
    ]
    staff = [path("people/", HttpResponse, name="user-list")]
    urlpatterns = [
        path("", include((portfolio, "portfolio"))),
        path("", include((staff, "staff"))),
        path("sign-out/", HttpResponse, name="account_logout"),
    ]


class Nowhere:
    urlpatterns: tuple[()] = ()


@pytest.fixture(autouse=True)
def places(settings):
    settings.ROOT_URLCONF = Places


def request_of(visitor=None, address="/accounts/"):
    request = RequestFactory().get(address)
    request.user = visitor or AnonymousUser()
    return request


def render(template, visitor=None, address="/accounts/", **context):
    return render_to_string(template, context, request_of(visitor, address))


def text(html):
    body = re.sub(r"<(head|svg|script)\b.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


# The frame -----------------------------------------------------------------------------------


def test_page_sets_up_htmx_without_evaluation_styles_and_history():
    (config,) = re.findall(
        r"""<meta name="htmx-config" content='([^']+)'>""", render("ui/page.html")
    )
    assert json.loads(config) == {
        "allowEval": False,
        "includeIndicatorStyles": False,
        "selfRequestsOnly": True,
        "historyCacheSize": 0,
        "defaultSettleDelay": 0,  # a new link is a htmx link from the moment it is seen
        "responseHandling": [
            {"code": "204", "swap": False},
            {"code": "409|422", "swap": True},
            {"code": "[45]..", "swap": False, "error": True},
            {"code": "...", "swap": True},
        ],
    }


def test_page_names_its_language_and_leads_to_its_content():
    html = render("ui/page.html")
    assert '<html lang="en-gb">' in html
    assert '<a class="skip" href="#main">Skip to content</a>' in html
    assert '<main class="page " id="main" tabindex="-1">' in html


def test_page_loads_its_scripts_from_files():
    scripts = re.findall(r"<script([^>]*)>[^<]*</script>", render("ui/page.html"))
    assert [re.sub(r'.*/([^"]+)".*', r"\1", attributes) for attributes in scripts] == [
        "htmx-2.min.js",
        "waypost.js",
    ]


def test_main_links_mark_the_page_and_its_section():
    accounts = MainLink(label="Accounts", url="/accounts/", key="A", current="page")
    below = MainLink(label="Accounts", url="/accounts/", key="A", current="true")
    people = MainLink(label="People", url="/people/", key="", current="")
    assert list(main_links(administrator=False, section="accounts", path="/accounts/")) == [
        accounts
    ]
    assert list(main_links(administrator=True, section="accounts", path="/accounts/7/")) == [
        below,
        people,
    ]


def test_main_links_leave_out_what_is_not_there(settings):
    settings.ROOT_URLCONF = Nowhere
    assert list(main_links(administrator=True, section="accounts", path="/")) == []


@pytest.mark.parametrize(
    ("visitor", "labels"),
    [
        (None, []),
        (Visitor(), ["Accounts"]),
        (Visitor(is_administrator=True), ["Accounts", "People"]),
        (Visitor(has_to_review=True), ["Accounts", "For review"]),
    ],
)
def test_top_bar_shows_what_one_may_open(visitor, labels):
    html = render("ui/page.html", visitor)
    menu = html.partition('id="main-nav"')[2].partition("</nav>")[0]
    assert re.findall(r">([^<]+)</a>", menu) == labels


def test_top_bar_of_nobody_has_no_menus():
    html = render("ui/page.html")
    assert "popover" not in html.partition("<header")[2]


def test_person_menu_has_what_is_there():
    html = render("ui/page.html", Visitor(name=HOSTILE))
    menu = html.partition('<div class="me-menu"')[2].partition("</header>")[0]
    assert f"<p>{HARMLESS}</p>" in menu
    assert '<form method="post" action="/sign-out/">' in menu
    assert "csrfmiddlewaretoken" in menu
    assert text(menu.partition("</p>")[2]) == "Sign out"


def test_rail_lists_the_pages_of_the_account():
    rail = Rail(
        name=HOSTILE,
        url="/accounts/7/",
        tier="A",
        sub="Dairy, Vejle",
        manager="Henrik Aas",
        team=(Visitor(),),
        groups=(
            RailGroup(links=(RailLink(label="One-page plan", url="/accounts/7/", current=True),)),
            RailGroup(
                title="The plan",
                links=(
                    RailLink(label="Objectives", url="/o/", count="7", signal="amber"),
                    RailLink(label="History", url="/h/"),
                ),
            ),
        ),
    )
    html = render("ui/account.html", Visitor(), "/accounts/7/", rail=rail)
    drawn = html.partition('<aside class="rail"')[2].partition("</aside>")[0]
    assert f'<a href="/accounts/7/">{HARMLESS}</a>' in drawn
    assert '<a href="/accounts/7/" aria-current="page">One-page plan</a>' in drawn
    assert '<a href="/h/">History</a>' in drawn
    assert (
        '<a href="/o/">Objectives<span class="n"><svg class="sig is-amber" role="img"'
        ' aria-label="Amber"><use href="#s-amber"/></svg>7</span></a>'
    ) in drawn
    assert text(drawn).endswith("The plan Objectives 7 History ML Manager: Henrik Aas")
    assert '<a href="/accounts/" aria-current="true" data-go="A">Accounts</a>' in html


def test_rail_button_names_the_page_one_is_on():
    here = RailLink(label="Objectives", url="/o/", current=True)
    there = RailLink(label="History", url="/h/")
    rail = Rail(name="Halvorsen", url="/", groups=(RailGroup(links=(there, here)),))
    assert rail.current_label == "Objectives"
    elsewhere = Rail(name="Halvorsen", url="/", groups=(RailGroup(links=(there,)),))
    assert elsewhere.current_label == "Halvorsen"


def test_messages_that_worry_stay_in_the_page_and_the_others_pass():
    said = [
        Message(messages.SUCCESS, "Read <i>9</i> objectives"),
        Message(messages.WARNING, "3 rows left out"),
        Message(messages.ERROR, "Not saved"),
    ]
    html = render("ui/page.html", Visitor(), messages=said)
    main, _, after = html.partition("<main")[2].partition("</main>")
    assert re.findall(r'<div class="notice (\S+) mb-4"', main) == ["notice-amber", "notice-red"]
    assert main.count('role="alert"') == 1
    assert text(main.partition(">")[2]) == "3 rows left out Not saved"
    assert text(after) == "Read <i>9</i> objectives Close"


# Errors --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "title", "heading"),
    [
        ("400.html", "Request not understood", "Waypost did not understand this request"),
        ("403_csrf.html", "Page too old", "This page was open too long"),
        ("500.html", "Something failed", "Waypost could not finish this"),
        ("503.html", "Back in a moment", "Waypost is not ready yet"),
    ],
)
def test_error_page_needs_no_request(template, title, heading):
    html = render_to_string(template)
    assert f"<title>{title}, Waypost</title>" in html
    assert f"<h1>{heading}</h1>" in html


@pytest.mark.parametrize("visitor", [None, Visitor()])
def test_not_found_says_nothing_of_what_was_asked_for(visitor):
    request = request_of(visitor, "/accounts/secret/")
    response = defaults.page_not_found(request, Http404("Halvorsen Foods"))
    html = response.content.decode()
    assert response.status_code == 404
    assert "<h1>This page does not exist, or you cannot see it</h1>" in html
    assert "Halvorsen" not in html
    assert "secret" not in html


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (HOSTILE, HARMLESS),
        ("", "The lead of the account team can change what you may do here."),
    ],
)
def test_forbidden_gives_its_reason(reason, sentence):
    response = defaults.permission_denied(request_of(Visitor()), PermissionDenied(reason))
    assert response.status_code == 403
    assert f'<p class="lede">{sentence}</p>' in response.content.decode()


def test_django_shows_our_pages_for_what_it_refuses_itself():
    bad = defaults.bad_request(request_of(), ValueError("Halvorsen"))
    broken = defaults.server_error(request_of())
    stale = csrf_failure(request_of())
    assert (bad.status_code, broken.status_code, stale.status_code) == (400, 500, 403)
    assert "Waypost did not understand this request" in bad.content.decode()
    assert "Waypost could not finish this" in broken.content.decode()
    assert "This page was open too long" in stale.content.decode()


# Partials ------------------------------------------------------------------------------------


def test_pagination_keeps_the_filters():
    page = Paginator(range(95), 20).page(2)
    html = render("ui/partials/pagination.html", address="/accounts/?q=a%26b&page=2", page=page)
    assert re.findall(r'href="([^"]+)"', html) == [
        "?q=a%26b&amp;page=1",
        "?q=a%26b&amp;page=3",
    ]
    assert text(html) == "Previous page 21 to 40 of 95 Next page"


def test_pagination_of_one_page_is_nothing():
    page = Paginator(range(20), 20).page(1)
    assert render("ui/partials/pagination.html", page=page).strip() == ""


def test_notice_without_a_colour_has_a_drawing():
    html = render("ui/partials/notice.html", title=HOSTILE, text="Read it.", icon="eye")
    assert '<div class="notice">' in html
    assert '<use href="#i-eye"/>' in html
    assert f"<div><b>{HARMLESS}</b> Read it.</div>" in html


def test_notice_offers_the_fix():
    html = render("ui/partials/notice.html", kind="green", title="Done", url="/x/", action="Go")
    assert '<a class="btn btn-s" href="/x/">Go</a>' in html
    assert 'aria-label="Done"' in html
    assert 'role="alert"' not in html


def test_empty_state_asks_says_why_and_offers_the_first_step():
    html = render(
        "ui/partials/empty.html",
        ghost="We plan together.",
        title="What should they say?",
        text="One sentence each.",
        url="/new/",
        action="Write it",
        primary=True,
    )
    assert '<q class="voice">We plan together.</q>' in html
    assert '<a class="btn btn-primary" href="/new/">Write it</a>' in html
    assert text(html) == "We plan together. What should they say? One sentence each. Write it"


class Filters(forms.Form):
    default_renderer = Renderer

    view = forms.CharField(required=False, widget=forms.HiddenInput)
    q = forms.CharField(required=False, label="Account or place", widget=forms.SearchInput)
    tier = forms.ChoiceField(required=False, label="Tier", choices=[("", "All"), ("A", "A")])


@pytest.mark.parametrize(
    ("data", "clear"),
    [({}, []), ({"view": "", "q": "", "tier": ""}, []), ({"tier": "A"}, ["/accounts/"])],
)
def test_filters_can_be_cleared_once_there_are_any(data, clear):
    html = render(
        "ui/partials/filters.html", form=Filters(data), label="Filter accounts", clear="/accounts/"
    )
    assert '<form class="filters" method="get" role="search" aria-label="Filter accounts">' in html
    assert re.findall(r'<div class="field ?([\w-]*)"><label class="label" for="(\w+)">', html) == [
        ("grow-field", "id_q"),
        ("", "id_tier"),
    ]
    assert re.findall(r'href="([^"]+)">Clear</a>', html) == clear
