"""An action in one line: who does what and when, and what is left as text (STP-1, STP-5)."""

from datetime import date
from decimal import Decimal

import pytest

from waypost.method.month import Month
from waypost.method.one_line import ActionLine, Meaning, Someone, Span, Weight
from waypost.method.shape import Kind
from waypost.method.tests.one_line import PEOPLE, action, questions, spans

FRIDAY = date(2026, 11, 20)


def test_line_with_everything_at_its_end():
    assert action("Call Mette about the trial @jonas fri 2h ! #B1") == ActionLine(
        what="Call Mette about the trial",
        owner="T3",
        due=FRIDAY,
        month=None,
        hours=Decimal(2),
        important=True,
        urgent=False,
        achieves="B1",
        understood=(
            Span(Meaning.OWNER, "@jonas", "T3"),
            Span(Meaning.DAY, "fri", FRIDAY),
            Span(Meaning.HOURS, "2h", Decimal(2)),
            Span(Meaning.WEIGHT, "!", Weight.IMPORTANT),
            Span(Meaning.ACHIEVES, "#B1", "B1"),
        ),
        questions=(),
    )


def test_line_in_comma_parts():
    read = action("Ask Kåre for line 4 drawings, Jonas, Fri, 1h")
    assert (read.what, read.owner, read.due, read.hours) == (
        "Ask Kåre for line 4 drawings",
        "T3",
        FRIDAY,
        Decimal(1),
    )


def test_comma_parts_are_in_any_order():
    read = action("1h, for b1, Fri, Jonas Brandt, ask Kåre, or Mette, !")
    assert read.what == "ask Kåre, or Mette"
    assert spans(read.understood) == [
        ("hours", "1h", "1"),
        ("achieves", "for b1", "B1"),
        ("day", "Fri", "2026-11-20"),
        ("owner", "Jonas Brandt", "T3"),
        ("weight", "!", "important, not urgent"),
    ]


def test_comma_part_may_hold_several_things():
    read = action("Call Mette, JB fri 2h")
    assert (read.what, read.owner, read.due, read.hours) == (
        "Call Mette",
        "T3",
        FRIDAY,
        Decimal(2),
    )


@pytest.mark.parametrize(
    "line",
    [
        *("", "   ", ",", " , ,", "Call Mette", "Call  Mette,about it", "Call @", "Order #3 again"),
        *("we may call", "the mon meeting", "Jonas", "call, is, fine", "24/7 2h service by us"),
        *("!!! now", "!!!", "wow!", "the trial", "Notes from Friday", "A delay of 2h", "for"),
        *("Check whether this may work", "for lunch", "see A14 and T3", "#T3", "ask jb, jb"),
        *("Clear 31 apr", "Support 24/7", "on 2026-02-30", "99999999999h", "on", "Walk in the sun"),
    ],
)
def test_what_is_not_understood_stays_text(line: str):
    assert action(line) == ActionLine(what=line.strip())


@pytest.mark.parametrize(
    ("line", "what", "important", "urgent"),
    [
        ("! Call Mette", "Call Mette", True, False),
        ("!Call Mette", "Call Mette", True, False),
        ("!! Call Mette", "Call Mette", None, True),
        ("Call Mette !!", "Call Mette", None, True),
        ("Call Mette, !", "Call Mette", True, False),
        ("Call Mette", "Call Mette", None, None),
        ("! Call Mette !!", "Call Mette !!", True, False),
    ],
)
def test_exclamation_mark_weighs_the_action(line, what, important, urgent):
    read = action(line)
    assert (read.what, read.important, read.urgent) == (what, important, urgent)


@pytest.mark.parametrize(
    ("line", "what", "owner"),
    [
        ("@jonas calls Mette", "calls Mette", "T3"),
        ("@JONAS: call Mette", "call Mette", "T3"),
        ("Call Mette @Jonas Brandt today or never", "Call Mette today or never", "T3"),
        ("Call Mette @brandt", "Call Mette", "T3"),
        ("Call Mette @jb", "Call Mette", "T3"),
        ("Call Mette @kare", "Call Mette", "P5"),
        ("Call Mette @anna berg", "Call Mette", "P4"),
        ("@mette calls @jonas", "calls @jonas", "P1"),
        ("Call Mette, Jonas, Marta", "Call Mette, Marta", "T3"),
        ("Call JB", "Call JB", None),
    ],
)
def test_owner_is_named(line, what, owner):
    read = action(line)
    assert (read.what, read.owner, read.questions) == (what, owner, ())


@pytest.mark.parametrize("line", ["Call fri @anna", "Call fri, Anna"])
def test_ambiguous_name_is_asked_about(line: str):
    read = action(line)
    name = line[-4:].strip("@")
    assert (read.owner, read.due) == (None, FRIDAY)
    assert read.what == line.replace(" fri", "")
    assert questions(read) == [f"Which {name}: Anna Pohl or Anna Berg?"]


def test_same_question_is_asked_once():
    assert questions(action("Tell @anna and @anna")) == ["Which anna: Anna Pohl or Anna Berg?"]


def test_people_with_the_same_name_are_told_apart_by_their_ids():
    people = (*PEOPLE, Someone("P9", "Anna Berg", "", ours=False))
    assert questions(action("Call, Anna Berg", people=people)) == [
        "Which Anna Berg: Anna Berg (P4) or Anna Berg (P9)?"
    ]
    assert questions(action("Call @anna", people=people)) == [
        "Which anna: Anna Pohl, Anna Berg (P4) or Anna Berg (P9)?"
    ]


def test_unknown_name_after_a_mark_is_asked_about():
    read = action("Call fri @nobody 2h")
    assert (read.what, read.due, read.hours) == ("Call @nobody", FRIDAY, Decimal(2))
    assert questions(read) == ["Who is @nobody? Nobody here has this name."]


@pytest.mark.parametrize(
    ("line", "what", "achieves"),
    [
        ("Plan the test for B1", "Plan the test", "B1"),
        ("Get the plan for b1 signed", "Get the plan signed", "B1"),
        ("Plan #s2 the test", "Plan the test", "S2"),
        ("Plan the test #TRIAL", "Plan the test", "trial"),
        ("Plan the test, O1", "Plan the test", "O1"),
        ("Discuss S2 on friday", "Discuss S2", "S2"),
        ("Work on B1.", "Work on B1.", "B1"),
        ("Link #B1 to #S2", "Link to #S2", "B1"),
        ("Link B1 to S2", "Link B1 to S2", "B1"),
    ],
)
def test_part_to_achieve_is_named(line, what, achieves):
    read = action(line)
    assert (read.what, read.achieves) == (what, achieves)


def test_id_as_it_is_written_comes_before_one_in_other_letters():
    parts = {"b1": Kind.STRATEGY, "B1": Kind.BUSINESS}
    assert [action(line, parts=parts).achieves for line in ("do B1", "do b1")] == ["B1", "b1"]


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("Call 2h", "2"),
        ("Call 2 h.", "2"),
        ("Call 1.5h", "1.5"),
        ("Call 1,5h", "1.5"),
        ("Call, 1,5 hours", "1.5"),
        ("Call 30m", "0.5"),
        ("Call 30 min", "0.5"),
        ("Call 600 minutes", "10"),
        ("Call 20min", "0.3333"),
        ("Call 2h30", "2.5"),
        ("Call 2 h 30 min", "2.5"),
        ("Call 0h", "0"),
        ("Call 100000h", "100000"),
    ],
)
def test_hours_are_read(line: str, hours: str):
    read = action(line)
    assert (read.what, str(read.hours)) == ("Call", hours)


@pytest.mark.parametrize("line", ["Call 100001h", "Call 100000h30", "Call 1.23456h", "Call 2h75"])
def test_hours_beyond_the_limits_stay_text(line: str):
    read = action(line)
    assert (read.what, read.hours) == (line, None)


def test_first_of_each_counts_and_another_stays_text():
    read = action("Call, fri, mon, in may, 1h, 2h")
    assert (read.what, read.due, read.month, read.hours) == (
        "Call, mon, in may, 2h",
        FRIDAY,
        None,
        Decimal(1),
    )


def test_day_is_read_before_parts_that_were_understood():
    read = action("Call Mette fri, Jonas, 2h")
    assert (read.what, read.owner, read.due) == ("Call Mette", "T3", FRIDAY)


@pytest.mark.parametrize("text", ["Send it", "Tell you", "Call her"])
def test_day_may_follow_a_pronoun(text: str):
    read = action(f"{text} fri")
    assert (read.what, read.due) == (text, FRIDAY)


def test_day_after_a_preposition_is_read_inside_the_text():
    read = action("Meet on friday the new buyer")
    assert (read.what, read.due) == ("Meet the new buyer", FRIDAY)


def test_month_is_an_outline_without_a_day():
    read = action("Plan in january the summer campaign")
    assert (read.what, read.due, read.month) == (
        "Plan the summer campaign",
        None,
        Month(2027, 1),
    )


def test_day_that_could_be_two_is_asked_about():
    read = action("Call Mette 2h 4/12")
    assert (read.what, read.due, read.hours) == ("Call Mette 4/12", None, Decimal(2))
    assert questions(read) == ["Is 4/12 4 Dec 2026 or 12 Apr 2027?"]
