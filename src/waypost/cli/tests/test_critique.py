"""waypost critique: goals in, verdicts out, one line each, without a database."""

import io
import json
import sys

import pytest

from waypost.cli.main import main

GOAL = "Grow our presence at the Swedish site significantly."
CLEAR = "Cut late deliveries to the Leeds depot from 12 to 4 a week by 30 June 2027"


@pytest.fixture
def goals(tmp_path):
    def write(*lines):
        file = tmp_path / "goals.jsonl"
        file.write_bytes(b"\n".join(lines))
        return str(file)

    return write


def line(**fields):
    return json.dumps(fields).encode()


def lines(capsys, *arguments):
    assert main(["critique", *arguments, "--format", "jsonl"]) == 0
    return [json.loads(text) for text in capsys.readouterr().out.splitlines()]


def refusal(capsys, file):
    assert main(["critique", file]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_lines_answer_each_goal_in_order(capsys, goals):
    file = goals(line(id="G1", text=GOAL), b"", line(id=2, text=CLEAR, specific="n"))
    first, second = lines(capsys, file)
    assert {key: first[key] for key in list(first)[:8]} == {
        "id": "G1",
        "text": GOAL,
        "specific": "n",
        "measurable": "n",
        "time_bound": "n",
        "customer_centred": "seller",
        "outcome_or_activity": "outcome",
        "vague_spans": ["Grow", "presence", "significantly"],
    }
    assert first["vague"][0] == {"start": 0, "end": 4, "text": "Grow"}
    assert (second["id"], second["specific"], second["time_bound"]) == (2, "y", "y")
    assert second["customer_centred"] == "customer"
    assert second["vague"] == []


def test_lines_give_the_verdicts_with_reason_and_suggestion(capsys, goals):
    (found,) = lines(capsys, goals(line(id="G1", text=GOAL)))
    assert [verdict["criterion"] for verdict in found["verdicts"]] == [
        "specific",
        "measurable",
        "time_bound",
        "realistic",
        "relevant",
        "outcome",
    ]
    assert found["verdicts"][2] == {
        "criterion": "time_bound",
        "met": "not met",
        "rule": "CRI-2",
        "span": None,
        "why": "No date or period says by when.",
        "suggestion": "Grow our presence at the Swedish site significantly by [date]",
    }


def test_lines_of_standard_input_may_begin_with_a_mark(capsys, monkeypatch):
    given = b"\xef\xbb\xbf" + line(id="G1", text=CLEAR)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert [found["id"] for found in lines(capsys, "-")] == ["G1"]


def test_text_is_judged_without_a_file(capsys):
    (found,) = lines(capsys, "--text", CLEAR)
    assert "id" not in found
    assert found["time_bound"] == "y"


def test_text_output_is_made_for_reading(capsys, goals):
    assert main(["critique", goals(line(id="G1", text=GOAL))]) == 0
    written = capsys.readouterr().out
    assert written.startswith(f"G1  {GOAL}\n  - specific: “Grow”, “presence”")
    assert "  - time bound: No date or period says by when. (CRI-2)\n" in written
    assert "\n  vague: “Grow”, “presence”, “significantly”\n" in written
    assert main(["critique", "--text", CLEAR]) == 0
    assert capsys.readouterr().out.startswith(f"{CLEAR}\n  + specific")


def test_level_has_its_own_law(capsys):
    assert main(["critique", "--level", "vision", "--text", GOAL]) == 0
    assert "unlimited" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (b"{", "line 2 is not JSON."),
        (b"[" * 100_000, "line 2 is not JSON."),
        (b'"goal"', "line 2 is not a JSON object with an id and a text."),
        (b'{"text": "Grow"}', "line 2 has no id."),
        (b'{"id": true, "text": "Grow"}', "line 2 has no id."),
        (b'{"id": "", "text": "Grow"}', "line 2 has no id."),
        (b'{"id": "G1"}', "line 2 has no text."),
        (b'{"id": "G1", "text": " "}', "line 2 has no text."),
        (b'{"id": "G1", "text": "\xff"}', "line 2 is not UTF-8."),
    ],
)
def test_wrong_line_is_one_sentence_with_its_number(capsys, goals, wrong, sentence):
    file = goals(line(id="G0", text=GOAL), wrong)
    assert refusal(capsys, file) == f"{file}: {sentence}\n"


def test_file_that_is_not_there_is_one_sentence(capsys, tmp_path):
    file = str(tmp_path / "none.jsonl")
    assert refusal(capsys, file) == f"{file}: cannot be read (No such file or directory).\n"


def test_endless_file_is_refused(capsys):
    assert (
        refusal(capsys, "/dev/zero")
        == "/dev/zero: Choose a smaller file: at most 50 MB are read.\n"
    )


def test_one_of_file_and_text_is_asked_for(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["critique"])
    assert stopped.value.code == 2
