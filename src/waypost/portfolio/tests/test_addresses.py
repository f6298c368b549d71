"""Whatever stands in the address: the list opens, and says what it left out."""

import pytest

from waypost.portfolio.tests.build import add_account

pytestmark = pytest.mark.django_db
LEFT_OUT = "Part of this link could not be read Left out: "


@pytest.mark.parametrize(
    "page",
    ["abc", "-1", "0", "", "1000000000", "9" * 5_000, "1.5", "٣", "²", "\0", "🦆", "1;DROP", " 1"],
)
def test_absurd_page_shows_a_page(open_list, owner, portfolio, page):
    found = open_list(owner, query={"page": page})
    assert found.status == 200
    assert len(found.names) == 5


@pytest.mark.parametrize(
    ("query", "left_out"),
    [
        ({"tier": "Z"}, "Tier"),
        ({"tier": "a"}, "Tier"),
        ({"lead": "Nobody"}, "Lead"),
        ({"lights": "purple"}, "Lights"),
        ({"stage": "\0"}, "Stage goal"),
        ({"view": "🦆"}, "View"),
        ({"sort": "password"}, "Sort by"),
        ({"sort": "--name"}, "Sort by"),
        ({"q": "x" * 10_000}, "Account or place"),
        ({"q": "a\0b"}, "Account or place"),
        ({"q": "\ufffe"}, "Account or place"),
        ({"tier": "Z", "sort": "?", "lights": "<script>"}, "Tier, Lights and Sort by"),
    ],
)
def test_what_makes_no_sense_is_left_out_and_named(open_list, owner, portfolio, query, left_out):
    page = open_list(owner, query=query)
    assert page.status == 200
    assert len(page.names) == 5
    notice = page.one('<div class="notice notice-amber[^>]*>.*?<div>(.*?)</div>')
    assert notice == f"{LEFT_OUT}{left_out}."
    assert all(page.value(name) in {"", "tier"} for name in query if name != "view")


def test_what_makes_sense_beside_it_still_holds(open_list, owner, portfolio):
    page = open_list(owner, query={"tier": "Z", "lights": "red", "sort": "-name"})
    assert page.names == ["Oostkaai Terminals", "Halvorsen Foods"]


@pytest.mark.parametrize(
    "text", ["🦆", "'; DROP TABLE x; --", "<b>", "a" * 200, "ẞ", "(", "[", "%s"]
)
def test_odd_text_is_looked_for_like_any_other(open_list, owner, text):
    add_account(text, owner)
    add_account("Halvorsen Foods", owner)
    page = open_list(owner, query={"q": text})
    assert page.names == [text]
    assert page.value("q") == text


@pytest.mark.parametrize(
    "path",
    ["/?q=%ff%fe", "/?%00=1", "/?tier=A&tier=B", "/?" + "&".join(f"x{n}=1" for n in range(500))],
)
def test_broken_query_string_opens_the_list(open_list, owner, portfolio, path):
    assert open_list(owner, path).status == 200
