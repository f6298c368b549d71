"""Which accounts each filter leaves, alone and with others."""

import pytest

from waypost.accounts.models import Location
from waypost.portfolio.tests.build import add_account, day

pytestmark = pytest.mark.django_db
EVERYTHING = [
    "Halvorsen Foods",
    "Oostkaai Terminals",
    "Cantiere Lario",
    "Örebro Verkstad",
    "Ardmore Distillers",
]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, EVERYTHING),
        ({"tier": "A"}, ["Halvorsen Foods", "Oostkaai Terminals"]),
        ({"tier": "C"}, ["Örebro Verkstad"]),
        ({"lead": "Tom Ferrari"}, ["Oostkaai Terminals", "Örebro Verkstad"]),
        ({"lights": "red"}, ["Halvorsen Foods", "Oostkaai Terminals"]),
        ({"lights": "calm"}, ["Örebro Verkstad", "Ardmore Distillers"]),
        ({"stage": "soon"}, ["Halvorsen Foods", "Oostkaai Terminals"]),
        ({"stage": "missed"}, ["Oostkaai Terminals"]),
        ({"tier": "A", "lead": "Olga Hagen"}, ["Halvorsen Foods"]),
        ({"view": "red", "stage": "missed"}, ["Oostkaai Terminals"]),
        ({"q": "", "tier": "", "lead": "", "lights": "", "stage": "", "view": ""}, EVERYTHING),
    ],
)
def test_filters_leave_the_accounts_for_which_all_hold(open_list, owner, portfolio, query, names):
    page = open_list(owner, query=query)
    assert page.names == names
    assert page.totals.startswith(f"{len(names)} account")
    for name, value in query.items():
        if name != "view":
            assert page.value(name) == value


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("halvorsen foods", ["Halvorsen Foods"]),  # its name
        ("MEJERI", ["Halvorsen Foods"]),  # another name
        ("halden", ["Halvorsen Foods"]),  # its parent company
        ("aarhus", ["Halvorsen Foods"]),  # a place that is not the first
        (" Ghent ", ["Oostkaai Terminals"]),
        ("örebro", ["Örebro Verkstad"]),
        ("ÖREBRO V", ["Örebro Verkstad"]),
        ("re", ["Cantiere Lario", "Örebro Verkstad", "Ardmore Distillers"]),
    ],
)
def test_text_is_looked_for_in_names_and_places(open_list, owner, portfolio, text, names):
    page = open_list(owner, query={"q": text})
    assert page.names == names
    assert page.value("q") == text.strip()


@pytest.mark.parametrize("text", ["%", "_", "\\", "Halvorsen.Foods", "é|.*", "Ö.*o"])
def test_text_is_taken_literally(open_list, owner, portfolio, text):
    assert open_list(owner, query={"q": text}).names == []


def test_place_that_was_removed_is_not_found(open_list, owner, portfolio):
    Location.objects.filter(name="Ghent").update(deleted_at="2026-12-01T00:00Z")
    assert open_list(owner, query={"q": "ghent"}).names == []


@pytest.mark.parametrize(("distance", "listed"), [(30, True), (31, False), (-3, True)])
def test_stage_goal_is_due_soon_for_30_days(open_list, owner, distance, listed):
    add_account("Halvorsen Foods", owner, next_stage_due=day(distance), next_stage_text="10 stops")
    page = open_list(owner, query={"stage": "soon"})
    assert page.names == (["Halvorsen Foods"] if listed else [])


def test_leads_are_offered_once_each_in_order(open_list, owner, portfolio):
    assert open_list(owner).options("lead") == ["Everyone", "Olga Hagen", "Tom Ferrari"]
