"""Whatever is written, a goal is judged soon, nothing raises and every span is verbatim (CRI)."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waypost.method.critic import Level, Met, critique
from waypost.method.critic.lexicon.forms import bag

SECONDS = 1
SIZE = 1_000_000
PIECES = [
    *sorted(
        bag(
            "Grow improve the customer's sales by 10 % within 3 days of end next quarter Q3 FY27"
            " X% all every no from to NPS and win-win 31.12.2026 per month İ ß ǆ ½ ≥ → ’ “ €1.2m"
            " they help Castell's , . ; workshop contract not while 360 24/7 improved key half 3x"
        )
    ),
    *("trusted advisor", "so that", "5 May", "\u00a0", "\u200b", "\u00ad", "e\u0301", "we will"),
    *("one or two", "10 000", "in order to", "by training"),
]
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map("".join),
)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from(Level))
def test_critique_spans_are_pieces_of_the_text(text, level):
    found = critique(text, level=level)
    spans = [*found.vague, *(verdict.span for verdict in found.verdicts if verdict.span)]
    assert [span.text for span in spans] == [text[span.start : span.end] for span in spans]
    assert all(span.text for span in spans)
    for verdict in found.verdicts:
        assert str(verdict.why)
        assert verdict.suggestion is None or verdict.met is not Met.MET


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join))
def test_critique_suggests_no_figure_that_is_not_there(text):
    digits = {letter for letter in text if letter.isdigit()}
    for verdict in critique(text).verdicts:
        suggested = {letter for letter in str(verdict.suggestion or "") if letter.isdigit()}
        assert suggested <= digits


@pytest.mark.parametrize(
    "piece",
    ["a ", "1 ", "a", "1", "by the next ", "within 3 ", "and improve ", "X% ", "- ", "'", "é\u0301",
     "from 3 to 5 ", "end of the ", "more than ", "so that ", ". ", "the customer's ", "10 000 ",
     "in the following 3 ", "no one or two ", "\u200b", "every "],
)  # fmt: skip
def test_critique_takes_even_time(piece):
    text = piece * (SIZE // len(piece))
    start = time.process_time()
    critique(text)
    assert time.process_time() - start < SECONDS
