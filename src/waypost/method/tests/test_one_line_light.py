"""A light in one line: its colour is never guessed, and its text is kept (TL-1 to TL-3)."""

from datetime import date

import pytest

from waypost.method.month import Month
from waypost.method.one_line import LightLine, Meaning, Span
from waypost.method.plan import Colour
from waypost.method.tests.one_line import light, questions, spans


def test_line_without_colour_leaves_it_open():
    assert light("CFO leaves in March, S2 stops") == LightLine(
        text="CFO leaves in March, S2 stops",
        colour=None,
        on=None,
        mentions=("P2",),
        touches=("S2",),
        day=None,
        month=Month(2027, 3),
        understood=(
            Span(Meaning.ABOUT, "CFO", "P2"),
            Span(Meaning.MONTH, "in March", Month(2027, 3)),
            Span(Meaning.TOUCHES, "S2", "S2"),
        ),
        questions=(),
    )


@pytest.mark.parametrize(
    ("line", "text", "colour"),
    [
        ("red: Kestrel offers stock", "Kestrel offers stock", Colour.RED),
        ("red : Kestrel offers stock", "Kestrel offers stock", Colour.RED),
        ("Red – Kestrel offers stock", "Kestrel offers stock", Colour.RED),
        ("RED Kestrel offers stock", "Kestrel offers stock", Colour.RED),
        ("red,Kestrel offers stock", "Kestrel offers stock", Colour.RED),
        ("r:Kestrel offers stock", "Kestrel offers stock", Colour.RED),
        ("a: Kestrel offers stock", "Kestrel offers stock", Colour.AMBER),
        ("G: Kestrel leaves", "Kestrel leaves", Colour.GREEN),
        ("amber Kestrel offers stock", "Kestrel offers stock", Colour.AMBER),
        ("Kestrel offers stock yellow", "Kestrel offers stock", Colour.AMBER),
        ("Kestrel leaves (green)", "Kestrel leaves", Colour.GREEN),
        ("Kestrel leaves, green", "Kestrel leaves", Colour.GREEN),
        ("green: red tape", "red tape", Colour.GREEN),
        ("red: it was green", "it was green", Colour.RED),
        ("red Kestrel green", "Kestrel green", Colour.RED),
        ("red: tape", "tape", Colour.RED),
        ("red", "", Colour.RED),
    ],
)
def test_colour_is_named_at_the_beginning_or_the_end(line, text, colour):
    read = light(line)
    assert (read.text, read.colour) == (text, colour)


@pytest.mark.parametrize(
    "line",
    [
        *("A new finance director", "R and D is cut", "r Kestrel", "Red tape at Horsens"),
        *("Green light from the board", "Goes to red", "They see red everywhere", "x: red line"),
        *("", "   ", ","),
    ],
)
def test_colour_is_never_guessed(line: str):
    read = light(line)
    assert (read.text, read.colour, read.understood) == (line.strip(), None, ())


@pytest.mark.parametrize(
    ("line", "text", "on", "touches"),
    [
        ("Kestrel offers stock on B1", "Kestrel offers stock", "B1", ()),
        ("Kestrel offers stock on b1, at Horsens", "Kestrel offers stock, at Horsens", "B1", ()),
        ("Stock on B1 is low", "Stock on B1 is low", "B1", ()),
        ("#trial Kestrel offers stock", "Kestrel offers stock", "trial", ()),
        ("Kestrel endangers B1", "Kestrel endangers B1", "B1", ()),
        ("O1 slips, on B1", "O1 slips", "B1", ("O1",)),
        ("S2 and A14 slip, S2 most", "S2 and A14 slip, S2 most", None, ("S2", "A14")),
        ("B1 slips, so does B1", "B1 slips, so does B1", "B1", ()),
        ("Kestrel hangs on S2", "Kestrel hangs on S2", None, ("S2",)),
        ("It depends on", "It depends on", None, ()),
        ("Kestrel sells T3", "Kestrel sells T3", None, ()),
    ],
)
def test_parts_of_the_plan_are_named(line, text, on, touches):
    read = light(line)
    assert (read.text, read.on, read.touches) == (text, on, touches)


@pytest.mark.parametrize(
    "line", ["red: stock low on B1", "stock low red on B1", "stock low on B1 red"]
)
def test_colour_and_id_are_both_taken_out(line: str):
    read = light(line)
    assert (read.text, read.colour, read.on) == ("stock low", Colour.RED, "B1")


@pytest.mark.parametrize(
    ("line", "mentions"),
    [
        ("Eva Lund, CFO, leaves", ("P2",)),
        ("Mette’s line stands still, says (Jonas)", ("P1", "T3")),
        ("The plant manager leaves", ("P1",)),
        ("@eva leaves", ("P2",)),
        ("Anna Berg left", ("P4",)),
        ("They lund a helper, eva", ()),
    ],
)
def test_people_are_mentioned_by_name_or_title(line, mentions):
    read = light(line)
    assert (read.text, read.mentions, read.questions) == (line, mentions, ())


@pytest.mark.parametrize("word", ["Anna", "buyer"])
def test_name_of_several_is_asked_about(word: str):
    read = light(f"The talk with {word} failed")
    assert (read.text, read.mentions) == (f"The talk with {word} failed", ())
    assert questions(read) == [f"Which {word}: Anna Pohl or Anna Berg?"]


@pytest.mark.parametrize(
    ("line", "day", "month"),
    [
        ("Kestrel may come by Friday with stock", date(2026, 11, 20), None),
        ("Kestrel may come, next week, with stock", date(2026, 11, 27), None),
        ("Board decides march 2028", None, Month(2028, 3)),
        ("They may sign in the sun one day", None, None),
    ],
)
def test_time_is_read_and_stays_in_the_text(line, day, month):
    read = light(line)
    assert (read.text, read.day, read.month) == (line, day, month)


def test_spans_stand_in_the_order_of_the_line():
    assert spans(light("red:Kestrel, Eva and S2 meet in May, on B1").understood) == [
        ("colour", "red:", "red"),
        ("about", "Eva", "P2"),
        ("touches", "S2", "S2"),
        ("month", "in May", "2027-05"),
        ("on", "on B1", "B1"),
    ]
