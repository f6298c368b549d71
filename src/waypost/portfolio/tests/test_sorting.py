"""The order of the list by each column, both ways: what is not known comes last."""

import re

import pytest

from waypost.portfolio.tests.build import add_account

pytestmark = pytest.mark.django_db
HALVORSEN, OOSTKAAI = "Halvorsen Foods", "Oostkaai Terminals"
CANTIERE, OREBRO, ARDMORE = "Cantiere Lario", "Örebro Verkstad", "Ardmore Distillers"
ORDERS = {
    "tier": [HALVORSEN, OOSTKAAI, CANTIERE, OREBRO, ARDMORE],
    "-tier": [OREBRO, CANTIERE, HALVORSEN, OOSTKAAI, ARDMORE],
    "name": [ARDMORE, CANTIERE, HALVORSEN, OOSTKAAI, OREBRO],
    "-name": [OREBRO, OOSTKAAI, HALVORSEN, CANTIERE, ARDMORE],
    "lead": [ARDMORE, CANTIERE, HALVORSEN, OOSTKAAI, OREBRO],
    "-lead": [OOSTKAAI, OREBRO, ARDMORE, CANTIERE, HALVORSEN],
    "lights": [ARDMORE, OREBRO, CANTIERE, HALVORSEN, OOSTKAAI],
    "-lights": [OOSTKAAI, HALVORSEN, CANTIERE, ARDMORE, OREBRO],
    "findings": [ARDMORE, OREBRO, HALVORSEN, CANTIERE, OOSTKAAI],
    "-findings": [OOSTKAAI, CANTIERE, HALVORSEN, ARDMORE, OREBRO],
    "stage": [HALVORSEN, CANTIERE, OOSTKAAI, ARDMORE, OREBRO],
    "-stage": [OOSTKAAI, CANTIERE, HALVORSEN, ARDMORE, OREBRO],
    "due": [HALVORSEN, OOSTKAAI, CANTIERE, ARDMORE, OREBRO],
    "-due": [CANTIERE, HALVORSEN, OOSTKAAI, ARDMORE, OREBRO],
    "touched": [CANTIERE, OREBRO, OOSTKAAI, HALVORSEN, ARDMORE],
    "-touched": [ARDMORE, HALVORSEN, OOSTKAAI, OREBRO, CANTIERE],
    "review": [OOSTKAAI, CANTIERE, HALVORSEN, OREBRO, ARDMORE],
    "-review": [OREBRO, HALVORSEN, CANTIERE, OOSTKAAI, ARDMORE],
}


@pytest.mark.parametrize(("sort", "names"), ORDERS.items())
def test_list_is_in_the_order_asked_for(open_list, owner, portfolio, sort, names):
    page = open_list(owner, query={"sort": sort})
    assert page.names == names
    assert page.value("sort") == sort


def test_list_is_by_tier_unless_asked_otherwise(open_list, owner, portfolio):
    page = open_list(owner)
    assert page.names == ORDERS["tier"]
    assert page.value("sort") == "tier"


def test_capitals_do_not_matter_for_the_order(open_list, owner):
    for name in ("beta", "Alpha", "Gamma", "alpha Two"):
        add_account(name, owner)
    assert open_list(owner).names == ["Alpha", "alpha Two", "beta", "Gamma"]


def test_head_of_the_column_says_the_order(open_list, owner, portfolio):
    page = open_list(owner, query={"sort": "-findings", "tier": "A", "page": "1"})
    assert re.findall('aria-sort="(.*?)"><a class="sort" href="(.*?)">', page.html) == [
        ("descending", "?sort=findings&amp;tier=A")
    ]
    assert page.one("<caption.*?</caption>") == (
        "Accounts you can see, sorted by: Findings, most first"
    )


def test_every_column_can_be_sorted_by(open_list, owner, portfolio):
    links = re.findall('<a class="sort" href="[?]sort=([^"]+)"', open_list(owner).html)
    assert links == [
        "-tier", "name", "lead", "lights", "findings", "stage", "due", "touched", "review",
    ]  # fmt: skip


def test_order_of_a_column_head_is_kept_by_the_filters(open_list, owner, portfolio):
    offered = open_list(owner).options("sort")
    assert "Account, Z first" not in offered
    assert "Account, Z first" in open_list(owner, query={"sort": "-name"}).options("sort")
