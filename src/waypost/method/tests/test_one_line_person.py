"""A person in one line: what is understood, what is asked, what stays text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.method.one_line import Someone
from waypost.method.one_line.person import read_person
from waypost.method.tests.one_line import PEOPLE, TODAY, questions

PLACES = (("L1", "Vejle plant"), ("L2", "Horsens plant"), ("L3", "Skive"))


def read(line, today=TODAY):
    return read_person(line, today=today, people=PEOPLE, places=PLACES)


def test_line_says_who_what_where_and_to_whom():
    found = read("Mette Dahl, plant manager, Aarhus, reports to Eva; met 12 Nov")
    assert (found.name, found.code, found.title) == ("Mette Dahl", None, "plant manager, Aarhus")
    assert (found.reports_to, found.last_contact) == ("P2", date(2026, 11, 12))
    assert questions(found) == []


def test_site_is_known_by_its_name_or_by_one_word_of_it():
    assert read("Mette Dahl, skive").location == "L3"
    assert read("Mette Dahl, Vejle plant").location == "L1"
    assert read("Mette Dahl, Vejle").location == "L1"
    plant = read("Mette Dahl, plant")
    assert (plant.location, plant.title) == (None, "plant")
    two = read("Mette Dahl, Vejle, Skive")
    assert (two.location, two.title) == ("L1", "Skive")


def test_somebody_who_is_here_is_noted_not_added():
    found = read("Eva: met on Fri about the trial; next 4 Dec prices")
    assert (found.code, found.name) == ("P2", "Eva Lund")
    assert (found.last_contact, found.last_contact_about) == (date(2026, 11, 13), "about the trial")
    assert (found.next_contact, found.next_contact_about) == (date(2026, 12, 4), "prices")


def test_meeting_may_come_before_the_name():
    found = read("Met Eva Lund on Fri about the trial, wants a report")
    assert (found.code, found.last_contact) == ("P2", date(2026, 11, 13))
    assert (found.last_contact_about, found.wants) == ("about the trial", "a report")
    assert read("Met Eva").code is None
    assert read("met Ulla yesterday").name == "met Ulla yesterday"


def test_note_on_a_meeting_gives_no_other_title():
    found = read("Eva; met today; asked for one frame, and a date")
    assert (found.title, found.last_contact_about) == ("", "asked for one frame, and a date")
    both = read("Eva, tired, met today on prices")
    assert both.last_contact_about == "on prices, tired"
    assert read("Eva, head of sales").title == "head of sales"
    assert read("Mette Dahl, buyer; met today").title == "buyer"


def test_name_of_several_is_asked_about():
    assert questions(read("Anna, met today")) == ["Which Anna: Anna Pohl or Anna Berg?"]
    assert read("Anna").code is None
    found = read("Mette Dahl, under Anna")
    assert (questions(found), found.reports_to) == (["Which Anna: Anna Pohl or Anna Berg?"], None)


def test_superior_who_is_nobody_here_is_asked_about():
    found = read("Mette Dahl, reports to Ulla")
    assert questions(found) == ["Who is Ulla? Nobody here has this name."]


def test_day_of_a_meeting_is_past():
    days = {
        "today": date(2026, 11, 18),
        "yesterday": date(2026, 11, 17),
        "Wed": date(2026, 11, 11),
        "Tue": date(2026, 11, 17),
        "last Monday": date(2026, 11, 16),
        "19 Nov": date(2025, 11, 19),
        "2026-11-18": date(2026, 11, 18),
        "3 Jan 2024": date(2024, 1, 3),
    }
    assert {said: read(f"Eva, met {said}").last_contact for said in days} == days


def test_meeting_without_a_day_is_asked_about():
    for said in ("met at the fair", "met 2027-01-01", "met in November"):
        found = read(f"Eva, {said}")
        assert questions(found) == ["When was that? Name a day up to today."], said
        assert found.last_contact is None


def test_words_before_a_day_are_what_it_was_about():
    assert read("Eva, met Jonas on 12 Nov at noon").last_contact_about == "Jonas at noon"


def test_day_of_seven_words_leaves_nothing_of_itself():
    found = read("Eva, next by the end of the next month about prices")
    assert (found.next_contact, found.next_contact_about) == (date(2026, 12, 31), "about prices")


def test_next_time_without_a_day_is_a_title():
    assert read("Mette Dahl, next in line").title == "next in line"
    assert read("Mette Dahl, meeting planner").title == "meeting planner"


def test_day_in_either_order_is_the_first_that_it_can_be():
    assert read("Eva, next 4/12").next_contact == date(2026, 12, 4)


def test_level_who_knows_them_and_what_they_want():
    found = read("Mette Dahl, level 3, known by Jonas, knows Marta, wants fewer stops")
    assert (found.level, found.known_by, found.wants) == (3, ("T3", "T1"), "fewer stops")
    assert read("Mette Dahl, level 0").title == "level 0"
    assert read("Mette Dahl, level 21").title == "level 21"
    assert read("Mette Dahl, level one").title == "level one"
    assert read("Mette Dahl, known by all").title == "known by all"


def test_lead_without_anything_after_it_is_a_title():
    assert read("Mette Dahl, met, wants").title == "met, wants"


@given(st.text(max_size=80))
def test_any_line_is_read(line):
    found = read(line)
    assert isinstance(found.name, str)


def test_line_too_long_to_judge_is_a_name():
    assert read("x, " * 5000).name == "x, " * 5000


def test_empty_part_says_nothing():
    found = read("Mette Dahl, , buyer;")
    assert (found.name, found.title) == ("Mette Dahl", "buyer")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("on 12 Nov", date(2026, 11, 12)),
        ("on Fri", date(2026, 11, 13)),
        ("on last Fri", date(2026, 11, 13)),
        ("yesterday", date(2026, 11, 17)),
        ("on", None),
    ],
)
def test_word_before_the_day_belongs_to_the_day(said, day):
    found = read(f"Eva: met about the trial {said}")
    about = "about the trial" if day else f"about the trial {said}"
    assert (found.last_contact, found.last_contact_about) == (day, about)


def test_highest_and_lowest_level():
    assert [read(f"Mette Dahl, level {level}").level for level in (1, 20)] == [1, 20]
    padded = read("Mette Dahl, level 0003")
    assert (padded.level, padded.title) == (None, "level 0003")


@pytest.mark.parametrize(
    "part",
    ["level 3", "known by Jonas", "wants fewer stops", "next 4 Dec", "met today", "reports to Eva"],
)
def test_part_that_is_understood_is_no_title(part):
    assert read(f"Mette Dahl, {part}, buyer").title == "buyer"


def test_one_of_us_whose_name_two_have_is_asked_about():
    others = (*PEOPLE, Someone("T9", "Jonas Holm", "JH", ours=True))
    found = read_person("Mette Dahl, knows Jonas", today=TODAY, people=others, places=PLACES)
    assert questions(found) == ["Which Jonas: Jonas Brandt or Jonas Holm?"]
    assert (found.known_by, found.title) == ((), "knows Jonas")


def test_line_as_long_as_can_be_judged():
    line = "Mette Dahl, " + "x" * (10_000 - len("Mette Dahl, "))
    assert read(line).name == "Mette Dahl"
    assert read(f"{line}x").name == f"{line}x"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("18 Nov", date(2026, 11, 18)),
        ("19 Nov", date(2025, 11, 19)),
        ("Thu", date(2026, 11, 12)),
        ("sun", date(2026, 11, 15)),
        ("4/3", date(2026, 3, 4)),
    ],
)
def test_day_of_a_meeting_is_at_most_a_year_ago(said, day):
    found = read(f"Eva, met {said}")
    assert (found.last_contact, found.last_contact_about, questions(found)) == (day, "", [])
