"""Files made to break the reader get a sentence, soon."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waypost import planfile
from waypost.planfile.tests.files import COMPLETE, SMALLEST, problems, problems_after

SECONDS = 30  # of the processor, also on a slow one; what does not grow evenly takes minutes


@contextmanager
def soon() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


def filled(unit: str, before: str = "", after: str = "") -> str:
    """A file as large as may be."""
    return before + unit * ((planfile.SIZE_LIMIT - len(before) - len(after)) // len(unit)) + after


def test_file_of_fifty_megabytes_is_refused_unread():
    with soon():
        for data in (b"x" * 50_000_000, "x" * 50_000_000):
            assert problems(data) == [
                "Choose a smaller file: a plan file has at most 5 MB, "
                "this one has 50,000,000 bytes."
            ]


def test_size_of_a_text_is_counted_in_bytes():
    text = "# " + "é" * (planfile.SIZE_LIMIT // 2)
    assert problems(text) == [
        "Choose a smaller file: a plan file has at most 5 MB, this one has 5,242,882 bytes."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000 + "]" * 10_000,
        "- " * 10_000,
        "{a: " * 10_000,
        '{"a":' * 10_000 + "1" + "}" * 10_000,
        '{"a":' + "[" * 10_000,
        "\n".join(" " * n + "a:" for n in range(2_000)),
    ],
)
def test_ten_thousand_levels_are_refused(text: str):
    with soon():
        (problem,) = problems(text)
    assert "A plan is nested at most 20 levels deep." in problem or "JSON cannot be read" in problem


def test_bomb_of_aliases_is_refused_at_its_first_anchor():
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    assert problems_after("\n".join(lines)) == [
        "line 4: Remove the anchor (&): anchors are not read."
    ]


@pytest.mark.parametrize(
    "text",
    [
        filled("- a\n"),
        filled("a: 1\n"),
        filled("1,", '{"a":[', "1]}"),
        filled('"a":1,', "{", '"a":1}'),
    ],
)
def test_too_many_values_are_refused(text: str):
    with soon():
        (problem,) = problems(text)
    assert problem.endswith("Shorten the file: a plan has at most 200,000 values.")


@pytest.mark.parametrize(
    "text",
    [
        filled("#x\n"),
        filled(" "),
        filled("\r"),
        filled("a ", SMALLEST + "as_of: "),
        filled("a\\n", SMALLEST + 'as_of: "', '"'),
        filled("a ", SMALLEST + 'as_of: "'),
        filled("  a\n", SMALLEST + "as_of: |\n"),
        filled("  a\n", SMALLEST + "as_of: b\n"),
        filled("1", SMALLEST + "as_of: "),
        filled("a", "!"),
        filled("''", SMALLEST + "as_of: '"),
        filled("\\u0041", '{"a":"', '"}'),
        filled('\\"', '{"a":"'),
        filled(" ", '{"a":'),
        filled("1", '{"a":', "}"),
        filled("\n", '{"a":', "}"),
    ],
)
def test_five_megabytes_of_anything_are_refused_soon(text: str):
    with soon():
        assert problems(text)


def test_many_ids_and_wrong_references_are_refused_soon():
    team = ", ".join(f"{{id: T{n}, name: a, role: b}}" for n in range(20_000))
    show = ", ".join(f"X{n}" for n in range(20_000))
    with soon():
        assert len(problems_after(f"team: [{team}]\ncustomer_facing: {{show: [{show}]}}\n")) == 50


def test_many_people_in_one_line_of_reporting_are_read_soon():
    people = [f"  - {{id: P{n}, name: a, reports_to: P{n + 1}}}\n" for n in range(20_000)]
    with soon():
        plan = planfile.read(f"{SMALLEST}people:\n{''.join(people)}  - {{id: P20000, name: b}}\n")
    assert len(plan.people) == 20_001


SAMPLE = COMPLETE.read_bytes()
SAMPLE_JSON = planfile.write_json(planfile.read(SAMPLE)).encode()
SNIPPETS = st.one_of(
    st.binary(max_size=4),
    st.sampled_from(
        [b"\n", b" ", b"  ", b":", b": ", b"- ", b"[", b"]", b"{", b"}", b",", b'"', b"'"]
    ),
    st.sampled_from(
        [b"&a ", b"*a", b"!!int ", b"? ", b"|", b"<<: ", b"#", b"---\n", b"\t", b"\\", b"null"]
    ),
    st.sampled_from(
        [b"T1", b"P1", b"B1", b"account", b"true", b"-1", b"1e9", b"2026-12-31", b"\xc2\x85"]
    ),
)


@st.composite
def damaged(draw: st.DrawFn, sample: bytes) -> bytes:
    """The sample with a few places cut out, overwritten or doubled."""
    data = sample
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 0, 1, 2, 8, 40, 400])))
        again = data[start:end] if draw(st.booleans()) else b""
        data = data[:start] + again + draw(SNIPPETS) + again + data[end:]
    return data


@pytest.mark.parametrize("sample", [SAMPLE, SAMPLE_JSON], ids=["yaml", "json"])
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_damaged_file_is_read_or_refused_with_sentences(sample: bytes, data: st.DataObject):
    damage = data.draw(damaged(sample))
    told: tuple[planfile.Problem, ...] = ()
    try:
        plan = planfile.read(damage)
    except planfile.PlanFileError as refused:
        told = refused.problems
    if told:
        assert len(told) <= 50
        assert all(str(problem).encode().endswith(b".") for problem in told)
    else:
        assert planfile.read(planfile.write_yaml(plan)) == plan


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200)))
def test_any_bytes_and_any_text_are_refused_with_sentences(data: bytes | str):
    assert problems(data)
