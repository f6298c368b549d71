"""waypost allocate: the best set for the hours, from a bare plan file."""

import io
import json
import subprocess
import sys

import pytest

from waypost.cli.main import main

PLAN = """\
format: waypost-plan/1
supplier: {name: Fernhill Controls}
account:
  name: Brightwater Mills
  currency: EUR
  settings: {team_hours_next_12_months: 30}
opportunities:
  - {id: OP1, name: Dryer sensors, margin_k: 60, chance: 0.5, hours: 10}
  - {id: OP2, name: Spare parts at both sites with a wide name, margin_k: 50, chance: 1, hours: 20}
  - {id: OP3, name: Calibration, margin_k: 60.5, chance: 1, hours: 30.5}
  - {id: OP4, name: Training, q: {hours: 4}}
"""


@pytest.fixture
def plan_file(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return str(file)


def printed(capsys, *arguments):
    assert main(["allocate", *arguments]) == 0
    return capsys.readouterr().out


def test_allocate_in_json(capsys, plan_file):
    found = json.loads(printed(capsys, plan_file, "--hours", "30", "--format", "json"))
    assert found == {
        "take": ["OP1", "OP2"],
        "uses": 30,
        "expected": 80,
        "leaves_out": ["OP3", "OP4"],
    }
    assert [type(found[key]) for key in ("uses", "expected")] == [int, int]
    found = json.loads(printed(capsys, plan_file, "--hours", "40.5", "--format", "json"))
    assert found == {
        "take": ["OP1", "OP3"],
        "uses": 40.5,
        "expected": 90.5,
        "leaves_out": ["OP2", "OP4"],
    }


def test_allocate_in_text(capsys, plan_file):
    assert printed(capsys, plan_file, "--hours", "32").splitlines() == [
        "Brightwater Mills: 30 of 32 hours, 80 k EUR expected",
        "",
        "Take",
        "  OP1   Dryer sensors                            10 h     3.00 k/h",
        "  OP2   Spare parts at both sites with a…        20 h     2.50 k/h",
        "",
        "Leave out",
        "  OP3   Calibration                            30.5 h     1.98 k/h  28.5 h short",
        "  OP4   Training                                  4 h               "
        "The margin is not known.",
        "",
        "With fewer hours drop OP2 first: it returns least an hour.",
        "",
        "With more hours add OP3 first: of what is left out it returns most an hour.",
    ]


def test_allocate_in_text_without_opportunities(capsys, monkeypatch):
    bare = "format: waypost-plan/1\nsupplier: {name: A}\naccount: {name: B}\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bare.encode())))
    assert printed(capsys, "-", "--hours", "5") == "B: 0 of 5 hours, 0 k expected\n"


def test_allocate_takes_the_hours_of_the_plan(capsys, plan_file):
    assert json.loads(printed(capsys, plan_file, "--format", "json"))["uses"] == 30


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [
        ("-5", "--hours: Give the hours as a number from 0 to 100000.\n"),
        ("NaN", "--hours: Give the hours as a number from 0 to 100000.\n"),
        ("1e9", "--hours: Give the hours as a number from 0 to 100000.\n"),
        ("many", "--hours: “many” is not a number of hours.\n"),
        ("", "--hours: “” is not a number of hours.\n"),
    ],
)
def test_allocate_refuses_hours_that_are_none(capsys, plan_file, hours, sentence):
    assert main(["allocate", plan_file, "--hours", hours]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", sentence)


def test_allocate_asks_for_hours_that_the_plan_does_not_say(capsys, tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text("format: waypost-plan/1\nsupplier: {name: A}\naccount: {name: B}\n")
    assert main(["allocate", str(file)]) == 2
    assert capsys.readouterr().err == (
        "Give the hours there are with --hours: the plan does not say.\n"
    )


def test_allocate_refuses_what_is_no_plan(capsys, tmp_path):
    assert main(["allocate", str(tmp_path / "none.yaml"), "--hours", "5"]) == 2
    assert capsys.readouterr().err.endswith("cannot be read (No such file or directory).\n")


def test_allocate_does_not_start_django(plan_file):
    run = (
        "import sys; from waypost.cli.main import main; "
        "assert main(['allocate', sys.argv[1]]) == 0; assert 'django' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", run, plan_file], check=True)


@pytest.mark.parametrize("hours", ["-1e9", "-5", "-.5", "-inf", "-nan", "1e99"])
def test_allocate_hours_out_of_range_are_one_sentence(capsys, plan_file, hours):
    assert main(["allocate", plan_file, "--hours", hours]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err == "--hours: Give the hours as a number from 0 to 100000.\n"
