"""Whatever is typed, a line is read soon, nothing raises and no text is lost (STP-1, TL-3)."""

import time
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.method.one_line import Someone
from waypost.method.one_line.line import LIMIT
from waypost.method.shape import Kind
from waypost.method.tests.one_line import action, light

SECONDS = 10  # of the processor, also on a slow one; what does not grow evenly takes minutes
SIZE = 1_000_000
WORDS = [
    *("by", "on", "in", "the", "next", "this", "end", "of", "until", "for", "may", "sun", "fri"),
    *(
        "december",
        "week",
        "month",
        "weeks",
        "4",
        "49",
        "2026",
        "4/12",
        "13/4",
        "4.12.",
        "+3d",
        "2h",
    ),
    *(
        "30",
        "min",
        "h",
        "!",
        "!!",
        "!!!",
        "red",
        "red:",
        "amber",
        "a:",
        "B1",
        "#B1",
        "S2",
        "#trial",
    ),
    *(
        "@jonas",
        "@anna",
        "@",
        "#",
        "Jonas",
        "Brandt",
        "Anna",
        "CFO",
        "eva",
        "call",
        ",",
        "1,5",
        "..",
    ),
]
LINES = st.one_of(
    st.text(),
    st.lists(st.sampled_from(WORDS)).map(" ".join),
    st.lists(st.sampled_from(WORDS)).map(",".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3))).map(" ".join),
)
PEOPLE = st.lists(st.builds(Someone, st.text(), st.text(), st.text(), st.booleans(), st.text()))
PARTS = st.dictionaries(st.text(), st.sampled_from(Kind))
DAYS = st.dates()


def letters(text: str) -> Counter[str]:
    return Counter(text.replace(",", "")) - Counter({c: len(text) for c in text if c.isspace()})


@given(LINES, DAYS)
def test_action_keeps_whatever_it_does_not_understand(line: str, today: date):
    read = action(line, today=today)
    understood = letters("".join(span.words for span in read.understood))
    assert letters(line) - understood <= letters(read.what) <= letters(line)


@given(LINES, DAYS)
def test_light_keeps_whatever_it_does_not_understand(line: str, today: date):
    read = light(line, today=today)
    taken = {"colour", "on"}
    cut = letters("".join(span.words for span in read.understood if span.kind.value in taken))
    assert letters(line) - cut <= letters(read.text) <= letters(line)


@given(LINES, DAYS)
def test_kept_words_stand_in_the_order_of_the_line(line: str, today: date):
    for kept in (action(line, today=today).what, light(line, today=today).text):
        rest = iter(line)
        assert all(letter in rest for letter in "".join(kept.replace(",", " ").split()))


@given(LINES, DAYS)
def test_understood_words_stand_in_the_line(line: str, today: date):
    for read in (action(line, today=today), light(line, today=today)):
        end = 0
        for span in read.understood:
            end = line.index(span.words, end) + len(span.words)


@given(LINES, DAYS, PEOPLE, PARTS)
def test_any_people_and_ids_may_be_named(line, today, people, parts):
    codes = {person.code for person in people}
    read = action(line, today=today, people=people, parts=parts)
    assert read.owner in {None, *codes}
    assert read.achieves in {None, *parts}
    assert set(light(line, today=today, people=people, parts=parts).mentions) <= codes


def test_line_beyond_the_limit_is_text():
    line = "x" * (LIMIT - 3) + " 2h"
    assert (action(line).hours, action(line + "!").hours) == (2, None)
    assert action(line + "!").what == line + "!"
    assert light(f"red: {line}").text == f"red: {line}"


@pytest.mark.parametrize(
    "unit",
    [
        *("x", " ", ",", "!", "@", "#", "0", "1,", ", ", "by ", "on B1 ", "for ", "#B1 ", "in 2 "),
        *(
            "4/12 ",
            "4/12, ",
            "fri ",
            "fri, ",
            "@anna ",
            "@x ",
            "Anna ",
            "S2 ",
            "red ",
            "red: ",
            "by",
        ),
        *(
            "the end of ",
            "next ",
            "2h ",
            "2 ",
            "+",
            "\u0301",
            "\ufdfa",
            "\uff11",
            "CFO leaves in March ",
        ),
    ],
)
def test_long_text_is_read_soon(unit: str):
    start = time.process_time()
    for size in (LIMIT, SIZE):
        text = unit * (size // len(unit))
        assert action(text).what is not None
        assert light(text).text is not None
    assert time.process_time() - start < SECONDS


def test_thousand_different_questions_are_asked_soon():
    start = time.process_time()
    read = action(" ".join(f"@{number}" for number in range(1500)))
    assert len(read.questions) == 1500
    assert time.process_time() - start < SECONDS
