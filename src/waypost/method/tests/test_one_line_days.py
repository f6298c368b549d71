"""Days and months in words, seen on Wednesday 18 November 2026 (STP-1, STP-3)."""

from datetime import date

import pytest

from waypost.method.month import Month
from waypost.method.tests.one_line import action, questions


def said(words: str, today=date(2026, 11, 18)):
    """The day or month that a line ends with; the whole text where it says none."""
    read = action(f"Call, {words}", today=today)
    return read.due or read.month or read.what


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-18"),
        ("tomorrow", "2026-11-19"),
        ("fri", "2026-11-20"),
        ("by Friday.", "2026-11-20"),
        ("before fri", "2026-11-20"),
        ("wed", "2026-11-25"),
        ("this wed", "2026-11-18"),
        ("this fri", "2026-11-20"),
        ("tues", "2026-11-24"),
        ("next fri", "2026-11-27"),
        ("by next mon", "2026-11-23"),
        ("4 dec", "2026-12-04"),
        ("4. Dec.", "2026-12-04"),
        ("dec 4th", "2026-12-04"),
        ("on the 4th of december", "2026-12-04"),
        ("Fri 4 Dec", "2026-12-04"),
        ("18 nov", "2026-11-18"),
        ("17 nov", "2027-11-17"),
        ("4 dec 2025", "2025-12-04"),
        ("dec 4 2028", "2028-12-04"),
        ("29 feb", "2028-02-29"),
        ("4.12.", "2026-12-04"),
        ("on 4.12.", "2026-12-04"),
        ("4.12.2027", "2027-12-04"),
        ("fri 4.12.", "2026-12-04"),
        ("2026-12-04", "2026-12-04"),
        ("13/4", "2027-04-13"),
        ("4/13", "2027-04-13"),
        ("2/2", "2027-02-02"),
        ("13/4/2028", "2028-04-13"),
        ("end of december", "2026-12-31"),
        ("by the end of february 2028", "2028-02-29"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("eom", "2026-11-30"),
        ("end of week", "2026-11-20"),
        ("eow", "2026-11-20"),
        ("this week", "2026-11-20"),
        ("next week", "2026-11-27"),
        ("week 49", "2026-12-04"),
        ("in week 47", "2026-11-20"),
        ("week 46", "2027-11-19"),
        ("in 2 weeks", "2026-12-02"),
        ("in two weeks", "2026-12-02"),
        ("within 3 days", "2026-11-21"),
        ("in 2w", "2026-12-02"),
        ("in 1 day", "2026-11-19"),
        ("in one week", "2026-11-25"),
        ("in three days", "2026-11-21"),
        ("in four days", "2026-11-22"),
        ("in five days", "2026-11-23"),
        ("in six days", "2026-11-24"),
        ("1 dec", "2026-12-01"),
        ("1990-01-01", "1990-01-01"),
        ("2100-12-31", "2100-12-31"),
        ("+3d", "2026-11-21"),
    ],
)
def test_day_is_read(words: str, day: str):
    assert said(words) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("jan", Month(2027, 1)),
        ("in January", Month(2027, 1)),
        ("nov", Month(2026, 11)),
        ("this nov", Month(2026, 11)),
        ("next nov", Month(2027, 11)),
        ("next december", Month(2026, 12)),
        ("may 2028", Month(2028, 5)),
        ("this month", Month(2026, 11)),
        ("next month", Month(2026, 12)),
        ("in 2 months", Month(2027, 1)),
        ("+1 month", Month(2026, 12)),
    ],
)
def test_month_is_read(words: str, month: Month):
    assert said(words) == month


@pytest.mark.parametrize(
    "words",
    [
        *("31 apr", "0 dec", "2026-02-30", "2026-13-01", "31.4.", "13/13", "0/0", "30/2", "24/7"),
        *("dec 4 1989", "4 dec 2101", "may 2101", "week 54", "week 0", "4.12", "version 2.3"),
        *("sat 4 dec", "fri nothing", "in 2 cars", "in 2", "the fri", "end of", "on", "next"),
        *(
            "end of line 4",
            "this",
            "sunday fri",
            "every fri",
            "the 4th of december",
            "40 dec",
            "week ab",
        ),
    ],
)
def test_anything_else_is_no_day(words: str):
    assert said(words) == f"Call, {words}"


@pytest.mark.parametrize(
    ("today", "words", "day"),
    [
        (date(2026, 11, 22), "this week", date(2026, 11, 22)),
        (date(2026, 11, 22), "next fri", date(2026, 11, 27)),
        (date(2026, 11, 22), "week 47", date(2026, 11, 22)),
        (date(2026, 11, 23), "week 47", date(2027, 11, 26)),
        (date(2027, 1, 1), "week 53", date(2027, 1, 1)),
        (date(2026, 12, 31), "tomorrow", date(2027, 1, 1)),
    ],
)
def test_day_at_the_end_of_a_week_or_year(today: date, words: str, day: date):
    assert said(words, today) == day


@pytest.mark.parametrize("words", ["tomorrow", "in 900 weeks", "next month", "4 jan", "week 1"])
def test_day_after_the_last_one_stays_text(words: str):
    assert said(words, date.max) == f"Call, {words}"


def test_either_way_round_is_a_question():
    read = action("Call 4/12/2027")
    assert (read.what, read.due) == ("Call 4/12/2027", None)
    assert questions(read) == ["Is 4/12/2027 4 Dec 2027 or 12 Apr 2027?"]


def test_day_in_the_middle_of_a_line_is_cut_out_with_its_first_word():
    read = action("Visit Eva end of december about prices")
    assert (read.what, read.due) == ("Visit Eva about prices", date(2026, 12, 31))


def test_day_of_seven_words_is_cut_out_whole():
    read = action("Visit Eva by the end of the next month about prices")
    assert (read.what, read.due) == ("Visit Eva about prices", date(2026, 12, 31))
