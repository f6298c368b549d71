"""What the list says about accounts, their sums and their views."""

import pytest

from waypost.portfolio.tests.build import add_account, day

pytestmark = pytest.mark.django_db
VIEWS = {
    "decision": ["Oostkaai Terminals"],
    "red": ["Halvorsen Foods", "Oostkaai Terminals"],
    "reviews": ["Halvorsen Foods", "Oostkaai Terminals", "Cantiere Lario"],
    "untouched": ["Cantiere Lario"],
}


def test_row_says_how_the_account_stands(open_list, owner, portfolio):
    assert open_list(owner).row("Halvorsen Foods") == [
        "Tier A",
        "Halvorsen Foods Halden Group, Vejle",
        "Olga Hagen OH Olga Hagen",
        "Green: 3 Amber: 2 Red: 1",
        "3",
        "On track 10 stops at Vejle",
        "31 Dec",
        "yesterday",
        "17 Dec",
    ]


def test_row_of_an_account_in_trouble(open_list, owner, portfolio):
    assert open_list(owner).row("Oostkaai Terminals") == [
        "Tier A",
        "Oostkaai Terminals Ghent",
        "Tom Ferrari TF Tom Ferrari",
        "Green: 2 Amber: 2 Red: 2",
        "6",
        "Will be missed 6 of 9 depots on contract",
        "31 Dec",
        "24 days",
        "Late 3 Dec",
    ]


def test_row_of_a_new_account(open_list, owner, portfolio):
    assert open_list(owner).row("Ardmore Distillers") == [
        "",
        "Ardmore Distillers",
        "Olga Hagen OH Olga Hagen",
        "Green: 0 Amber: 0 Red: 0",
        "none",
        "No stage goal yet",
        "none",
        "today",
        "none",
    ]


def test_row_of_an_account_that_was_not_judged_yet(open_list, owner):
    account = add_account("Halvorsen Foods", owner)
    account.summary.delete()
    page = open_list(owner)
    assert page.row("Halvorsen Foods")[1:5] == [
        "Halvorsen Foods",
        "nobody yet",
        "Green: 0 Amber: 0 Red: 0",
        "not yet",
    ]
    assert page.totals == "1 account, 0 green, 0 amber and 0 red lights, 0 findings."


def test_light_at_zero_is_an_outline(open_list, owner, portfolio):
    row = open_list(owner).html.partition("Örebro Verkstad")[2]
    assert '<span class="is-green">' in row
    assert '<span class="is-amber zero">' in row
    assert '<span class="is-red zero">' in row


@pytest.mark.parametrize(
    ("untouched", "words"), [(30, ">30 days<"), (31, "<b>31 days</b>"), (100, "<b>3 months</b>")]
)
def test_age_is_bold_after_30_days(open_list, owner, untouched, words):
    add_account("Halvorsen Foods", owner, untouched=untouched)
    assert words in open_list(owner).html


def test_day_of_last_touch_is_the_one_where_the_reader_is(open_list, owner):
    add_account("Halvorsen Foods", owner, untouched=1)  # at 9 in London, 1 in Vancouver
    owner.time_zone = "Pacific/Kiritimati"  # where 14 hours later it is the 9th
    owner.save()
    assert open_list(owner).row("Halvorsen Foods")[7] == "2 days"


def test_meter_compares_with_the_account_that_has_most_findings(open_list, owner, portfolio):
    assert open_list(owner).found(r'<rect class="fill" width="([\d.]+)%"') == [
        "50.0",  # Halvorsen Foods: 3 of 6
        "100.0",
        "66.7",
        "0.0",
        "0.0",
    ]


def test_review_is_late_though_the_summary_is_of_an_earlier_day(open_list, owner):
    add_account("Halvorsen Foods", owner, next_review=day(-1), computed_on=day(-2))
    page = open_list(owner)
    assert page.row("Halvorsen Foods")[8] == "Late 7 Dec"
    assert page.totals.endswith("1 review is late.")


def test_review_of_today_is_not_late(open_list, owner):
    add_account("Halvorsen Foods", owner, next_review=day(0))
    assert open_list(owner).row("Halvorsen Foods")[8] == "8 Dec"


def test_sums_are_of_all_accounts_listed(open_list, owner, portfolio):
    assert open_list(owner).totals == (
        "5 accounts, 12 green, 5 amber and 3 red lights, 13 findings. 1 review is late."
    )


def test_views_count_their_accounts(open_list, owner, portfolio):
    assert open_list(owner).views == [
        "* All 5",
        "Needs a decision 1",
        "Red lights 2",
        "Reviews this month 3",
        "Untouched for 30 days 1",
    ]


@pytest.mark.parametrize(("view", "names"), VIEWS.items())
def test_view_lists_what_it_counts(open_list, owner, portfolio, view, names):
    page = open_list(owner, query={"view": view})
    assert page.names == names
    (current,) = [found for found in page.views if found.startswith("* ")]
    assert current.endswith(f" {len(names)}")


def test_view_counts_stay_when_filters_narrow_the_list(open_list, owner, portfolio):
    page = open_list(owner, query={"view": "red", "q": "ghent"})
    assert page.names == ["Oostkaai Terminals"]
    assert page.views[:3] == ["All 5", "Needs a decision 1", "* Red lights 2"]
    assert page.value("view") == "red"


def test_review_in_january_is_not_one_of_december(open_list, owner):
    add_account("Halvorsen Foods", owner, next_review=day(24))  # 1 January
    add_account("Cantiere Lario", owner, next_review=day(23))
    assert open_list(owner, query={"view": "reviews"}).names == ["Cantiere Lario"]


def test_nothing_at_all_teaches_the_first_step(open_list, owner):
    page = open_list(owner)
    assert page.found("<h2>.*?</h2>") == ["Which customer matters most to you?"]
    assert page.found('<a class="btn[^>]*>.*?</a>') == ["Add account", "Upload a plan file"]
    assert "<form" not in page.html.partition('<main class="page')[2]


def test_filter_without_a_match_names_the_filters(open_list, owner, portfolio):
    page = open_list(owner, query={"tier": "C", "lights": "red"})
    assert page.names == []
    assert page.one('<div class="empty">(.*?)<div') == (
        "No account is tier C and has a red light "
        "1 account is tier C. 2 accounts have a red light. None is both."
    )
    assert page.found('<div class="empty">.*?<a class="btn"[^>]*>(.*?)</a>') == [
        "Show those that are tier C"
    ]
    assert '<a class="btn" href="/?lights=red">Show those that have a red light</a>' in page.html


def test_single_filter_without_a_match_says_so(open_list, owner, portfolio):
    page = open_list(owner, query={"q": "Nirgendwo"})
    assert page.one('<div class="empty">(.*?)</div>') == (
        "No account has “Nirgendwo” in a name or place Clear filters"
    )


def test_view_without_an_account_says_so(open_list, owner):
    add_account("Halvorsen Foods", owner)
    page = open_list(owner, query={"view": "decision"})
    assert page.one('<div class="empty">.*?<h2>(.*?)</h2>') == "No account needs a decision"


def test_script_gets_the_rows_alone(open_list, owner, portfolio):
    page = open_list(owner, query={"tier": "B"}, HX_Request="true")
    assert page.names == ["Cantiere Lario"]
    assert "<html" not in page.html
    assert "<form" not in page.html
    assert page.one('<p id="accounts-status" hx-swap-oob="innerHTML">(.*?)</p>') == (
        "1 account, 3 green, 1 amber and 0 red lights, 4 findings."
    )


def test_going_back_gets_the_whole_page(open_list, owner, portfolio):
    headers = {"HX_Request": "true", "HX_History_Restore_Request": "true"}
    page = open_list(owner, query={"tier": "B"}, **headers)
    assert page.names == ["Cantiere Lario"]
    assert "<html" in page.html


def test_list_is_only_read(client, owner):
    client.force_login(owner)
    assert client.post("/").status_code == 405
